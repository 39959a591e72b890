package org.immunoedit.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;

/**
 * What surrounds a command.
 *
 * @param in standard input
 * @param out standard output; data only. Not a {@link PrintStream}, which would swallow a full disk
 * @param err standard error, UTF-8; words
 * @param environment environment variables
 * @param terminal whether a person watches standard error
 */
record Console(InputStream in, OutputStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
    Console {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        environment = Map.copyOf(environment);
    }
}

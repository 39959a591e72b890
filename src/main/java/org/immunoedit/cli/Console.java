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
 * @param unicode whether what shows standard error can show more than ASCII
 */
record Console(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean terminal,
        boolean unicode) {
    Console {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        environment = Map.copyOf(environment);
    }

    /** A console that shows Unicode. */
    Console(InputStream in, OutputStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
        this(in, out, err, environment, terminal, true);
    }

    /** Whether to use colors: only on a terminal that knows them, and not when the user refuses (no-color.org). */
    boolean colors() {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return terminal && !refused && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}

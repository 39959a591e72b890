package org.immunoedit.cli;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What the command line changes in a document.
 *
 * @param settings overrides {@code PATH=VALUE} in their order; {@code --method}, {@code --rtol} and {@code --atol} are
 *     among them as {@code solver.method=…} and so on
 * @param seed of random draws, if given
 * @param command the words of the command line, for the record
 */
record Changes(List<String> settings, OptionalLong seed, List<String> command) {
    Changes {
        settings = List.copyOf(settings);
        Objects.requireNonNull(seed, "seed");
        command = List.copyOf(command);
    }
}

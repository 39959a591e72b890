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
 * @param checkNumerics whether to solve again by another method and compare
 */
record Changes(List<String> settings, OptionalLong seed, List<String> command, boolean checkNumerics) {
    Changes {
        settings = List.copyOf(settings);
        Objects.requireNonNull(seed, "seed");
        command = List.copyOf(command);
    }

    /** Changes without a check of the numerics. */
    Changes(List<String> settings, OptionalLong seed, List<String> command) {
        this(settings, seed, command, false);
    }

    /** The same changes, and a check of the numerics if wanted. */
    Changes checkingNumerics(boolean wanted) {
        return new Changes(settings, seed, command, wanted);
    }
}

package org.immunoedit.cli;

import java.util.List;
import java.util.Objects;
import org.immunoedit.problem.Problem;

/**
 * What one scenario leaves to say.
 *
 * @param code how it ended
 * @param problems errors and warnings
 * @param line lines for people about a scenario that went well, may be empty
 */
record Messages(ExitCode code, List<Problem> problems, String line) {
    Messages {
        Objects.requireNonNull(code, "code");
        problems = List.copyOf(problems);
        Objects.requireNonNull(line, "line");
    }
}

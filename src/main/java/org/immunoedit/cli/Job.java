package org.immunoedit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immunoedit.problem.Problem;

/** A scenario that was read, checked and compiled, ready to run once. */
interface Job {
    /** Warnings of the checks. */
    List<Problem> warnings();

    /**
     * Integrates and writes the rows as they come; does not close the stream.
     *
     * @throws IOException if a row cannot be written
     */
    Finished run(OutputStream csv) throws IOException;

    /**
     * How a run ended.
     *
     * @param problems what the run itself has to say: warnings, and an error exactly if it failed numerically
     * @param verdict one line for people, empty if there is none
     * @param summary more for people, empty after a failure
     * @param table lines for people about the check of the numerics, empty without one
     * @param sidecar writes the sidecar
     */
    record Finished(List<Problem> problems, String verdict, Optional<Summary> summary, String table, Content sidecar) {
        public Finished {
            problems = List.copyOf(problems);
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(summary, "summary");
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(sidecar, "sidecar");
        }
    }

    /** Something that can be written. */
    @FunctionalInterface
    interface Content {
        /** Writes itself; does not close the stream. */
        void writeTo(OutputStream stream) throws IOException;
    }
}

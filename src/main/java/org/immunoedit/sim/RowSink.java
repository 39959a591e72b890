package org.immunoedit.sim;

import java.util.Locale;

/** Receives the rows of the output in order of time. */
@FunctionalInterface
public interface RowSink {
    /**
     * One row.
     *
     * @param time model time, exactly as the grid gives it
     * @param values one value per column, valid only during the call
     * @param side whether the row is before or after the jumps at its time
     */
    void row(double time, double[] values, Side side);

    /** Side of a jump. */
    enum Side {
        BEFORE,
        AFTER;

        /** As in output. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

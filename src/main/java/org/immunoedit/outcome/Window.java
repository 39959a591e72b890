package org.immunoedit.outcome;

/**
 * How ln tumor has changed over the last window.
 *
 * @param length of the window, less than asked for near the start of a run (model time)
 * @param early change over its first half
 * @param late change over its second half
 */
record Window(double length, double early, double late) {
    /** Change over the window. */
    double drift() {
        return early + late;
    }

    /** Mean rate over the window (1/model time), NaN for an empty window. */
    double slope() {
        return drift() / length;
    }

    /** Rate over the first half. */
    double earlySlope() {
        return 2 * early / length;
    }

    /** Rate over the second half. */
    double lateSlope() {
        return 2 * late / length;
    }
}

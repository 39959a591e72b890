package org.immunoedit.compile;

/** Computes all outputs of a plan for several lanes. Its memory is that of one thread. */
abstract class LaneKernel {
    /** Rows of values that pass between its loops. */
    private double[][] rows = {};

    /** Gives it memory. */
    final void reserve(int count, int width) {
        rows = new double[count][width];
    }

    /** Rows of values that pass between loops. */
    final double[][] rows() {
        return rows;
    }

    /**
     * Writes the outputs of the first lanes; all arguments are rows of lanes.
     *
     * @param slots as the plan has them
     * @param out one row per output
     */
    abstract void evaluate(double[] t, double[][] y, double[][] slots, double[][] out, int lanes);
}

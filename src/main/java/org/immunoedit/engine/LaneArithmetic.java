package org.immunoedit.engine;

/**
 * The arithmetic of steps over lanes: loops over rows of lanes without branches, so that the compiler turns them into
 * vector instructions. It does not for more than about ten operations (JDK 17: the body is too long to be unrolled), so
 * longer sums take several loops. In each lane they compute what {@link Combination} and {@link PairStepper} compute,
 * in the same order.
 */
final class LaneArithmetic {
    private static final int TERMS = 3;

    private LaneArithmetic() {}

    /**
     * Writes y + h Σ w_j k_j of one state, summed over the length of {@code w}.
     *
     * @param out receives the sum; none of the other rows
     * @param w 1 or more weights
     * @param k slopes: stage, lane
     */
    static void add(double[] out, double[] y, double[] h, double[] w, double[][] k, int lanes) {
        sum(out, h, w, k, lanes);
        for (int l = 0; l < lanes; l++) {
            out[l] = y[l] + out[l];
        }
    }

    /**
     * Writes h Σ w_j k_j of one state, summed over the length of {@code w}.
     *
     * @param out receives the sum; none of the other rows
     * @param w 1 or more weights
     * @param k slopes: stage, lane
     */
    static void sum(double[] out, double[] h, double[] w, double[][] k, int lanes) {
        int terms = w.length;
        first(out, h, w, k, lanes);
        int j = TERMS;
        for (; j + 2 < terms; j += TERMS) {
            more(out, h, w, k, j, lanes);
        }
        for (; j < terms; j++) {
            oneMore(out, h, w[j], k[j], lanes);
        }
    }

    private static void first(double[] out, double[] h, double[] w, double[][] k, int lanes) {
        double w0 = w[0];
        double[] k0 = k[0];
        if (w.length == 1) {
            for (int l = 0; l < lanes; l++) {
                out[l] = h[l] * w0 * k0[l];
            }
            return;
        }
        double w1 = w[1];
        double[] k1 = k[1];
        if (w.length == 2) {
            for (int l = 0; l < lanes; l++) {
                out[l] = h[l] * w0 * k0[l] + h[l] * w1 * k1[l];
            }
            return;
        }
        double w2 = w[2];
        double[] k2 = k[2];
        for (int l = 0; l < lanes; l++) {
            out[l] = h[l] * w0 * k0[l] + h[l] * w1 * k1[l] + h[l] * w2 * k2[l];
        }
    }

    private static void more(double[] out, double[] h, double[] w, double[][] k, int j, int lanes) {
        double w0 = w[j];
        double w1 = w[j + 1];
        double w2 = w[j + 2];
        double[] k0 = k[j];
        double[] k1 = k[j + 1];
        double[] k2 = k[j + 2];
        for (int l = 0; l < lanes; l++) {
            out[l] = out[l] + h[l] * w0 * k0[l] + h[l] * w1 * k1[l] + h[l] * w2 * k2[l];
        }
    }

    private static void oneMore(double[] out, double[] h, double w, double[] k, int lanes) {
        for (int l = 0; l < lanes; l++) {
            out[l] = out[l] + h[l] * w * k[l];
        }
    }

    /** Writes t + node h. */
    static void times(double[] out, double[] t, double[] h, double node, int lanes) {
        for (int l = 0; l < lanes; l++) {
            out[l] = t[l] + node * h[l];
        }
    }
}

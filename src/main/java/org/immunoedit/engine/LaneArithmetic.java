package org.immunoedit.engine;

/**
 * The arithmetic of steps over lanes: loops over rows of lanes without branches, so that the compiler turns them into
 * vector instructions. It does not where the body is too long to be unrolled: with the limit that the launcher sets
 * (LoopUnrollLimit 80) loops of up to nine rows pass, with that of the JVM (60) of six. Reading rows takes most of
 * their time, so a sum is one loop as far as that goes. In each lane they compute what {@link Combination} and
 * {@link PairStepper} compute, in the same order.
 *
 * <p>Of several conditions x ≥ 0 the sum of x − |x| tells whether one is not met: this <em>shortfall</em> is 0 where
 * all are, else below 0 or not a number. It has vector instructions; a minimum takes several times longer.
 */
final class LaneArithmetic {
    private LaneArithmetic() {}

    /**
     * Writes y + h Σ w_j k_j of one state, summed over the length of {@code w}.
     *
     * @param out receives the sum; none of the other rows
     * @param w 1 to 6 weights
     * @param k slopes: stage, lane
     */
    static void add(double[] out, double[] y, double[] h, double[] w, double[][] k, int lanes) {
        switch (w.length) {
            case 1 -> one(out, y, h, w, k, lanes);
            case 2 -> two(out, y, h, w, k, lanes);
            case 3 -> three(out, y, h, w, k, lanes);
            case 4 -> four(out, y, h, w, k, lanes);
            case 5 -> five(out, y, h, w, k, lanes);
            case 6 -> six(out, y, h, w, k, lanes);
            default -> throw new IllegalArgumentException("no sum of " + w.length + " terms");
        }
    }

    private static void one(double[] out, double[] y, double[] h, double[] w, double[][] k, int lanes) {
        double w0 = w[0];
        double[] k0 = k[0];
        for (int l = 0; l < lanes; l++) {
            out[l] = y[l] + h[l] * w0 * k0[l];
        }
    }

    private static void two(double[] out, double[] y, double[] h, double[] w, double[][] k, int lanes) {
        double w0 = w[0];
        double w1 = w[1];
        double[] k0 = k[0];
        double[] k1 = k[1];
        for (int l = 0; l < lanes; l++) {
            out[l] = y[l] + (h[l] * w0 * k0[l] + h[l] * w1 * k1[l]);
        }
    }

    private static void three(double[] out, double[] y, double[] h, double[] w, double[][] k, int lanes) {
        double w0 = w[0];
        double w1 = w[1];
        double w2 = w[2];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        for (int l = 0; l < lanes; l++) {
            out[l] = y[l] + (h[l] * w0 * k0[l] + h[l] * w1 * k1[l] + h[l] * w2 * k2[l]);
        }
    }

    private static void four(double[] out, double[] y, double[] h, double[] w, double[][] k, int lanes) {
        double w0 = w[0];
        double w1 = w[1];
        double w2 = w[2];
        double w3 = w[3];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        double[] k3 = k[3];
        for (int l = 0; l < lanes; l++) {
            out[l] = y[l] + (h[l] * w0 * k0[l] + h[l] * w1 * k1[l] + h[l] * w2 * k2[l] + h[l] * w3 * k3[l]);
        }
    }

    private static void five(double[] out, double[] y, double[] h, double[] w, double[][] k, int lanes) {
        double w0 = w[0];
        double w1 = w[1];
        double w2 = w[2];
        double w3 = w[3];
        double w4 = w[4];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        double[] k3 = k[3];
        double[] k4 = k[4];
        for (int l = 0; l < lanes; l++) {
            out[l] = y[l]
                    + (h[l] * w0 * k0[l]
                            + h[l] * w1 * k1[l]
                            + h[l] * w2 * k2[l]
                            + h[l] * w3 * k3[l]
                            + h[l] * w4 * k4[l]);
        }
    }

    private static void six(double[] out, double[] y, double[] h, double[] w, double[][] k, int lanes) {
        double w0 = w[0];
        double w1 = w[1];
        double w2 = w[2];
        double w3 = w[3];
        double w4 = w[4];
        double w5 = w[5];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        double[] k3 = k[3];
        double[] k4 = k[4];
        double[] k5 = k[5];
        for (int l = 0; l < lanes; l++) {
            out[l] = y[l]
                    + (h[l] * w0 * k0[l]
                            + h[l] * w1 * k1[l]
                            + h[l] * w2 * k2[l]
                            + h[l] * w3 * k3[l]
                            + h[l] * w4 * k4[l]
                            + h[l] * w5 * k5[l]);
        }
    }

    /**
     * Writes h Σ w_j k_j of one state and seven slopes.
     *
     * @param out receives the sum; none of the other rows
     * @param k slopes: stage, lane
     */
    static void sumSeven(double[] out, double[] h, double[] w, double[][] k, int lanes) {
        double w0 = w[0];
        double w1 = w[1];
        double w2 = w[2];
        double w3 = w[3];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        double[] k3 = k[3];
        for (int l = 0; l < lanes; l++) {
            out[l] = h[l] * w0 * k0[l] + h[l] * w1 * k1[l] + h[l] * w2 * k2[l] + h[l] * w3 * k3[l];
        }
        double w4 = w[4];
        double w5 = w[5];
        double w6 = w[6];
        double[] k4 = k[4];
        double[] k5 = k[5];
        double[] k6 = k[6];
        for (int l = 0; l < lanes; l++) {
            out[l] = out[l] + h[l] * w4 * k4[l] + h[l] * w5 * k5[l] + h[l] * w6 * k6[l];
        }
    }

    /**
     * Writes a coefficient of a step's polynomial, in the order of {@link Pair#polynomial}.
     *
     * @param out receives it; none of the other rows
     * @param dense weights of the seven slopes
     * @param power of the share of the step
     * @param k slopes: stage, lane
     */
    static void coefficient(double[] out, double[] h, double[][] dense, int power, double[][] k, int lanes) {
        int j = power - 1;
        double w0 = dense[0][j];
        double w1 = dense[1][j];
        double w2 = dense[2][j];
        double w3 = dense[3][j];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        double[] k3 = k[3];
        for (int l = 0; l < lanes; l++) {
            out[l] = 0 + w0 * k0[l] + w1 * k1[l] + w2 * k2[l] + w3 * k3[l];
        }
        double w4 = dense[4][j];
        double w5 = dense[5][j];
        double w6 = dense[6][j];
        double[] k4 = k[4];
        double[] k5 = k[5];
        double[] k6 = k[6];
        for (int l = 0; l < lanes; l++) {
            out[l] = h[l] * (out[l] + w4 * k4[l] + w5 * k5[l] + w6 * k6[l]);
        }
    }

    /** Writes t + node h. */
    static void times(double[] out, double[] t, double[] h, double node, int lanes) {
        for (int l = 0; l < lanes; l++) {
            out[l] = t[l] + node * h[l];
        }
    }
}

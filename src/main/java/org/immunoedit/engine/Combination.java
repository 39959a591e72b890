package org.immunoedit.engine;

/**
 * Weighted sums of vectors: out = y + h (w_0 k_0 + w_1 k_1 + …), one straight loop for each number of terms, so that
 * the compiler turns each into vector instructions. It does not for more than five terms (JDK 17: the body is too long
 * to be unrolled), so longer sums take two loops; the order of additions is that of one.
 */
final class Combination {
    private Combination() {}

    /**
     * Writes y + h Σ w_j k_j, summed over the length of {@code w}.
     *
     * @param out receives the sum; neither {@code y} nor one of the vectors summed
     * @param w 1 to 8 weights
     * @param k at least as many vectors
     */
    static void add(double[] out, double[] y, double h, double[] w, double[][] k) {
        switch (w.length) {
            case 1 -> one(out, y, h, w, k);
            case 2 -> two(out, y, h, w, k);
            case 3 -> three(out, y, h, w, k);
            case 4 -> four(out, y, h, w, k);
            case 5 -> five(out, y, h, w, k);
            case 6 -> six(out, y, h, w, k);
            case 7 -> seven(out, y, h, w, k);
            case 8 -> eight(out, y, h, w, k);
            default -> throw new IllegalArgumentException("no sum of " + w.length + " terms");
        }
    }

    private static void one(double[] out, double[] y, double h, double[] w, double[][] k) {
        double w0 = h * w[0];
        double[] k0 = k[0];
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + w0 * k0[i];
        }
    }

    private static void two(double[] out, double[] y, double h, double[] w, double[][] k) {
        double w0 = h * w[0];
        double w1 = h * w[1];
        double[] k0 = k[0];
        double[] k1 = k[1];
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + (w0 * k0[i] + w1 * k1[i]);
        }
    }

    private static void three(double[] out, double[] y, double h, double[] w, double[][] k) {
        double w0 = h * w[0];
        double w1 = h * w[1];
        double w2 = h * w[2];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + (w0 * k0[i] + w1 * k1[i] + w2 * k2[i]);
        }
    }

    private static void four(double[] out, double[] y, double h, double[] w, double[][] k) {
        double w0 = h * w[0];
        double w1 = h * w[1];
        double w2 = h * w[2];
        double w3 = h * w[3];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        double[] k3 = k[3];
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + (w0 * k0[i] + w1 * k1[i] + w2 * k2[i] + w3 * k3[i]);
        }
    }

    private static void five(double[] out, double[] y, double h, double[] w, double[][] k) {
        double w0 = h * w[0];
        double w1 = h * w[1];
        double w2 = h * w[2];
        double w3 = h * w[3];
        double w4 = h * w[4];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        double[] k3 = k[3];
        double[] k4 = k[4];
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + (w0 * k0[i] + w1 * k1[i] + w2 * k2[i] + w3 * k3[i] + w4 * k4[i]);
        }
    }

    private static void firstFour(double[] out, double h, double[] w, double[][] k) {
        double w0 = h * w[0];
        double w1 = h * w[1];
        double w2 = h * w[2];
        double w3 = h * w[3];
        double[] k0 = k[0];
        double[] k1 = k[1];
        double[] k2 = k[2];
        double[] k3 = k[3];
        for (int i = 0; i < out.length; i++) {
            out[i] = w0 * k0[i] + w1 * k1[i] + w2 * k2[i] + w3 * k3[i];
        }
    }

    private static void six(double[] out, double[] y, double h, double[] w, double[][] k) {
        firstFour(out, h, w, k);
        double w4 = h * w[4];
        double w5 = h * w[5];
        double[] k4 = k[4];
        double[] k5 = k[5];
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + (out[i] + w4 * k4[i] + w5 * k5[i]);
        }
    }

    private static void seven(double[] out, double[] y, double h, double[] w, double[][] k) {
        firstFour(out, h, w, k);
        double w4 = h * w[4];
        double w5 = h * w[5];
        double w6 = h * w[6];
        double[] k4 = k[4];
        double[] k5 = k[5];
        double[] k6 = k[6];
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + (out[i] + w4 * k4[i] + w5 * k5[i] + w6 * k6[i]);
        }
    }

    private static void eight(double[] out, double[] y, double h, double[] w, double[][] k) {
        firstFour(out, h, w, k);
        double w4 = h * w[4];
        double w5 = h * w[5];
        double w6 = h * w[6];
        double w7 = h * w[7];
        double[] k4 = k[4];
        double[] k5 = k[5];
        double[] k6 = k[6];
        double[] k7 = k[7];
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + (out[i] + w4 * k4[i] + w5 * k5[i] + w6 * k6[i] + w7 * k7[i]);
        }
    }

    /**
     * Writes h Σ w_j k_j of seven vectors.
     *
     * @param out receives the sum; none of the vectors summed
     */
    static void sumSeven(double[] out, double h, double[] w, double[][] k) {
        firstFour(out, h, w, k);
        double w4 = h * w[4];
        double w5 = h * w[5];
        double w6 = h * w[6];
        double[] k4 = k[4];
        double[] k5 = k[5];
        double[] k6 = k[6];
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] + w4 * k4[i] + w5 * k5[i] + w6 * k6[i];
        }
    }
}

package org.immunoedit.engine;

import java.util.Arrays;

/**
 * Bounds how far a state strays from the start of a step, from the slopes alone: cheaper than its polynomial, and
 * enough for most steps to show that they stay away from a threshold.
 *
 * <p>The weights b_s of the slopes add up to the share θ of the step, so that y(θ) − y(0) = h (θ k_0 + Σ b_s (k_s −
 * k_0)), where the differences of slopes are small. A weight is no larger than the largest of its coefficients in
 * Bernstein's form, here on each sixteenth of the step. Immutable.
 */
final class Excursion {
    /** What rounding may take from a weight's bound. */
    private static final double ROUNDED_UP = 1 + 1e-12;

    private static final int HALVINGS = 4;

    /** Of the other slopes: bounds of their weights. */
    private final double[] most;
    /** Of the first slope: 1 but for the rounding of published coefficients. */
    private final double whole;
    /** Sum of all absolute coefficients of all weights. */
    private final double total;
    /** Largest sum of one weight's absolute coefficients, over its bound. */
    private final double ratio;

    /** @param dense coefficients of the weights, as in {@link Pair} */
    Excursion(double[][] dense) {
        most = new double[dense.length];
        double[] sums = {-1, 0, 0, 0};
        double all = 0;
        double largestRatio = 0;
        for (int s = 0; s < most.length; s++) {
            double[] d = dense[s];
            double reach = 0;
            for (int j = 0; j < d.length; j++) {
                reach += Math.abs(d[j]);
                sums[j] += d[j];
            }
            most[s] = ROUNDED_UP * largest(bernstein(d), HALVINGS);
            all += reach;
            largestRatio = reach > 0 ? Math.max(largestRatio, reach / most[s]) : largestRatio;
        }
        whole = 1 + Arrays.stream(sums).map(Math::abs).sum();
        total = all;
        ratio = largestRatio;
    }

    /** Bounds of the weights, of all slopes but the first one. */
    double[] most() {
        return most;
    }

    /** Bound of the weight of the first slope. */
    double whole() {
        return whole;
    }

    /** How much of the first slope's size is added up. */
    double total() {
        return total;
    }

    /** How much more of the other slopes is added up than their bounds say. */
    double ratio() {
        return ratio;
    }

    private static double[] bernstein(double[] d) {
        double b2 = 0.5 * d[0] + d[1] / 6;
        double b3 = 0.75 * d[0] + 0.5 * d[1] + 0.25 * d[2];
        return new double[] {0, 0.25 * d[0], b2, b3, d[0] + d[1] + d[2] + d[3]};
    }

    /** The largest absolute coefficient after so many halvings of the interval, by de Casteljau's averages. */
    private static double largest(double[] coefficients, int halvings) {
        if (halvings == 0) {
            return Arrays.stream(coefficients).map(Math::abs).max().orElseThrow();
        }
        int last = coefficients.length - 1;
        double[] right = coefficients.clone();
        double[] left = new double[last + 1];
        for (int level = 0; level <= last; level++) {
            left[level] = right[0];
            for (int j = 0; j < last - level; j++) {
                right[j] = 0.5 * (right[j] + right[j + 1]);
            }
        }
        return Math.max(largest(left, halvings - 1), largest(right, halvings - 1));
    }

    /**
     * The largest distance of one state from its value at the start of a step.
     *
     * @param y value at the start
     * @param h size of the step
     * @param k slopes
     * @param rounding of a value in the step, as a share of the sum of the absolute values of all that is added up
     */
    double of(int state, double y, double h, double[][] k, double rounding) {
        double first = k[0][state];
        double others = 0;
        for (int s = 1; s < most.length; s++) {
            others += most[s] * Math.abs(k[s][state] - first);
        }
        double size = Math.abs(first);
        double terms = Math.abs(y) + h * (total * size + ratio * others);
        return h * (whole * size + others) + rounding * terms + Double.MIN_NORMAL;
    }
}

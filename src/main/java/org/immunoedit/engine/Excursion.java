package org.immunoedit.engine;

import java.util.Arrays;

/**
 * Bounds how far a state strays beyond its values at the ends of a step, from the slopes alone: cheaper than its
 * polynomial, and enough for most steps to show that they stay away from a threshold.
 *
 * <p>The weights b_s of the slopes add up to the share θ of the step. So the way of a state differs from the straight
 * line between the ends by h Σ w_s(θ) k_s with w_s(θ) = b_s(θ) − θ b_s(1), which add up to 0. Slopes early in the step
 * are compared with the first one, late ones with the last one, and the last one with the first: differences are small
 * where weights are large. A weight is no larger than the largest of its coefficients in Bernstein's form, here on each
 * sixteenth of the step. Immutable.
 */
final class Excursion {
    /** What rounding may take from a weight's bound. */
    private static final double ROUNDED_UP = 1 + 1e-12;

    private static final int HALVINGS = 4;
    private static final int DEGREE = 4;

    /** Slopes from here on are compared with the last one: both pairs have them at 0.8 of the step and later. */
    static final int LATE = 3;

    /** Bounds of |w_s|; last the one of all late slopes together. */
    private final double[] most;
    /** Bound of the sum of all w_s: 0 but for the rounding of published coefficients. */
    private final double rest;
    /** Sum of all absolute coefficients of all weights. */
    private final double total;
    /** How much more of the differences of slopes is added up than the bounds say, at most. */
    private final double ratio;

    /** @param dense coefficients of the weights, as in {@link Pair} */
    Excursion(double[][] dense) {
        int last = dense.length - 1;
        most = new double[dense.length];
        double[] all = new double[DEGREE];
        double[] late = new double[DEGREE];
        double reachOfLate = 0;
        double sum = 0;
        double largestRatio = 0;
        for (int s = 0; s <= last; s++) {
            double reach = Arrays.stream(dense[s]).map(Math::abs).sum();
            sum += reach;
            reachOfLate += s < LATE ? 0 : reach;
            most[s] = bound(dense[s]);
            largestRatio = reach > 0 && s < last ? Math.max(largestRatio, reach / most[s]) : largestRatio;
            for (int j = 0; j < DEGREE; j++) {
                all[j] += dense[s][j];
                late[j] += s < LATE ? 0 : dense[s][j];
            }
        }
        most[last] = bound(late);
        all[0] -= 1;
        rest = 2 * Arrays.stream(all).map(Math::abs).sum();
        total = sum;
        ratio = Math.max(largestRatio, reachOfLate / most[last]);
    }

    /** Bounds of |w_s|; the last one of all late slopes together. */
    double[] most() {
        return most;
    }

    /** Bound of the sum of all w_s. */
    double rest() {
        return rest;
    }

    /** How much of the first slope's size is added up. */
    double total() {
        return total;
    }

    /** How much more of the differences of slopes is added up than the bounds say. */
    double ratio() {
        return ratio;
    }

    /** Bound of a weight less the straight line to its end. */
    private static double bound(double[] d) {
        double[] bent = {d[0] - Arrays.stream(d).sum(), d[1], d[2], d[3]};
        return ROUNDED_UP * largest(bernstein(bent), HALVINGS);
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
     * How far one state strays, at most, beyond its values at the ends of a step.
     *
     * @param y value at the start
     * @param h size of the step
     * @param k slopes
     * @param rounding of a value in the step, as a share of the sum of the absolute values of all that is added up
     */
    double of(int state, double y, double h, double[][] k, double rounding) {
        double first = k[0][state];
        int end = most.length - 1;
        double last = k[end][state];
        double others = most[end] * Math.abs(last - first);
        for (int s = 1; s < end; s++) {
            others += most[s] * Math.abs(k[s][state] - (s < LATE ? first : last));
        }
        double size = Math.abs(first);
        double terms = Math.abs(y) + h * (total * size + ratio * others);
        return h * (rest * size + others) + rounding * terms + Double.MIN_NORMAL;
    }
}

package org.immunoedit.engine;

import org.immunoedit.ode.OdeSystem;

/**
 * Estimates the error of a pair's dense output inside a step. The pair's own estimate looks at the end of the step, and
 * now and then its terms cancel there while the inside is off by many tolerances.
 *
 * <p>The dense output is a polynomial of degree 4 in the share θ of the step. What it lacks first is a term c θ⁵. The
 * states and rates at the three ends of this step and the one before it give c as a divided difference, without an
 * evaluation. The first step of a stretch has none before it: there the rates at its middle tell.
 *
 * <p>For y = t⁵ and a step of 1, where c = 1, both pairs miss at most 0.0103 inside, and their slope misses 1/16 at the
 * middle; that follows from their coefficients alone.
 */
final class InsideError {
    /** Largest error inside for c = 1. */
    static final double ERROR = 0.0104;
    /** Miss of the slope at the middle for c = 1, times the size of the step. */
    private static final double MISS = 1.0 / 16;

    private static final double MIDDLE = 0.5;

    private final Middle weights;
    private final double[] middle;
    private final double[] rates;
    /** State and rates at the start of the step before. */
    private double[] stateBefore;

    private double[] ratesBefore;
    /** NaN when there is no step before. */
    private double sizeBefore = Double.NaN;

    /**
     * Weights of the slopes at the middle of a step.
     *
     * @param state in the state there
     * @param slope in its slope
     */
    record Middle(double[] state, double[] slope) {
        /** What follows from the coefficients of a dense output, as in {@link Pair}. */
        static Middle of(double[][] dense) {
            double[] state = new double[dense.length];
            double[] slope = new double[dense.length];
            for (int s = 0; s < dense.length; s++) {
                double[] d = dense[s];
                state[s] = MIDDLE * (d[0] + MIDDLE * (d[1] + MIDDLE * (d[2] + MIDDLE * d[3])));
                slope[s] = d[0] + MIDDLE * (2 * d[1] + MIDDLE * (3 * d[2] + MIDDLE * 4 * d[3]));
            }
            return new Middle(state, slope);
        }
    }

    /** @param n number of states */
    InsideError(Pair pair, int n) {
        weights = pair.middle();
        middle = new double[n];
        rates = new double[n];
        stateBefore = new double[n];
        ratesBefore = new double[n];
    }

    /** The next step is the first of a stretch. */
    void forget() {
        sizeBefore = Double.NaN;
    }

    /** A step of this size was taken; its first state and rates are kept, not copied. */
    void passed(double size, double[] state, double[] ratesThere) {
        sizeBefore = size;
        stateBefore = state;
        ratesBefore = ratesThere;
    }

    /** The array of the state at the start of the step before, free once another step has passed. */
    double[] stateBefore() {
        return stateBefore;
    }

    /** The same for the rates there. */
    double[] ratesBefore() {
        return ratesBefore;
    }

    /** The size of the step before, NaN when there is none. */
    double sizeBefore() {
        return sizeBefore;
    }

    /** Whether there is no step before to compare with. */
    boolean isFirst() {
        return !(sizeBefore > 0);
    }

    /**
     * Raises errors at the end of a step that is not the first to those inside, from the ends of this step and the one
     * before.
     *
     * @param errors of any sign; receives sizes
     * @param h size of the step
     * @param y state at its start
     * @param f rates there
     * @param next state at its end
     * @param g rates there
     */
    void widen(double[] errors, double h, double[] y, double[] f, double[] next, double[] g) {
        // divided difference over the nodes −1/p, −1/p, 0, 0, 1, 1 in units of h, with q = p/(1+p)
        double p = h / sizeBefore;
        double q = h / (sizeBefore + h);
        double share = ERROR * q * q;
        double onGain = -2 * share * (1 + q);
        double onGainBefore = -2 * share * p * p * (p + q);
        double onLast = share * h;
        double onFirst = onLast * (1 + p) * (1 + p);
        double onBefore = onLast * p * p;
        double[] before = stateBefore;
        double[] slopes = ratesBefore;
        double[] sum = middle;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = onGain * (next[i] - y[i]) + onGainBefore * (y[i] - before[i]);
        }
        for (int i = 0; i < sum.length; i++) {
            double c = sum[i] + (onLast * g[i] + onFirst * f[i] + onBefore * slopes[i]);
            errors[i] = Math.max(Math.abs(errors[i]), Math.abs(c));
        }
    }

    /**
     * The errors inside a step, from how the dense output misses the equations at the middle. Takes one evaluation.
     *
     * @param errors receives them, of any sign
     * @param t start of the step
     * @param y the state there
     * @param h size of the step
     * @param k its slopes
     */
    void measure(double[] errors, OdeSystem system, double t, double[] y, double h, double[][] k) {
        Combination.add(middle, y, h, weights.state(), k);
        system.rates(t + MIDDLE * h, middle, rates);
        Combination.sumSeven(errors, h, weights.slope(), k);
        for (int i = 0; i < errors.length; i++) {
            errors[i] = ERROR / MISS * (errors[i] - h * rates[i]);
        }
    }
}

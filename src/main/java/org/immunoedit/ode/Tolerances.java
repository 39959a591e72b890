package org.immunoedit.ode;

import java.util.Arrays;

/**
 * Error bounds of one run: a step is kept when the norm of error_i / (absolute_i + relative |y_i|) is at most 1.
 *
 * <p>Each state also has a floor: minus infinity for a signed state, otherwise −10 times its absolute tolerance. A step
 * that ends below a floor is tried again with a smaller size and fails when that does not help.
 */
public final class Tolerances {
    private final double relative;
    private final double[] absolute;
    private final boolean[] signed;

    /**
     * @param relative largest error as a share of |y| (1)
     * @param absolute largest error near y = 0, one per state (unit of the state)
     * @param signed whether the state may be negative, one per state
     */
    public Tolerances(double relative, double[] absolute, boolean[] signed) {
        requirePositive("relative", relative);
        for (double a : absolute) {
            requirePositive("absolute", a);
        }
        if (signed.length != absolute.length) {
            throw new IllegalArgumentException(signed.length + " signs for " + absolute.length + " tolerances");
        }
        this.relative = relative;
        this.absolute = absolute.clone();
        this.signed = signed.clone();
    }

    /** The same absolute tolerance for {@code dimension} signed states. */
    public static Tolerances uniform(int dimension, double relative, double absolute) {
        double[] each = new double[dimension];
        Arrays.fill(each, absolute);
        boolean[] signed = new boolean[dimension];
        Arrays.fill(signed, true);
        return new Tolerances(relative, each, signed);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " tolerance must be positive and finite, got " + value);
        }
    }

    /** Number of states. */
    public int dimension() {
        return absolute.length;
    }

    /** Largest error as a share of |y| (1). */
    public double relative() {
        return relative;
    }

    /** Largest error of state {@code i} near 0 (unit of the state). */
    public double absolute(int i) {
        return absolute[i];
    }

    /** Value that state {@code i} may not fall below (unit of the state). */
    public double floor(int i) {
        return signed[i] ? Double.NEGATIVE_INFINITY : -10 * absolute[i];
    }

    /** {@code factor} times tighter in both bounds, as far as numbers go; floors follow. */
    public Tolerances tightened(double factor) {
        double[] tighter = new double[absolute.length];
        Arrays.setAll(tighter, i -> tightened(absolute[i], factor));
        return new Tolerances(tightened(relative, factor), tighter, signed);
    }

    /** The least number cannot be divided: it would be no tolerance at all. */
    private static double tightened(double tolerance, double factor) {
        return tolerance > 0 ? Math.max(tolerance / factor, Double.MIN_VALUE) : tolerance;
    }
}

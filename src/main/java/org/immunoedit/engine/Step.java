package org.immunoedit.engine;

/** A step of a one-step method: its ends and the state anywhere in it. */
interface Step {
    /** State {@code i} at its start. */
    double start(int i);

    /** The state at its start. */
    void start(double[] into);

    /** State {@code i} at its end. */
    double end(int i);

    /** The state at its end. */
    void end(double[] into);

    /**
     * The state within the step.
     *
     * @param theta share of the step, 0 to 1
     */
    void at(double theta, double[] into);

    /**
     * One state within the step as a polynomial of the share of the step.
     *
     * @param into receives the coefficients of its powers 0 to 4, if it is of degree 4
     * @return whether it is
     */
    boolean polynomial(int state, double[] into);

    /**
     * The sum of the absolute values of everything that is added up in {@link #at} and {@link #polynomial} for one
     * state: neither a value nor the sum of the coefficients' absolute values is larger, and rounding is a small
     * multiple of its last digit.
     */
    double magnitude(int state);

    /**
     * A bound of how far one state strays within the step beyond its values at the ends, infinite when none is known.
     *
     * @param rounding of a value within the step, as a share of its {@link #magnitude}
     */
    default double excursion(int state, double rounding) {
        return Double.POSITIVE_INFINITY;
    }
}

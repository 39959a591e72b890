package org.immunoedit.ode;

/** The state anywhere within one step, to the accuracy of the method. */
@FunctionalInterface
public interface Interpolant {
    /**
     * Writes the state at a time within the step, ends included.
     *
     * @param into receives one value per state
     */
    void at(double t, double[] into);

    /** Coefficients of a {@link #polynomial}. */
    int COEFFICIENTS = 5;

    /**
     * Writes one state over the whole step as a polynomial of degree 4: the coefficients of 1, θ, θ², θ³, θ⁴ where θ is
     * the share of the step. It is what {@link #at} gives, but for rounding.
     *
     * @param from start of the step as it was told
     * @param to end of the step as it was told
     * @param into receives {@link #COEFFICIENTS} values, unless there is no such polynomial
     * @return whether there is one
     */
    default boolean polynomial(int state, double from, double to, double[] into) {
        return false;
    }

    /**
     * How far {@link #at} inside the step and the {@link #polynomial} of one state may be apart by rounding, together
     * with the rounding of a few sums of its coefficients. The end of the step is not meant.
     *
     * @return a bound (unit of the state), infinite when none is known
     */
    default double rounding(int state) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Whether it is certain, by what is cheap to see, that one state is on one side of a value everywhere inside the
     * step. The end of the step is not meant.
     */
    default boolean staysBeyond(int state, double value, boolean above) {
        return false;
    }
}

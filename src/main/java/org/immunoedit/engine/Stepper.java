package org.immunoedit.engine;

import org.immunoedit.ode.OdeSystem;

/**
 * A one-step method with its memory: it stands at a time and a state, tries steps from there, and moves on when told.
 *
 * <p>The arrays it hands out are its own, valid until the next call that changes it, and not to be changed, but for a
 * proposed state that has vanished and is set to 0.
 */
interface Stepper {
    /** Where its accepted steps are counted. */
    Counter.Tally tally();

    /** Stands at (t, y), which is copied, and evaluates the rates there. */
    void begin(OdeSystem system, double t, double[] y);

    /**
     * Tries a step of the given size from where it stands.
     *
     * @return largest estimated error in units of the tolerance; NaN or infinite when a rate or state was not finite
     */
    double attempt(double size);

    /** Moves to the end of the step tried last, at time {@code to}. */
    void accept(double to);

    /** The state where it stands. */
    double[] state();

    /** The rates where it stands. */
    double[] rates();

    /** The state at the end of the step tried last. */
    double[] proposed();

    /** The rates there, if its error was at most 1. */
    double[] proposedRates();

    /**
     * The state within the step tried last.
     *
     * @param theta share of the step, 0 to 1
     */
    void at(double theta, double[] into);

    /**
     * One state within the step tried last as a polynomial of the share of the step.
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
     * A bound of how far one state strays from the start of the step tried last, infinite when none is known.
     *
     * @param rounding of a value within the step, as a share of its {@link #magnitude}
     */
    default double excursion(int state, double rounding) {
        return Double.POSITIVE_INFINITY;
    }

    /** Index of the state that hinders the step tried last: the first non-finite one, else the largest error. */
    int worst();

    /** Whether its steps may be so long that a decay is damped but not followed. */
    boolean outrunsDecay();

    /** Order of the error estimate plus one: its error falls with this power of the step size. */
    int errorOrder();
}

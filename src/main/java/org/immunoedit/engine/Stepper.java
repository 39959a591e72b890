package org.immunoedit.engine;

import org.immunoedit.ode.OdeSystem;

/**
 * A one-step method with its memory: it stands at a time and a state, tries steps from there, and moves on when told.
 *
 * <p>The arrays it hands out are its own, valid until the next call that changes it, and not to be changed, but for a
 * proposed state that has vanished and is set to 0.
 */
interface Stepper extends Step {
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

    @Override
    default double start(int i) {
        return state()[i];
    }

    @Override
    default void start(double[] into) {
        System.arraycopy(state(), 0, into, 0, into.length);
    }

    @Override
    default double end(int i) {
        return proposed()[i];
    }

    @Override
    default void end(double[] into) {
        System.arraycopy(proposed(), 0, into, 0, into.length);
    }

    /** Index of the state that hinders the step tried last: the first non-finite one, else the largest error. */
    int worst();

    /** Whether its steps may be so long that a decay is damped but not followed. */
    boolean outrunsDecay();

    /** Order of the error estimate plus one: its error falls with this power of the step size. */
    int errorOrder();
}

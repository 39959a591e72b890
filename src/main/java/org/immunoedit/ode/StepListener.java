package org.immunoedit.ode;

/** Sees each accepted step; may not alter it. */
@FunctionalInterface
public interface StepListener {
    /** Ignores every step. */
    StepListener NONE = (from, to, within) -> {};

    /**
     * A step was accepted.
     *
     * @param from its start (model time)
     * @param to its end (model time), after a located crossing the crossing
     * @param within the state anywhere in it, valid only during this call
     */
    void step(double from, double to, Interpolant within);
}

package org.immunoedit.ode;

/** Sees each accepted step; may not alter it. */
@FunctionalInterface
public interface StepListener {
    /** Ignores every step. */
    StepListener NONE = (from, to, within) -> {};

    /**
     * A step was accepted. A step shorter than the resolution of time, as right after a dose in a very stiff model, is
     * not told: it would start and end at the same time.
     *
     * @param from its start (model time)
     * @param to its end (model time), after a located crossing the crossing
     * @param within the state anywhere in it, valid only during this call
     */
    void step(double from, double to, Interpolant within);

    /** The first time it waits for (model time): steps that end before need not be told. */
    default double due() {
        return Double.NEGATIVE_INFINITY;
    }
}

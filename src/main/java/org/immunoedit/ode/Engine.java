package org.immunoedit.ode;

/**
 * The memory of one run: carries one smooth stretch after another forward. Not shared by threads.
 *
 * <p>Keeps its step size from stretch to stretch as a first guess, counts steps over the whole run, and stops at the
 * first crossing of a guard, located to rounding on its dense output.
 */
public interface Engine {
    /**
     * Integrates from {@code span.start()} towards {@code span.end()}.
     *
     * @param y state at the start; receives the state where the integration ended, also after a failure
     * @param guards functions whose change of side stops the integration; their sides are those at the start
     * @param listener told of each accepted step, contiguous and in order; the last one ends where the ending says
     * @return how it ended; {@code Reached} at once for a span of length 0
     */
    Ending advance(OdeSystem system, double[] y, Span span, Guards guards, StepListener listener);

    /** Counts since the engine was made. */
    Statistics statistics();
}

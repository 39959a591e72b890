package org.immunoedit.engine;

import org.immunoedit.ode.OdeSystem;

/** Says which stepper takes the next step. Memory of one run. */
interface Choice {
    /** The stepper in charge. */
    Stepper stepper();

    /** Lets the stepper in charge stand at (t, y). */
    void begin(OdeSystem system, double t, double[] y);

    /**
     * Looks at the step just accepted (the stepper stands at its end) and may put another stepper in charge.
     *
     * @param size of the step accepted
     * @param left time from there to the end of the stretch
     * @param held whether the size owes to the decay of a state below its tolerance, not to the method
     * @return size for the new stepper's first step, NaN when the same stepper goes on
     */
    double reconsider(double size, double left, boolean held);

    /**
     * Looks at a step just refused and may put another stepper in charge.
     *
     * @param size to be tried instead
     * @param left time from its start to the end of the stretch
     * @param held whether the size owes to the decay of a state below its tolerance, not to the method
     * @return size for the new stepper's first step, NaN when the same stepper goes on
     */
    double reconsiderRefused(double size, double left, boolean held);

    /** How many more steps of an explicit pair are accepted before anything is to be reconsidered. */
    int calm();

    /** Takes note of steps of an explicit pair that were accepted, no more than {@link #calm}. */
    void passed(long steps);

    /**
     * Looks at a step of an explicit pair that a lane has tried and that is about to be accepted, after all the
     * {@link #calm} ones.
     *
     * @return whether nothing was to be reconsidered, and note is taken; otherwise nothing is noted
     */
    boolean passes(LaneSteps steps, int lane);

    /** Puts another stepper in charge at {@code t}, where the one in charge cannot go on; false if all have failed. */
    boolean rescue(double t);

    /** Always the same stepper. */
    static Choice only(Stepper stepper) {
        return new Choice() {
            @Override
            public Stepper stepper() {
                return stepper;
            }

            @Override
            public void begin(OdeSystem system, double t, double[] y) {
                stepper.begin(system, t, y);
            }

            @Override
            public double reconsider(double size, double left, boolean held) {
                return Double.NaN;
            }

            @Override
            public double reconsiderRefused(double size, double left, boolean held) {
                return Double.NaN;
            }

            @Override
            public int calm() {
                return Integer.MAX_VALUE;
            }

            @Override
            public void passed(long steps) {
                // has no memory
            }

            @Override
            public boolean passes(LaneSteps steps, int lane) {
                return true;
            }

            @Override
            public boolean rescue(double t) {
                return false;
            }
        };
    }
}

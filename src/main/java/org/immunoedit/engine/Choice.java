package org.immunoedit.engine;

/** Says which stepper takes the next step. Memory of one run. */
interface Choice {
    /** The stepper in charge. */
    Stepper stepper();

    /**
     * Looks at the step just accepted (the stepper stands at its end) and may put another stepper in charge.
     *
     * @param size of the step accepted
     * @param held whether the size owes to the decay of a state below its tolerance, not to the method
     * @return size for the new stepper's first step, NaN when the same stepper goes on
     */
    double reconsider(double size, boolean held);

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
            public double reconsider(double size, boolean held) {
                return Double.NaN;
            }

            @Override
            public boolean rescue(double t) {
                return false;
            }
        };
    }
}

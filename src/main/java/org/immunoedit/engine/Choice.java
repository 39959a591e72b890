package org.immunoedit.engine;

/** Says which stepper takes the next step. Memory of one run. */
interface Choice {
    /** The stepper in charge. */
    Stepper stepper();

    /**
     * Looks at the step just accepted (the stepper stands at its end) and may put another stepper in charge.
     *
     * @param size of the step accepted
     * @return size for the new stepper's first step, NaN when the same stepper goes on
     */
    double reconsider(double size);

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
            public double reconsider(double size) {
                return Double.NaN;
            }

            @Override
            public boolean rescue(double t) {
                return false;
            }
        };
    }
}

package org.immunoedit.compile;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * The class of the kernels of one plan over lanes.
 *
 * @param type has a constructor without arguments
 * @param rows number of rows of values that pass between its loops
 * @param usesTime whether time is among what they read
 */
record LaneCode(Class<? extends LaneKernel> type, int rows, boolean usesTime) {
    /** Operations beyond which lanes are not for a model: their rows would not stay near the processor. */
    private static final int MOST_OPERATIONS = 1500;

    /** Whether lanes are for this plan. */
    static boolean fits(Plan plan) {
        return plan.body().operations() <= MOST_OPERATIONS && !plan.outputs().isMatrix();
    }

    /** Compiles a plan. */
    static LaneCode of(Plan plan) {
        LanePlan loops = new LanePlan(plan);
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(LaneWriter.write(plan, loops), true);
            return new LaneCode(lookup.lookupClass().asSubclass(LaneKernel.class), loops.rows(), usesTime(plan.body()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("generated code was refused", e);
        }
    }

    private static boolean usesTime(Schedule schedule) {
        return Arrays.stream(schedule.leaves())
                .anyMatch(leaf -> schedule.graph().operation(leaf) == Operation.TIME);
    }

    /** A kernel with memory for so many lanes. */
    LaneKernel kernel(int width) {
        try {
            LaneKernel kernel = type.getDeclaredConstructor().newInstance();
            kernel.reserve(rows, width);
            return kernel;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated code was refused", e);
        }
    }
}

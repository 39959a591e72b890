package org.immunoedit.compile;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The class of the kernels of one plan over lanes.
 *
 * @param type has a constructor without arguments
 * @param rows number of rows of values that pass between its loops
 * @param own slots that may have a value of its own in each lane; all others have one in common
 */
record LaneCode(Class<? extends LaneKernel> type, int rows, BitSet own) {
    /** Operations beyond which lanes are not for a model: their rows would not stay near the processor. */
    private static final int MOST_OPERATIONS = 1500;

    /** Whether lanes are for this plan. */
    static boolean fits(Plan plan) {
        return plan.body().operations() <= MOST_OPERATIONS && !plan.outputs().isMatrix();
    }

    /** Compiles a plan for lanes with values of their own in some slots. */
    static LaneCode of(Plan plan, BitSet own) {
        LanePlan loops = new LanePlan(plan, own);
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(LaneWriter.write(plan, loops), true);
            return new LaneCode(lookup.lookupClass().asSubclass(LaneKernel.class), loops.rows(), own);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("generated code was refused", e);
        }
    }

    /** Whether time is among what rates read. */
    static boolean usesTime(Plan plan) {
        Schedule schedule = plan.body();
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

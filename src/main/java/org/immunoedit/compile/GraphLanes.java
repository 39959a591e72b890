package org.immunoedit.compile;

import java.util.BitSet;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.OdeSystem;

/** The right-hand side of a program over lanes. */
final class GraphLanes implements LaneSystem {
    private final GraphProgram program;
    private final boolean usesTime;
    private final LaneCodes codes;
    private final int width;
    private double[][] slots = {};
    /** Values of the first run. */
    private double[] first = {};
    /** Slots in which not all runs have the value of the first one. */
    private final BitSet own;
    /** Null when there is none for these slots yet. */
    private LaneKernel kernel;

    GraphLanes(GraphProgram program, Plan plan, LaneCodes codes, int width) {
        this.program = program;
        this.codes = codes;
        this.width = width;
        usesTime = LaneCode.usesTime(plan);
        own = codes.own();
    }

    @Override
    public int dimension() {
        return program.dimension();
    }

    @Override
    public boolean usesTime() {
        return usesTime;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public boolean load(int lane, OdeSystem system) {
        if (!(system instanceof GraphSystem given) || given.program() != program) {
            return false;
        }
        double[] values = given.slots();
        if (slots.length != values.length) {
            slots = new double[values.length][width];
            first = values.clone();
        }
        for (int k = 0; k < values.length; k++) {
            slots[k][lane] = values[k];
            if (Double.doubleToRawLongBits(values[k]) != Double.doubleToRawLongBits(first[k]) && !own.get(k)) {
                own.set(k);
                kernel = null;
            }
        }
        return true;
    }

    @Override
    public void move(int from, int to) {
        for (double[] slot : slots) {
            slot[to] = slot[from];
        }
    }

    @Override
    public void rates(double[] t, double[][] y, double[][] dydt, int lanes) {
        if (kernel == null) {
            LaneCode code = codes.of(own);
            own.or(code.own());
            kernel = code.kernel(width);
        }
        kernel.evaluate(t, y, slots, dydt, lanes);
    }
}

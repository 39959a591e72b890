package org.immunoedit.compile;

import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.OdeSystem;

/** The right-hand side of a program over lanes. */
final class GraphLanes implements LaneSystem {
    private final GraphProgram program;
    private final LaneCode code;
    private final LaneKernel kernel;
    private final int width;
    private double[][] slots = {};

    GraphLanes(GraphProgram program, LaneCode code, int width) {
        this.program = program;
        this.code = code;
        this.width = width;
        kernel = code.kernel(width);
    }

    @Override
    public int dimension() {
        return program.dimension();
    }

    @Override
    public boolean usesTime() {
        return code.usesTime();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public boolean load(int lane, OdeSystem system) {
        if (!(system instanceof GraphSystem own) || own.program() != program) {
            return false;
        }
        double[] values = own.slots();
        if (slots.length != values.length) {
            slots = new double[values.length][width];
        }
        for (int k = 0; k < values.length; k++) {
            slots[k][lane] = values[k];
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
        kernel.evaluate(t, y, slots, dydt, lanes);
    }
}

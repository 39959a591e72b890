package org.immunoedit.compile;

import org.immunoedit.ode.Formulas;

/** A group of formulas of a program for fixed parameters. */
final class GraphFormulas implements Formulas {
    private final int size;
    private final Routine<double[]> routine;
    private final double[] slots;

    GraphFormulas(int size, Routine<double[]> routine, double[] parameters) {
        this.size = size;
        this.routine = routine;
        slots = routine.slots(parameters);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void evaluate(double t, double[] y, double[] values) {
        routine.kernel().evaluate(t, y, slots, values);
    }
}

package org.immunoedit.compile;

import java.util.Arrays;
import org.immunoedit.ode.OdeSystem;

/** The right-hand side of a program for fixed parameters. */
final class GraphSystem implements OdeSystem {
    private final GraphProgram program;
    private final Routine<double[]> rates;
    private final double[] parameters;
    private final double[] slots;
    private volatile Prepared<double[][]> jacobian;
    private volatile Prepared<double[]> timeDerivative;

    /** What is known once a kind of derivative has been asked for. */
    private record Prepared<O>(Routine<O> routine, double[] slots) {
        void evaluate(double t, double[] y, O out) {
            routine.kernel().evaluate(t, y, slots, out);
        }
    }

    GraphSystem(GraphProgram program, Routine<double[]> rates, double[] parameters) {
        this.program = program;
        this.rates = rates;
        this.parameters = parameters.clone();
        slots = rates.slots(parameters);
    }

    /** What it is made of. */
    GraphProgram program() {
        return program;
    }

    /** What its rates need beside time and states: parameters, and what depends on them only. */
    double[] slots() {
        return slots;
    }

    @Override
    public int dimension() {
        return program.dimension();
    }

    @Override
    public void rates(double t, double[] y, double[] dydt) {
        rates.kernel().evaluate(t, y, slots, dydt);
    }

    @Override
    public double work() {
        return rates.work();
    }

    @Override
    public void jacobian(double t, double[] y, double[][] dfdy) {
        Prepared<double[][]> prepared = jacobian;
        if (prepared == null) {
            Routine<double[][]> routine = program.jacobian();
            prepared = new Prepared<>(routine, routine.slots(parameters));
            jacobian = prepared;
        }
        for (double[] row : dfdy) {
            Arrays.fill(row, 0);
        }
        prepared.evaluate(t, y, dfdy);
    }

    @Override
    public void timeDerivative(double t, double[] y, double[] dfdt) {
        Prepared<double[]> prepared = timeDerivative;
        if (prepared == null) {
            Routine<double[]> routine = program.timeDerivative();
            prepared = new Prepared<>(routine, routine.slots(parameters));
            timeDerivative = prepared;
        }
        prepared.evaluate(t, y, dfdt);
    }
}

package org.immunoedit.cli;

import java.util.Arrays;
import java.util.List;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Formulary.Group;
import org.immunoedit.ode.Program;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Start;

/** Where runs of an experiment start, for its own values of parameters and for others. Immutable, shared by threads. */
final class StartingPoint {
    private final Equations equations;
    private final Program program;
    private final double time;
    private final double[] slots;
    private final double[] numbers;
    private final boolean[] isFormula;
    private final boolean anyFormula;

    StartingPoint(Experiment experiment, Program program) {
        equations = experiment.equations();
        this.program = program;
        time = experiment.horizon().start();
        slots = experiment.switched().frozen().parameters().stream()
                .mapToDouble(Equations.Parameter::value)
                .toArray();
        List<Equations.State> states = equations.states();
        numbers = new double[states.size()];
        isFormula = new boolean[states.size()];
        for (int i = 0; i < numbers.length; i++) {
            isFormula[i] = !(states.get(i).initial() instanceof Num);
            numbers[i] = states.get(i).initial() instanceof Num given ? given.value() : Double.NaN;
        }
        anyFormula = states.stream().anyMatch(state -> !(state.initial() instanceof Num));
    }

    /** The values of all slots of the program. */
    double[] slots() {
        return slots.clone();
    }

    /** Initial values: numbers as the equations have them, formulas for these values of the slots. */
    double[] states(double[] values) {
        double[] states = numbers.clone();
        if (anyFormula) {
            double[] computed = new double[states.length];
            program.formulas(Group.INITIAL.ordinal(), values).evaluate(time, new double[states.length], computed);
            for (int i = 0; i < states.length; i++) {
                states[i] = isFormula[i] ? computed[i] : states[i];
            }
        }
        return states;
    }

    /** A start with these states and values of the slots. */
    Start start(double[] states, double[] values) {
        return new Start(states, Arrays.copyOf(values, equations.parameters().size()));
    }

    /** The start of the experiment itself. */
    Start start() {
        return start(states(slots), slots);
    }
}

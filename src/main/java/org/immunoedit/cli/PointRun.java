package org.immunoedit.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.cli.Trajectory.Solution;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Formulary.Group;
import org.immunoedit.ode.Program;
import org.immunoedit.outcome.Judge;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Start;

/** The run of one point with a program that many points share. */
record PointRun(Assembly assembly) {
    /**
     * How it ended.
     *
     * @param reason short word for a failure, empty if there was none
     * @param judge empty after a failure, or when nothing is judged
     */
    record Result(String reason, Optional<Judge> judge) {}

    /** Runs without rows. */
    Result run() {
        return result(trajectory().judge());
    }

    /** Runs; of a failed run the rows are those before its failure. */
    Result run(Trajectory.Table table) {
        return result(trajectory().write(table));
    }

    private static Result result(Solution solution) {
        return new Result(solution.report().succeeded() ? "" : solution.report().reason(), solution.judge());
    }

    /** The point as its own equations start it. */
    private Trajectory trajectory() {
        Ready ready = assembly.ready();
        Optional<RunIn> runIn = ready.runIn()
                .map(lead -> new RunIn(
                        started(lead.experiment(), lead.programs().frozen()),
                        lead.programs(),
                        lead.every(),
                        lead.keep()));
        Experiment experiment = started(ready.experiment(), ready.programs().frozen());
        return new Trajectory(
                new Ready(experiment, ready.programs(), ready.method(), runIn, ready.scaling()), assembly.judgement());
    }

    /** A shared program starts as the point it was compiled for; this point starts as its own equations say. */
    static Experiment started(Experiment experiment, Program program) {
        if (experiment.start().isPresent()) {
            return experiment;
        }
        double[] slots = slots(experiment);
        return experiment.from(start(experiment.equations(), initial(experiment, program, slots), slots));
    }

    /** The values of all slots of an experiment's program. */
    static double[] slots(Experiment experiment) {
        return experiment.switched().frozen().parameters().stream()
                .mapToDouble(Equations.Parameter::value)
                .toArray();
    }

    /** Initial values: numbers as the equations have them, formulas for the values of the slots. */
    static double[] initial(Experiment experiment, Program program, double[] slots) {
        List<Equations.State> states = experiment.equations().states();
        double[] computed = new double[states.size()];
        program.formulas(Group.INITIAL.ordinal(), slots)
                .evaluate(experiment.horizon().start(), new double[states.size()], computed);
        for (int i = 0; i < computed.length; i++) {
            computed[i] = states.get(i).initial() instanceof Num given ? given.value() : computed[i];
        }
        return computed;
    }

    /** A start from these states and values of parameters. */
    static Start start(Equations equations, double[] states, double[] slots) {
        return new Start(
                Arrays.stream(states).boxed().toList(),
                Arrays.stream(slots)
                        .limit(equations.parameters().size())
                        .boxed()
                        .toList());
    }
}

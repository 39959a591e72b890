package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Formulary.Group;
import org.immunoedit.ode.Program;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Start;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sim.Rows;
import org.immunoedit.sim.Simulation;

/** The run of one point with a program that many points share. */
record PointRun(Assembly assembly) {
    /**
     * How it ended.
     *
     * @param reason short word for a failure, empty if there was none
     * @param verdict empty after a failure, or when nothing is judged
     */
    record Result(String reason, Optional<Verdict> verdict) {}

    /** Receives the rows of a run, with the column of phases once it is known. */
    interface Table {
        /** Where the rows go. */
        RowSink rows(Experiment experiment, PhaseColumn phases);
    }

    /** Runs without rows. */
    Result run() {
        Optional<Experiment> experiment = start((time, values, side) -> {});
        return experiment.map(e -> judged(e, List.of())).orElseGet(() -> failed("run-in"));
    }

    /** Runs; of a failed run the rows are those before its failure. */
    Result run(Table table) {
        Experiment given = assembly.ready().experiment();
        boolean phases = given.columns().contains(PhaseColumn.TERM);
        Result first = phases ? run() : failed("");
        PhaseColumn column =
                new PhaseColumn(first.verdict().map(Verdict::timeline).orElse(List.of()));
        RowSink sink = table.rows(given, column);
        Optional<Experiment> experiment = start(sink);
        return experiment.map(e -> judged(e, List.of(new Rows(e, sink)))).orElseGet(() -> failed("run-in"));
    }

    private Result judged(Experiment experiment, List<Observer> others) {
        Ready ready = assembly.ready();
        Optional<Judge> judge = assembly.judgement().map(Judgement::judge);
        List<Observer> observers = new ArrayList<>(others);
        judge.ifPresent(observers::add);
        Observer all = observers.size() == 1 ? observers.get(0) : Observer.all(observers);
        Report report = new Simulation(experiment, ready.programs(), ready.method(), all).run();
        return report.succeeded() ? new Result("", judge.map(Judge::verdict)) : failed(report.reason());
    }

    /** The experiment at its start, or at the end of its run-in; empty when that fails. */
    private Optional<Experiment> start(RowSink sink) {
        Ready ready = assembly.ready();
        Experiment experiment = started(ready.experiment(), ready.programs().frozen());
        if (ready.runIn().isEmpty()) {
            return Optional.of(experiment);
        }
        RunIn lead = ready.runIn().get();
        RunIn own = new RunIn(
                started(lead.experiment(), lead.programs().frozen()), lead.programs(), lead.every(), lead.keep());
        return own.run(ready.method(), sink, experiment.horizon().start())
                .start()
                .map(experiment::from);
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

    private static Result failed(String reason) {
        return new Result(reason, Optional.empty());
    }
}

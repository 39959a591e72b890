package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.sim.Assessor;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sim.Rows;
import org.immunoedit.sim.Simulation;

/**
 * An experiment from its run-in to its verdict, the same for a run, a point of a sweep and a claim.
 *
 * @param judgement how it is judged, and by what definitions rules read images; empty when no tumor is named
 * @param beside who watches what is judged, too; used once
 */
record Trajectory(Ready ready, Optional<Judgement> judgement, List<Observer> beside) {
    private static final RowSink NOWHERE = (time, values, side) -> {};
    private static final PhaseColumn NO_PHASES = new PhaseColumn(List.of());

    /** An experiment that nobody else watches. */
    Trajectory(Ready ready, Optional<Judgement> judgement) {
        this(ready, judgement, List.of());
    }

    /**
     * What came of it; a run-in that fails is the run's failure.
     *
     * @param judge empty after a failure, or when nothing is judged
     * @param runIn length of the run-in (model time), empty if there is none
     */
    record Solution(Report report, Optional<Judge> judge, OptionalDouble runIn) {
        /** What the judge has to say. */
        Optional<Verdict> verdict() {
            return judge.map(Judge::verdict);
        }
    }

    /** Receives rows that may show phases. */
    interface Table {
        /** Where rows go that show these phases: none for a run-in, which is not judged. */
        RowSink rows(PhaseColumn phases);
    }

    /** What follows a run-in that has succeeded. */
    private interface Rest {
        Solution from(Experiment start, OptionalDouble runIn);
    }

    /** Only judges. */
    Solution judge() {
        return after(NOWHERE, (experiment, runIn) -> watched(experiment, List.of(), runIn));
    }

    /** Only observes, without a verdict: what is watched need not be what a judge looks at. */
    Solution observe(Observer observer) {
        return after(
                NOWHERE, (experiment, runIn) -> new Solution(simulate(experiment, observer), Optional.empty(), runIn));
    }

    /** Writes rows and judges; texts of phases are not wanted. */
    Solution write(RowSink sink) {
        return after(sink, (experiment, runIn) -> watched(experiment, List.of(new Rows(experiment, sink)), runIn));
    }

    /** Writes rows and judges; a run that shows phases is integrated once before, to know them. */
    Solution write(Table table) {
        return write(table, new Observer() {});
    }

    /**
     * Writes rows and judges, and shows the run to an observer.
     *
     * @param besides sees the run too, but not its run-in
     */
    Solution write(Table table, Observer besides) {
        return after(table.rows(NO_PHASES), (experiment, runIn) -> {
            Rows rows = new Rows(experiment, table.rows(phases(experiment)));
            return watched(experiment, List.of(rows, besides), runIn);
        });
    }

    private Solution after(RowSink leading, Rest rest) {
        Experiment experiment = ready.experiment();
        if (ready.runIn().isEmpty()) {
            return rest.from(experiment, OptionalDouble.empty());
        }
        RunIn.Result lead = ready.runIn()
                .get()
                .run(ready.method(), leading, experiment.horizon().start());
        OptionalDouble length = OptionalDouble.of(lead.length());
        return lead.start()
                .map(start -> rest.from(experiment.from(start), length))
                .orElseGet(() -> new Solution(failed(lead), Optional.empty(), length));
    }

    private static Report failed(RunIn.Result lead) {
        return new Report(
                Report.Status.FAILED, lead.length(), "run-in", lead.failure(), List.of(), lead.statistics(), List.of());
    }

    private PhaseColumn phases(Experiment experiment) {
        if (!experiment.columns().contains(PhaseColumn.TERM)) {
            return NO_PHASES;
        }
        Judged judged = judged(experiment, List.of(), OptionalDouble.empty());
        judged.simulation().run();
        return judged.solution()
                .verdict()
                .map(verdict -> new PhaseColumn(verdict.timeline()))
                .orElse(NO_PHASES);
    }

    /** Judges a run that is seen by these and by who stands beside. */
    private Solution watched(Experiment experiment, List<Observer> these, OptionalDouble runIn) {
        List<Observer> others = new ArrayList<>(these);
        others.addAll(beside);
        Judged judged = judged(experiment, others, runIn);
        judged.simulation().run();
        return judged.solution();
    }

    /**
     * A run that is about to be judged.
     *
     * @param runIn as of its solution
     */
    record Judged(Simulation simulation, Optional<Judge> judge, OptionalDouble runIn) {
        /** What came of it, once it is over. */
        Solution solution() {
            Report report = simulation.report();
            return new Solution(report, judge.filter(j -> report.succeeded()), runIn);
        }
    }

    /** The run, before it starts, that {@link #judge} would make; only without a run-in. */
    Judged judged() {
        return judged(ready.experiment(), beside, OptionalDouble.empty());
    }

    private Judged judged(Experiment experiment, List<Observer> others, OptionalDouble runIn) {
        Optional<Judge> judge = judgement.map(Judgement::judge);
        List<Observer> observers = new ArrayList<>(others);
        judge.ifPresent(observers::add);
        Observer all = observers.size() == 1 ? observers.get(0) : Observer.all(observers);
        return new Judged(simulation(experiment, all), judge, runIn);
    }

    private Report simulate(Experiment experiment, Observer observer) {
        return simulation(experiment, observer).run();
    }

    private Simulation simulation(Experiment experiment, Observer observer) {
        Assessor assessor = experiment.rules().tumor().isEmpty()
                ? Assessor.BLIND
                : new Clinic(judgement.orElseThrow().criteria().imaging());
        return new Simulation(experiment, ready.programs(), ready.method(), observer, assessor);
    }
}

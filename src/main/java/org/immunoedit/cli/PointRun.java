package org.immunoedit.cli;

import java.util.Optional;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.cli.Trajectory.Solution;
import org.immunoedit.ode.Program;
import org.immunoedit.outcome.Judge;
import org.immunoedit.sim.Experiment;

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
        return experiment.start().isPresent()
                ? experiment
                : experiment.from(new StartingPoint(experiment, program).start());
    }
}

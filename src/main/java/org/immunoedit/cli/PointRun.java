package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.cli.Trajectory.Solution;
import org.immunoedit.io.Moved;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Program;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Phase;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Observer;

/**
 * The run of one point with a program that many points share.
 *
 * @param moved definitions by which it is judged once more, if it is judged at all
 */
record PointRun(Assembly assembly, List<Moved> moved) {
    /**
     * How it ended.
     *
     * @param reason short word for a failure, empty if there was none
     * @param judge empty after a failure, or when nothing is judged
     * @param moved phases by moved definitions, likewise
     */
    record Result(String reason, Optional<Judge> judge, List<Phase> moved) {
        /** Reason of a run that was given up at the limit of real time. */
        private static final String TOO_LONG = Ending.Reason.TOO_LONG.toString();

        /** Nothing was run. */
        static Result failed(String reason) {
            return new Result(reason, Optional.empty(), List.of());
        }

        /** As in the table of results. */
        String status() {
            if (reason.equals(TOO_LONG)) {
                return Tally.SKIPPED;
            }
            return reason.isEmpty() ? Tally.OK : Tally.FAILED + reason;
        }
    }

    /** Runs without rows. */
    Result run() {
        return result(Trajectory::judge);
    }

    /** Runs; of a failed run the rows are those before its failure. */
    Result run(Trajectory.Table table) {
        return result(trajectory -> trajectory.write(table));
    }

    /** A run without rows that has not started. */
    record Waiting(Trajectory.Judged run, Optional<OtherJudges> others) {
        /** How it ended, once it is over. */
        Result result() {
            return PointRun.result(run.solution(), others);
        }
    }

    /** A run without rows before its start; only without a run-in. */
    Waiting waiting() {
        Optional<OtherJudges> others = others();
        return new Waiting(
                trajectory(others.map(OtherJudges::observers).orElse(List.of())).judged(), others);
    }

    private Result result(Function<Trajectory, Solution> way) {
        Optional<OtherJudges> others = others();
        return result(way.apply(trajectory(others.map(OtherJudges::observers).orElse(List.of()))), others);
    }

    private Optional<OtherJudges> others() {
        return moved.isEmpty()
                ? Optional.empty()
                : assembly.judgement()
                        .map(judgement -> new OtherJudges(
                                moved, judgement, assembly.ready().experiment().horizon()));
    }

    private static Result result(Solution solution, Optional<OtherJudges> others) {
        if (!solution.report().succeeded()) {
            return Result.failed(solution.report().reason());
        }
        return new Result("", solution.judge(), others.map(OtherJudges::phases).orElse(List.of()));
    }

    /** The point as its own equations start it. */
    private Trajectory trajectory(List<Observer> beside) {
        Ready ready = assembly.ready();
        Optional<RunIn> runIn = ready.runIn()
                .map(lead -> new RunIn(
                        started(lead.experiment(), lead.programs().frozen()),
                        lead.programs(),
                        lead.every(),
                        lead.keep()));
        Experiment experiment = started(ready.experiment(), ready.programs().frozen());
        return new Trajectory(
                new Ready(experiment, ready.programs(), ready.method(), runIn, ready.scaling()),
                assembly.judgement(),
                beside);
    }

    /** A shared program starts as the point it was compiled for; this point starts as its own equations say. */
    static Experiment started(Experiment experiment, Program program) {
        return experiment.start().isPresent()
                ? experiment
                : experiment.from(new StartingPoint(experiment, program).start());
    }
}

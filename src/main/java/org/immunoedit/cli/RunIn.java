package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Switching;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Method;
import org.immunoedit.ode.Statistics;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.protocol.Timeline;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Start;
import org.immunoedit.sim.Grid;
import org.immunoedit.sim.Horizon;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Programs;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sim.Rows;
import org.immunoedit.sim.Simulation;

/**
 * Integration without treatment until a condition holds; that instant becomes the start of the run. Its own clock
 * starts at 0, so that a model that depends on time sees its first days.
 *
 * @param experiment with the condition as the last event, which stops it; no treatment
 * @param programs its compiled form
 * @param every distance of kept rows (model time)
 * @param keep whether its rows are reported
 */
record RunIn(Experiment experiment, Programs programs, double every, boolean keep) {
    /** Label of the event that ends it. */
    static final String LABEL = "end of the run-in";

    /**
     * How it ended.
     *
     * @param start where the run proper begins; empty after a failure
     * @param length model time
     * @param failure what went wrong, empty if nothing
     */
    record Result(Optional<Start> start, double length, Statistics statistics, String failure) {}

    /**
     * The same experiment without doses, up to a limit.
     *
     * @param equations with the condition that ends it as the last event
     */
    static Experiment experiment(Experiment run, Equations equations, double limit) {
        return new Experiment(
                equations,
                Switching.of(equations),
                Timeline.EMPTY,
                new Horizon(0, limit),
                new Experiment.Request(run.columns(), List.of(), Grid.at(List.of()), false),
                run.settings());
    }

    /** The same with other tolerances and limits. */
    RunIn within(Tolerances tolerances, Limits limits) {
        return new RunIn(experiment.within(tolerances, limits), programs, every, keep);
    }

    /** Runs it; kept rows go to the sink with times before the start of the run proper. */
    Result run(Method method, RowSink sink, double origin) {
        Simulation simulation = new Simulation(experiment, programs, method, new Observer() {});
        Report report = simulation.run();
        boolean reached =
                report.status() == Report.Status.STOPPED && report.reason().equals(LABEL);
        if (!reached) {
            return new Result(Optional.empty(), report.time(), report.statistics(), failure(report));
        }
        if (keep && report.time() > 0) {
            writeRows(method, report.time(), sink, origin);
        }
        return new Result(Optional.of(simulation.end()), report.time(), report.statistics(), "");
    }

    /** The rows are known only when the length is: a second pass, which takes the same steps, writes them. */
    private void writeRows(Method method, double length, RowSink sink, double origin) {
        int rows = (int) Math.floor(length / every);
        List<Double> times = java.util.stream.IntStream.rangeClosed(0, rows - 1)
                .mapToObj(i -> length - (rows - i) * every)
                .filter(t -> t >= 0)
                .toList();
        Experiment gridded = experiment.asked(
                new Experiment.Request(experiment.columns(), experiment.watched(), Grid.at(times), false));
        int size = times.size();
        int[] written = {0};
        RowSink shifted = (time, values, side) -> {
            if (written[0] < size) {
                sink.row(origin - (size - written[0]++) * every, values, side);
            }
        };
        new Simulation(gridded, programs, method, new Rows(gridded, shifted)).run();
    }

    private String failure(Report report) {
        return switch (report.status()) {
            case COMPLETE ->
                "the condition of \"run_in\" did not hold within its limit of "
                        + experiment.horizon().end() + " "
                        + experiment.equations().time()
                        + "; raise \"limit\" or change \"until\"";
            case STOPPED -> "the event \"" + report.reason() + "\" ended the run-in before its condition held";
            case FAILED -> "in the run-in: " + report.message();
        };
    }
}

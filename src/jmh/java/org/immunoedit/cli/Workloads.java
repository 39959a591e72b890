package org.immunoedit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.LaneMethod;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.Passage;
import org.immunoedit.ode.Statistics;
import org.immunoedit.outcome.Judge;
import org.immunoedit.problem.BadInput;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Experiment.Request;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sim.Rows;
import org.immunoedit.sim.Simulation;

/**
 * CPU time per trajectory of the workloads W1 to W6 on the path of {@code run}: JSON documents, compiled, run by
 * {@link Simulation}.
 *
 * <p>Arguments: workload, method, relative tolerances with commas, trajectories, file for the results (with @ for the
 * tolerance; - for none), seconds to warm up, and what is done with the rows: {@code rows} (kept in memory),
 * {@code csv} (written as CSV and thrown away), {@code judge} (kept, and the run is judged too) or {@code beside}
 * (kept, and the runs go side by side in lanes). Prints for each tolerance
 * {@code workload,method,rtol,trajectories,seconds,steps,rates}, where seconds are CPU of the thread for all
 * trajectories, the least of several repetitions. Results are doubles, little-endian: trajectory, row, state.
 */
public final class Workloads {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final double MEASURED_SECONDS = 1.5;

    private final Workload workload;
    private final String rows;
    private final int trajectories;

    private Workloads(Workload workload, int trajectories, String rows) {
        this.workload = workload;
        this.trajectories = trajectories;
        this.rows = rows;
    }

    /** Measures; see the class. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        Workloads workloads = new Workloads(Workload.named(args[0]), Integer.parseInt(args[3]), args[6]);
        for (String rtol : args[2].split(",", -1)) {
            Prepared prepared = workloads.prepared(args[1], Double.parseDouble(rtol));
            Cost cost = workloads.measure(prepared, Double.parseDouble(args[5]));
            out.printf(
                    Locale.ROOT,
                    "%s,java-%s-%s,%s,%d,%.9g,%d,%d%n",
                    args[0],
                    args[1],
                    args[6],
                    rtol,
                    workloads.trajectories,
                    cost.seconds,
                    cost.statistics.steps(),
                    cost.statistics.rates());
            if (!args[4].equals("-")) {
                Files.write(Path.of(args[4].replace("@", rtol)), cost.results);
            }
        }
    }

    private record Cost(double seconds, Statistics statistics, byte[] results) {}

    private Cost measure(Prepared prepared, double warmUp) {
        long end = System.nanoTime() + (long) (1e9 * warmUp);
        Cost best = once(prepared);
        while (System.nanoTime() < end) {
            best = once(prepared);
        }
        end = System.nanoTime() + (long) (1e9 * MEASURED_SECONDS);
        while (System.nanoTime() < end) {
            Cost next = once(prepared);
            best = next.seconds < best.seconds ? next : best;
        }
        return best;
    }

    private Cost once(Prepared prepared) {
        Started started = new Started(prepared);
        long start = CLOCK.getCurrentThreadCpuTime();
        if (rows.equals("beside")) {
            Ready ready = prepared.ready();
            LaneSystem lanes = ready.programs().frozen().lanes(SideBySide.WIDTH).orElseThrow();
            ((LaneMethod) ready.method()).run(lanes, started);
        } else {
            started.forEachRemaining(Passage::finish);
        }
        double seconds = 1e-9 * (CLOCK.getCurrentThreadCpuTime() - start);
        return new Cost(
                seconds,
                started.statistics.stream().reduce(Statistics.ZERO, Statistics::plus),
                Collected.bytes(started.collected));
    }

    /** All runs, each made when its turn comes and kept no longer than it runs. */
    private final class Started implements Iterator<Passage> {
        private final Prepared prepared;
        private final List<Collected> collected = new ArrayList<>();
        private final List<Statistics> statistics = new ArrayList<>();

        Started(Prepared prepared) {
            this.prepared = prepared;
        }

        @Override
        public boolean hasNext() {
            return collected.size() < trajectories;
        }

        @Override
        public Passage next() {
            Collected own = new Collected(prepared.states());
            Simulation run = simulation(prepared, collected.size(), own);
            collected.add(own);
            return new Passage() {
                @Override
                public Engine engine() {
                    return run.engine();
                }

                @Override
                public Optional<Leg> next() {
                    Optional<Leg> leg = run.next();
                    if (leg.isEmpty()) {
                        statistics.add(statistics(run));
                    }
                    return leg;
                }

                @Override
                public void ended(Ending ending) {
                    run.ended(ending);
                }
            };
        }
    }

    private static Statistics statistics(Simulation run) {
        if (!run.report().succeeded()) {
            throw new IllegalStateException(run.report().message());
        }
        return run.report().statistics();
    }

    private Simulation simulation(Prepared prepared, int i, Collected collected) {
        Ready ready = prepared.ready();
        Experiment experiment = prepared.experiments().get(i);
        List<Observer> observers = new ArrayList<>();
        observers.add(new Rows(experiment, rows.equals("csv") ? csv(experiment, collected) : collected));
        if (rows.equals("judge")) {
            observers.add(new Judge(prepared.judgement().orElseThrow().criteria(), 0, OptionalInt.empty()));
        }
        return new Simulation(experiment, ready.programs(), ready.method(), Observer.all(observers));
    }

    private static RowSink csv(Experiment experiment, Collected collected) {
        try {
            List<String> header = new ArrayList<>(List.of("time"));
            experiment.columns().forEach(column -> header.add(column.name()));
            CsvWriter writer = new CsvWriter(OutputStream.nullOutputStream(), header);
            return (time, values, side) -> {
                collected.row(time, values, side);
                try {
                    writer.row(time, values);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario of a workload, and how each trajectory starts; all share the compiled equations. */
    private Prepared prepared(String method, double rtol) throws IOException {
        ExperimentJob first = job(workload.settings(workload.index(0)), method, rtol);
        Experiment common = first.ready().experiment();
        List<Experiment> experiments = new ArrayList<>();
        for (int i = 0; i < trajectories; i++) {
            int k = workload.index(i);
            Experiment own = workload.isSweep()
                    ? job(workload.settings(k), method, rtol).ready().experiment()
                    : common;
            experiments.add(new Experiment(
                    common.equations(),
                    common.switched(),
                    own.timeline(),
                    own.horizon(),
                    new Request(common.columns(), common.watched(), own.grid(), own.bothSides()),
                    own.settings(),
                    Optional.of(workload.start(k, own)),
                    own.rules()));
        }
        return new Prepared(first.ready(), first.judgement(), experiments);
    }

    private ExperimentJob job(List<String> changes, String method, double rtol) throws IOException {
        try {
            Path file = Path.of(System.getProperty("workloads"), workload.scenario() + ".json");
            Document document = Document.read(file.toString(), InputStream.nullInputStream());
            List<String> settings = new ArrayList<>(changes);
            settings.add("solver.method=\"" + method + "\"");
            settings.add("solver.rtol=" + rtol);
            settings.add("solver.atol=" + rtol * workload.floor());
            return (ExperimentJob)
                    new Workbench().prepare(document, new Changes(settings, OptionalLong.empty(), List.of()));
        } catch (BadInput e) {
            throw new IllegalArgumentException(e.problems().toString(), e);
        }
    }

    /** Scenarios made ready by the tool's own steps. */
    private record Prepared(Ready ready, Optional<Judgement> judgement, List<Experiment> experiments) {
        int states() {
            return ready.experiment().equations().states().size();
        }
    }

    /** Rows in memory. */
    private static final class Collected implements RowSink {
        private final int states;
        private final List<double[]> rows = new ArrayList<>();

        Collected(int states) {
            this.states = states;
        }

        @Override
        public void row(double time, double[] values, Side side) {
            rows.add(Arrays.copyOf(values, states));
        }

        static byte[] bytes(List<Collected> all) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Collected collected : all) {
                for (double[] row : collected.rows) {
                    ByteBuffer buffer = ByteBuffer.allocate(8 * row.length).order(ByteOrder.LITTLE_ENDIAN);
                    buffer.asDoubleBuffer().put(row);
                    bytes.writeBytes(buffer.array());
                }
            }
            return bytes.toByteArray();
        }
    }
}

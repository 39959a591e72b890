package org.immunoedit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.immunoedit.cli.SweepScenario.Prepared;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.SweepCells;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Endpoint;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Severity;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sweep.Arms;
import org.immunoedit.sweep.PhaseMap;
import org.immunoedit.sweep.Projection;

/** Runs points and writes them as lines of {@code results.csv} and {@code trajectories.csv}. Thread-safe. */
final class SweepTables implements SweepLines {
    static final String POINT = "point";
    static final String ARM_COLUMN = "arm";
    /** How fine an adaptive map is where a point stands. */
    static final String LEVEL = "level";

    static final String STATUS = "status";
    static final String PHASE = "phase";
    static final String BEST_RESPONSE = "best_response";
    /** The endpoint that {@link Censoring#PROGRESSION_FREE_UNTIL} belongs to. */
    static final String PROGRESSION = "progression_free_survival";
    /** Begins the names of columns that show the phase under other definitions. */
    static final String MOVED = "phase_if_";

    private final SweepPlan plan;
    private final Optional<PhaseMap> map;
    private final Arms arms;
    private final List<Arm> each;
    private final List<Endpoint> endpoints;
    private final List<Term> columns;
    private final boolean sides;
    private final VariedUnits varied;

    /** @param points of each arm */
    SweepTables(SweepStudy study, List<Points> points) {
        plan = study.plan();
        map = plan.design() instanceof PhaseMap adaptive ? Optional.of(adaptive) : Optional.empty();
        arms = plan.rows();
        each = IntStream.range(0, arms.count())
                .mapToObj(i -> new Arm(
                        new Projection(plan.design(), study.arms().get(i).kept()), points.get(i)))
                .toList();
        endpoints = united(
                study.arms().stream()
                        .flatMap(arm -> endpoints(arm.base()).stream())
                        .toList(),
                Endpoint::name);
        List<Experiment> experiments = study.arms().stream()
                .map(arm -> arm.base().ready().experiment())
                .toList();
        columns = united(experiments.stream().flatMap(e -> e.columns().stream()).toList(), Term::name);
        varied = VariedUnits.of(experiments);
        sides = experiments.stream().anyMatch(Experiment::bothSides);
    }

    /** What any arm has, the first of each name. */
    private static <T> List<T> united(List<T> all, Function<T, String> name) {
        Map<String, T> each = new LinkedHashMap<>();
        all.forEach(one -> each.putIfAbsent(name.apply(one), one));
        return List.copyOf(each.values());
    }

    /** What a scenario is measured by, without values. */
    static List<Endpoint> endpoints(Assembly assembly) {
        return assembly.judgement()
                .map(j -> Verdict.missingEndpoints(j.criteria(), j.editing()))
                .orElse(List.of());
    }

    /** What runs under one arm, at points of which only some coordinates concern it. */
    private record Arm(Projection concerned, Points points) {
        Prepared prepare(double[] coordinates) throws IOException {
            return points.prepare(concerned.own(coordinates));
        }
    }

    /** Finds what runs at a point. */
    interface Points {
        /** What runs, or what keeps it from running. */
        Prepared prepare(double[] coordinates) throws IOException;
    }

    /** Units of what is varied. */
    VariedUnits varied() {
        return varied;
    }

    @Override
    public long points() {
        return plan.design().size();
    }

    @Override
    public int statusField() {
        return 1 + (arms.named() ? 1 : 0) + plan.variations().size() + (map.isPresent() ? 1 : 0);
    }

    @Override
    public Map<String, String> results() {
        Map<String, String> units = new LinkedHashMap<>();
        first(arms).forEach(name -> units.put(name, ""));
        plan.variations().forEach(variation -> units.put(variation.path(), varied.of(variation)));
        map.ifPresent(adaptive -> units.put(LEVEL, ""));
        units.put(STATUS, "");
        units.put(PHASE, "");
        endpoints.forEach(endpoint -> units.put(endpoint.name(), endpoint.unit()));
        if (!endpoints.isEmpty()) {
            units.put(BEST_RESPONSE, "");
            for (Censoring censoring : Censoring.values()) {
                units.put(censoring.column(), censoring.unit(endpoints));
            }
            plan.output().moved().forEach(move -> units.put(MOVED + move.name(), ""));
        }
        return units;
    }

    @Override
    public Optional<Beside> beside() {
        return plan.trajectories()
                ? Optional.of(new Beside(SweepDirectory.TRAJECTORIES, trajectories()))
                : Optional.empty();
    }

    /** The columns by which rows are told apart. */
    static List<String> first(Arms arms) {
        return arms.named() ? List.of(POINT, ARM_COLUMN) : List.of(POINT);
    }

    private List<String> trajectories() {
        List<String> names = new ArrayList<>(first(arms));
        names.add("time");
        if (sides) {
            names.add("side");
        }
        columns.forEach(column -> names.add(column.name()));
        return names;
    }

    /** A header line. */
    static String header(List<String> names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new CsvWriter(bytes, names).flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public String key(long row) {
        StringBuilder key = new StringBuilder();
        key.append(arms.point(row) + 1).append(',');
        if (arms.named()) {
            key.append(CsvWriter.field(arms.names().get(arms.arm(row)))).append(',');
        }
        return key.toString();
    }

    @Override
    public Lines lines(long from, long to) {
        Tally tally = new Tally();
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        CsvWriter csv = CsvWriter.continuing(results, results().size());
        EndpointCells cells = new EndpointCells(endpoints);
        try {
            for (long row = from; row < to; row++) {
                double[] coordinates = plan.design().at(arms.point(row));
                PointRun.Result result = result(row, coordinates, rows);
                begin(row, csv);
                for (int j = 0; j < coordinates.length; j++) {
                    SweepCells.write(plan.variations().get(j), coordinates[j], csv);
                }
                long point = arms.point(row);
                map.ifPresent(adaptive -> csv.number(adaptive.level(point)));
                end(result, cells, csv, tally);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lines(results.toByteArray(), rows.toByteArray(), tally);
    }

    /** Writes the fields by which a row is told from all others. */
    void begin(long row, CsvWriter csv) {
        csv.text(Long.toString(arms.point(row) + 1));
        if (arms.named()) {
            csv.text(arms.names().get(arms.arm(row)));
        }
    }

    private void end(PointRun.Result result, EndpointCells cells, CsvWriter csv, Tally tally) throws IOException {
        Optional<Judge> judge = result.judge();
        String status = result.status();
        String phase = judge.isPresent() ? judge.get().phase().toString() : "";
        csv.text(status);
        csv.text(phase);
        if (judge.isPresent()) {
            cells.write(judge.get(), csv);
        } else {
            cells.writeNone(csv);
        }
        for (int k = 0; k < plan.output().moved().size(); k++) {
            csv.text(k < result.moved().size() ? result.moved().get(k).toString() : "");
        }
        csv.endRow();
        tally.add(status, phase);
    }

    /** Runs the arm of a row at any coordinates, without rows of its own. */
    PointRun.Result result(long row, double[] coordinates) throws IOException {
        Prepared prepared = each.get(arms.arm(row)).prepare(coordinates);
        return prepared.assembly().isEmpty()
                ? refused(prepared)
                : new PointRun(prepared.assembly().get(), plan.output().moved()).run();
    }

    private static PointRun.Result refused(Prepared prepared) {
        String code = prepared.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .findFirst()
                .orElse("invalid");
        return PointRun.Result.failed(code);
    }

    private PointRun.Result result(long row, double[] coordinates, ByteArrayOutputStream rows) throws IOException {
        if (!plan.trajectories()) {
            return result(row, coordinates);
        }
        Prepared prepared = each.get(arms.arm(row)).prepare(coordinates);
        if (prepared.assembly().isEmpty()) {
            return refused(prepared);
        }
        Assembly assembly = prepared.assembly().get();
        PointRun run = new PointRun(assembly, plan.output().moved());
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        CsvWriter csv = CsvWriter.continuing(own, trajectories().size());
        PointRun.Result result = run.run(phases -> sink(row, assembly.ready().experiment(), phases, csv));
        csv.flush();
        if (result.reason().isEmpty()) {
            own.writeTo(rows);
        }
        return result;
    }

    private RowSink sink(long row, Experiment experiment, PhaseColumn phases, CsvWriter csv) {
        List<Term> own = experiment.columns();
        int[] positions = columns.stream()
                .mapToInt(column -> own.stream().map(Term::name).toList().indexOf(column.name()))
                .toArray();
        return (time, values, side) -> {
            begin(row, csv);
            csv.number(time);
            if (sides) {
                csv.text(side.toString());
            }
            for (int position : positions) {
                if (position < 0) {
                    csv.number(Double.NaN);
                } else if (own.get(position) == PhaseColumn.TERM) {
                    csv.text(phases.at(time, side));
                } else {
                    csv.number(values[position]);
                }
            }
            try {
                csv.endRow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}

package org.immunoedit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunoedit.cli.SweepScenario.Prepared;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.SweepCells;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Severity;
import org.immunoedit.sweep.Arms;
import org.immunoedit.sweep.Fate;
import org.immunoedit.sweep.PhaseMap;
import org.immunoedit.sweep.Projection;

/** Runs points and writes them as lines of {@code results.csv} and {@code trajectories.csv}. Thread-safe. */
final class SweepTables implements SweepLines {
    private final SweepPlan plan;
    private final Optional<PhaseMap> map;
    private final Arms arms;
    private final List<Arm> each;
    private final SweepColumns columns;
    private final long worthLanes;

    /** @param points of each arm */
    SweepTables(SweepStudy study, List<Points> points) {
        this(study, points, SideBySide.WORTH_IT);
    }

    /**
     * Tables of a sweep of which runs may travel side by side.
     *
     * @param points of each arm
     * @param worthLanes rows from which they do
     */
    SweepTables(SweepStudy study, List<Points> points, long worthLanes) {
        this.worthLanes = worthLanes;
        plan = study.plan();
        map = plan.design() instanceof PhaseMap adaptive ? Optional.of(adaptive) : Optional.empty();
        arms = plan.rows();
        each = IntStream.range(0, arms.count())
                .mapToObj(i -> new Arm(
                        new Projection(plan.design(), study.arms().get(i).kept()), points.get(i)))
                .toList();
        columns = new SweepColumns(study);
    }

    /** The columns of both tables. */
    SweepColumns columns() {
        return columns;
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

    @Override
    public long points() {
        return plan.design().size();
    }

    @Override
    public int statusField() {
        return columns.statusField();
    }

    @Override
    public Map<String, String> results() {
        return columns.results();
    }

    @Override
    public Optional<Beside> beside() {
        return plan.trajectories()
                ? Optional.of(new Beside(SweepDirectory.TRAJECTORIES, columns.trajectories()))
                : Optional.empty();
    }

    @Override
    public String key(long row) {
        return columns.key(row);
    }

    @Override
    public Lines lines(long from, long to) {
        Tally tally = new Tally();
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        List<SummaryRow> summed = new ArrayList<>();
        CsvWriter csv = CsvWriter.continuing(results, results().size());
        EndpointCells cells = new EndpointCells(columns.endpoints());
        try {
            List<PointRun.Result> known = plan.trajectories() ? List.of() : results(from, to);
            for (long row = from; row < to; row++) {
                double[] coordinates = coordinates(row);
                PointRun.Result result =
                        plan.trajectories() ? result(row, coordinates, rows) : known.get(Math.toIntExact(row - from));
                columns.begin(row, csv);
                for (int j = 0; j < coordinates.length; j++) {
                    SweepCells.write(plan.variations().get(j), coordinates[j], csv);
                }
                long point = arms.point(row);
                map.ifPresent(adaptive -> csv.number(adaptive.level(point)));
                end(result, cells, csv);
                tally.add(result.status(), phase(result).map(Phase::toString).orElse(""));
                summed.add(summed(row, result, cells));
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lines(results.toByteArray(), rows.toByteArray(), tally, summed);
    }

    private double[] coordinates(long row) {
        return plan.design().at(arms.point(row));
    }

    private List<PointRun.Result> results(long from, long to) throws IOException {
        SideBySide runs = new SideBySide(arms.rows(points()) >= worthLanes);
        for (long row = from; row < to; row++) {
            Prepared prepared = prepared(row, coordinates(row));
            if (prepared.assembly().isPresent()) {
                runs.add(run(prepared.assembly().get()));
            } else {
                runs.add(refused(prepared));
            }
        }
        return runs.results();
    }

    private Prepared prepared(long row, double[] coordinates) throws IOException {
        return each.get(arms.arm(row)).prepare(coordinates);
    }

    private PointRun run(Assembly assembly) {
        return new PointRun(assembly, plan.output().moved());
    }

    private static Optional<Phase> phase(PointRun.Result result) {
        return result.judge().map(Judge::phase);
    }

    private void end(PointRun.Result result, EndpointCells cells, CsvWriter csv) throws IOException {
        csv.text(result.status());
        csv.text(phase(result).map(Phase::toString).orElse(""));
        if (result.judge().isPresent()) {
            cells.write(result.judge().get(), csv);
        } else {
            cells.writeNone(csv);
        }
        for (int k = 0; k < plan.output().moved().size(); k++) {
            csv.text(moved(result, k).map(Phase::toString).orElse(""));
        }
        csv.endRow();
    }

    private static Optional<Phase> moved(PointRun.Result result, int k) {
        return k < result.moved().size() ? Optional.of(result.moved().get(k)) : Optional.empty();
    }

    /** The row written last, as its summary needs it. */
    private SummaryRow summed(long row, PointRun.Result result, EndpointCells cells) {
        return new SummaryRow(
                arms.point(row) + 1,
                arms.named() ? arms.names().get(arms.arm(row)) : "",
                new Fate(result.status(), phase(result), result.judge().map(Judge::bestResponse)),
                IntStream.range(0, plan.output().moved().size())
                        .mapToObj(k -> moved(result, k))
                        .toList(),
                cells.values(),
                cells.value(SweepColumns.PROGRESSION),
                cells.until(Censoring.PROGRESSION_FREE_UNTIL));
    }

    /** Runs the arm of a row at any coordinates, without rows of its own. */
    PointRun.Result result(long row, double[] coordinates) throws IOException {
        Prepared prepared = prepared(row, coordinates);
        return prepared.assembly().isEmpty()
                ? refused(prepared)
                : run(prepared.assembly().get()).run();
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
        Prepared prepared = prepared(row, coordinates);
        if (prepared.assembly().isEmpty()) {
            return refused(prepared);
        }
        Assembly assembly = prepared.assembly().get();
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        CsvWriter csv = CsvWriter.continuing(own, columns.trajectories().size());
        PointRun.Result result = run(assembly)
                .run(phases -> new SweepTrajectory(
                        columns, row, assembly.ready().experiment().columns(), phases, csv));
        csv.flush();
        if (result.reason().isEmpty()) {
            own.writeTo(rows);
        }
        return result;
    }
}

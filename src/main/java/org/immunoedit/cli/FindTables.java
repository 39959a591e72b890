package org.immunoedit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.Find;
import org.immunoedit.io.SweepCells;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.outcome.Judge;
import org.immunoedit.sweep.Arms;
import org.immunoedit.sweep.Boundary;
import org.immunoedit.sweep.Boundary.Bracket;
import org.immunoedit.sweep.Boundary.Kind;
import org.immunoedit.sweep.Execution;
import org.immunoedit.sweep.Goal;
import org.immunoedit.sweep.Probe;
import org.immunoedit.sweep.Variation;

/**
 * Looks for a boundary at each point and writes it as a line of {@code results.csv}, and the runs that were made for it
 * as lines of {@code probes.csv}. Thread-safe.
 */
final class FindTables implements SweepLines {
    /** The table of all runs. */
    static final String PROBES = "probes.csv";

    static final String BOUNDARY = "boundary";
    static final String CHANGES = "changes";
    static final String CROSSINGS = "crossings";

    private static final List<String> NUMBERS = List.of(BOUNDARY, "lower", "upper");
    private static final List<String> OTHERS =
            List.of(CHANGES, CROSSINGS, "runs", "failed_runs", "phase_below", "phase_above");

    private final SweepPlan plan;
    private final Arms arms;
    private final Find find;
    private final Goal goal;
    private final SweepTables runs;
    private final int threads;

    /**
     * The tables.
     *
     * @param runs makes runs
     * @param threads how many may be used in all
     */
    FindTables(SweepPlan plan, Find find, Goal goal, SweepTables runs, int threads) {
        this.plan = plan;
        this.find = find;
        this.goal = goal;
        this.runs = runs;
        arms = plan.rows();
        // many rows go side by side; where there are few, the runs of a row do
        this.threads = plan.size() >= threads ? 1 : threads;
    }

    @Override
    public long points() {
        return plan.design().size();
    }

    private List<Variation> outer() {
        return plan.variations().subList(0, plan.variations().size() - 1);
    }

    @Override
    public Map<String, String> results() {
        Map<String, String> varied = runs.results();
        Map<String, String> units = new LinkedHashMap<>(SweepColumns.keys(arms));
        outer().forEach(variation -> units.put(variation.path(), varied.get(variation.path())));
        units.put(SweepColumns.STATUS, "");
        units.put(SweepColumns.PHASE, "");
        NUMBERS.forEach(name -> units.put(name, varied.get(find.target().path())));
        OTHERS.forEach(name -> units.put(name, ""));
        return units;
    }

    @Override
    public int statusField() {
        return SweepColumns.keys(arms).size() + outer().size();
    }

    @Override
    public String key(long row) {
        return runs.key(row);
    }

    @Override
    public Optional<Beside> beside() {
        List<String> columns = new ArrayList<>(SweepColumns.keys(arms).keySet());
        columns.addAll(List.of(find.target().path(), SweepColumns.STATUS, SweepColumns.PHASE, "wanted"));
        find.limit().ifPresent(limit -> columns.add(limit.endpoint()));
        return Optional.of(new Beside(PROBES, columns));
    }

    @Override
    public String outlook() {
        int scanned = find.search().axis().scan(find.search().scan()).size();
        return "find: " + find.target().path() + ", " + scanned + " runs or more for each row\n";
    }

    @Override
    public List<String> report(Stream<String> rows) throws IOException {
        FindReport report = new FindReport(find, goal, results());
        for (String row : (Iterable<String>) rows::iterator) {
            report.add(row);
        }
        return report.words();
    }

    @Override
    public Lines lines(long from, long to) {
        Tally tally = new Tally();
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream probes = new ByteArrayOutputStream();
        CsvWriter rows = CsvWriter.continuing(results, results().size());
        CsvWriter beside =
                CsvWriter.continuing(probes, beside().orElseThrow().columns().size());
        try {
            for (long row = from; row < to; row++) {
                Boundary boundary = search(row);
                write(row, boundary, rows, tally);
                for (Probe probe : boundary.probes()) {
                    write(row, probe, beside);
                }
            }
            rows.flush();
            beside.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lines(results.toByteArray(), probes.toByteArray(), tally, List.of());
    }

    private Boundary search(long row) throws IOException {
        double[] coordinates = plan.design().at(arms.point(row));
        return find.search().search(values -> probes(row, coordinates, values));
    }

    private List<Probe> probes(long row, double[] coordinates, List<Double> values) throws IOException {
        List<Probe> probes = new ArrayList<>();
        if (threads == 1 || values.size() == 1) {
            for (double value : values) {
                probes.add(probe(row, coordinates, value));
            }
        } else {
            Execution.ofTrajectories(threads)
                    .run(
                            0,
                            values.size(),
                            (a, b) -> bundle(row, coordinates, values.subList((int) a, (int) b)),
                            (some, done) -> probes.addAll(some));
        }
        return probes;
    }

    private List<Probe> bundle(long row, double[] coordinates, List<Double> values) {
        try {
            List<Probe> probes = new ArrayList<>();
            for (double value : values) {
                probes.add(probe(row, coordinates, value));
            }
            return probes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Probe probe(long row, double[] coordinates, double value) throws IOException {
        double[] own = coordinates.clone();
        own[own.length - 1] = value;
        PointRun.Result result = runs.result(row, own);
        Optional<Judge> judge = result.judge();
        if (judge.isEmpty()) {
            String reason = result.reason().isEmpty() ? "unjudged" : result.reason();
            return new Probe(value, reason, "", Double.NaN, false);
        }
        Judge judged = judge.get();
        return new Probe(value, "", judged.phase().toString(), goal.measured(judged), goal.reachedBy(judged));
    }

    private void write(long row, Boundary boundary, CsvWriter csv, Tally tally) throws IOException {
        double[] coordinates = plan.design().at(arms.point(row));
        runs.columns().begin(row, csv);
        for (int j = 0; j < outer().size(); j++) {
            SweepCells.write(outer().get(j), coordinates[j], csv);
        }
        Optional<Bracket> answer = boundary.answer();
        String status = status(boundary);
        String phase = answer.map(found -> found.wanted().phase()).orElse("");
        csv.text(status);
        csv.text(phase);
        csv.number(answer.map(found -> found.wanted().value()).orElse(Double.NaN));
        csv.number(answer.map(found -> found.below().value()).orElse(Double.NaN));
        csv.number(answer.map(found -> found.above().value()).orElse(Double.NaN));
        csv.number(boundary.changes().size());
        csv.text(boundary.changes().stream()
                .map(change -> SweepCells.words(change.wanted().value(), ""))
                .collect(Collectors.joining(" ")));
        csv.number(boundary.probes().size());
        csv.number(boundary.failures());
        csv.text(answer.map(found -> found.below().phase()).orElse(""));
        csv.text(answer.map(found -> found.above().phase()).orElse(""));
        csv.endRow();
        tally.add(status, phase);
    }

    private String status(Boundary boundary) {
        return switch (boundary.kind()) {
            case FOUND -> Tally.OK;
            case FAILED -> Tally.FAILED + boundary.reason(!find.search().largest());
            case NONE, ALL, EDGE -> word(boundary.kind());
        };
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void write(long row, Probe probe, CsvWriter csv) throws IOException {
        runs.columns().begin(row, csv);
        csv.number(probe.value());
        csv.text(probe.failed() ? Tally.FAILED + probe.reason() : Tally.OK);
        csv.text(probe.phase());
        csv.text(probe.failed() ? "" : probe.wanted() ? "yes" : "no");
        if (find.limit().isPresent()) {
            csv.number(probe.measured());
        }
        csv.endRow();
    }
}

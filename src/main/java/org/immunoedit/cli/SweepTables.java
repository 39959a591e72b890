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
import java.util.stream.Collectors;
import org.immunoedit.cli.SweepScenario.Prepared;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.SweepCells;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Endpoint;
import org.immunoedit.outcome.Judge;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Severity;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.RowSink;
import org.immunoedit.sweep.Variation;

/** Runs points and writes them as lines of {@code results.csv} and {@code trajectories.csv}. Thread-safe. */
final class SweepTables {
    private final SweepScenario scenario;
    private final Points points;
    private final List<Endpoint> endpoints;
    private final List<Term> columns;
    private final boolean sides;

    SweepTables(SweepScenario scenario, Points points) {
        this.scenario = scenario;
        this.points = points;
        endpoints = scenario.base()
                .judgement()
                .map(j -> Verdict.missingEndpoints(j.criteria(), j.editing()))
                .orElse(List.of());
        Experiment experiment = scenario.base().ready().experiment();
        columns = experiment.columns();
        sides = experiment.bothSides();
    }

    /**
     * The lines of some points.
     *
     * @param trajectories empty unless they are kept
     */
    record Lines(byte[] results, byte[] trajectories, Tally tally) {}

    /** Finds what runs at a point. */
    interface Points {
        /** What runs, or what keeps it from running. */
        Prepared prepare(double[] coordinates) throws IOException;
    }

    /** Position of the column {@code status}. */
    int statusField() {
        return 1 + scenario.plan().variations().size();
    }

    /** Columns of the results with their units. */
    Map<String, String> results() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("point", "");
        for (Variation variation : scenario.plan().variations()) {
            units.put(variation.path(), variation.unit());
        }
        units.put("status", "");
        units.put("phase", "");
        endpoints.forEach(endpoint -> units.put(endpoint.name(), endpoint.unit()));
        if (!endpoints.isEmpty()) {
            units.put("best_response", "");
        }
        return units;
    }

    /** Columns of the trajectories. */
    List<String> trajectories() {
        List<String> names = new ArrayList<>(List.of("point", "time"));
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

    /** Runs points, {@code to} exclusive. */
    Lines lines(long from, long to) {
        Tally tally = new Tally();
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        CsvWriter csv = CsvWriter.continuing(results, results().size());
        try {
            for (long point = from; point < to; point++) {
                write(point, csv, rows, tally);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lines(results.toByteArray(), rows.toByteArray(), tally);
    }

    private void write(long point, CsvWriter csv, ByteArrayOutputStream rows, Tally tally) throws IOException {
        double[] coordinates = scenario.plan().design().at(point);
        PointRun.Result result = result(point, coordinates, rows);
        Optional<Judge> judge = result.judge();
        String status = result.reason().isEmpty() ? Tally.OK : Tally.FAILED + result.reason();
        String phase = judge.map(j -> j.phase().toString()).orElse("");
        csv.text(Long.toString(point + 1));
        for (int j = 0; j < coordinates.length; j++) {
            SweepCells.write(scenario.plan().variations().get(j), coordinates[j], csv);
        }
        csv.text(status);
        csv.text(phase);
        if (judge.isPresent()) {
            writeEndpoints(judge.get(), csv);
        } else {
            endpoints.forEach(missing -> csv.number(Double.NaN));
        }
        if (!endpoints.isEmpty()) {
            csv.text(judge.map(j -> j.bestResponse().toString()).orElse(""));
        }
        csv.endRow();
        tally.add(status, phase);
    }

    private void writeEndpoints(Judge judge, CsvWriter csv) {
        Judgement usual = scenario.base().judgement().orElseThrow();
        if (judge.isBy(usual.criteria(), usual.editing())) {
            judge.endpoints(csv::number);
            return;
        }
        // where the model varies, points may have others
        Map<String, Double> values =
                judge.verdict().endpoints().stream().collect(Collectors.toMap(Endpoint::name, Endpoint::value));
        endpoints.forEach(endpoint -> csv.number(values.getOrDefault(endpoint.name(), Double.NaN)));
    }

    private PointRun.Result result(long point, double[] coordinates, ByteArrayOutputStream rows) throws IOException {
        Prepared prepared = points.prepare(coordinates);
        if (prepared.assembly().isEmpty()) {
            String code = prepared.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .map(Problem::code)
                    .findFirst()
                    .orElse("invalid");
            return new PointRun.Result(code, Optional.empty());
        }
        Assembly assembly = prepared.assembly().get();
        PointRun run = new PointRun(assembly);
        if (!scenario.plan().trajectories()) {
            return run.run();
        }
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        CsvWriter csv = CsvWriter.continuing(own, trajectories().size());
        PointRun.Result result = run.run(phases -> sink(point, assembly.ready().experiment(), phases, csv));
        csv.flush();
        if (result.reason().isEmpty()) {
            own.writeTo(rows);
        }
        return result;
    }

    private RowSink sink(long point, Experiment experiment, PhaseColumn phases, CsvWriter csv) {
        List<Term> own = experiment.columns();
        int[] positions = columns.stream()
                .mapToInt(column -> own.stream().map(Term::name).toList().indexOf(column.name()))
                .toArray();
        return (time, values, side) -> {
            csv.text(Long.toString(point + 1));
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

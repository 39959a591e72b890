package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.figure.Spot;
import org.immunoedit.figure.Varied;
import org.immunoedit.io.DataTable;
import org.immunoedit.io.Json;
import org.immunoedit.io.Manifest;
import org.immunoedit.io.Sidecar;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** What stands in the directory of a sweep, as figures need it. */
final class SweepResults {
    private static final String ARM = "arm";
    private static final String LEVEL = "level";
    private static final String STATUS = "status";
    private static final String PHASE = "phase";
    private static final List<String> OWN = List.of("point", ARM, LEVEL, STATUS, PHASE);

    /** Neighbors whose factor is as steady as this are spread by factors. */
    private static final double STEADY = 1e-6;

    private final DataTable table;
    private final Optional<Manifest> manifest;
    private final List<String> paths;

    private SweepResults(DataTable table, Optional<Manifest> manifest) {
        this.table = table;
        this.manifest = manifest;
        this.paths = paths(table);
    }

    /**
     * Reads the results and the manifest.
     *
     * @throws BadInput if they are no results of a sweep, or those of another one than the manifest is about
     */
    static SweepResults read(Path directory) throws BadInput, IOException {
        DataTable table = table(directory.resolve(SweepDirectory.RESULTS));
        Path file = directory.resolve(Manifest.FILE);
        Optional<Manifest> manifest = Files.exists(file) ? Manifest.read(Files.readAllBytes(file)) : Optional.empty();
        Problems problems = new Problems();
        if (manifest.isPresent() && !manifest.get().complete()) {
            problems.error(
                    "unfinished",
                    Place.startOf(file.toString()),
                    "the sweep that was begun here is not finished; its directory has the results of one before",
                    "a finished sweep; --resume goes on with this one");
        } else if (!table.has(STATUS) || !table.has(PHASE) && !table.has("boundary")) {
            problems.error(
                    "csv", Place.startOf(table.file()), "these are not the results of a sweep", "a column " + STATUS);
        }
        problems.throwIfErrors();
        return new SweepResults(table, manifest);
    }

    /** Reads a table. */
    static DataTable table(Path file) throws BadInput, IOException {
        Problems problems = new Problems();
        Optional<DataTable> table;
        try (InputStream in = Files.newInputStream(file)) {
            table = DataTable.read(in, file.toString(), problems);
        }
        problems.throwIfErrors();
        return table.orElseThrow();
    }

    /** The columns before the status are what was varied. */
    private static List<String> paths(DataTable table) {
        List<String> before = table.names().subList(0, table.names().indexOf(STATUS));
        return before.stream().filter(name -> !OWN.contains(name)).toList();
    }

    DataTable table() {
        return table;
    }

    /** Name of the scenario. */
    String title() {
        return manifest.map(Manifest::document)
                .flatMap(document -> text(document, "name"))
                .orElse("");
    }

    /** What the sweep says under a key. */
    Optional<Json> swept(String key) {
        return manifest.map(Manifest::sweep).flatMap(sweep -> member(sweep, key));
    }

    /** What the scenario says under a key. */
    Optional<Json> scenario(String key) {
        return manifest.map(Manifest::document).flatMap(document -> member(document, key));
    }

    static Optional<Json> member(Json json, String key) {
        return json instanceof Json.Object object ? object.get(key) : Optional.empty();
    }

    static Optional<String> text(Json json, String key) {
        return member(json, key).filter(Json.Text.class::isInstance).map(value -> ((Json.Text) value).value());
    }

    /** The values that take more than one value. */
    List<String> varied() {
        return paths.stream()
                .filter(path -> table.texts(path).stream().distinct().limit(2).count() > 1)
                .toList();
    }

    /** Endpoints: columns of numbers after the status. */
    List<String> endpoints() {
        List<String> after = table.names()
                .subList(table.names().indexOf(STATUS) + 1, table.names().size());
        return after.stream()
                .filter(name -> !OWN.contains(name) && !table.isWords(name))
                .toList();
    }

    /** Unit of a column, empty when unknown. */
    String unit(String column) {
        return manifest.map(known -> known.columns().getOrDefault(column, "")).orElse("");
    }

    /** Describes what was varied. */
    Varied varied(String path) throws BadInput {
        if (table.isWords(path)) {
            return new Varied(
                    path,
                    unit(path),
                    false,
                    table.texts(path).stream().distinct().toList());
        }
        return new Varied(path, unit(path), isLog(path), List.of());
    }

    private boolean isLog(String path) throws BadInput {
        Optional<Json> vary = swept("vary").flatMap(all -> member(all, path));
        if (vary.flatMap(json -> member(json, "from")).isPresent()) {
            return vary.flatMap(json -> text(json, "scale")).orElse("").equals("log");
        }
        double[] values = Arrays.stream(numbers(path)).sorted().distinct().toArray();
        if (values.length < 3 || !(values[0] > 0)) {
            return false;
        }
        double factor = values[1] / values[0];
        for (int i = 2; i < values.length; i++) {
            if (Math.abs(values[i] / values[i - 1] / factor - 1) > STEADY) {
                return false;
            }
        }
        return true;
    }

    /** Positions from 1 of words, or numbers. */
    private double[] coordinates(Varied varied) throws BadInput {
        if (varied.names().isEmpty()) {
            return numbers(varied.path());
        }
        return table.texts(varied.path()).stream()
                .mapToDouble(word -> varied.names().indexOf(word) + 1)
                .toArray();
    }

    /** Unit of time, empty when unknown. */
    String timeUnit() {
        return unit("peak_time");
    }

    /** A column of numbers of the results. */
    double[] numbers(String column) throws BadInput {
        return numbers(table, column);
    }

    /** A column of numbers of a table. */
    static double[] numbers(DataTable table, String column) throws BadInput {
        Problems problems = new Problems();
        return found(table.numbers(column, problems), problems);
    }

    /** The column {@code time} of a table, a number in each row. */
    static double[] times(DataTable table) throws BadInput {
        Problems problems = new Problems();
        return found(table.completeNumbers("time", problems), problems);
    }

    /** A column of texts of a table. */
    static List<String> texts(DataTable table, String column) throws BadInput {
        Problems problems = new Problems();
        return found(table.texts(column, problems), problems);
    }

    private static <T> T found(Optional<T> cells, Problems problems) throws BadInput {
        problems.throwIfErrors();
        return cells.orElseThrow();
    }

    /** Rows of each arm, in file order; one nameless arm when there are none. */
    Map<String, List<Integer>> arms() {
        return rowsByArm(table);
    }

    /** Rows of each arm of a table. */
    static Map<String, List<Integer>> rowsByArm(DataTable table) {
        List<String> names = table.has(ARM) ? table.texts(ARM) : List.of();
        Map<String, List<Integer>> arms = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            arms.computeIfAbsent(names.isEmpty() ? "" : names.get(row), arm -> new ArrayList<>())
                    .add(row);
        }
        return arms;
    }

    /** All rows over one varied value, with an endpoint; skipped ones are left out. */
    List<Optional<Spot>> spots(Varied x, Optional<Varied> y, String endpoint) throws BadInput {
        double[] across = coordinates(x);
        double[] values = table.has(endpoint) ? numbers(endpoint) : new double[table.rows()];
        double[] up = y.isPresent() ? coordinates(y.get()) : values;
        double[] levels = table.has(LEVEL) ? numbers(LEVEL) : new double[table.rows()];
        List<String> status = table.texts(STATUS);
        List<String> phases = table.has(PHASE) ? table.texts(PHASE) : status;
        List<Optional<Spot>> spots = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            boolean skipped = status.get(row).startsWith("skipped");
            Spot spot = new Spot(
                    across[row], up[row], Sidecar.phase(phases.get(row)), values[row], (int) Math.max(0, levels[row]));
            spots.add(skipped ? Optional.empty() : Optional.of(spot));
        }
        return spots;
    }
}

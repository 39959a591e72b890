package org.immunoedit.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Design;
import org.immunoedit.sweep.Listed;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;

/**
 * A table of points: a header of paths as in overrides, then a line per point. A column {@code point} is left out: the
 * points are numbered anew. A column is of numbers, of quantities of one dimension, or of words.
 */
record PointFile(List<Variation> variations, Design design) {
    private static final String POINT = "point";

    /**
     * Reads a table.
     *
     * @param name of the file, as the sweep has it
     * @return empty after an error
     */
    static Optional<PointFile> read(byte[] csv, Json.Text name, Problems problems) {
        Optional<String> text = Utf8.decode(csv, name.value(), problems);
        Optional<List<List<String>>> lines = text.flatMap(t -> lines(t, name.value(), problems));
        if (lines.isEmpty() || !isTable(lines.get(), name.value(), problems)) {
            return Optional.empty();
        }
        List<String> header = lines.get().get(0);
        List<List<String>> rows = lines.get().subList(1, lines.get().size());
        List<Variation> variations = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < header.size(); j++) {
            if (!header.get(j).equals(POINT)) {
                int column = j;
                Place place = new Place(name.value(), 1, 1, "");
                List<Json> cells =
                        rows.stream().map(row -> cell(row.get(column), place)).toList();
                add(header.get(j), cells, place, problems, variations, columns);
            }
        }
        return problems.hasErrors() ? Optional.empty() : Optional.of(new PointFile(variations, new Listed(columns)));
    }

    private static void add(
            String path,
            List<Json> cells,
            Place place,
            Problems problems,
            List<Variation> variations,
            List<double[]> columns) {
        SweptUnit unit = new SweptUnit(problems);
        unit.finite(cells, List.of(), place).ifPresent(spread -> {
            variations.add(new Variation(path, unit.text(), spread));
            columns.add(
                    spread instanceof Spread.Levels levels
                            ? levels.values().stream().mapToDouble(v -> v).toArray()
                            : DoubleStream.iterate(0, i -> i + 1)
                                    .limit(cells.size())
                                    .toArray());
        });
    }

    /** A cell as an override would take it: JSON if it reads as JSON, else a text. */
    private static Json cell(String text, Place place) {
        Problems faults = new Problems();
        return JsonReader.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), place.file(), faults)
                .filter(json -> !faults.hasErrors())
                .orElseGet(() -> new Json.Text(text, place));
    }

    private static Optional<List<List<String>>> lines(String text, String file, Problems problems) {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(true).ofCsvRecord(text)) {
            for (CsvRecord csv : reader) {
                lines.add(csv.getFields().stream().map(String::strip).toList());
            }
            return Optional.of(lines);
        } catch (CsvParseException e) {
            Place place = new Place(file, lines.size() + 1, 1, "");
            problems.error("csv", place, "the table cannot be read here", "as many fields as the header has");
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private static boolean isTable(List<List<String>> lines, String file, Problems problems) {
        if (lines.size() < 2) {
            problems.error(
                    "csv", Place.startOf(file), "the table has no points", "a header of paths and a line per point");
            return false;
        }
        List<String> header = lines.get(0);
        if (new HashSet<>(header).size() < header.size() || header.contains("") || header.equals(List.of(POINT))) {
            problems.error(
                    "csv",
                    Place.startOf(file),
                    "the header is not a list of different paths",
                    "paths such as parameters.a");
            return false;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).size() != header.size()) {
                problems.error(
                        "csv",
                        new Place(file, i + 1, 1, ""),
                        "this line has " + lines.get(i).size() + " fields",
                        header.size() + " as in the header");
                return false;
            }
        }
        return true;
    }
}

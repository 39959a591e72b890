package org.immunoedit.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * A table of results: ours, or any CSV with a header. Columns are of numbers, where an empty cell, {@code NA} and
 * {@code NaN} are missing, or of texts. All of it is held in memory, eight bytes for each number.
 */
public final class DataTable {
    private final String file;
    private final Map<String, DataColumn> columns;
    private final int rows;

    private DataTable(String file, Map<String, DataColumn> columns, int rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads a table to its end.
     *
     * @param in UTF-8
     * @param file its name in messages
     * @return empty after an error
     * @throws IOException if the stream cannot be read
     */
    public static Optional<DataTable> read(InputStream in, String file, Problems problems) throws IOException {
        InputStreamReader text = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        Place place = new Place(file, 1, 1, "");
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return read(reader, file, problems);
        } catch (CharacterCodingException | UncheckedIOException | CsvParseException e) {
            if (isEncoding(e)) {
                problems.error("encoding", place, "a byte is not UTF-8 text", "a file saved as UTF-8");
                return Optional.empty();
            }
            if (e instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            problems.error("csv", place, "the table cannot be read: " + e.getMessage(), "CSV with a header");
            return Optional.empty();
        }
    }

    private static boolean isEncoding(Throwable failure) {
        return failure instanceof CharacterCodingException
                || failure.getCause() != null && isEncoding(failure.getCause());
    }

    private static Optional<DataTable> read(CsvReader<CsvRecord> reader, String file, Problems problems) {
        List<DataColumn> columns = new ArrayList<>();
        Map<String, DataColumn> byName = new LinkedHashMap<>();
        int rows = 0;
        for (CsvRecord line : reader) {
            Place place = new Place(file, (int) line.getStartingLineNumber(), 1, "");
            if (columns.isEmpty()) {
                for (String raw : line.getFields()) {
                    String name = withoutMark(raw.strip());
                    columns.add(new DataColumn(place));
                    if (name.isEmpty() || byName.put(name, columns.get(columns.size() - 1)) != null) {
                        problems.error(
                                "csv",
                                place,
                                name.isEmpty() ? "a column has no name" : "column \"" + name + "\" appears twice",
                                "different names in the first line");
                        return Optional.empty();
                    }
                }
            } else if (line.getFieldCount() != columns.size()) {
                String found = "this line has " + line.getFieldCount() + " fields";
                problems.error("csv", place, found, columns.size() + " as in the header");
                return Optional.empty();
            } else {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(line.getField(i).strip(), place);
                }
                rows++;
            }
        }
        if (columns.isEmpty()) {
            problems.error("csv", Place.startOf(file), "the table is empty", "a header and a line per row");
            return Optional.empty();
        }
        return Optional.of(new DataTable(file, byName, rows));
    }

    private static String withoutMark(String name) {
        return name.startsWith("\uFEFF") ? name.substring(1) : name;
    }

    /** Its name in messages. */
    public String file() {
        return file;
    }

    /** Names of the columns in file order. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** Lines without the header. */
    public int rows() {
        return rows;
    }

    /** Whether there is a column of this name. */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** Whether a column is one of words: its first cell that is not missing is no number. */
    public boolean isWords(String name) {
        return has(name) && columns.get(name).isWords();
    }

    /**
     * The numbers of a column; NaN where one is missing.
     *
     * @return empty after an error, because there is no such column or it holds a text
     */
    public Optional<double[]> numbers(String name, Problems problems) {
        if (isMissing(name, problems)) {
            return Optional.empty();
        }
        DataColumn column = columns.get(name);
        if (!column.isNumeric()) {
            String found = "\"" + column.strange() + "\" in column \"" + name + "\" is not a number";
            problems.error("csv", column.strangePlace(), found, "a number, or nothing where one is missing");
            return Optional.empty();
        }
        return Optional.of(column.numbers());
    }

    /**
     * The numbers of a column that must have one in each row, such as the time.
     *
     * @return empty after an error, because there is no such column, or a number is missing or infinite
     */
    public Optional<double[]> completeNumbers(String name, Problems problems) {
        Optional<double[]> numbers = numbers(name, problems);
        Optional<Place> gap = numbers.flatMap(some -> columns.get(name).firstGap());
        gap.ifPresent(
                place -> problems.error("csv", place, "this row has no \"" + name + "\"", "a number in each row"));
        return gap.isPresent() ? Optional.empty() : numbers;
    }

    private boolean isMissing(String name, Problems problems) {
        if (!has(name)) {
            problems.add(Problem.error(
                            "name", Place.startOf(file), "there is no column \"" + name + "\"", "one of " + listed())
                    .withHint(Nearest.hint(name, names())));
        }
        return !has(name);
    }

    /**
     * The cells of a column as texts.
     *
     * @return empty after an error, because there is no such column
     */
    public Optional<List<String>> texts(String name, Problems problems) {
        return isMissing(name, problems) ? Optional.empty() : Optional.of(texts(name));
    }

    /** The cells of a column that is there, as texts. */
    public List<String> texts(String name) {
        return columns.get(name).texts();
    }

    private String listed() {
        List<String> names = names();
        int shown = Math.min(names.size(), 12);
        return String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", …" : "");
    }
}

package org.immunoedit.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * A CSV table with a header, each cell with its place. Names of columns ignore case and outer spaces.
 *
 * @param columns lower-case names of the columns
 * @param rows in file order
 */
record Table(List<String> columns, List<Row> rows) {
    /** One record: texts without outer spaces; a text is empty where the record has no field. */
    record Row(List<String> columns, List<String> fields, List<Place> places, Place place) {
        /** The text of a column, empty when the column or the field is absent or holds the NONMEM dot for missing. */
        String text(String column) {
            int i = columns.indexOf(column);
            String text = i < 0 || i >= fields.size() ? "" : fields.get(i);
            return text.equals(".") ? "" : text;
        }

        /** Where the field of a column begins. */
        Place at(String column) {
            int i = columns.indexOf(column);
            return i < 0 || i >= places.size() ? place : places.get(i);
        }
    }

    /**
     * Reads a table.
     *
     * @param known names that columns may have
     */
    static Optional<Table> parse(String text, String file, List<String> known, Problems problems) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return rows(reader, text.split("\r\n|\n|\r", -1), new Place(file, 1, 1, ""), known, problems);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private static Optional<Table> rows(
            CsvReader<CsvRecord> reader, String[] lines, Place start, List<String> known, Problems problems) {
        List<Row> rows = new ArrayList<>();
        List<String> columns = null;
        Place place = start;
        try {
            for (CsvRecord csv : reader) {
                int line = (int) csv.getStartingLineNumber();
                place = new Place(start.file(), line, 1, "");
                Row row = row(csv, columns, lines[line - 1], place);
                if (columns == null) {
                    columns = header(row, known, problems);
                } else if (!row.fields().stream().allMatch(String::isEmpty)) {
                    checkWidth(row, columns.size(), problems);
                    rows.add(row);
                }
            }
        } catch (CsvParseException unclosed) {
            problems.error("csv", place, "after this line the table cannot be read", "quotes that are closed");
            return Optional.empty();
        }
        if (columns == null) {
            problems.error("csv", start, "the table is empty", "a header such as time,amt,cmt");
            return Optional.empty();
        }
        return Optional.of(new Table(columns, rows));
    }

    private static Row row(CsvRecord csv, List<String> columns, String line, Place start) {
        List<String> fields = csv.getFields().stream().map(String::strip).toList();
        List<Place> places = new ArrayList<>();
        int column = 1;
        for (String raw : csv.getFields()) {
            places.add(new Place(start.file(), start.line(), column, ""));
            // Quotes and line breaks inside a field make the width unknown: then all fields are at the record's start.
            column = line.indexOf('"') >= 0 ? 1 : column + raw.length() + 1;
        }
        return new Row(columns == null ? List.of() : columns, fields, List.copyOf(places), start);
    }

    private static List<String> header(Row row, List<String> known, Problems problems) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < row.fields().size(); i++) {
            String name = row.fields().get(i).toLowerCase(Locale.ROOT);
            Place place = row.places().get(i);
            if (!known.contains(name)) {
                String found = "\"" + row.fields().get(i) + "\" is not a known column";
                problems.add(Problem.error("unknown-key", place, found, "one of " + String.join(", ", known))
                        .withHint(Nearest.hint(name, known)));
            } else if (columns.contains(name)) {
                problems.error("duplicate-key", place, "column \"" + name + "\" appears twice", "each column once");
            }
            columns.add(name);
        }
        return List.copyOf(columns);
    }

    private static void checkWidth(Row row, int width, Problems problems) {
        int fields = row.fields().size();
        if (fields != width) {
            String found = "this line has " + fields + " fields";
            problems.error("csv", row.place(), found, width + " as in the header");
        }
    }
}

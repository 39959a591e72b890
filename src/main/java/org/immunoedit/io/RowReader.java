package org.immunoedit.io;

import com.fasterxml.jackson.core.io.NumberInput;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads a table that this program wrote, row by row, however long it is. One thread. */
public final class RowReader implements Closeable {
    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final java.util.Iterator<CsvRecord> records;
    private final List<String> columns;
    private CsvRecord row;

    private RowReader(Path file, CsvReader<CsvRecord> reader) throws IOException {
        this.file = file;
        this.reader = reader;
        records = reader.iterator();
        if (!next()) {
            throw broken("the table is empty");
        }
        columns = List.copyOf(row.getFields());
    }

    /**
     * Opens a table.
     *
     * @throws IOException that names the file
     */
    public static RowReader open(Path file) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file);
        try {
            return new RowReader(file, reader);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The position of a column.
     *
     * @throws NoSuchElementException if there is none
     */
    public int column(String name) {
        int position = columns.indexOf(name);
        if (position < 0) {
            throw new NoSuchElementException(file + " has no column " + name);
        }
        return position;
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws IOException that names the file
     */
    public boolean next() throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            row = records.next();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw broken(e.getMessage());
        }
        if (columns != null && row.getFieldCount() != columns.size()) {
            throw broken("line " + row.getStartingLineNumber() + " has " + row.getFieldCount() + " fields");
        }
        return true;
    }

    /** A field of the row as it stands. */
    public String text(int column) {
        return row.getField(column);
    }

    /**
     * A number of the row; NaN for an empty field.
     *
     * @throws IOException if it is none
     */
    public double number(int column) throws IOException {
        String text = row.getField(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            return NumberInput.parseDouble(text, true);
        } catch (NumberFormatException e) {
            throw broken("line " + row.getStartingLineNumber() + ": \"" + text + "\" is not a number");
        }
    }

    private FileSystemException broken(String why) {
        return new FileSystemException(file.toString(), null, why);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

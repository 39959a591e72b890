package org.immunoedit.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes CSV as RFC 4180 has it, but with LF at the end of lines: comma, decimal point, UTF-8 without a byte order
 * mark, a header. Numbers are the shortest text that reads back to the same double; NaN is an empty field. Rows go out
 * through a buffer of fixed size, whatever their number. One thread; the caller owns the stream.
 */
public final class CsvWriter {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final int columns;
    private final NumberText numbers = new NumberText();
    private final StringBuilder line = new StringBuilder(BUFFER + 1024);
    private int fields;

    /**
     * Starts a table with its header.
     *
     * @throws IOException if the stream cannot be written to
     */
    public CsvWriter(OutputStream out, List<String> columns) throws IOException {
        this.out = out;
        this.columns = columns.size();
        for (String column : columns) {
            text(column);
        }
        endRow();
    }

    private CsvWriter(OutputStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /** Goes on with a table whose header stands elsewhere. */
    public static CsvWriter continuing(OutputStream out, int columns) {
        return new CsvWriter(out, columns);
    }

    /** The next field of the row: a number, empty for NaN. */
    public void number(double value) {
        separate();
        numbers.append(value, line);
    }

    /** The next field of the row: a text, in quotes if it needs them. */
    public void text(String value) {
        separate();
        line.append(field(value));
    }

    /** A text as a field shows it: in quotes if it needs them. */
    public static String field(String value) {
        return isPlain(value) ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }

    /**
     * Ends the row.
     *
     * @throws IllegalStateException if it has not one field per column
     * @throws IOException if the stream cannot be written to
     */
    public void endRow() throws IOException {
        if (fields != columns) {
            throw new IllegalStateException(fields + " fields in a table of " + columns + " columns");
        }
        fields = 0;
        line.append('\n');
        if (line.length() >= BUFFER) {
            drain();
        }
    }

    /**
     * A whole row of numbers.
     *
     * @param first its first field
     * @param rest the fields behind it
     * @throws IOException if the stream cannot be written to
     */
    public void row(double first, double[] rest) throws IOException {
        number(first);
        for (double value : rest) {
            number(value);
        }
        endRow();
    }

    /**
     * Sends everything written so far to the stream and flushes it.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    private void separate() {
        if (fields++ > 0) {
            line.append(',');
        }
    }

    private void drain() throws IOException {
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }
}

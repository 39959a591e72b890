package org.immunoedit.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunoedit.io.RowReader;
import org.immunoedit.outcome.Phase;
import org.immunoedit.outcome.Response;
import org.immunoedit.sweep.Fate;

/** Reads from a table of results what its summary needs. One thread. */
final class SummaryRows implements Closeable {
    private final RowReader rows;
    private final int point;
    private final int arm;
    private final int status;
    private final int phase;
    private final int response;
    private final int progressed;
    private final int free;
    private final int[] moved;
    /** Where each endpoint stands, −1 for one that is not asked for. */
    private final int[] endpoints;

    private SummaryRows(RowReader rows, List<String> all, List<String> wanted) {
        this.rows = rows;
        List<String> columns = rows.columns();
        point = rows.column(SweepColumns.POINT);
        arm = columns.get(1).equals(SweepColumns.ARM) ? 1 : -1;
        status = rows.column(SweepColumns.STATUS);
        phase = rows.column(SweepColumns.PHASE);
        response = columns.indexOf(SweepColumns.BEST_RESPONSE);
        progressed = columns.indexOf(SweepColumns.PROGRESSION);
        free = columns.indexOf(Censoring.PROGRESSION_FREE_UNTIL.column());
        moved = columns.stream()
                .filter(column -> column.startsWith(SweepColumns.MOVED))
                .mapToInt(columns::indexOf)
                .toArray();
        endpoints = all.stream()
                .mapToInt(name -> wanted.contains(name) ? rows.column(name) : -1)
                .toArray();
    }

    /**
     * Opens a table.
     *
     * @param all its endpoints
     * @param wanted those whose numbers are read
     * @throws IOException that names it
     */
    static SummaryRows open(Path table, List<String> all, List<String> wanted) throws IOException {
        return new SummaryRows(RowReader.open(table), all, wanted);
    }

    /** The next row, empty behind the last one. */
    Optional<SummaryRow> next() throws IOException {
        if (!rows.next()) {
            return Optional.empty();
        }
        Optional<Response> best = response < 0 ? Optional.empty() : named(rows.text(response), Response.values());
        double[] values = new double[endpoints.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = number(endpoints[k]);
        }
        return Optional.of(new SummaryRow(
                (long) rows.number(point),
                arm < 0 ? "" : rows.text(arm),
                new Fate(rows.text(status), phase(phase), best),
                Arrays.stream(moved).mapToObj(this::phase).toList(),
                values,
                number(progressed),
                number(free)));
    }

    private double number(int column) throws IOException {
        return column < 0 ? Double.NaN : rows.number(column);
    }

    private Optional<Phase> phase(int column) {
        return named(rows.text(column), Phase.values());
    }

    private static <T> Optional<T> named(String text, T[] all) {
        for (T one : all) {
            if (one.toString().equals(text)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

package org.immunoedit.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.immunoedit.outcome.Phase;
import org.immunoedit.outcome.Response;
import org.immunoedit.sweep.Fate;

/** Where in a row of results stands what a summary needs. Immutable. */
final class SummaryFields {
    private final int count;
    private final int point;
    private final int arm;
    private final int status;
    private final int phase;
    private final int response;
    private final int progressed;
    private final int free;
    private final int[] moved;
    /** Of each endpoint, −1 for one that is not asked for. */
    private final int[] endpoints;

    /**
     * The fields of a table.
     *
     * @param columns of the table
     * @param all its endpoints
     * @param wanted those whose numbers are read
     */
    SummaryFields(List<String> columns, List<String> all, List<String> wanted) {
        count = columns.size();
        point = columns.indexOf(SweepColumns.POINT);
        arm = columns.get(1).equals(SweepColumns.ARM) ? 1 : -1;
        status = columns.indexOf(SweepColumns.STATUS);
        phase = columns.indexOf(SweepColumns.PHASE);
        response = columns.indexOf(SweepColumns.BEST_RESPONSE);
        progressed = columns.indexOf(SweepColumns.PROGRESSION);
        free = columns.indexOf(Censoring.PROGRESSION_FREE_UNTIL.column());
        moved = columns.stream()
                .filter(column -> column.startsWith(SweepColumns.MOVED))
                .mapToInt(columns::indexOf)
                .toArray();
        endpoints = all.stream()
                .mapToInt(name -> wanted.contains(name) ? columns.indexOf(name) : -1)
                .toArray();
    }

    /** How many fields a row has. */
    int count() {
        return count;
    }

    /**
     * What a row says.
     *
     * @param fields the text at each position
     * @throws NumberFormatException if there is a text where a number should be
     */
    SummaryRow row(IntFunction<String> fields) {
        return new SummaryRow(
                Long.parseLong(fields.apply(point)),
                arm < 0 ? "" : fields.apply(arm),
                new Fate(
                        fields.apply(status),
                        named(fields, phase, Phase.values()),
                        named(fields, response, Response.values())),
                Arrays.stream(moved)
                        .mapToObj(column -> named(fields, column, Phase.values()))
                        .toList(),
                Arrays.stream(endpoints)
                        .mapToDouble(column -> number(fields, column))
                        .toArray(),
                number(fields, progressed),
                number(fields, free));
    }

    private static double number(IntFunction<String> fields, int column) {
        String text = column < 0 ? "" : fields.apply(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static <T> Optional<T> named(IntFunction<String> fields, int column, T[] all) {
        String text = column < 0 ? "" : fields.apply(column);
        return Arrays.stream(all).filter(one -> one.toString().equals(text)).findFirst();
    }
}

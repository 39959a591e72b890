package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.cli.ReportHtml.Head;
import org.immunoedit.io.DataTable;

/** The part of a page that tells what a search has found. */
final class ReportFound {
    private static final String BOUNDARY = "boundary";
    private static final String STATUS = "status";

    /** More rows than this belong into a table of results, not on a page. */
    private static final int MOST = 100;

    /** What is told of each point after what was varied. */
    private static final List<String> TOLD =
            List.of(STATUS, BOUNDARY, "lower", "upper", "phase_below", "phase_above", "changes", "runs");

    private ReportFound() {}

    /** Whether results are those of a search. */
    static boolean isIn(SweepResults results) {
        return results.table().has(BOUNDARY);
    }

    /** Writes it. */
    static void write(SweepResults results, ReportHtml html) {
        DataTable table = results.table();
        List<String> columns = new ArrayList<>(results.varied());
        if (table.has(SweepTables.ARM_COLUMN)) {
            columns.add(0, SweepTables.ARM_COLUMN);
        }
        boolean allGood = table.texts(STATUS).stream().allMatch(Tally.OK::equals);
        TOLD.stream().filter(table::has).forEach(columns::add);
        columns.removeIf(column -> allGood && column.equals(STATUS));
        List<Head> heads = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (String column : columns) {
            String unit = ReportRun.unit(results.unit(column));
            String name = column.replace('_', ' ') + (unit.isEmpty() ? "" : " (" + unit.strip() + ")");
            heads.add(table.isWords(column) ? Head.text(name) : Head.number(name));
            cells.add(table.texts(column));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(MOST, table.rows()); row++) {
            int at = row;
            rows.add(cells.stream().map(column -> column.get(at)).toList());
        }
        html.table(heads, rows);
        if (table.rows() > MOST) {
            html.element("p", "The other " + (table.rows() - MOST) + " rows are in " + SweepDirectory.RESULTS + ".");
        }
    }
}

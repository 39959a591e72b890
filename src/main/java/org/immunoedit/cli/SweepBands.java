package org.immunoedit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.RowReader;
import org.immunoedit.io.SummaryDocument;
import org.immunoedit.sim.RowSink.Side;
import org.immunoedit.sweep.Statistics;
import org.immunoedit.sweep.Values;

/**
 * Quantiles over all runs of an arm at each time of the output, from a table of trajectories. They are exact: the table
 * is read again and again, each time for as many columns and times as memory is set aside for.
 *
 * <p>A run that is stopped ends with a row at a time that was not asked for, and that no other run has. Such times are
 * left out: those where runs only end, unless it is the end of the longest ones.
 */
final class SweepBands {
    static final String FILE = "bands.csv";
    /** Values that bands are made of at most: what is beyond would be read too often. */
    static final long MOST_VALUES = 1L << 30;

    /** Values that are held at once: 128 MB. */
    private static final long MOST_HELD = 1 << 24;

    private final Path trajectories;
    private final double[] shares;
    private final Map<String, TreeMap<Double, Integer>> counts = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, TreeMap<Double, Integer>> positions = new LinkedHashMap<>();
    private boolean arms;
    private List<String> columns = List.of();
    private long held = MOST_HELD;

    /**
     * Bands to be.
     *
     * @param trajectories a complete table
     * @param quantiles shares
     */
    SweepBands(Path trajectories, List<Double> quantiles) {
        this.trajectories = trajectories;
        shares = quantiles.stream().mapToDouble(share -> share).toArray();
    }

    /** The same, but holding fewer values at once. */
    SweepBands holding(long values) {
        held = values;
        return this;
    }

    /**
     * One time of one arm.
     *
     * @param rows how many runs have a row there
     */
    private record Cell(String arm, double time, int rows) {}

    /**
     * Writes the bands; does not close the stream.
     *
     * @throws IOException if the trajectories cannot be read, or the stream cannot be written to
     */
    void write(OutputStream out) throws IOException {
        count();
        List<String> header = new ArrayList<>(List.of("column", "time", "count", "mean"));
        header.addAll(arms ? List.of(SweepTables.ARM_COLUMN) : List.of());
        header.sort((a, b) -> Boolean.compare(b.equals(SweepTables.ARM_COLUMN), a.equals(SweepTables.ARM_COLUMN)));
        Arrays.stream(shares).mapToObj(SummaryDocument::quantile).forEach(header::add);
        CsvWriter csv = new CsvWriter(out, header);
        long rows = cells.stream().mapToLong(Cell::rows).sum();
        int together = (int) Math.max(1, Math.min(columns.size(), held / Math.max(1, rows)));
        for (int first = 0; first < columns.size(); first += together) {
            List<String> batch = columns.subList(first, Math.min(columns.size(), first + together));
            int from = 0;
            while (from < cells.size()) {
                int to = batch.size() > 1 ? cells.size() : end(from);
                write(batch, from, to, csv);
                from = to;
            }
        }
        csv.flush();
    }

    /** Behind the last cell that can be held together with one and those between. */
    private int end(int from) {
        long values = 0;
        int to = from;
        while (to < cells.size() && (to == from || values + cells.get(to).rows() <= held)) {
            values += cells.get(to).rows();
            to++;
        }
        return to;
    }

    private void count() throws IOException {
        try (RowReader rows = RowReader.open(trajectories)) {
            Layout layout = new Layout(rows);
            arms = layout.arm >= 0;
            columns = layout.columns;
            Set<Double> planned = new HashSet<>();
            String run = "";
            double last = Double.NaN;
            double end = Double.NEGATIVE_INFINITY;
            while (rows.next()) {
                if (layout.isShown(rows)) {
                    double time = rows.number(layout.time);
                    if (run.equals(layout.run(rows))) {
                        planned.add(last);
                    }
                    run = layout.run(rows);
                    last = time;
                    end = Math.max(end, time);
                    counts.computeIfAbsent(layout.arm(rows), any -> new TreeMap<>())
                            .merge(time, 1, Integer::sum);
                }
            }
            planned.add(end);
            counts.values().forEach(times -> times.keySet().retainAll(planned));
        }
        counts.forEach((arm, times) -> times.forEach((time, rows) -> {
            positions.computeIfAbsent(arm, any -> new TreeMap<>()).put(time, cells.size());
            cells.add(new Cell(arm, time, rows));
        }));
    }

    private void write(List<String> batch, int from, int to, CsvWriter csv) throws IOException {
        Values[][] values = new Values[batch.size()][to - from];
        for (Values[] column : values) {
            Arrays.setAll(column, i -> new Values(cells.get(from + i).rows()));
        }
        try (RowReader rows = RowReader.open(trajectories)) {
            Layout layout = new Layout(rows);
            int[] fields = batch.stream().mapToInt(rows::column).toArray();
            while (rows.next()) {
                Integer place = positions
                        .getOrDefault(layout.arm(rows), new TreeMap<>())
                        .get(rows.number(layout.time));
                if (place == null || !layout.isShown(rows)) {
                    continue;
                }
                int cell = place - from;
                for (int k = 0; k < fields.length && cell >= 0 && cell < to - from; k++) {
                    values[k][cell].add(rows.number(fields[k]));
                }
            }
        }
        for (int k = 0; k < batch.size(); k++) {
            for (int i = from; i < to; i++) {
                line(batch.get(k), cells.get(i), values[k][i - from].statistics(shares), csv);
            }
        }
    }

    private void line(String column, Cell cell, Statistics statistics, CsvWriter csv) throws IOException {
        if (statistics.count() == 0) {
            return;
        }
        if (arms) {
            csv.text(cell.arm());
        }
        csv.text(column);
        csv.number(cell.time());
        csv.text(Long.toString(statistics.count()));
        csv.number(statistics.mean());
        statistics.quantiles().forEach(csv::number);
        csv.endRow();
    }

    /** Where what is read stands. */
    private static final class Layout {
        private final int point;
        private final int arm;
        private final int time;
        private final int side;
        private final List<String> columns;

        Layout(RowReader rows) {
            List<String> all = rows.columns();
            point = rows.column(SweepTables.POINT);
            arm = all.get(1).equals(SweepTables.ARM_COLUMN) ? 1 : -1;
            time = arm < 0 ? 1 : 2;
            side = all.size() > time + 1 && all.get(time + 1).equals("side") ? time + 1 : -1;
            columns = all.subList(Math.max(time, side) + 1, all.size()).stream()
                    .filter(column -> !column.equals(PhaseColumn.TERM.name()))
                    .toList();
        }

        String arm(RowReader rows) {
            return arm < 0 ? "" : rows.text(arm);
        }

        /** Tells the runs apart. */
        String run(RowReader rows) {
            return rows.text(point) + " " + arm(rows);
        }

        /** Whether a row is the one of its time: at a dose the state after it. */
        boolean isShown(RowReader rows) {
            return side < 0 || rows.text(side).equals(Side.AFTER.toString());
        }
    }
}

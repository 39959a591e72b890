package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.Points;
import org.immunoedit.figure.Quantiles;
import org.immunoedit.figure.View;
import org.immunoedit.io.DataTable;
import org.immunoedit.problem.BadInput;

/** Quantiles of a cohort over time. */
final class BandsFigure {
    private static final String COLUMN = "column";
    private static final String QUANTILE = "q[0-9.]+";

    private final SweepResults results;
    private final DataTable bands;
    private final View view;

    BandsFigure(SweepResults results, DataTable bands, View view) {
        this.results = results;
        this.bands = bands;
        this.view = view;
    }

    /** A panel for each column, or for those that are asked for. */
    Figure figure() throws BadInput {
        List<String> quantiles =
                bands.names().stream().filter(name -> name.matches(QUANTILE)).toList();
        List<Double> shares = quantiles.stream()
                .map(name -> Double.parseDouble(name.substring(1)) / 100)
                .toList();
        double[] time = SweepResults.times(bands);
        List<double[]> values = new ArrayList<>();
        for (String name : quantiles) {
            values.add(SweepResults.numbers(bands, name));
        }
        double[] counts = SweepResults.numbers(bands, "count");
        List<String> columns = SweepResults.texts(bands, COLUMN);
        RunFigures.require(view.columns(), columns.stream().distinct().toList(), bands.file());
        Map<String, List<Quantiles.Fan>> fans = new LinkedHashMap<>();
        SweepResults.rowsByArm(bands).forEach((arm, rows) -> {
            Map<String, List<Integer>> byColumn = new LinkedHashMap<>();
            rows.forEach(row -> byColumn.computeIfAbsent(columns.get(row), c -> new ArrayList<>())
                    .add(row));
            byColumn.forEach((column, all) -> {
                if (view.columns().isEmpty() || view.columns().contains(column)) {
                    List<Integer> own = common(all, counts);
                    List<Points> lines =
                            values.stream().map(line -> points(own, time, line)).toList();
                    fans.computeIfAbsent(column, c -> new ArrayList<>())
                            .add(new Quantiles.Fan(arm, shares, lines, runs(own, counts)));
                }
            });
        });
        return Quantiles.of(results.title(), results.timeUnit(), fans, view);
    }

    /**
     * Rows of times that the runs have in common. Runs only ever leave, so a time with fewer of them than a later one
     * is a row of some only, whose rows stand more closely, and says nothing about the cohort.
     */
    private static List<Integer> common(List<Integer> rows, double[] counts) {
        LinkedList<Integer> common = new LinkedList<>();
        double most = 0;
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (counts[rows.get(i)] >= most) {
                most = counts[rows.get(i)];
                common.addFirst(rows.get(i));
            }
        }
        return List.copyOf(common);
    }

    /** How many runs there are, and how many are left at the end. */
    private static String runs(List<Integer> rows, double[] counts) {
        long first = Math.round(counts[rows.get(0)]);
        long last = Math.round(counts[rows.get(rows.size() - 1)]);
        return first == last ? first + " runs" : first + " runs, " + last + " at the end";
    }

    private static Points points(List<Integer> rows, double[] time, double[] values) {
        return Points.of(
                rows.stream().mapToDouble(row -> time[row]).toArray(),
                rows.stream().mapToDouble(row -> values[row]).toArray());
    }
}

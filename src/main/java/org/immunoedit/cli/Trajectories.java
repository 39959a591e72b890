package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.Points;
import org.immunoedit.figure.Spider;
import org.immunoedit.figure.View;
import org.immunoedit.io.DataTable;
import org.immunoedit.problem.BadInput;

/** The rows of the runs of a sweep, as far as a spider plot shows them. */
final class Trajectories {
    private static final String POINT = "point";
    private static final String TIME = "time";
    private static final String START = "tumor_start";
    private static final List<String> KEYS = List.of(POINT, SweepColumns.ARM, TIME);
    private static final double PERCENT = 100;
    private static final double ROUNDING = 1e-6;

    private final SweepResults results;
    private final DataTable rows;
    private final Optional<Assessments> assessments;

    /** Rows of each run, by arm, then by point. */
    private final Map<String, Map<Double, List<Integer>>> runs = new LinkedHashMap<>();

    Trajectories(SweepResults results, DataTable rows) throws BadInput {
        this.results = results;
        this.rows = rows;
        this.assessments = Assessments.of(results);
        double[] points = SweepResults.numbers(rows, POINT);
        SweepResults.rowsByArm(rows).forEach((arm, own) -> {
            Map<Double, List<Integer>> byPoint = new LinkedHashMap<>();
            own.forEach(row -> byPoint.computeIfAbsent(points[row], point -> new ArrayList<>())
                    .add(row));
            runs.put(arm, byPoint);
        });
    }

    /**
     * Changes of the diameter from the first row, that of a sphere; empty if no column is the tumor, or no run is kept.
     */
    Optional<Figure> spider(View view) throws BadInput {
        Optional<String> tumor = tumor();
        if (tumor.isEmpty() || runs.isEmpty()) {
            return Optional.empty();
        }
        double[] time = SweepResults.numbers(rows, TIME);
        double[] size = SweepResults.numbers(rows, tumor.get());
        Map<String, List<Points>> arms = new LinkedHashMap<>();
        runs.forEach((arm, byPoint) -> {
            List<Points> patients = new ArrayList<>();
            for (List<Integer> run : byPoint.values()) {
                double baseline = size[run.get(0)];
                if (baseline > 0) {
                    List<Integer> assessed = assessed(run, time);
                    double[] at =
                            assessed.stream().mapToDouble(row -> time[row]).toArray();
                    double[] change = assessed.stream()
                            .mapToDouble(row -> PERCENT * (Math.cbrt(size[row] / baseline) - 1))
                            .toArray();
                    patients.add(Points.of(at, change));
                }
            }
            arms.put(arm, patients);
        });
        return Optional.of(Spider.of(results.title(), results.timeUnit(), arms, view));
    }

    /** The first row, then at each assessment the last row until then; every row if nobody knows when those are. */
    private List<Integer> assessed(List<Integer> run, double[] time) {
        List<Integer> rows = new ArrayList<>(List.of(run.get(0)));
        for (int i = 1; i < run.size(); i++) {
            double here = time[run.get(i)];
            boolean last = i + 1 == run.size();
            if (assessments.isEmpty() || assessments.get().within(here, last ? here : time[run.get(i + 1)])) {
                rows.add(run.get(i));
            }
        }
        return rows;
    }

    /** The column that begins, in every run, with the tumor that the endpoints tell. */
    private Optional<String> tumor() throws BadInput {
        if (!results.endpoints().contains(START)) {
            return Optional.empty();
        }
        double[] points = results.numbers(POINT);
        double[] starts = results.numbers(START);
        for (String column : rows.names()) {
            if (!KEYS.contains(column) && !rows.isWords(column)) {
                double[] values = SweepResults.numbers(rows, column);
                boolean same = results.arms().entrySet().stream()
                        .allMatch(arm -> arm.getValue().stream()
                                .allMatch(row -> begins(runs.get(arm.getKey()), points[row], values, starts[row])));
                if (same) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean begins(Map<Double, List<Integer>> arm, double point, double[] values, double start) {
        List<Integer> run = arm == null ? null : arm.get(point);
        return run == null || Math.abs(values[run.get(0)] - start) <= ROUNDING * Math.abs(start);
    }
}

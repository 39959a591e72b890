package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.io.RowReader;
import org.immunoedit.outcome.Phase;
import org.immunoedit.outcome.Response;
import org.immunoedit.sweep.Census;
import org.immunoedit.sweep.Fate;
import org.immunoedit.sweep.KaplanMeier;
import org.immunoedit.sweep.Statistics;
import org.immunoedit.sweep.Summary;
import org.immunoedit.sweep.Transitions;
import org.immunoedit.sweep.Values;

/**
 * Sums a table of results up. Reads it once for as many endpoints as memory is set aside for, and again for more; the
 * exact quantiles of one endpoint need 8 bytes per run.
 */
final class SweepSummary {
    /** Shares of the quantiles. */
    static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** Values that are held at once: 128 MB. */
    private static final long MOST_HELD = 1 << 24;

    private final Path results;
    private final Map<String, String> units;
    private final List<String> endpoints;
    private final List<String> moved;
    private final Map<String, Arm> arms = new LinkedHashMap<>();
    private final Map<List<String>, Transitions> pairs = new LinkedHashMap<>();
    private long held = MOST_HELD;

    /**
     * A summary to be.
     *
     * @param results the table, complete
     * @param units of its columns, in their order
     */
    SweepSummary(Path results, Map<String, String> units) {
        this.results = results;
        this.units = units;
        List<String> columns = List.copyOf(units.keySet());
        int phase = columns.indexOf(SweepColumns.PHASE);
        int response = columns.indexOf(SweepColumns.BEST_RESPONSE);
        endpoints = response < 0 ? List.of() : columns.subList(phase + 1, response);
        moved = columns.stream()
                .filter(column -> column.startsWith(SweepColumns.MOVED))
                .toList();
    }

    /** The same, but holding fewer values at once. */
    SweepSummary holding(long values) {
        held = values;
        return this;
    }

    /** What is gathered of one arm. */
    private static final class Arm {
        private final Census census = new Census();
        private final Values progressed = new Values(0);
        private final Values censored = new Values(0);
        private final Map<String, Transitions> flips = new LinkedHashMap<>();
        private final Map<String, Values> batch = new LinkedHashMap<>();
        private final List<Summary.Measure> measures = new ArrayList<>();
        private Optional<Phase> phase = Optional.empty();
    }

    /**
     * Reads the table.
     *
     * @param rows how many it has
     * @throws IOException that names it
     */
    Summary of(long rows) throws IOException {
        int most = (int) Math.max(1, Math.min(endpoints.size(), held / Math.max(1, rows)));
        int from = 0;
        do {
            List<String> batch = endpoints.subList(from, Math.min(endpoints.size(), from + most));
            read(batch, from == 0);
            conclude();
            from += most;
        } while (from < endpoints.size());
        List<Summary.Arm> all = new ArrayList<>();
        arms.forEach((name, arm) -> all.add(new Summary.Arm(
                name,
                arm.census,
                progression(arm),
                List.copyOf(arm.measures),
                Collections.unmodifiableMap(arm.flips))));
        List<Summary.Pair> compared = new ArrayList<>();
        pairs.forEach((names, transitions) -> compared.add(new Summary.Pair(names.get(0), names.get(1), transitions)));
        return new Summary(all, compared, SHARES);
    }

    private static Optional<KaplanMeier> progression(Arm arm) {
        return arm.census.assessed()
                ? Optional.of(new KaplanMeier(arm.progressed.toArray(), arm.censored.toArray()))
                : Optional.empty();
    }

    private void conclude() {
        double[] shares = SHARES.stream().mapToDouble(share -> share).toArray();
        for (Arm arm : arms.values()) {
            arm.batch.forEach((name, values) -> {
                Statistics statistics = values.statistics(shares);
                arm.measures.add(new Summary.Measure(name, units.get(name), statistics));
            });
            arm.batch.clear();
        }
    }

    private void read(List<String> batch, boolean first) throws IOException {
        try (RowReader rows = RowReader.open(results)) {
            Layout layout = new Layout(rows, batch, moved);
            String point = "";
            while (rows.next()) {
                String now = rows.text(layout.point);
                if (first && !now.equals(point)) {
                    compare();
                    point = now;
                }
                String name = layout.arm < 0 ? "" : rows.text(layout.arm);
                Arm arm = arms.computeIfAbsent(name, any -> new Arm());
                Fate fate = layout.fate(rows);
                if (first) {
                    arm.phase = fate.phase();
                    count(arm, fate, layout, rows);
                }
                if (fate.good()) {
                    gather(arm, batch, layout, rows);
                }
            }
            if (first) {
                compare();
            }
        }
    }

    /** Where what is read stands. */
    private static final class Layout {
        private final int point;
        private final int arm;
        private final int status;
        private final int phase;
        private final int response;
        private final int progressed;
        private final int censored;
        private final int[] endpoints;
        private final int[] moved;

        Layout(RowReader rows, List<String> batch, List<String> moved) {
            List<String> columns = rows.columns();
            point = rows.column(SweepColumns.POINT);
            arm = columns.get(1).equals(SweepColumns.ARM) ? 1 : -1;
            status = rows.column(SweepColumns.STATUS);
            phase = rows.column(SweepColumns.PHASE);
            response = columns.indexOf(SweepColumns.BEST_RESPONSE);
            progressed = columns.indexOf(SweepColumns.PROGRESSION);
            censored = columns.indexOf(Censoring.PROGRESSION_FREE_UNTIL.column());
            endpoints = batch.stream().mapToInt(rows::column).toArray();
            this.moved = moved.stream().mapToInt(rows::column).toArray();
        }

        Fate fate(RowReader rows) {
            Optional<Response> best = response < 0 ? Optional.empty() : named(rows.text(response), Response.values());
            return new Fate(rows.text(status), phase(rows, phase), best);
        }

        static Optional<Phase> phase(RowReader rows, int column) {
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
    }

    private void count(Arm arm, Fate fate, Layout layout, RowReader rows) throws IOException {
        arm.census.add(fate);
        for (int k = 0; k < moved.size(); k++) {
            String definition = moved.get(k).substring(SweepColumns.MOVED.length());
            arm.flips
                    .computeIfAbsent(definition, any -> new Transitions())
                    .add(fate.phase(), Layout.phase(rows, layout.moved[k]));
        }
        if (layout.progressed >= 0 && layout.censored >= 0) {
            arm.progressed.add(rows.number(layout.progressed));
            arm.censored.add(rows.number(layout.censored));
        }
    }

    private static void gather(Arm arm, List<String> batch, Layout layout, RowReader rows) throws IOException {
        for (int k = 0; k < batch.size(); k++) {
            arm.batch.computeIfAbsent(batch.get(k), any -> new Values(0)).add(rows.number(layout.endpoints[k]));
        }
    }

    /** Compares the arms of the point that has just ended. */
    private void compare() {
        List<String> names = List.copyOf(arms.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.computeIfAbsent(Arrays.asList(names.get(i), names.get(j)), any -> new Transitions())
                        .add(arms.get(names.get(i)).phase, arms.get(names.get(j)).phase);
            }
        }
        arms.values().forEach(arm -> arm.phase = Optional.empty());
    }
}

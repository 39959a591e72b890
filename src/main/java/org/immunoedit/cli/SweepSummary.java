package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunoedit.io.RowReader;
import org.immunoedit.outcome.Phase;
import org.immunoedit.sweep.Census;
import org.immunoedit.sweep.KaplanMeier;
import org.immunoedit.sweep.Statistics;
import org.immunoedit.sweep.Summary;
import org.immunoedit.sweep.Transitions;
import org.immunoedit.sweep.Values;

/**
 * Sums the results of a sweep up. Takes the rows once for as many endpoints as memory is set aside for, as they come or
 * from their table, and reads the table again for more; the exact quantiles of one endpoint need 8 bytes per run.
 */
final class SweepSummary {
    /** Shares of the quantiles. */
    static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** Values that are held at once: 128 MB. */
    private static final long MOST_HELD = 1 << 24;

    private final Map<String, String> units;
    private final List<String> endpoints;
    private final List<String> moved;
    private final boolean progression;
    /** How many endpoints are held at once. */
    private final int most;

    private final Map<String, Arm> arms = new LinkedHashMap<>();
    private final Map<List<String>, Transitions> pairs = new LinkedHashMap<>();
    /** The first of the endpoints that are being gathered. */
    private int from;

    private long point;

    /**
     * A summary to be.
     *
     * @param units of the columns of the table, in their order
     * @param rows how many there will be
     */
    SweepSummary(Map<String, String> units, long rows) {
        this(units, rows, MOST_HELD);
    }

    /** As above, of which so many values are held at once. */
    SweepSummary(Map<String, String> units, long rows, long held) {
        this.units = units;
        List<String> columns = List.copyOf(units.keySet());
        int phase = columns.indexOf(SweepColumns.PHASE);
        int response = columns.indexOf(SweepColumns.BEST_RESPONSE);
        endpoints = response < 0 ? List.of() : columns.subList(phase + 1, response);
        moved = columns.stream()
                .filter(column -> column.startsWith(SweepColumns.MOVED))
                .map(column -> column.substring(SweepColumns.MOVED.length()))
                .toList();
        progression = columns.contains(SweepColumns.PROGRESSION)
                && columns.contains(Censoring.PROGRESSION_FREE_UNTIL.column());
        most = (int) Math.max(1, Math.min(endpoints.size(), held / Math.max(1, rows)));
    }

    /** What is gathered of one arm. */
    private static final class Arm {
        private final Census census = new Census();
        private final Values progressed = new Values(0);
        private final Values free = new Values(0);
        private final Map<String, Transitions> flips = new LinkedHashMap<>();
        private final List<Summary.Measure> measures = new ArrayList<>();
        /** Of each endpoint that is being gathered; none as long as no run ended well. */
        private List<Values> batch = List.of();

        private Optional<Phase> phase = Optional.empty();
    }

    /** Takes the next row in the order of the plan. */
    void add(SummaryRow row) {
        if (row.point() != point) {
            compare();
            point = row.point();
        }
        Arm arm = arms.computeIfAbsent(row.arm(), any -> new Arm());
        arm.phase = row.fate().phase();
        arm.census.add(row.fate());
        for (int k = 0; k < moved.size(); k++) {
            arm.flips
                    .computeIfAbsent(moved.get(k), any -> new Transitions())
                    .add(row.fate().phase(), row.moved().get(k));
        }
        if (progression) {
            arm.progressed.add(row.progressed());
            arm.free.add(row.free());
        }
        gather(arm, row);
    }

    /**
     * Takes all rows of a table as if they came one by one.
     *
     * @throws IOException that names it
     */
    void read(Path table) throws IOException {
        read(table, this::add);
    }

    /** The fields of the table that are needed. */
    SummaryFields fields() {
        return new SummaryFields(List.copyOf(units.keySet()), endpoints, batch());
    }

    /**
     * What all rows come to; ends the summary.
     *
     * @param table where they stand
     * @throws IOException that names it
     */
    Summary of(Path table) throws IOException {
        compare();
        conclude();
        for (from = most; from < endpoints.size(); from += most) {
            read(table, row -> gather(arms.get(row.arm()), row));
            conclude();
        }
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
                ? Optional.of(new KaplanMeier(arm.progressed.toArray(), arm.free.toArray()))
                : Optional.empty();
    }

    /** The endpoints that are being gathered. */
    private List<String> batch() {
        return endpoints.subList(from, Math.min(endpoints.size(), from + most));
    }

    private void read(Path table, Consumer<SummaryRow> taker) throws IOException {
        SummaryFields fields = fields();
        try (RowReader rows = RowReader.open(table)) {
            while (rows.next()) {
                taker.accept(fields.row(rows::text));
            }
        } catch (NumberFormatException e) {
            throw new FileSystemException(
                    table.toString(), null, "this is not the table of a sweep: " + e.getMessage());
        }
    }

    private void gather(Arm arm, SummaryRow row) {
        if (!row.fate().good()) {
            return;
        }
        if (arm.batch.isEmpty()) {
            arm.batch = batch().stream().map(any -> new Values(0)).toList();
        }
        for (int k = 0; k < arm.batch.size(); k++) {
            // as the table shows it, where both zeros are one
            arm.batch.get(k).add(row.endpoints()[from + k] + 0.0);
        }
    }

    private void conclude() {
        double[] shares = SHARES.stream().mapToDouble(share -> share).toArray();
        for (Arm arm : arms.values()) {
            for (int k = 0; k < arm.batch.size(); k++) {
                String name = endpoints.get(from + k);
                Statistics statistics = arm.batch.get(k).statistics(shares);
                arm.measures.add(new Summary.Measure(name, units.get(name), statistics));
            }
            arm.batch = List.of();
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

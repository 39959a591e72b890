package org.immunoedit.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which columns of a recording share a panel when nobody says. Columns that never change tell nothing and are left out,
 * and so are columns that repeat another one.
 */
final class Selection {
    /** More lines than this in one panel cannot be told apart. */
    static final int MOST_LINES = 7;

    /** Panels beside a tumor that no other column shares a unit with. */
    private static final int MOST_OTHERS = 3;

    private final Recording recording;
    private final List<Trace> changing = new ArrayList<>();
    private final List<List<Trace>> groups = new ArrayList<>();

    private Selection(Recording recording) {
        this.recording = recording;
        // The tumor goes first, so that a column which repeats it is the one that is left out.
        List<Trace> tumorFirst = Stream.concat(recording.trace(recording.tumor()).stream(), recording.traces().stream())
                .distinct()
                .toList();
        for (Trace trace : tumorFirst) {
            boolean repeats = changing.stream().anyMatch(t -> t.points().sameAs(trace.points()));
            boolean isTumor = trace.name().equals(recording.tumor());
            if (isTumor || !trace.points().isConstant() && !repeats) {
                changing.add(trace);
            }
        }
    }

    /** The chosen groups of columns, a panel each. */
    static List<List<Trace>> of(Recording recording) {
        Selection selection = new Selection(recording);
        if (recording.trace(recording.tumor()).isEmpty()) {
            selection.byUnit();
        } else {
            selection.aroundTumor();
        }
        if (selection.groups.isEmpty()) {
            selection.add(recording.traces());
        }
        return List.copyOf(selection.groups);
    }

    private void byUnit() {
        byUnit(changing).forEach(this::add);
    }

    private void aroundTumor() {
        Trace tumor = recording.trace(recording.tumor()).orElseThrow();
        List<Trace> cells = changing.stream()
                .filter(trace -> trace.unit().equals(tumor.unit()) && !isDrug(trace))
                .toList();
        if (cells.size() <= MOST_LINES) {
            add(cells);
        } else {
            List<Trace> family =
                    cells.stream().filter(trace -> isTumor(trace, tumor)).toList();
            add(family);
            add(cells.stream().filter(trace -> !family.contains(trace)).toList());
        }
        byUnit(changing.stream().filter(this::isDrug).toList()).stream()
                .findFirst()
                .ifPresent(this::add);
        List<Trace> watched = changing.stream()
                .filter(trace -> recording.watched().contains(trace.name()))
                .filter(trace -> groups.stream().noneMatch(group -> group.contains(trace)))
                .toList();
        byUnit(watched).stream().limit(2).forEach(this::add);
        if (groups.size() == 1 && groups.get(0).size() == 1) {
            byUnit(changing.stream().filter(trace -> !trace.equals(tumor)).toList()).stream()
                    .limit(MOST_OTHERS)
                    .forEach(this::add);
        }
    }

    /** Clones and their sum: {@code tumor[1]}, {@code tumor_total}. */
    private static boolean isTumor(Trace trace, Trace tumor) {
        String stem = tumor.name().replaceAll("[_\\[].*", "");
        return trace.equals(tumor) || trace.name().matches("\\Q" + stem + "\\E([_\\[].*)?");
    }

    /** Columns of an agent carry its name before a point, as the state that it is given into does. */
    private boolean isDrug(Trace trace) {
        return recording.doses().stream()
                .map(doses -> doses.state().substring(0, doses.state().indexOf('.') + 1))
                .anyMatch(prefix -> !prefix.isEmpty() && trace.name().startsWith(prefix));
    }

    private boolean isDosed(Trace trace) {
        return recording.doses().stream().anyMatch(doses -> doses.state().equals(trace.name()));
    }

    private static List<List<Trace>> byUnit(List<Trace> traces) {
        Map<String, List<Trace>> byUnit = new LinkedHashMap<>();
        traces.forEach(trace ->
                byUnit.computeIfAbsent(trace.unit(), unit -> new ArrayList<>()).add(trace));
        return List.copyOf(byUnit.values());
    }

    /** Adds a panel; of too many columns those that are dosed, then those that change most, by factor. */
    private void add(List<Trace> traces) {
        Comparator<Trace> byDose = Comparator.comparing(this::isDosed);
        if (traces.isEmpty()) {
            return;
        }
        List<Trace> most = traces.stream()
                .sorted(byDose.thenComparing(Selection::change).reversed())
                .limit(MOST_LINES)
                .toList();
        groups.add(traces.stream()
                .filter(trace -> most.contains(trace) || trace.name().equals(recording.tumor()))
                .toList());
    }

    private static double change(Trace trace) {
        double[] values = Arrays.stream(trace.points().values()).map(Math::abs).toArray();
        double high = Arrays.stream(values).max().orElse(0);
        double low = Arrays.stream(values).min().orElse(0);
        return high > 0 ? Math.log10(high / Math.max(low, 1e-6 * high)) : 0;
    }
}

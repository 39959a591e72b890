package org.immunoedit.sweep;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.outcome.Phase;

/**
 * Counts which phase the same patients end in under two labels: of two arms, or of two definitions. Who has no phase
 * under one of them (a run that failed) is not counted. One thread.
 */
public final class Transitions {
    private final Map<Phase, Map<Phase, Long>> counts = new EnumMap<>(Phase.class);

    /** Counts a patient. */
    public void add(Optional<Phase> from, Optional<Phase> to) {
        if (from.isPresent() && to.isPresent()) {
            counts.computeIfAbsent(from.get(), phase -> new EnumMap<>(Phase.class))
                    .merge(to.get(), 1L, Long::sum);
        }
    }

    /** Patients with one phase first and another then. */
    public long count(Phase from, Phase to) {
        return counts.getOrDefault(from, Map.of()).getOrDefault(to, 0L);
    }

    /** The matrix: all phases by all phases. */
    public Map<Phase, Map<Phase, Long>> matrix() {
        Map<Phase, Map<Phase, Long>> matrix = new LinkedHashMap<>();
        for (Phase from : Phase.values()) {
            Map<Phase, Long> row = new LinkedHashMap<>();
            for (Phase to : Phase.values()) {
                row.put(to, count(from, to));
            }
            matrix.put(from, row);
        }
        return matrix;
    }

    /** Patients whose phase is another one. */
    public Proportion changed() {
        return where((from, to) -> from != to);
    }

    /** Patients who end in a better phase: elimination is better than equilibrium, equilibrium than escape. */
    public Proportion better() {
        return where((from, to) -> comparable(from, to) && to.compareTo(from) < 0);
    }

    /** Patients who end in a worse phase. */
    public Proportion worse() {
        return where((from, to) -> comparable(from, to) && to.compareTo(from) > 0);
    }

    /** Patients of whom it cannot be told: one of their phases is undetermined and the other one is not. */
    public Proportion unclear() {
        return where((from, to) -> from != to && !comparable(from, to));
    }

    private static boolean comparable(Phase from, Phase to) {
        return from != Phase.UNDETERMINED && to != Phase.UNDETERMINED;
    }

    private interface Which {
        boolean is(Phase from, Phase to);
    }

    private Proportion where(Which which) {
        long count = 0;
        long all = 0;
        for (Phase from : Phase.values()) {
            for (Phase to : Phase.values()) {
                all += count(from, to);
                count += which.is(from, to) ? count(from, to) : 0;
            }
        }
        return new Proportion(count, all);
    }
}

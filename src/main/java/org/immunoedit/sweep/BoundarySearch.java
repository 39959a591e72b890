package org.immunoedit.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.immunoedit.sweep.Boundary.Bracket;
import org.immunoedit.sweep.Boundary.Kind;

/**
 * Looks for the smallest or the largest value whose run ends as wanted: first at some values all over the interval,
 * then by halving wherever two neighbors among them differ. What changes twice between two of the first values stays
 * hidden.
 *
 * @param largest whether the largest value is looked for, else the smallest
 * @param scan how many values are tried first
 * @param rtol width of a bracket, relative to its values
 */
public record BoundarySearch(Axis axis, boolean largest, int scan, double rtol) {
    public BoundarySearch {
        if (scan < 2 || !(rtol > 0 && rtol < 1)) {
            throw new IllegalArgumentException(scan + " values, brackets of " + rtol);
        }
    }

    /** Makes runs. */
    @FunctionalInterface
    public interface Trials {
        /** One for each value, in their order. */
        List<Probe> run(List<Double> values) throws IOException;
    }

    /** A change between two neighbors that is being narrowed. */
    private record Narrowed(Bracket bracket, boolean failed) {}

    /**
     * Searches.
     *
     * @throws IOException from the trials
     */
    public Boundary search(Trials trials) throws IOException {
        NavigableMap<Double, Probe> probes = new TreeMap<>();
        List<Probe> scanned = trials.run(axis.scan(scan));
        scanned.forEach(probe -> probes.put(probe.value(), probe));
        Optional<Bracket> coarse = first(scanned);
        Kind kind = coarse.isPresent() ? Kind.FOUND : unbracketed(scanned);
        Optional<Bracket> answer = Optional.empty();
        List<Bracket> changes = new ArrayList<>();
        for (Bracket change : changes(scanned)) {
            Narrowed narrowed = narrowed(change, trials, probes);
            changes.add(narrowed.bracket());
            if (coarse.isPresent() && change.equals(coarse.get())) {
                kind = narrowed.failed() ? Kind.FAILED : kind;
                answer = Optional.of(narrowed.bracket()).filter(bracket -> !narrowed.failed());
            }
        }
        return new Boundary(kind, answer, changes, List.copyOf(probes.values()));
    }

    /** The first change from the side where the search starts, unless something else stands before it. */
    private Optional<Bracket> first(List<Probe> scanned) {
        List<Probe> ordered = fromStart(scanned);
        for (int i = 0; i < ordered.size() && !ordered.get(i).failed(); i++) {
            if (ordered.get(i).wanted()) {
                return i == 0 ? Optional.empty() : Optional.of(bracket(ordered.get(i - 1), ordered.get(i)));
            }
        }
        return Optional.empty();
    }

    private Kind unbracketed(List<Probe> scanned) {
        if (fromStart(scanned).get(0).wanted()) {
            return scanned.stream().allMatch(Probe::wanted) ? Kind.ALL : Kind.EDGE;
        }
        return scanned.stream().anyMatch(Probe::failed) ? Kind.FAILED : Kind.NONE;
    }

    private List<Probe> fromStart(List<Probe> scanned) {
        List<Probe> ordered = new ArrayList<>(scanned);
        if (largest) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private static List<Bracket> changes(List<Probe> scanned) {
        List<Bracket> changes = new ArrayList<>();
        for (int i = 1; i < scanned.size(); i++) {
            Probe below = scanned.get(i - 1);
            Probe above = scanned.get(i);
            if (!below.failed() && !above.failed() && below.wanted() != above.wanted()) {
                changes.add(new Bracket(below, above));
            }
        }
        return changes;
    }

    private static Bracket bracket(Probe a, Probe b) {
        return a.value() < b.value() ? new Bracket(a, b) : new Bracket(b, a);
    }

    /** Halves a bracket until it is narrow or a run in it fails. */
    private Narrowed narrowed(Bracket wide, Trials trials, NavigableMap<Double, Probe> probes) throws IOException {
        Bracket bracket = wide;
        while (!axis.isNarrow(bracket.below().value(), bracket.above().value(), rtol)) {
            OptionalDouble middle =
                    axis.between(bracket.below().value(), bracket.above().value());
            if (middle.isEmpty()) {
                return new Narrowed(bracket, false);
            }
            Probe probe = trials.run(List.of(middle.getAsDouble())).get(0);
            probes.put(probe.value(), probe);
            if (probe.failed()) {
                return new Narrowed(bracket, true);
            }
            bracket = probe.wanted() == bracket.below().wanted()
                    ? new Bracket(probe, bracket.above())
                    : new Bracket(bracket.below(), probe);
        }
        return new Narrowed(bracket, false);
    }
}

package org.immunoedit.sweep;

import java.util.List;

/**
 * A design seen by an arm that only some of the variations concern.
 *
 * @param kept positions of these in the whole design
 */
public record Projection(Design of, List<Integer> kept) implements Design {
    public Projection {
        kept = List.copyOf(kept);
    }

    @Override
    public long size() {
        return of.size();
    }

    @Override
    public double[] at(long point) {
        return own(of.at(point));
    }

    /** The coordinates that are kept. */
    public double[] own(double[] coordinates) {
        return kept.stream().mapToDouble(j -> coordinates[j]).toArray();
    }
}

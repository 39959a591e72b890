package org.immunoedit.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * Every combination of finitely many values, the last name fastest. Names with a distribution are drawn anew at each
 * point; the whole grid is then repeated cell by cell as often as there are samples, the samples of a cell standing
 * together.
 */
public final class Grid implements Design {
    private final List<Spread> spreads;
    private final List<Draws> draws = new ArrayList<>();
    private final long samples;
    private final long size;

    /**
     * A grid.
     *
     * @param samples points per cell where a name has a distribution
     * @throws ArithmeticException if there are more than 2⁶³−1 points
     */
    public Grid(List<Variation> variations, int samples, long seed) {
        spreads = variations.stream().map(Variation::spread).toList();
        variations.forEach(v -> draws.add(new Draws(seed, v.path())));
        this.samples = spreads.stream().allMatch(Spread.Finite.class::isInstance) ? 1 : samples;
        long cells = 1;
        for (Spread spread : spreads) {
            cells = Math.multiplyExact(cells, spread instanceof Spread.Finite finite ? finite.size() : 1);
        }
        size = Math.multiplyExact(cells, this.samples);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public double[] at(long point) {
        double[] coordinates = new double[spreads.size()];
        long rest = point / samples;
        for (int j = coordinates.length - 1; j >= 0; j--) {
            if (spreads.get(j) instanceof Spread.Finite finite) {
                coordinates[j] = finite.level((int) (rest % finite.size()));
                rest /= finite.size();
            } else {
                coordinates[j] = spreads.get(j).quantile(draws.get(j).uniform(point));
            }
        }
        return coordinates;
    }
}

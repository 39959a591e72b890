package org.immunoedit.sweep;

import java.util.List;
import java.util.Optional;

/** Points drawn from the distributions of all names: at random, by Latin hypercube or by a Sobol' sequence. */
public final class Sample implements Design {
    private final List<Spread> spreads;
    private final int size;
    private final Cube cube;

    private Sample(List<Variation> variations, int size, Cube cube) {
        spreads = variations.stream().map(Variation::spread).toList();
        this.size = size;
        this.cube = cube;
    }

    /** Independent draws; their ranks correlate as wanted, by a Gaussian copula. */
    public static Design random(List<Variation> variations, int size, long seed, Optional<Correlation> correlation) {
        List<Draws> draws = draws(variations, seed);
        Cube cube = point -> draws.stream().mapToDouble(d -> d.uniform(point)).toArray();
        return new Sample(variations, size, copula(cube, correlation));
    }

    /**
     * A scrambled Sobol' sequence; ranks correlate as wanted, by a Gaussian copula.
     *
     * @throws IllegalArgumentException for more than {@link Sobol#MOST_NAMES} names
     */
    public static Design sobol(List<Variation> variations, int size, long seed, Optional<Correlation> correlation) {
        return new Sample(variations, size, copula(new Sobol(draws(variations, seed)), correlation));
    }

    /** A Latin hypercube: each name has one value in each of as many equal shares of its distribution as points. */
    public static Design latin(List<Variation> variations, int size, long seed, Optional<Correlation> correlation) {
        Latin latin = new Latin(draws(variations, seed), size);
        correlation.ifPresent(latin::correlate);
        return new Sample(variations, size, latin);
    }

    private static List<Draws> draws(List<Variation> variations, long seed) {
        return variations.stream().map(v -> new Draws(seed, v.path())).toList();
    }

    private static Cube copula(Cube cube, Optional<Correlation> correlation) {
        return correlation
                .<Cube>map(wanted -> point -> wanted.impose(cube.at(point)))
                .orElse(cube);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public double[] at(long point) {
        double[] coordinates = cube.at(point);
        for (int j = 0; j < coordinates.length; j++) {
            coordinates[j] = spreads.get(j).quantile(coordinates[j]);
        }
        return coordinates;
    }
}

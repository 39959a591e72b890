package org.immunoedit.sweep;

import java.util.List;

/**
 * A Latin hypercube (McKay, Beckman, Conover 1979, Technometrics 21:239): for each name a random order of as many equal
 * intervals as there are points, and a random place within the interval.
 */
final class Latin implements Cube {
    private final List<Draws> within;
    private final int[][] intervals;

    Latin(List<Draws> draws, int size) {
        within = draws;
        intervals = new int[draws.size()][];
        for (int j = 0; j < intervals.length; j++) {
            intervals[j] = new Draws(draws.get(j).bits(-1), "order").permutation(size);
        }
    }

    /** Brings the intervals into an order with the wanted rank correlations. */
    void correlate(Correlation wanted) {
        double[][] scores = new double[intervals.length][];
        for (int j = 0; j < scores.length; j++) {
            int size = intervals[j].length;
            scores[j] = new double[size];
            for (int i = 0; i < size; i++) {
                scores[j][i] = Gauss.quantile((intervals[j][i] + 0.5) / size);
            }
        }
        wanted.impose(scores);
        for (int j = 0; j < scores.length; j++) {
            intervals[j] = ranks(scores[j]);
        }
    }

    private static int[] ranks(double[] scores) {
        Integer[] order = new Integer[scores.length];
        java.util.Arrays.setAll(order, i -> i);
        java.util.Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        int[] ranks = new int[scores.length];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    @Override
    public double[] at(long point) {
        double[] u = new double[intervals.length];
        for (int j = 0; j < u.length; j++) {
            int interval = intervals[j][Math.toIntExact(point)];
            u[j] = (interval + within.get(j).uniform(point)) / intervals[j].length;
        }
        return u;
    }
}

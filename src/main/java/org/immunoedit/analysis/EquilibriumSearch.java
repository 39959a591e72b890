package org.immunoedit.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Finds equilibria of a vector field. */
public final class EquilibriumSearch {
    private static final long SEED = 20_240_607;
    private static final int STARTS_PER_STATE = 100;
    private static final double SAME = 1e-6;
    /** Lower end of the starts where a range begins at 0, as a share of its upper end. */
    private static final double LOWEST = 1e-9;

    private final Field field;
    private final boolean[] signed;

    /** @param signed whether a state may be negative, one per state */
    public EquilibriumSearch(Field field, boolean[] signed) {
        this.field = field;
        this.signed = signed.clone();
    }

    /** Where starts and results of a search lie: lower and upper end for one state, in its unit. */
    public record Range(double low, double high) {
        public Range {
            if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException("not a range: " + low + " to " + high);
            }
        }
    }

    /**
     * The equilibrium reached from a start.
     *
     * @param start one value per state; a state that is 0 and stays there is kept at 0
     * @return empty if the search ends nowhere or at negative populations
     */
    public Optional<Equilibrium> near(List<Double> start) {
        double[] x = start.stream().mapToDouble(Double::doubleValue).toArray();
        return new Newton(field, typical(x), signed).solve(x).flatMap(field::equilibrium);
    }

    /**
     * All equilibria that are reached from many starts, spread evenly over the logarithms of positive ranges; in half
     * of the starts some states are 0. An equilibrium counts when each state is 0 or in its range.
     *
     * @param ranges one per state
     * @return in rising order of the first state, then of the second, and so on
     */
    public List<Equilibrium> all(List<Range> ranges) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> found = new ArrayList<>();
        int starts = STARTS_PER_STATE * (1 + ranges.size());
        for (int k = 0; k < starts; k++) {
            double[] start = start(ranges, random, k % 2 == 0 ? 0 : random.nextDouble());
            new Newton(field, typical(start), signed)
                    .solve(start)
                    .filter(x -> isIn(ranges, x) && found.stream().noneMatch(other -> same(x, other, ranges)))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparing(EquilibriumSearch::list, EquilibriumSearch::compare));
        return found.stream().map(field::equilibrium).flatMap(Optional::stream).toList();
    }

    private double[] start(List<Range> ranges, SplittableRandom random, double zeros) {
        double[] start = new double[ranges.size()];
        for (int i = 0; i < start.length; i++) {
            Range range = ranges.get(i);
            double share = random.nextDouble();
            boolean zero = random.nextDouble() < zeros;
            if (range.low() < 0) {
                start[i] = range.low() + share * (range.high() - range.low());
            } else {
                double low = Math.max(range.low(), LOWEST * range.high());
                start[i] = low * Math.pow(range.high() / low, share);
            }
            start[i] = zero ? 0 : start[i];
        }
        return start;
    }

    private static boolean isIn(List<Range> ranges, double[] x) {
        for (int i = 0; i < x.length; i++) {
            Range range = ranges.get(i);
            if (x[i] != 0 && !(x[i] >= range.low() && x[i] <= range.high())) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(double[] a, double[] b, List<Range> ranges) {
        for (int i = 0; i < a.length; i++) {
            double size = Math.max(Math.abs(a[i]), Math.abs(b[i]));
            double noise = LOWEST * SAME * Math.abs(ranges.get(i).high());
            if (!(Math.abs(a[i] - b[i]) <= SAME * size + noise)) {
                return false;
            }
        }
        return true;
    }

    /** Sizes of states; for a state that starts at 0 the smallest size of another one. */
    private static double[] typical(double[] start) {
        double smallest =
                Arrays.stream(start).map(Math::abs).filter(v -> v > 0).min().orElse(1);
        return Arrays.stream(start).map(v -> v == 0 ? smallest : Math.abs(v)).toArray();
    }

    private static List<Double> list(double[] x) {
        return Arrays.stream(x).boxed().toList();
    }

    private static int compare(List<Double> a, List<Double> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = Double.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}

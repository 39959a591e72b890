package org.immunoedit.figure;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Pairs of numbers in the order they are joined; a NaN is a gap. Immutable. */
public final class Points {
    private final double[] x;
    private final double[] y;

    private Points(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Points from two columns.
     *
     * @throws IllegalArgumentException if the columns differ in length
     */
    public static Points of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " and " + y.length + " values");
        }
        return new Points(x.clone(), y.clone());
    }

    /** How many there are, gaps included. */
    public int size() {
        return x.length;
    }

    /** The horizontal value of a point. */
    public double x(int i) {
        return x[i];
    }

    /** The vertical value of a point. */
    public double y(int i) {
        return y[i];
    }

    /** The same points with other vertical values. */
    Points mapped(DoubleUnaryOperator change) {
        return new Points(x, Arrays.stream(y).map(change).toArray());
    }

    /** Copies for a library that wants columns: horizontal values, then vertical ones. */
    double[][] columns() {
        return new double[][] {x.clone(), y.clone()};
    }

    /** The vertical values that are there. */
    double[] values() {
        return Arrays.stream(y).filter(Double::isFinite).toArray();
    }

    /** Whether the vertical values are all alike, gaps aside. */
    boolean isConstant() {
        double[] values = values();
        return values.length == 0 || Arrays.stream(values).allMatch(v -> v == values[0]);
    }

    /** Whether others are the same, gaps included. */
    boolean sameAs(Points other) {
        return Arrays.equals(x, other.x) && Arrays.equals(y, other.y);
    }

    /**
     * Fewer points that look alike: of each bucket of neighbors the first, the lowest, the highest and the last, and
     * every gap.
     *
     * @param buckets how many; more points than fit into them are thinned
     */
    Points thinned(int buckets) {
        int n = x.length;
        if (n <= 4 * buckets) {
            return this;
        }
        boolean[] kept = new boolean[n];
        int count = 0;
        for (int b = 0; b < buckets; b++) {
            int from = (int) ((long) n * b / buckets);
            int to = (int) ((long) n * (b + 1) / buckets);
            count += keepExtremes(kept, from, to);
        }
        double[] fewerX = new double[count];
        double[] fewerY = new double[count];
        int next = 0;
        for (int i = 0; i < n; i++) {
            if (kept[i]) {
                fewerX[next] = x[i];
                fewerY[next++] = y[i];
            }
        }
        return new Points(fewerX, fewerY);
    }

    private int keepExtremes(boolean[] kept, int from, int to) {
        int low = from;
        int high = from;
        int gap = -1;
        for (int i = from; i < to; i++) {
            low = y[i] < y[low] ? i : low;
            high = y[i] > y[high] ? i : high;
            gap = Double.isNaN(y[i]) ? i : gap;
        }
        int count = 0;
        for (int i : new int[] {from, low, high, to - 1, gap}) {
            if (i >= 0 && !kept[i]) {
                kept[i] = true;
                count++;
            }
        }
        return count;
    }
}

package org.immunoedit.sim;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The times of the output rows, ascending, computed by multiplication and never accumulated. */
public final class Grid {
    private final int size;
    private final IntToDoubleFunction times;

    private Grid(int size, IntToDoubleFunction times) {
        this.size = size;
        this.times = times;
    }

    /**
     * A row every so often from the start on, and one at the end.
     *
     * @param every model time, above 0
     * @throws ArithmeticException if there would be more than 2³¹−1 rows
     */
    public static Grid every(double start, double end, double every) {
        int last = Math.toIntExact((long) Math.floor((end - start) / every));
        boolean endsOnGrid = Times.same(start + last * every, end);
        int size = Math.addExact(last, endsOnGrid ? 1 : 2);
        return new Grid(size, i -> i == size - 1 ? end : start + i * every);
    }

    /** {@code count} rows at equal distances, both ends included; a single row stands at the end. */
    public static Grid points(double start, double end, int count) {
        return new Grid(count, i -> i == count - 1 ? end : start + i * ((end - start) / (count - 1)));
    }

    /** Rows at given ascending times. */
    public static Grid at(List<Double> times) {
        double[] copy = times.stream().mapToDouble(Double::doubleValue).toArray();
        return new Grid(copy.length, i -> copy[i]);
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** Time of row {@code i}, from 0 (model time). */
    public double time(int i) {
        return times.applyAsDouble(i);
    }
}

package org.immunoedit.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Which stretch of an axis shows some values. */
final class Range {
    /** Lines whose tops differ by more than this factor, or that vary by more, need a logarithmic axis. */
    private static final double WIDE = 100;

    /** Without a better bound, values smaller than the largest by this factor are drawn as if they were 0. */
    private static final double DEEPEST = 1e-12;

    private static final double HEADROOM = 0.05;

    private final double[] values;

    private Range(double[] values) {
        this.values = values;
    }

    static Range of(List<Points> points) {
        return new Range(points.stream()
                .map(Points::values)
                .flatMapToDouble(Arrays::stream)
                .toArray());
    }

    /** The same range, reaching to levels too that lie between values or not farther away than two decades. */
    Range reaching(List<Double> levels) {
        double high = Arrays.stream(values).max().orElse(0);
        double low = Arrays.stream(values).filter(v -> v > 0).min().orElse(high);
        double[] near = levels.stream()
                .mapToDouble(v -> v)
                .filter(v -> v <= high * WIDE
                        && (v >= low / WIDE || Arrays.stream(values).anyMatch(own -> own < v)))
                .toArray();
        return new Range(
                DoubleStream.concat(Arrays.stream(values), Arrays.stream(near)).toArray());
    }

    /** Whether the highest value is far above the lowest one that is not 0. */
    boolean isWide() {
        double high = Arrays.stream(values).max().orElse(0);
        return Arrays.stream(values).anyMatch(v -> v > 0 && v * WIDE < high);
    }

    /** Whether lines differ so much in height that a linear axis would flatten some. */
    static boolean haveUnlikeTops(List<Points> lines) {
        return tops(lines).max().orElse(0) > WIDE * tops(lines).min().orElse(0);
    }

    /** A hundredth of the top of the lowest line: what a logarithmic axis should still show. */
    static double hundredthOfLeastTop(List<Points> lines) {
        return tops(lines).min().orElse(1) / WIDE;
    }

    private static DoubleStream tops(List<Points> lines) {
        return lines.stream()
                .mapToDouble(line -> Arrays.stream(line.values()).max().orElse(0))
                .filter(top -> top > 0);
    }

    /** Whether no value is negative and one is positive. */
    boolean allowsLog() {
        return Arrays.stream(values).anyMatch(v -> v > 0)
                && Arrays.stream(values).noneMatch(v -> v < 0);
    }

    /** A linear scale with some room above; it includes 0 when the values come near it. */
    Scale linear() {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        if (low > 0 && low < 0.5 * high) {
            low = 0;
        }
        double room = HEADROOM * (high - low);
        if (!(room > 0)) {
            room = Math.max(Math.abs(high) * HEADROOM, 1e-9);
        }
        boolean fromZero = low == 0;
        return Scale.linear(fromZero ? 0 : low - room, high + room);
    }

    /**
     * A logarithmic scale of whole decades.
     *
     * @param least values below need not be told apart; NaN when unknown
     */
    Scale log(double least) {
        double high = Arrays.stream(values).max().orElse(1);
        double bound = Double.isNaN(least) ? high * DEEPEST : Math.min(least, high);
        double low =
                Math.max(bound, Arrays.stream(values).filter(v -> v > 0).min().orElse(high));
        double from = decade(Math.floor(Math.log10(low) + 1e-9));
        double to = decade(Math.ceil(Math.log10(high) - 1e-9));
        boolean below = Arrays.stream(values).anyMatch(v -> v < from);
        boolean onlyZeros = Arrays.stream(values).noneMatch(v -> v > 0 && v < from);
        String floor = !below ? "" : onlyZeros ? "0" : "<" + Numerals.power((int) Math.round(Math.log10(from)));
        return new Scale(Scale.Kind.LOG, from, to > from ? to : 10 * from, floor, List.of());
    }

    private static double decade(double exponent) {
        return Double.parseDouble("1e" + (int) exponent);
    }
}

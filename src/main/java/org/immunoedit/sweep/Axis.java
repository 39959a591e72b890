package org.immunoedit.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The values among which a boundary is sought.
 *
 * @param range from the smaller to the larger one
 * @param whole whether only whole numbers make sense
 */
public record Axis(Range range, boolean whole) {
    private static final int MOST_DIGITS = 17;
    /** A rounded value stays within this share of the interval that it divides. */
    private static final double ROUNDING = 0.125;
    /** On a linear scale values nearer to 0 than this share of the range count as that far from it. */
    private static final double NEAR_ZERO = 1e-3;

    public Axis {
        boolean fits = !whole || range.from() == Math.rint(range.from()) && range.to() == Math.rint(range.to());
        if (!(range.from() < range.to()) || !fits) {
            throw new IllegalArgumentException(
                    "no " + (whole ? "whole numbers" : "interval") + " from " + range.from() + " to " + range.to());
        }
    }

    /** So many values in ascending order, both ends among them; fewer if there are not that many. */
    public List<Double> scan(int count) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double value = whole ? Math.rint(range.at(i, count - 1)) : rounded(i, count - 1);
            if (values.isEmpty() || value > values.get(values.size() - 1)) {
                values.add(value);
            }
        }
        return values;
    }

    private double rounded(int i, int n) {
        double x = range.at(i, n);
        return i == 0 || i == n ? x : rounded(x, range.at(i + 1, n) - x);
    }

    /** A value of few digits in the middle between two others; empty if there is none. */
    public OptionalDouble between(double low, double high) {
        double middle = range.log() ? Spread.LogUniform.between(low, high, 0.5) : low + (high - low) / 2;
        double value = whole ? Math.floor(middle) : rounded(middle, high - low);
        return value > low && value < high ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static double rounded(double x, double width) {
        for (int digits = 2; digits < MOST_DIGITS; digits++) {
            double value = new BigDecimal(x)
                    .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                    .doubleValue();
            if (Math.abs(value - x) <= ROUNDING * width) {
                return value;
            }
        }
        return x;
    }

    /** Whether two values are so near to each other that what lies between them is known well enough. */
    public boolean isNarrow(double low, double high, double rtol) {
        if (whole) {
            return high - low <= 1;
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        return high - low <= rtol * (range.log() ? size : Math.max(size, NEAR_ZERO * (range.to() - range.from())));
    }
}

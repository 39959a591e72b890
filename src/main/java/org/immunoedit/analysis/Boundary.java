package org.immunoedit.analysis;

import java.util.Optional;
import java.util.function.DoublePredicate;

/** Finds where a condition on one number changes, by bisection. */
public final class Boundary {
    private static final int MOST_BISECTIONS = 200;
    /** Intervals whose ends differ by more than this factor are halved in logarithms. */
    private static final double WIDE = 4;

    private Boundary() {}

    /**
     * The number between two others at which a condition changes its truth.
     *
     * @param precision largest error, as a share of the result
     * @return empty if the condition is the same at both ends
     */
    public static Optional<Double> between(double a, double b, double precision, DoublePredicate condition) {
        double low = a;
        double high = b;
        boolean atLow = condition.test(low);
        if (condition.test(high) == atLow) {
            return Optional.empty();
        }
        for (int k = 0; k < MOST_BISECTIONS && !(Math.abs(high - low) <= precision * Math.abs(high)); k++) {
            double middle = middle(low, high);
            if (middle == low || middle == high) {
                break;
            }
            if (condition.test(middle) == atLow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(middle(low, high));
    }

    private static double middle(double a, double b) {
        boolean wide = a > 0 && b > 0 && Math.max(a / b, b / a) > WIDE;
        return wide ? Math.sqrt(a) * Math.sqrt(b) : a + (b - a) / 2;
    }
}

package org.immunoedit.ode;

/**
 * A stretch of time without known discontinuities.
 *
 * @param start first instant (model time)
 * @param end last instant, not before the first (model time)
 */
public record Span(double start, double end) {
    public Span {
        if (!(start <= end) || Double.isInfinite(start) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("not a span of time: " + start + " to " + end);
        }
    }

    /** Its length, 0 or more. */
    public double length() {
        return end - start;
    }
}

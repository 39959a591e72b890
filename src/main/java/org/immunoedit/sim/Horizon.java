package org.immunoedit.sim;

/**
 * What is integrated.
 *
 * @param start first instant (model time)
 * @param end last instant, after the first (model time)
 */
public record Horizon(double start, double end) {
    public Horizon {
        if (!(start < end) || Double.isInfinite(start) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("not a horizon: " + start + " to " + end);
        }
    }
}

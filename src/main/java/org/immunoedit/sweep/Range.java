package org.immunoedit.sweep;

/**
 * Numbers from one to another in even steps.
 *
 * @param log whether the logarithm steps evenly; both ends are then above 0
 */
public record Range(double from, double to, boolean log) {
    /** Wider ones would overflow when they are divided into very many steps. */
    private static final double WIDEST = 1e290;

    public Range {
        if (!Double.isFinite(from) || !Double.isFinite(to) || log && !(from > 0 && to > 0)) {
            throw new IllegalArgumentException(
                    (log ? "a logarithmic scale from " : "a range from ") + from + " to " + to);
        }
        if (!log && !(Math.abs(to - from) <= WIDEST)) {
            throw new IllegalArgumentException("a range from " + from + " to " + to + ", wider than " + WIDEST);
        }
    }

    /**
     * The number after i of n steps. The ends are exact, and a number depends on the ratio of i and n only where one n
     * is the other's multiple by a power of 2: a finer range goes through the numbers of a coarser one.
     */
    public double at(long i, long n) {
        if (i == 0 || i == n) {
            return i == 0 ? from : to;
        }
        return log ? Spread.LogUniform.between(from, to, i / (double) n) : from + (to - from) * i / n;
    }
}

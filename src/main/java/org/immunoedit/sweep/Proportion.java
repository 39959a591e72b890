package org.immunoedit.sweep;

/**
 * How many of how many.
 *
 * @param count from 0 to {@code of}
 * @param of all that were looked at
 */
public record Proportion(long count, long of) {
    /** Standard normal quantile of 0.975. */
    static final double Z = 1.959963984540054;

    public Proportion {
        if (!(count >= 0 && count <= of)) {
            throw new IllegalArgumentException("no share: " + count + " of " + of);
        }
    }

    /** The share (1); NaN of nothing. */
    public double share() {
        return of == 0 ? Double.NaN : (double) count / of;
    }

    /**
     * The 95 % score interval without correction for continuity (Wilson 1927, J Am Stat Assoc 22:209; in this form
     * Brown, Cai, DasGupta 2001, Stat Sci 16:101, equation 4); NaN of nothing.
     */
    public Interval interval() {
        double n = of;
        double p = share();
        double square = Z * Z;
        double center = (p + square / (2 * n)) / (1 + square / n);
        double half = Z / (1 + square / n) * Math.sqrt(p * (1 - p) / n + square / (4 * n * n));
        return new Interval(count == 0 && of > 0 ? 0 : center - half, count == of && of > 0 ? 1 : center + half);
    }
}

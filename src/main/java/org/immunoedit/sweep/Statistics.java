package org.immunoedit.sweep;

import java.util.List;

/**
 * What sums numbers up.
 *
 * @param count how many there are
 * @param missing how many there are not
 * @param mean NaN of none
 * @param quantiles exact, between two numbers by linear interpolation (type 7 of Hyndman and Fan 1996, Am Stat 50:361);
 *     NaN of none
 */
public record Statistics(long count, long missing, double mean, List<Double> quantiles) {
    public Statistics {
        quantiles = List.copyOf(quantiles);
    }
}

package org.immunoedit.protocol;

/**
 * When the doses of one therapy are given.
 *
 * @param times within the horizon, lag included, ascending (model time)
 * @param after number of doses that were asked for but fall after the end of the run
 */
record Rhythm(double[] times, long after) {
    /** Shortest time from one dose to a later one, infinite for a single dose. */
    double shortestInterval() {
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < times.length; i++) {
            if (Clock.before(times[i - 1], times[i])) {
                shortest = Math.min(shortest, times[i] - times[i - 1]);
            }
        }
        return shortest;
    }
}

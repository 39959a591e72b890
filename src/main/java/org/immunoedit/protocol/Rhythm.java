package org.immunoedit.protocol;

/**
 * When the doses of one therapy are given.
 *
 * @param times within the horizon, lag included, ascending (model time)
 * @param after number of doses that were asked for but fall after the end of the run
 */
record Rhythm(double[] times, long after) {
    /** The shortest time from one dose to the next that is shorter than an infusion; infinite if there is none. */
    double overlap(double duration) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < times.length; i++) {
            boolean apart = Clock.before(times[i - 1], times[i]);
            if (apart && Clock.before(times[i], times[i - 1] + duration)) {
                shortest = Math.min(shortest, times[i] - times[i - 1]);
            }
        }
        return shortest;
    }
}

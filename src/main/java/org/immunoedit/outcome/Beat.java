package org.immunoedit.outcome;

import java.util.Arrays;

/** When samples of the tumor are due: at equal distances, counted from the start of the run. */
final class Beat {
    /** Samples between two looks at the phase: an eighth of a window. */
    private static final int SAMPLES_PER_LOOK = Samples.COUNT / 8;
    /** Beyond so many intervals time does not tell one sample from the next: none is taken. */
    private static final long LAST_SAMPLE = 1L << 52;
    /** Samples of one step; a longer step is smooth, and only its last part is sampled. */
    private static final int MOST_SAMPLES = 128 * Samples.COUNT;
    /** Up to here half an interval is far beyond the rounding of a time. */
    private static final long COUNTED_EASILY = 1L << 40;

    private final double began;
    private final double interval;
    private long next = 1;
    private double due;

    /**
     * Of a run that begins.
     *
     * @param began model time
     * @param interval between samples (model time)
     */
    Beat(double began, double interval) {
        this.began = began;
        this.interval = interval;
        due = time(next);
    }

    /** When the next sample is due (model time); infinite when there is none. */
    double due() {
        return due;
    }

    /** Whether the phase is looked at with the next sample. */
    boolean isLookDue() {
        return next % SAMPLES_PER_LOOK == 0;
    }

    /** A sample was taken at this time. */
    void count(double t) {
        if (next < COUNTED_EASILY && t - began < (next + 0.5) * interval) {
            await(next + 1);
            return;
        }
        double passed = Math.min(LAST_SAMPLE - 1.0, Math.floor((t - began) / interval));
        await(Math.max(next, (long) passed) + 1);
    }

    /** Leaves out the first samples of a very long step, of which those until a time are still due. */
    void hurry(double to) {
        // up to half as many are few enough for certain, however time is rounded
        if (to - due > interval * (MOST_SAMPLES / 2)) {
            skip(to);
        }
    }

    /** The times that are due within a step, after the first ones of a very long step were left out. */
    double[] within(double from, double to) {
        long last = skip(to);
        double[] times = new double[Math.toIntExact(Math.max(0, last - next + 1))];
        int count = 0;
        for (long k = next; k <= last; k++) {
            if (time(k) > from && time(k) < to) {
                times[count++] = time(k);
            }
        }
        return Arrays.copyOf(times, count);
    }

    /** Leaves out samples if there are too many until a time; returns the last one that may be due by then. */
    private long skip(double to) {
        long last = (long) Math.min(LAST_SAMPLE, Math.ceil((to - began) / interval));
        if (last - next > MOST_SAMPLES) {
            await(last - 2 * Samples.COUNT);
        }
        return last;
    }

    private void await(long sample) {
        next = sample;
        due = time(sample);
    }

    private double time(long k) {
        return k < LAST_SAMPLE ? began + k * interval : Double.POSITIVE_INFINITY;
    }
}

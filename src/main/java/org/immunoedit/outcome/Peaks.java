package org.immunoedit.outcome;

import java.util.Arrays;

/**
 * Peak and end of the quantities that are watched beside the tumor; of equal peaks the first.
 *
 * <p>All of them are looked at together at the quarters of a step. Only one that may have turned above its peak inside
 * the step is followed more closely: most steps of most quantities need no more than these points.
 */
final class Peaks {
    private static final int QUARTERS = 4;
    private static final double[] NO_SAMPLES = {};

    private final double[] peaks;
    private final double[] peakTimes;
    private final double[] ends;
    private final double[][] quarters;

    /** Of so many quantities, none of them seen yet. */
    Peaks(int count) {
        peaks = unknown(count);
        peakTimes = unknown(count);
        ends = unknown(count);
        quarters = new double[count][QUARTERS + 1];
    }

    /** Values of all quantities at a time of the step at hand. */
    interface Reading {
        /** The values, in an array that the next reading may change; those watched here are its last ones. */
        double[] at(double t);
    }

    /** At the start, or after the jumps of an instant. */
    void arrive(double t, double[] values) {
        for (int i = 0; i < peaks.length; i++) {
            see(i, t, values[values.length - peaks.length + i]);
        }
    }

    /** Within one step, whose start has been seen. */
    void during(double from, double to, Reading reading) {
        if (peaks.length == 0) {
            return;
        }
        readQuarters(from, to, reading);
        for (int i = 0; i < peaks.length; i++) {
            if (mayTurnAbovePeak(i)) {
                follow(i, from, to, reading);
            }
            see(i, to, quarters[i][QUARTERS]);
        }
    }

    double peak(int i) {
        return peaks[i];
    }

    double peakTime(int i) {
        return peakTimes[i];
    }

    double end(int i) {
        return ends[i];
    }

    private void readQuarters(double from, double to, Reading reading) {
        for (int i = 0; i < peaks.length; i++) {
            quarters[i][0] = ends[i];
        }
        for (int k = 1; k <= QUARTERS; k++) {
            double[] values = reading.at(k == QUARTERS ? to : from + k * (to - from) / QUARTERS);
            for (int i = 0; i < peaks.length; i++) {
                quarters[i][k] = values[values.length - peaks.length + i];
            }
        }
    }

    /** Between the points a curve is taken to exceed them by no more than they differ. */
    private boolean mayTurnAbovePeak(int i) {
        double[] v = quarters[i];
        double highest = Math.max(Math.max(Math.max(v[0], v[1]), Math.max(v[2], v[3])), v[4]);
        double lowest = Math.min(Math.min(Math.min(v[0], v[1]), Math.min(v[2], v[3])), v[4]);
        boolean mayExceed = !(highest + (highest - lowest) <= peaks[i]);
        return mayExceed && !Path.rises(v[0], v[1], v[2], v[3], v[4]) && !Path.rises(-v[0], -v[1], -v[2], -v[3], -v[4]);
    }

    private void follow(int i, double from, double to, Reading reading) {
        Path path = Path.along(
                t -> {
                    double[] values = reading.at(t);
                    return values[values.length - peaks.length + i];
                },
                from,
                to,
                NO_SAMPLES);
        for (int k = 0; k < path.size() - 1; k++) {
            Piece piece = path.piece(k);
            see(i, piece.to(), piece.end());
        }
    }

    private void see(int i, double t, double value) {
        ends[i] = value;
        // a share of nothing is not a number until there is something
        if (value > peaks[i] || Double.isNaN(peaks[i]) && !Double.isNaN(value)) {
            peaks[i] = value;
            peakTimes[i] = t;
        }
    }

    private static double[] unknown(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}

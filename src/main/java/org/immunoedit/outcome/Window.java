package org.immunoedit.outcome;

import java.util.List;
import org.immunoedit.outcome.Turns.Turn;

/**
 * How ln tumor has changed over the last window.
 *
 * @param length of the window, less than asked for near the start of a run (model time)
 * @param early change over its first half
 * @param late change over its second half
 * @param range highest less lowest value in it
 */
record Window(double length, double early, double late, double range) {
    /** Change over the window. */
    double drift() {
        return early + late;
    }

    /** Mean rate over the window (1/model time), NaN for an empty window. */
    double slope() {
        return drift() / length;
    }

    /** Rate over the first half. */
    double earlySlope() {
        return 2 * early / length;
    }

    /** Rate over the second half. */
    double lateSlope() {
        return 2 * late / length;
    }

    /** Sampled values of ln tumor over a little more than one window. */
    static final class Samples {
        /** Samples in a window. */
        static final int COUNT = 32;

        private final double[] times = new double[COUNT + 2];
        private final double[] logs = new double[COUNT + 2];
        private int taken;

        void add(double t, double log) {
            times[taken % times.length] = t;
            logs[taken % times.length] = log;
            taken++;
        }

        /** Samples that are remembered. */
        private int first() {
            return Math.max(0, taken - times.length);
        }

        /** The window that ends now. */
        Window until(double now, double log, double length, List<Turn> turns) {
            double from = Math.max(now - length, times[first() % times.length]);
            double high = log;
            double low = log;
            for (int i = first(); i < taken; i++) {
                if (times[i % times.length] >= from) {
                    high = Math.max(high, logs[i % times.length]);
                    low = Math.min(low, logs[i % times.length]);
                }
            }
            for (Turn turn : turns) {
                if (turn.time() >= from) {
                    high = Math.max(high, turn.log());
                    low = Math.min(low, turn.log());
                }
            }
            double start = at(from, now, log);
            double middle = at(from + (now - from) / 2, now, log);
            return new Window(now - from, middle - start, log - middle, Math.max(high, start) - Math.min(low, start));
        }

        /** Number of the newest sample that is at least so old, or of the oldest one. */
        int newestBefore(double time) {
            int i = taken - 1;
            while (i > first() && times[i % times.length] > time) {
                i--;
            }
            return i;
        }

        double time(int i) {
            return times[i % times.length];
        }

        double log(int i) {
            return logs[i % times.length];
        }

        private double at(double t, double now, double log) {
            int i = newestBefore(t);
            double from = time(i);
            double to = i + 1 < taken ? time(i + 1) : now;
            double end = i + 1 < taken ? log(i + 1) : log;
            return to > from ? log(i) + (end - log(i)) * Math.min(1, Math.max(0, (t - from) / (to - from))) : end;
        }
    }
}

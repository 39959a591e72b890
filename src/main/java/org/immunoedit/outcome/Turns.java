package org.immunoedit.outcome;

import java.util.Arrays;

/**
 * The turning points of ln tumor that stand out by a ripple: a high counts when the tumor has fallen by the ripple from
 * it, a low when it has risen. Numbered from the oldest one that is remembered; memory is bounded, the oldest are
 * forgotten.
 */
final class Turns {
    private static final int MOST = 4096;

    private final double ripple;
    private double[] times = new double[16];
    private double[] logs = new double[16];
    private boolean[] highs = new boolean[16];
    private int first;
    private int size;
    private double highest;
    private double highestTime;
    private double lowest;
    private double lowestTime;

    Turns(double ripple, double t, double log) {
        this.ripple = ripple;
        startHigh(t, log);
        startLow(t, log);
    }

    void see(double t, double log) {
        if (log > highest) {
            startHigh(t, log);
        }
        if (log < lowest) {
            startLow(t, log);
        }
        if (size == 0) {
            if (highest - lowest > ripple) {
                // the course so far has one direction; where it began is not a turn unless it lies after the start
                confirm(highestTime < lowestTime, t, log);
            }
        } else if (isHigh(size - 1) ? log > lowest + ripple : log < highest - ripple) {
            confirm(!isHigh(size - 1), t, log);
        }
    }

    private void startHigh(double t, double log) {
        highest = log;
        highestTime = t;
    }

    private void startLow(double t, double log) {
        lowest = log;
        lowestTime = t;
    }

    private void confirm(boolean high, double t, double log) {
        if (high) {
            add(highestTime, highest, true);
            startLow(t, log);
        } else {
            add(lowestTime, lowest, false);
            startHigh(t, log);
        }
    }

    private void add(double t, double log, boolean high) {
        if (size == MOST) {
            first = (first + 1) % MOST;
            size--;
        } else if (size == times.length) {
            // it grows before it wraps around, so that the oldest one still stands first
            times = Arrays.copyOf(times, 2 * size);
            logs = Arrays.copyOf(logs, 2 * size);
            highs = Arrays.copyOf(highs, 2 * size);
        }
        int place = place(size++);
        times[place] = t;
        logs[place] = log;
        highs[place] = high;
    }

    private int place(int i) {
        int place = first + i;
        return place < times.length ? place : place - times.length;
    }

    /** How many are remembered. */
    int size() {
        return size;
    }

    /** When turn {@code i} was (model time). */
    double time(int i) {
        return times[place(i)];
    }

    /** ln tumor there. */
    double log(int i) {
        return logs[place(i)];
    }

    boolean isHigh(int i) {
        return highs[place(i)];
    }

    /** Number of the first turn that is not before a time. */
    int firstSince(double time) {
        int i = size;
        while (i > 0 && time(i - 1) >= time) {
            i--;
        }
        return i;
    }
}

package org.immunoedit.outcome;

import java.util.Arrays;

/**
 * The turning points of ln tumor that stand out by a ripple: a high counts when the tumor has fallen by the ripple from
 * it, a low when it has risen. Numbered from the oldest one that is remembered; memory is bounded, the oldest are
 * forgotten. The course is followed without logarithms, which are taken of turns only.
 */
final class Turns {
    private static final int MOST = 4096;

    /** The ripple as a factor. */
    private final double ripple;

    private double[] times = new double[16];
    private double[] logs = new double[16];
    private boolean[] highs = new boolean[16];
    private int first;
    private int size;
    private long added;
    /** Whether the last turn was a high. */
    private boolean falling;

    private double highest;
    private double highestTime;
    private double lowest;
    private double lowestTime;

    /**
     * A course that starts.
     *
     * @param ripple a distance of ln tumor
     * @param value the tumor, positive
     */
    Turns(double ripple, double t, double value) {
        this.ripple = Math.exp(ripple);
        startHigh(t, value);
        startLow(t, value);
    }

    /** The course goes on to a value, positive, without a turn on the way. */
    void see(double t, double value) {
        if (value > highest) {
            startHigh(t, value);
        }
        if (value < lowest) {
            startLow(t, value);
        }
        if (size == 0) {
            if (highest > lowest * ripple) {
                // the course so far has one direction; where it began is not a turn unless it lies after the start
                confirm(highestTime < lowestTime, t, value);
            }
        } else if (falling ? value > lowest * ripple : value * ripple < highest) {
            confirm(!falling, t, value);
        }
    }

    private void startHigh(double t, double value) {
        highest = value;
        highestTime = t;
    }

    private void startLow(double t, double value) {
        lowest = value;
        lowestTime = t;
    }

    private void confirm(boolean high, double t, double value) {
        if (high) {
            add(highestTime, Math.log(highest), true);
            startLow(t, value);
        } else {
            add(lowestTime, Math.log(lowest), false);
            startHigh(t, value);
        }
    }

    private void add(double t, double log, boolean high) {
        if (size == MOST) {
            first++;
            size--;
        }
        if (first + size == times.length) {
            makeRoom();
        }
        int place = first + size++;
        added++;
        times[place] = t;
        logs[place] = log;
        highs[place] = high;
        falling = high;
    }

    /** Twice as many places; when there are enough, those that are remembered go to the front. */
    private void makeRoom() {
        if (times.length < 2 * MOST) {
            times = Arrays.copyOf(times, 2 * times.length);
            logs = Arrays.copyOf(logs, 2 * logs.length);
            highs = Arrays.copyOf(highs, 2 * highs.length);
        } else {
            System.arraycopy(times, first, times, 0, size);
            System.arraycopy(logs, first, logs, 0, size);
            System.arraycopy(highs, first, highs, 0, size);
            first = 0;
        }
    }

    /** How many are remembered. */
    int size() {
        return size;
    }

    /** How many there have been, the forgotten ones included. */
    long added() {
        return added;
    }

    /** When turn {@code i} was (model time). */
    double time(int i) {
        return times[first + i];
    }

    /** ln tumor there. */
    double log(int i) {
        return logs[first + i];
    }

    boolean isHigh(int i) {
        return highs[first + i];
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

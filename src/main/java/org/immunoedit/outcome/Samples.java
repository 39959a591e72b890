package org.immunoedit.outcome;

/** The tumor at equal distances over a little more than one window; logarithms are taken when they are needed. */
final class Samples {
    /** Samples in a window. */
    static final int COUNT = 32;

    private static final int CAPACITY = COUNT + 2;

    private final double floor;
    private final double[] times = new double[CAPACITY];
    private final double[] values = new double[CAPACITY];
    private int taken;

    /** @param floor smaller values count as this one (unit of the tumor) */
    Samples(double floor) {
        this.floor = floor;
    }

    void add(double t, double value) {
        int place = taken % CAPACITY;
        times[place] = t;
        values[place] = value;
        taken++;
    }

    /** ln tumor; a tumor below the floor counts as one at the floor. */
    double log(double value) {
        return Math.log(Math.max(value, floor));
    }

    /** Samples that are remembered. */
    private int first() {
        return Math.max(0, taken - CAPACITY);
    }

    /** How ln tumor has changed since a time, with its value now. */
    Window since(double from, double now, double value) {
        double log = log(value);
        double middle = at(from + (now - from) / 2, now, log);
        return new Window(now - from, middle - at(from, now, log), log - middle);
    }

    /** Highest less lowest ln tumor since a time, turns among them. */
    double range(double from, double now, double value, Turns turns) {
        double highest = value;
        double lowest = value;
        for (int i = taken - 1; i >= first() && time(i) >= from; i--) {
            double sample = values[i % CAPACITY];
            highest = Math.max(highest, sample);
            lowest = Math.min(lowest, sample);
        }
        double start = at(from, now, log(value));
        double high = Math.max(log(highest), start);
        double low = Math.min(log(lowest), start);
        for (int i = turns.firstSince(from); i < turns.size(); i++) {
            high = Math.max(high, turns.log(i));
            low = Math.min(low, turns.log(i));
        }
        return high - low;
    }

    /** Start of the window of a length that ends now; later near the start of a run. */
    double start(double now, double length) {
        return Math.max(now - length, time(first()));
    }

    /** Number of the newest sample that is at least so old, or of the oldest one. */
    int newestBefore(double time) {
        int i = taken - 1;
        while (i > first() && time(i) > time) {
            i--;
        }
        return i;
    }

    double time(int i) {
        return times[i % CAPACITY];
    }

    double log(int i) {
        return log(values[i % CAPACITY]);
    }

    private double at(double t, double now, double log) {
        int i = newestBefore(t);
        double from = time(i);
        boolean last = i + 1 == taken;
        double to = last ? now : time(i + 1);
        double end = last ? log : log(i + 1);
        return to > from ? log(i) + (end - log(i)) * Math.min(1, Math.max(0, (t - from) / (to - from))) : end;
    }
}

package org.immunoedit.outcome;

/** The tumor at equal distances over a little more than one window; logarithms are taken when they are needed. */
final class Samples {
    /** Samples in a window. */
    static final int COUNT = 32;

    /** Samples that are remembered: a window and what lies around its start. */
    private static final int REMEMBERED = COUNT + 2;

    private static final int PLACES = 64;
    private static final int MASK = PLACES - 1;

    private final double floor;
    private final double[] times = new double[PLACES];
    private final double[] values = new double[PLACES];
    private int taken;

    /** @param floor smaller values count as this one (unit of the tumor) */
    Samples(double floor) {
        this.floor = floor;
    }

    void add(double t, double value) {
        int place = taken & MASK;
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
        return Math.max(0, taken - REMEMBERED);
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
            double sample = value(i);
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

    /** Whether all values since a time, the one before it and this one differ by no more than a factor. */
    boolean surelyWithin(double from, double value, double factor) {
        double highest = value;
        double lowest = value;
        int oldest = newestBefore(from);
        for (int i = taken - 1; i >= oldest && highest <= factor * lowest; i--) {
            double sample = value(i);
            if (sample > highest) {
                highest = sample;
            } else if (sample < lowest) {
                lowest = sample;
            }
        }
        return lowest > floor && highest <= factor * lowest;
    }

    /** Whether some value since a time differs from this one by more than a factor. */
    boolean surelyBeyond(double from, double value, double factor) {
        for (int i = taken - 1; i >= first() && time(i) >= from; i--) {
            double sample = value(i);
            if (sample > factor * value || factor * sample < value) {
                return value > floor && sample > floor;
            }
        }
        return false;
    }

    /** The higher one of the values around a time. */
    double highestAt(double time) {
        int i = newestBefore(time);
        return Math.max(value(i), value(Math.min(i + 1, taken - 1)));
    }

    /** The lower one of the values around a time, 0 when the floor plays a part. */
    double lowestAt(double time) {
        int i = newestBefore(time);
        double lowest = Math.min(value(i), value(Math.min(i + 1, taken - 1)));
        return lowest > floor ? lowest : 0;
    }

    private double value(int i) {
        return values[i & MASK];
    }

    /** Start of the window of a length that ends now; later near the start of a run. */
    double start(double now, double length) {
        return Math.max(now - length, time(first()));
    }

    /** Number of the newest sample that is at least so old, or of the oldest one. */
    int newestBefore(double time) {
        int last = taken - 1;
        int first = first();
        // samples lie about equally far apart
        double share = (time - time(first)) / (time(last) - time(first));
        int i = Math.max(first, Math.min(last, first + (int) (share * (last - first))));
        while (i < last && time(i + 1) <= time) {
            i++;
        }
        while (i > first && time(i) > time) {
            i--;
        }
        return i;
    }

    double time(int i) {
        return times[i & MASK];
    }

    double log(int i) {
        return log(value(i));
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

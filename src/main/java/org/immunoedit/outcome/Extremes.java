package org.immunoedit.outcome;

/** Start, nadir, peak and end of the tumor; of equal values the first. */
final class Extremes {
    private final double start;
    private double end;
    private double endTime;
    private double nadir;
    private double nadirTime;
    private double peak;
    private double peakTime;

    Extremes(double t, double value) {
        start = value;
        end = value;
        endTime = t;
        nadir = value;
        nadirTime = t;
        peak = value;
        peakTime = t;
    }

    void see(double t, double value) {
        end = value;
        endTime = t;
        if (end < nadir) {
            nadir = end;
            nadirTime = endTime;
        }
        if (end > peak) {
            peak = end;
            peakTime = endTime;
        }
    }

    double start() {
        return start;
    }

    double end() {
        return end;
    }

    double endTime() {
        return endTime;
    }

    double nadir() {
        return nadir;
    }

    double nadirTime() {
        return nadirTime;
    }

    double peak() {
        return peak;
    }

    double peakTime() {
        return peakTime;
    }
}

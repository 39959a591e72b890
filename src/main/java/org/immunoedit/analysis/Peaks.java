package org.immunoedit.analysis;

import java.util.ArrayList;
import java.util.List;

/** Times of the local maxima of a quantity. */
final class Peaks {
    private static final int POINTS = 12;
    /** A maximum counts if the quantity rises and falls around it by this share of all it ranges over. */
    private static final double PROMINENCE = 0.01;
    /** A quantity that ranges over less than this share of itself is at rest. */
    private static final double REST = 1e-6;

    private final int quantity;
    private final List<Turn> turns = new ArrayList<>();
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double last = Double.NaN;
    private double lastTime;
    private boolean rising;
    private boolean falling;

    Peaks(int quantity) {
        this.quantity = quantity;
    }

    /** A local maximum or minimum. */
    private record Turn(double time, double value) {}

    void step(Stretch stretch) {
        double spacing = (stretch.to() - stretch.from()) / POINTS;
        for (int k = 0; k <= POINTS; k++) {
            double t = stretch.time(k, POINTS);
            see(t, stretch.value(quantity, t), stretch, spacing);
        }
    }

    private void see(double t, double value, Stretch stretch, double spacing) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        if (rising && value < last) {
            turns.add(summit(stretch, spacing));
        } else if (falling && value > last) {
            turns.add(new Turn(lastTime, last));
        } else if (turns.isEmpty()) {
            turns.add(new Turn(t, value));
        }
        rising = value > last || rising && value == last;
        falling = value < last || falling && value == last;
        last = value;
        lastTime = t;
    }

    /** The maximum around the last point; one between two steps is looked for in the later one. */
    private Turn summit(Stretch stretch, double spacing) {
        double left = Math.max(stretch.from(), lastTime - spacing);
        double right = Math.min(stretch.to(), lastTime + spacing);
        double time = stretch.largest(quantity, 1, left, right);
        double value = stretch.value(quantity, time);
        return value > last ? new Turn(time, value) : new Turn(lastTime, last);
    }

    /** Mean distance of the maxima; NaN with less than two of them (model time). */
    double period() {
        double enough = PROMINENCE * (highest - lowest);
        if (!(highest - lowest > REST * Math.max(Math.abs(highest), Math.abs(lowest)))) {
            return Double.NaN;
        }
        List<Double> peaks = new ArrayList<>();
        Turn low = null;
        Turn high = null;
        for (Turn turn : turns) {
            low = low == null || turn.value() < low.value() ? turn : low;
            boolean higher = high == null ? turn.value() > low.value() + enough : turn.value() > high.value();
            high = higher ? turn : high;
            if (high != null && turn.value() < high.value() - enough) {
                peaks.add(high.time());
                high = null;
                low = turn;
            }
        }
        int count = peaks.size();
        return count < 2 ? Double.NaN : (peaks.get(count - 1) - peaks.get(0)) / (count - 1);
    }
}

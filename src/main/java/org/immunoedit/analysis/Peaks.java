package org.immunoedit.analysis;

/** Times of the local maxima of a quantity. */
final class Peaks {
    private static final int POINTS = 12;
    /** A maximum counts once the quantity has fallen by this share of all it has ranged over; less is ripple. */
    private static final double PROMINENCE = 0.01;

    private final int quantity;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private boolean rising;
    private double turn;
    private double turnTime;
    private double first;
    private double last;
    private int count;

    Peaks(int quantity) {
        this.quantity = quantity;
    }

    void step(Stretch stretch) {
        double spacing = (stretch.to() - stretch.from()) / POINTS;
        for (int k = 1; k <= POINTS; k++) {
            double t = stretch.time(k, POINTS);
            see(stretch, t, stretch.value(quantity, t), spacing);
        }
    }

    private void see(Stretch stretch, double t, double value, double spacing) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        double enough = PROMINENCE * (highest - lowest);
        if (rising ? value >= turn : value <= turn) {
            turn = value;
            turnTime = rising ? summit(stretch, t, spacing) : t;
        } else if (Math.abs(value - turn) > enough) {
            if (rising) {
                first = count == 0 ? turnTime : first;
                last = turnTime;
                count++;
            }
            rising = !rising;
            turn = value;
            turnTime = t;
        }
    }

    /** The maximum next to a point, within this step. */
    private double summit(Stretch stretch, double t, double spacing) {
        double left = Math.max(stretch.from(), t - spacing);
        double right = Math.min(stretch.to(), t + spacing);
        double beside = stretch.value(quantity, right);
        return beside > turn ? t : stretch.largest(quantity, 1, left, right);
    }

    /** Mean distance of the maxima; NaN with less than two of them (model time). */
    double period() {
        return count < 2 ? Double.NaN : (last - first) / (count - 1);
    }
}

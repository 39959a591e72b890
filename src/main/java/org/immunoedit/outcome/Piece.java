package org.immunoedit.outcome;

import java.util.function.DoubleUnaryOperator;

/**
 * A short part of the tumor's course, without a turn inside; or, when it starts and ends at the same time, a jump.
 *
 * @param from its start (model time)
 * @param start the tumor there
 * @param to its end (model time)
 * @param end the tumor there
 * @param curve the tumor at any time between
 */
record Piece(double from, double start, double to, double end, DoubleUnaryOperator curve) {
    private static final int HALVINGS = 80;

    /** A change at one instant. */
    static Piece jump(double t, double before, double after) {
        return new Piece(t, before, t, after, any -> after);
    }

    /** Where a level between the two ends is crossed (model time). */
    double crossing(double level) {
        double a = from;
        double b = to;
        boolean below = start < level;
        for (int i = 0; i < HALVINGS && a < b; i++) {
            double middle = a + (b - a) / 2;
            if (middle <= a || middle >= b) {
                break;
            }
            if (curve.applyAsDouble(middle) < level == below) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return b;
    }
}

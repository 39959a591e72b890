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
    private static final int HALVINGS = 240;

    /** A change at one instant. */
    static Piece jump(double t, double before, double after) {
        return new Piece(t, before, t, after, any -> after);
    }

    /**
     * Where a level between the two ends is crossed (model time): by Illinois' method, then by halving to the last bit.
     */
    double crossing(double level) {
        double a = from;
        double b = to;
        double atA = start - level;
        double atB = end - level;
        boolean below = start < level;
        for (int i = 0; i < HALVINGS && a < b; i++) {
            double middle = a + (b - a) / 2;
            if (middle <= a || middle >= b) {
                break;
            }
            double chord = b - atB * (b - a) / (atB - atA);
            double t = i % 3 < 2 && chord > a && chord < b ? chord : middle;
            double value = curve.applyAsDouble(t);
            if (value < level == below) {
                a = t;
                atA = value - level;
                atB = i % 3 < 2 ? atB / 2 : atB;
            } else {
                b = t;
                atB = value - level;
                atA = i % 3 < 2 ? atA / 2 : atA;
            }
        }
        return b;
    }
}

package org.immunoedit.outcome;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The tumor at a few points of one step, its turns included.
 *
 * <p>Points at quarters of the step, two close to its ends (a turn next to the end of a step would otherwise look like
 * the end of a monotone part), and given sample times. A point that is higher or lower than both neighbors is refined
 * by golden section. Most steps need none of this: they have one direction.
 */
final class Path {
    private static final double[] SHARES = {1e-3, 0.25, 0.5, 0.75, 1 - 1e-3};
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int SECTIONS = 48;
    /** Swings below this share of the value are rounding: refining them would cost much and change nothing. */
    private static final double FLAT = 1e-9;

    private final DoubleUnaryOperator curve;
    private final double[] times;
    private final double[] values;
    private int size;

    private Path(DoubleUnaryOperator curve, int capacity) {
        this.curve = curve;
        times = new double[capacity];
        values = new double[capacity];
    }

    /**
     * Along one step.
     *
     * @param samples ascending times inside the step that are points of the path
     */
    static Path along(DoubleUnaryOperator curve, double from, double to, double[] samples) {
        double[] t = times(from, to, samples);
        double[] v = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            v[i] = curve.applyAsDouble(t[i]);
        }
        Path path = new Path(curve, 2 * t.length);
        for (int i = 0; i < t.length; i++) {
            path.addWithTurn(t, v, i);
        }
        return path;
    }

    /**
     * Whether a step has no turn, by its quarters and by its slopes at both ends, which are those of the polynomial of
     * degree 4 through the five points. To look closer at every step would cost more than the integration.
     */
    static boolean hasOneDirection(DoubleUnaryOperator curve, double from, double to, double start, double end) {
        double sign = end > start ? 1 : -1;
        double v0 = sign * start;
        double v4 = sign * end;
        double v2 = sign * curve.applyAsDouble(from + 0.5 * (to - from));
        if (!(v0 < v2 && v2 < v4)) {
            return false;
        }
        double v1 = sign * curve.applyAsDouble(from + 0.25 * (to - from));
        double v3 = sign * curve.applyAsDouble(from + 0.75 * (to - from));
        return rises(v0, v1, v2, v3, v4);
    }

    /** Whether a curve with these values at the quarters of a step rises all the way. */
    static boolean rises(double v0, double v1, double v2, double v3, double v4) {
        return v0 < v1
                && v1 < v2
                && v2 < v3
                && v3 < v4
                && -25 * v0 + 48 * v1 - 36 * v2 + 16 * v3 - 3 * v4 > 0
                && 25 * v4 - 48 * v3 + 36 * v2 - 16 * v1 + 3 * v0 > 0;
    }

    /** Ascending and distinct. No streams: this is done in every step of every run. */
    private static double[] times(double from, double to, double[] samples) {
        double[] t = Arrays.copyOf(samples, samples.length + SHARES.length + 2);
        for (int i = 0; i < SHARES.length; i++) {
            t[samples.length + i] = from + SHARES[i] * (to - from);
        }
        t[t.length - 2] = from;
        t[t.length - 1] = to;
        Arrays.sort(t);
        int distinct = 1;
        for (int i = 1; i < t.length; i++) {
            if (t[i] > t[distinct - 1]) {
                t[distinct++] = t[i];
            }
        }
        return Arrays.copyOf(t, distinct);
    }

    int size() {
        return size;
    }

    /** Part {@code i} of the path, from 0 to size − 2. */
    Piece piece(int i) {
        return new Piece(times[i], values[i], times[i + 1], values[i + 1], curve);
    }

    private void addWithTurn(double[] t, double[] v, int i) {
        double turn = isTurn(v, i) ? turn(t[i - 1], t[i + 1], v[i] > v[i - 1]) : Double.NaN;
        if (turn < t[i]) {
            add(turn, curve.applyAsDouble(turn));
        }
        add(t[i], v[i]);
        if (turn > t[i]) {
            add(turn, curve.applyAsDouble(turn));
        }
    }

    private static boolean isTurn(double[] v, int i) {
        if (i == 0 || i == v.length - 1) {
            return false;
        }
        double left = v[i] - v[i - 1];
        double right = v[i] - v[i + 1];
        // of two equal points at a turn the first one counts
        boolean turn = left > 0 ? right >= 0 : left < 0 && right <= 0;
        return turn && Math.max(Math.abs(left), Math.abs(right)) > FLAT * Math.abs(v[i]);
    }

    private double turn(double from, double to, boolean maximum) {
        double a = from;
        double b = to;
        double sign = maximum ? 1 : -1;
        double left = b - GOLDEN * (b - a);
        double right = a + GOLDEN * (b - a);
        double atLeft = sign * curve.applyAsDouble(left);
        double atRight = sign * curve.applyAsDouble(right);
        for (int i = 0; i < SECTIONS; i++) {
            if (atLeft > atRight) {
                b = right;
                right = left;
                atRight = atLeft;
                left = b - GOLDEN * (b - a);
                atLeft = sign * curve.applyAsDouble(left);
            } else {
                a = left;
                left = right;
                atLeft = atRight;
                right = a + GOLDEN * (b - a);
                atRight = sign * curve.applyAsDouble(right);
            }
        }
        return a + (b - a) / 2;
    }

    private void add(double t, double v) {
        if (size == 0 || t > times[size - 1]) {
            times[size] = t;
            values[size] = v;
            size++;
        }
    }
}

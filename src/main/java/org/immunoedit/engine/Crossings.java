package org.immunoedit.engine;

import java.util.BitSet;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;

/**
 * Finds where a guard leaves its side within a step, on the step's dense output.
 *
 * <p>A step in which a crossing is impossible ({@link Clearance}) is left at once. Others are sampled at their
 * quarters. Between samples that are all on their sides a guard may still dip across and come back: where its samples
 * have a lowest one that is small against their range, the lowest point is searched too. The place is then found by
 * bisection on the sides themselves, which needs no smooth guard and treats several guards as one; the time returned is
 * the first one found across, at the resolution of time.
 */
final class Crossings {
    private static final int PARTS = 4;
    private static final int HALVINGS = 62;
    private static final int GOLDEN_SECTIONS = 24;
    private static final double GOLDEN = 0.3819660112501051;

    private final double[] state;
    private final Clearance clearance;
    private double[] times = {};
    private Guards guards = Guards.NONE;
    private double[][] values = {};
    private double[] probe = {};
    /** Whether the last row of {@link #values} is of the end of the step before. */
    private boolean endSampled;

    Crossings(int dimension) {
        state = new double[dimension];
        clearance = new Clearance(dimension);
    }

    /** Watches these guards from the next step on. */
    void watch(Guards watched) {
        guards = watched;
        endSampled = false;
        clearance.watch(watched);
    }

    /** Whether all guards are a state minus a constant, so that a crossing may be excluded without a search. */
    boolean mayBeExcluded() {
        return guards.size() == 0 || clearance.isPossible();
    }

    /** Steps were passed without being shown: nothing is known of the end of the last one. */
    void pass() {
        endSampled = false;
    }

    /** The first time in a step at which a guard is across, NaN if none. Steps must be shown in order without gaps. */
    double first(double from, double to, Interpolant within) {
        if (guards.size() == 0 || isClear(from, to, within)) {
            return Double.NaN;
        }
        reserve();
        int crossed = sample(from, to, within);
        int clear = Math.min(crossed - 1, PARTS);
        double earliest = crossed > PARTS ? Double.POSITIVE_INFINITY : times[crossed];
        for (int k = 0; k < guards.size(); k++) {
            double dip = dip(k, clear, within);
            if (dip < earliest) {
                earliest = dip;
            }
        }
        return earliest <= to ? locate(before(earliest), earliest, within) : Double.NaN;
    }

    /** Most runs never come near their guards: memory for a search is made by the first one. */
    private void reserve() {
        if (probe.length != guards.size()) {
            times = new double[PARTS + 1];
            values = new double[PARTS + 1][guards.size()];
            probe = new double[guards.size()];
        }
    }

    /** Whether a crossing can be excluded without a search. */
    private boolean isClear(double from, double to, Interpolant within) {
        boolean clear = clearance.isPossible() && clearance.isCertain(from, to, within);
        endSampled &= !clear;
        return clear;
    }

    /** Samples the step up to the first sample with a crossed guard; returns its number, {@code PARTS + 1} if none. */
    private int sample(double from, double to, Interpolant within) {
        for (int j = 0; j < PARTS; j++) {
            times[j] = from + (to - from) * j / PARTS;
        }
        times[PARTS] = to;
        sampleStart(from, within);
        for (int j = 1; j <= PARTS; j++) {
            evaluate(times[j], within, values[j]);
            if (anyCrossed(values[j])) {
                return j;
            }
        }
        endSampled = true;
        return PARTS + 1;
    }

    /** A step starts where the one before ended. */
    private void sampleStart(double from, Interpolant within) {
        if (endSampled) {
            double[] start = values[PARTS];
            values[PARTS] = values[0];
            values[0] = start;
            endSampled = false;
        } else {
            evaluate(from, within, values[0]);
        }
    }

    /** The last sample before a time; in a step as short as the resolution of time that may be its start itself. */
    private double before(double t) {
        int j = PARTS;
        while (j > 0 && times[j] >= t) {
            j--;
        }
        return times[j];
    }

    /** A time at which guard k is across between samples 0 to {@code clear}, none of which is; NaN if none is found. */
    private double dip(int k, int clear, Interpolant within) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int at = 0;
        for (int j = 0; j <= clear; j++) {
            double inside = inside(k, values[j][k]);
            most = Math.max(most, inside);
            if (inside < least) {
                least = inside;
                at = j;
            }
        }
        if (clear < 1 || !(least < most - least)) {
            return Double.NaN;
        }
        if (at == 0 || at == clear) {
            return atEdge(k, at, clear, within);
        }
        return lowest(k, times[at - 1], times[at + 1], within);
    }

    /** As {@link #dip} when the lowest sample is the first or the last: looks inward only if the guard falls there. */
    private double atEdge(int k, int at, int clear, Interpolant within) {
        double low = times[at == 0 ? 0 : clear - 1];
        double high = times[at == 0 ? 1 : clear];
        double near = at == 0 ? low + 1e-3 * (high - low) : high - 1e-3 * (high - low);
        evaluate(near, within, probe);
        if (!(inside(k, probe[k]) < inside(k, values[at][k]))) {
            return Double.NaN;
        }
        return lowest(k, low, high, within);
    }

    /** Searches the lowest point of guard k by golden sections until it is across; NaN if it never is. */
    private double lowest(int k, double low, double high, Interpolant within) {
        double a = low;
        double b = high;
        double left = a + GOLDEN * (b - a);
        double right = b - GOLDEN * (b - a);
        double atLeft = insideAt(k, left, within);
        double atRight = insideAt(k, right, within);
        for (int i = 0; i < GOLDEN_SECTIONS && atLeft >= 0 && atRight >= 0; i++) {
            if (atLeft < atRight) {
                b = right;
                right = left;
                atRight = atLeft;
                left = a + GOLDEN * (b - a);
                atLeft = insideAt(k, left, within);
            } else {
                a = left;
                left = right;
                atLeft = atRight;
                right = b - GOLDEN * (b - a);
                atRight = insideAt(k, right, within);
            }
        }
        return atLeft < 0 ? left : atRight < 0 ? right : Double.NaN;
    }

    private double insideAt(int k, double t, Interpolant within) {
        evaluate(t, within, probe);
        return inside(k, probe[k]);
    }

    /** How far a value is on its guard's side; negative across. */
    private double inside(int k, double g) {
        return guards.above().get(k) ? g : -g;
    }

    /**
     * Bisects to the resolution of time.
     *
     * @param clear a time at which no guard is across, or the start
     * @param across a later time at which one is
     * @return a time at which one is across, next to one at which none is
     */
    double locate(double clear, double across, Interpolant within) {
        double a = clear;
        double b = across;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (a + b);
            if (middle <= a || middle >= b) {
                break;
            }
            if (crossedAt(middle, within)) {
                b = middle;
            } else {
                a = middle;
            }
        }
        return b;
    }

    /** Whether any guard is across at a time. */
    boolean crossedAt(double t, Interpolant within) {
        evaluate(t, within, probe);
        return anyCrossed(probe);
    }

    /**
     * The guards across at {@code t} or within rounding after it.
     *
     * @param window what counts as the same instant
     * @param last latest time to look at
     */
    BitSet crossed(double t, double window, double last, Interpolant within) {
        BitSet crossed = new BitSet(guards.size());
        for (double time : new double[] {t, Math.min(t + window, last)}) {
            evaluate(time, within, probe);
            for (int k = 0; k < probe.length; k++) {
                if (guards.crossed(k, probe[k])) {
                    crossed.set(k);
                }
            }
        }
        return crossed;
    }

    private void evaluate(double t, Interpolant within, double[] into) {
        within.at(t, state);
        guards.functions().evaluate(t, state, into);
    }

    private boolean anyCrossed(double[] g) {
        for (int k = 0; k < g.length; k++) {
            if (guards.crossed(k, g[k])) {
                return true;
            }
        }
        return false;
    }
}

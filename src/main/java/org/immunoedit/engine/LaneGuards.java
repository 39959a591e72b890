package org.immunoedit.engine;

import java.util.Arrays;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Threshold;

/**
 * Guards over lanes that are a state minus a constant. Tells where it is certain, by slopes alone, that none is
 * crossed: in each lane as {@link Clearance} with {@link Excursion}.
 */
final class LaneGuards {
    /**
     * Rounding as a share of all that is added up. It covers what {@link Trial} allows for, 200 roundings and 32 times
     * the uncertainty of the share of the step, for steps that are {@link #LONG_ENOUGH}: 4.3e-8.
     */
    private static final double ROUNDING = 1e-7;

    /** What the times that a step is the difference of may be in units of its size, all together. */
    private static final double LONG_ENOUGH = 3e6;

    private final Excursion excursion;
    private final int width;
    /** The state of each guard. */
    private int[] states = {};
    /** Constants by guard and lane. */
    private double[][] limits = {};
    /** 1 where the state is to stay above, −1 where below. */
    private double[][] sides = {};

    /** Of the guard looked at: differences of slopes, then how far its state strays. */
    private final double[] others;
    /** 0 where no guard is crossed in the step tried last; anything else where that is not certain. */
    private final double[] clear;

    LaneGuards(Excursion excursion, int width) {
        this.excursion = excursion;
        this.width = width;
        others = new double[width];
        clear = new double[width];
    }

    /** Takes up the guards of the first run; those that follow must be of the same states. */
    void arrange(Guards guards) {
        int count = guards.size();
        states = new int[count];
        limits = new double[count][width];
        sides = new double[count][width];
        for (int k = 0; k < count; k++) {
            states[k] = guards.functions().threshold(k).map(Threshold::state).orElse(-1);
        }
    }

    /** Gives a lane its guards; false if they are not of the same states as those it was arranged for. */
    boolean enter(int lane, Guards guards) {
        if (guards.size() != states.length) {
            return false;
        }
        for (int k = 0; k < states.length; k++) {
            Threshold threshold = guards.functions().threshold(k).orElse(null);
            if (threshold == null || threshold.state() != states[k]) {
                return false;
            }
            limits[k][lane] = threshold.value();
            sides[k][lane] = guards.above().get(k) ? 1 : -1;
        }
        return true;
    }

    /** Gives a lane the guards of another one. */
    void move(int from, int to) {
        for (int k = 0; k < states.length; k++) {
            limits[k][to] = limits[k][from];
            sides[k][to] = sides[k][from];
        }
    }

    /** Whether it is certain that no guard was crossed in the step a lane has tried last. */
    boolean isClear(int lane) {
        return clear[lane] >= 0;
    }

    /** The shortfall (see {@link LaneArithmetic}) of the distance from the guards in the steps tried last. */
    double[] fallShort() {
        return clear;
    }

    /** Looks at the steps tried last. */
    void look(LaneClock clock, LaneSlot slot, int lanes) {
        if (states.length == 0) {
            Arrays.fill(clear, 0, lanes, 0);
            return;
        }
        clock.resolve(slot, clear, LONG_ENOUGH, lanes);
        for (int k = 0; k < states.length; k++) {
            double[][] slopes = slot.slopesOf(states[k]);
            double[][] values = slot.values(states[k]);
            sumOthers(slopes, lanes);
            stray(values[1], slot.size(), slopes[0], lanes);
            keep(k, values[1], values[2], lanes);
        }
    }

    private void sumOthers(double[][] k, int lanes) {
        double[] most = excursion.most();
        double[] first = k[0];
        double[] last = k[6];
        double w1 = most[1];
        double w2 = most[2];
        double w6 = most[6];
        double[] k1 = k[1];
        double[] k2 = k[2];
        for (int l = 0; l < lanes; l++) {
            others[l] = w6 * Math.abs(last[l] - first[l])
                    + w1 * Math.abs(k1[l] - first[l])
                    + w2 * Math.abs(k2[l] - first[l]);
        }
        double w3 = most[3];
        double w4 = most[4];
        double w5 = most[5];
        double[] k3 = k[3];
        double[] k4 = k[4];
        double[] k5 = k[5];
        for (int l = 0; l < lanes; l++) {
            others[l] = others[l]
                    + w3 * Math.abs(k3[l] - last[l])
                    + w4 * Math.abs(k4[l] - last[l])
                    + w5 * Math.abs(k5[l] - last[l]);
        }
    }

    private void stray(double[] y, double[] h, double[] k0, int lanes) {
        double slope = excursion.rest() + ROUNDING * excursion.total();
        double difference = 1 + ROUNDING * excursion.ratio();
        for (int l = 0; l < lanes; l++) {
            double strays = h[l] * (slope * Math.abs(k0[l]) + difference * others[l]);
            others[l] = strays + ROUNDING * Math.abs(y[l]) + Double.MIN_NORMAL;
        }
    }

    /**
     * The nearer end of a step is half its way off its middle. That the middle is rounded does not matter: the bound
     * allows for far more.
     */
    private void keep(int k, double[] y, double[] next, int lanes) {
        double[] value = limits[k];
        double[] side = sides[k];
        for (int l = 0; l < lanes; l++) {
            double middle = side[l] * (0.5 * y[l] + 0.5 * next[l] - value[l]);
            double x = middle - (0.5 * Math.abs(next[l] - y[l]) + others[l]);
            clear[l] = clear[l] + (x - Math.abs(x));
        }
    }
}

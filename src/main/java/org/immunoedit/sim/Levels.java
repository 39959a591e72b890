package org.immunoedit.sim;

import java.util.BitSet;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.OdeSystem;

/**
 * Comparisons for equality whose sides a jump or the start has made exactly equal. The rates tell whether that lasts an
 * instant only or until something moves one side.
 *
 * <p>The difference g of the sides leaves 0 at once where it has a slope along the solution, Σ ∂g/∂yᵢ·fᵢ + ∂g/∂t. The
 * derivatives are taken by finite differences, each along its own state, so that slow movers count beside fast ones.
 * Where the parts of the slope cancel, as for populations with the same equations, rounding and the differences leave a
 * small part of them. A difference without a slope stays on its level until it exceeds what rounding makes of it.
 */
final class Levels {
    /** Relative size of the finite differences. */
    private static final double STEP = 0x1p-20;
    /** Share of the sum of its parts at which a slope counts as none. */
    private static final double CANCELED = 1e-4;
    /** Relative change of states that counts as rounding: errors of single steps add up. */
    private static final double ROUNDING = 0x1p-40;

    private final Moment moment;
    private final BitSet level = new BitSet();
    private final BitSet fresh = new BitSet();
    /** For each of those whose slope has been looked at |∂g/∂yᵢ|. */
    private final double[][] gains;

    Levels(int atoms, Moment moment) {
        this.moment = moment;
        gains = new double[atoms][];
    }

    /** These sides are equal now. */
    void enter(int k) {
        level.set(k);
        fresh.set(k);
        gains[k] = null;
    }

    /** These sides are no longer equal. */
    void leave(int k) {
        level.clear(k);
        fresh.clear(k);
    }

    boolean holds(int k) {
        return level.get(k);
    }

    /** Whether a difference is more than rounding makes of it at this moment. */
    boolean isOff(int k, double difference) {
        return Math.abs(difference) > rounding(gains[k], moment.y);
    }

    /** A level whose slope has not been looked at has no room for rounding. */
    private static double rounding(double[] gains, double[] y) {
        double sum = 0;
        for (int i = 0; gains != null && i < y.length; i++) {
            sum += gains[i] * Math.abs(y[i]);
        }
        return ROUNDING * sum;
    }

    /** Whether there are sides whose slope has not been looked at. */
    boolean hasFresh() {
        return !fresh.isEmpty();
    }

    /**
     * Looks at the slopes of those that have become equal at this instant, after everything has happened.
     *
     * @param guards differences of the sides
     * @param above receives the sides to which those go that have a slope
     * @return those that have a slope: they are levels no longer
     */
    BitSet settle(Formulas guards, OdeSystem system, BitSet above) {
        BitSet parted = new BitSet();
        Slopes slopes = new Slopes(guards, system);
        for (int k = fresh.nextSetBit(0); k >= 0; k = fresh.nextSetBit(k + 1)) {
            gains[k] = slopes.gains[k];
            if (!(Math.abs(slopes.sum[k]) <= CANCELED * slopes.size[k])) {
                parted.set(k);
                above.set(k, slopes.sum[k] > 0);
            }
        }
        level.andNot(parted);
        fresh.clear();
        return parted;
    }

    /** Guards of which those on their level are armed on both sides: there they are 0, and beyond below 0. */
    Formulas armed(Formulas guards) {
        return level.isEmpty() ? guards : new Armed(guards, (BitSet) level.clone(), gains.clone());
    }

    /** Derivatives of the fresh ones, which are 0 here, along the solution at this moment. */
    private final class Slopes {
        private final Formulas guards;
        private final double[] there;
        private final double[][] gains;
        private final double[] sum;
        private final double[] size;

        Slopes(Formulas guards, OdeSystem system) {
            this.guards = guards;
            int count = guards.size();
            there = new double[count];
            sum = new double[count];
            size = new double[count];
            gains = new double[count][];
            fresh.stream().forEach(k -> gains[k] = new double[moment.y.length]);
            double[] rates = new double[moment.y.length];
            system.rates(moment.time, moment.y, rates);
            for (int i = 0; i < rates.length; i++) {
                alongState(i, rates[i]);
            }
            alongTime();
        }

        private void alongState(int i, double rate) {
            double[] y = moment.y.clone();
            y[i] += Math.copySign(STEP * (y[i] == 0 ? Math.abs(rate) : Math.abs(y[i])), rate);
            double step = y[i] - moment.y[i];
            if (step != 0) {
                guards.evaluate(moment.time, y, there);
                for (int k = fresh.nextSetBit(0); k >= 0; k = fresh.nextSetBit(k + 1)) {
                    double derivative = there[k] / step;
                    gains[k][i] = Math.abs(derivative);
                    add(k, derivative * rate);
                }
            }
        }

        private void alongTime() {
            double later = moment.time + STEP * Math.max(1, Math.abs(moment.time));
            guards.evaluate(later, moment.y, there);
            for (int k = fresh.nextSetBit(0); k >= 0; k = fresh.nextSetBit(k + 1)) {
                add(k, there[k] / (later - moment.time));
            }
        }

        private void add(int k, double part) {
            sum[k] += part;
            size[k] += Math.abs(part);
        }
    }

    /** Beside their values nothing of guards that are levels counts but whether they are 0 to rounding. */
    private record Armed(Formulas guards, BitSet level, double[][] gains) implements Formulas {
        @Override
        public int size() {
            return guards.size();
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            guards.evaluate(t, y, values);
            for (int k = level.nextSetBit(0); k >= 0; k = level.nextSetBit(k + 1)) {
                double off = Math.abs(values[k]);
                values[k] = off <= rounding(gains[k], y) ? 0 : -off;
            }
        }
    }
}

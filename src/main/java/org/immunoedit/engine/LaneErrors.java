package org.immunoedit.engine;

import java.util.Arrays;
import org.immunoedit.ode.Tolerances;

/** The errors of steps over lanes, and how far their ends are above the floors: in each lane as {@link PairStepper}. */
final class LaneErrors {
    private final Pair pair;
    private final LaneInside inside;
    private final double[] relative;
    private final double[][] absolute;
    private final double[][] floors;
    private final double[] shares;
    /** Shortfall of ends against floors, see {@link LaneArithmetic}. */
    private final double[] below;

    private final double[] error;

    LaneErrors(Pair pair, int dimension, int width) {
        this.pair = pair;
        inside = new LaneInside(width);
        relative = new double[width];
        absolute = new double[dimension][width];
        floors = new double[dimension][width];
        shares = new double[width];
        below = new double[width];
        error = new double[width];
    }

    /** Gives a lane tolerances. */
    void enter(int lane, Tolerances tolerances) {
        relative[lane] = tolerances.relative();
        for (int i = 0; i < absolute.length; i++) {
            absolute[i][lane] = tolerances.absolute(i);
            // without a floor: finite, for differences
            floors[i][lane] = Math.max(tolerances.floor(i), -Double.MAX_VALUE);
        }
    }

    /** Gives a lane the tolerances of another one. */
    void move(int from, int to) {
        relative[to] = relative[from];
        for (int i = 0; i < absolute.length; i++) {
            absolute[i][to] = absolute[i][from];
            floors[i][to] = floors[i][from];
        }
    }

    /** Starts to measure the steps tried last. */
    void weigh(LaneSlot slot, int lanes) {
        Arrays.fill(error, 0, lanes, 0);
        Arrays.fill(below, 0, lanes, 0);
        inside.weigh(slot.size(), slot.before().size(), lanes);
    }

    /** Raises the errors to those of one state. */
    void measure(int state, LaneSlot slot, int lanes) {
        double[][] values = slot.values(state);
        LaneArithmetic.sumSeven(shares, slot.size(), pair.error(), slot.slopesOf(state), lanes);
        inside.widen(shares, values, slot.slopesAtEnds(state), lanes);
        raise(absolute[state], values[1], values[2], lanes);
        fallBelow(values[2], floors[state], lanes);
    }

    private void raise(double[] least, double[] from, double[] to, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double allowed = least[l] + relative[l] * Math.max(Math.abs(from[l]), Math.abs(to[l]));
            error[l] = Math.max(error[l], shares[l] / allowed);
        }
    }

    private void fallBelow(double[] end, double[] floor, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double x = end[l] - floor[l];
            below[l] = below[l] + (x - Math.abs(x));
        }
    }

    /** Adds the shortfall (see {@link LaneArithmetic}) of 1 against errors, and of ends against floors. */
    void fallShort(double[] into, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double x = 1 - error[l];
            into[l] = into[l] + below[l] + (x - Math.abs(x));
        }
    }

    /** Errors by lane, in units of the tolerance. */
    double[] largest() {
        return error;
    }

    /** Error of the step that a lane has tried last. */
    double error(int lane) {
        return error[lane];
    }

    /** Whether the step that a lane has tried last ends above all floors. */
    boolean isAboveFloors(int lane) {
        return below[lane] >= 0;
    }

    /** The tolerance of a state at a value. */
    double tolerance(int state, int lane, double value) {
        return absolute[state][lane] + relative[lane] * Math.abs(value);
    }
}

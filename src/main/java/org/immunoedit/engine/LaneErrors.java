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
    private final double[] margin;
    private final double[] error;

    LaneErrors(Pair pair, int dimension, int width) {
        this.pair = pair;
        inside = new LaneInside(width);
        relative = new double[width];
        absolute = new double[dimension][width];
        floors = new double[dimension][width];
        shares = new double[width];
        margin = new double[width];
        error = new double[width];
    }

    /** Gives a lane tolerances. */
    void enter(int lane, Tolerances tolerances) {
        relative[lane] = tolerances.relative();
        for (int i = 0; i < absolute.length; i++) {
            absolute[i][lane] = tolerances.absolute(i);
            floors[i][lane] = tolerances.floor(i);
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
        Arrays.fill(margin, 0, lanes, Double.POSITIVE_INFINITY);
        inside.weigh(slot.size(), slot.before().size(), lanes);
    }

    /** Raises the errors to those of one state. */
    void measure(int state, LaneSlot slot, int lanes) {
        double[][] values = slot.values(state);
        LaneArithmetic.sumSeven(shares, slot.size(), pair.error(), slot.slopesOf(state), lanes);
        inside.widen(shares, values, slot.slopesAtEnds(state), lanes);
        raise(absolute[state], values[1], values[2], lanes);
        lower(values[2], floors[state], lanes);
    }

    private void raise(double[] least, double[] from, double[] to, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double allowed = least[l] + relative[l] * Math.max(Math.abs(from[l]), Math.abs(to[l]));
            error[l] = Math.max(error[l], shares[l] / allowed);
        }
    }

    private void lower(double[] end, double[] floor, int lanes) {
        for (int l = 0; l < lanes; l++) {
            margin[l] = Math.min(margin[l], end[l] - floor[l]);
        }
    }

    /** Lowers a margin to how far errors are below 1 and ends above floors. */
    void lower(double[] into, int lanes) {
        for (int l = 0; l < lanes; l++) {
            into[l] = Math.min(into[l], Math.min(margin[l], 1 - error[l]));
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
        return margin[lane] >= 0;
    }

    /** The tolerance of a state at a value. */
    double tolerance(int state, int lane, double value) {
        return absolute[state][lane] + relative[lane] * Math.abs(value);
    }
}

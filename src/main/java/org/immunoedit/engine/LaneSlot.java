package org.immunoedit.engine;

import java.util.Arrays;

/**
 * The steps that all lanes try at the same time: where each starts, its size and its slopes. Slots stand in a ring, and
 * a step ends where the next slot starts, so that a step that was taken is recorded where it was computed. Rows are by
 * stage and state; the lanes of a row are next to each other in memory.
 */
final class LaneSlot {
    /** Slopes of a step. */
    static final int SLOPES = 7;

    /** Time of each lane since the start of its stretch. */
    private final double[] since;
    /** Size of each lane's step. */
    private final double[] size;
    /** State at the start of the step: state, lane. */
    private final double[][] state;
    /** Slopes: stage, state, lane. The last ones are the first ones of the next slot. */
    private final double[][][] slopes;
    /** The same rows: state, stage, lane. */
    private final double[][][] byState;
    /** By state its rows at the start of the step before, of this one and of the next one. */
    private final double[][][] values;
    /** Likewise for its slopes. */
    private final double[][][] ends;

    /** By state the coefficients of the powers of the share of the step from 1 on: rows; none until they are found. */
    private final double[][][] polynomial;

    private final boolean[] found;
    private LaneSlot before;
    private LaneSlot next;

    private LaneSlot(int dimension, int width) {
        since = new double[width];
        size = new double[width];
        state = new double[dimension][width];
        slopes = new double[SLOPES][][];
        for (int s = 0; s < SLOPES - 1; s++) {
            slopes[s] = new double[dimension][width];
        }
        byState = new double[dimension][SLOPES][];
        values = new double[dimension][3][];
        ends = new double[dimension][3][];
        polynomial = new double[dimension][][];
        found = new boolean[dimension];
    }

    /** Makes a ring of three slots or more. */
    static LaneSlot[] ring(int slots, int dimension, int width) {
        LaneSlot[] ring = new LaneSlot[slots];
        for (int i = 0; i < slots; i++) {
            ring[i] = new LaneSlot(dimension, width);
        }
        for (int i = 0; i < slots; i++) {
            ring[i].stand(ring[(i + slots - 1) % slots], ring[(i + 1) % slots]);
        }
        return ring;
    }

    private void stand(LaneSlot behind, LaneSlot ahead) {
        before = behind;
        next = ahead;
        slopes[SLOPES - 1] = ahead.slopes[0];
        for (int i = 0; i < state.length; i++) {
            for (int s = 0; s < SLOPES; s++) {
                byState[i][s] = slopes[s][i];
            }
            values[i] = new double[][] {behind.state[i], state[i], ahead.state[i]};
            ends[i] = new double[][] {behind.slopes[0][i], slopes[0][i], ahead.slopes[0][i]};
        }
    }

    /** The slot of the steps before. */
    LaneSlot before() {
        return before;
    }

    /** The slot of the steps that follow. */
    LaneSlot next() {
        return next;
    }

    /** Time of each lane since the start of its stretch. */
    double[] since() {
        return since;
    }

    /** Size of each lane's step. */
    double[] size() {
        return size;
    }

    /** States at the start of the steps: state, lane. */
    double[][] state() {
        return state;
    }

    /** Slopes of a stage: state, lane. */
    double[][] slopes(int stage) {
        return slopes[stage];
    }

    /** Slopes of a state: stage, lane. */
    double[][] slopesOf(int i) {
        return byState[i];
    }

    /** A state at the start of the step before, and at both ends of this one. */
    double[][] values(int i) {
        return values[i];
    }

    /** The slopes of a state at the start of the step before, and at both ends of this one. */
    double[][] slopesAtEnds(int i) {
        return ends[i];
    }

    /** Other steps are about to be tried. */
    void forgetPolynomials() {
        Arrays.fill(found, false);
    }

    /**
     * Finds the polynomials of states over the steps.
     *
     * @param which by state whether it is wanted
     */
    void findPolynomials(boolean[] which, double[][] dense, int lanes) {
        for (int i = 0; i < which.length; i++) {
            found[i] = which[i];
            if (which[i]) {
                findPolynomial(i, dense, lanes);
            }
        }
    }

    private void findPolynomial(int i, double[][] dense, int lanes) {
        int degree = dense[0].length;
        if (polynomial[i] == null) {
            polynomial[i] = new double[degree][size.length];
        }
        for (int power = 1; power <= degree; power++) {
            LaneArithmetic.coefficient(polynomial[i][power - 1], size, dense, power, byState[i], lanes);
        }
    }

    /** Reads the polynomial of a state, as {@link Step#polynomial}; false if it was not found for these steps. */
    boolean polynomial(int i, int lane, double[] into) {
        if (!found[i]) {
            return false;
        }
        into[0] = state[i][lane];
        double[][] rows = polynomial[i];
        for (int j = 0; j < rows.length; j++) {
            into[j + 1] = rows[j][lane];
        }
        return true;
    }

    /** Lets a lane stand where a lane of some slot stands. */
    void copy(int lane, LaneSlot from, int other) {
        since[lane] = from.since[other];
        size[lane] = from.size[other];
        for (int i = 0; i < state.length; i++) {
            state[i][lane] = from.state[i][other];
            slopes[0][i][lane] = from.slopes[0][i][other];
        }
    }

    /** Copies what a row has of one lane. */
    static void read(double[][] rows, int lane, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = rows[i][lane];
        }
    }

    /** Writes what rows have of one lane. */
    static void write(double[][] rows, int lane, double[] from) {
        for (int i = 0; i < from.length; i++) {
            rows[i][lane] = from[i];
        }
    }
}

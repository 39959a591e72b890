package org.immunoedit.engine;

import org.immunoedit.ode.Guards;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;

/**
 * Steps of an explicit {@link Pair} for several runs at once. Each lane stands at its own time and state, with a step
 * behind it, and steps with its own size; all lanes try a step together, and each moves on or stays. Rows are by stage
 * and state, so that the lanes of a row are next to each other in memory.
 */
final class LaneSteps {
    /** Slopes of a step. */
    static final int SLOPES = 7;

    private static final int LAST = SLOPES - 1;

    private final Pair pair;
    private final LaneSystem system;
    private final int dimension;
    private final LaneClock clock;
    private final LaneErrors errors;
    private final LaneGuards guards;
    private final double[] times;
    private final double[][] stage;
    /** Above 0 where nothing but a plain step was tried that is accepted. */
    private final double[] plain;
    /** Slopes by stage and state. */
    private final double[][][] k;
    /** The same rows by state and stage. */
    private final double[][][] byState;
    /** By state its rows before the last step, at the start and at the end of this one. */
    private final double[][][] values;
    /** Likewise for its slopes. */
    private final double[][][] slopes;

    /** What is recorded of a step: rows of the state, and of each slope but the last. */
    private final double[][] told;

    private int occupied;
    private double[][] before;
    private double[][] y;
    private double[][] next;
    private double[][] slopesBefore;

    LaneSteps(Pair pair, LaneSystem system) {
        this.pair = pair;
        this.system = system;
        int n = system.dimension();
        int width = system.width();
        dimension = n;
        clock = new LaneClock(PairStepper.ERROR_ORDER, width);
        errors = new LaneErrors(pair, n, width);
        guards = new LaneGuards(pair.excursion(), width);
        times = new double[width];
        stage = new double[n][width];
        k = new double[LAST + 1][n][width];
        byState = new double[n][LAST + 1][];
        told = new double[SLOPES * n][];
        values = new double[n][3][];
        slopes = new double[n][3][];
        before = new double[n][width];
        y = new double[n][width];
        next = new double[n][width];
        slopesBefore = new double[n][width];
        plain = new double[width];
        arrange();
    }

    private void arrange() {
        for (int i = 0; i < dimension; i++) {
            for (int s = 0; s <= LAST; s++) {
                byState[i][s] = k[s][i];
            }
            told[i] = y[i];
            for (int s = 0; s < LAST; s++) {
                told[(1 + s) * dimension + i] = k[s][i];
            }
            values[i][0] = before[i];
            values[i][1] = y[i];
            values[i][2] = next[i];
            slopes[i][0] = slopesBefore[i];
            slopes[i][1] = k[0][i];
            slopes[i][2] = k[LAST][i];
        }
    }

    /** What its steps are. */
    Pair pair() {
        return pair;
    }

    /** Number of lanes there are. */
    int width() {
        return system.width();
    }

    /** Number of states. */
    int dimension() {
        return dimension;
    }

    /** Times and sizes of all lanes. */
    LaneClock clock() {
        return clock;
    }

    /** The guards of all lanes. */
    LaneGuards guards() {
        return guards;
    }

    /** Gives a lane equations, guards and tolerances; false if the lanes are not for them. */
    boolean enter(int lane, OdeSystem equations, Guards watched, Tolerances tolerances) {
        if (occupied == 0) {
            guards.arrange(watched);
        }
        if (!guards.enter(lane, watched) || !system.load(lane, equations)) {
            return false;
        }
        errors.enter(lane, tolerances);
        occupied++;
        return true;
    }

    /** A run has left its lane. */
    void vacate() {
        occupied--;
    }

    /** Stands in a lane at this state, with these rates. */
    void stand(int lane, double[] state, double[] rates) {
        write(y, lane, state);
        write(k[0], lane, rates);
    }

    /** The step behind a lane started at this state, with these rates. */
    void standBefore(int lane, double[] state, double[] rates) {
        write(before, lane, state);
        write(slopesBefore, lane, rates);
    }

    /** Gives a lane all that another one has. */
    void move(int from, int place) {
        system.move(from, place);
        guards.move(from, place);
        errors.move(from, place);
        clock.move(from, place);
        for (int i = 0; i < dimension; i++) {
            y[i][place] = y[i][from];
            k[0][i][place] = k[0][i][from];
            before[i][place] = before[i][from];
            slopesBefore[i][place] = slopesBefore[i][from];
        }
    }

    /** Tries a step in each of the first lanes. */
    void attempt(int lanes) {
        double[][] stages = pair.stages();
        double[] nodes = pair.nodes();
        double[] size = clock.sizes();
        for (int s = 1; s <= LAST; s++) {
            double[][] state = s < LAST ? stage : next;
            for (int i = 0; i < dimension; i++) {
                LaneArithmetic.add(state[i], y[i], size, stages[s - 1], byState[i], lanes);
            }
            if (system.usesTime()) {
                LaneArithmetic.times(times, clock.times(), size, nodes[s], lanes);
            }
            system.rates(times, state, k[s], lanes);
        }
        clock.aim(lanes);
        errors.weigh(clock, lanes);
        for (int i = 0; i < dimension; i++) {
            errors.measure(i, size, byState[i], values[i], slopes[i], lanes);
        }
        guards.look(this, lanes);
        clock.margin(plain, lanes);
        errors.lower(plain, lanes);
        guards.lower(plain, lanes);
    }

    /** Whether it is certain that a lane's step tried last is accepted, far from the end of its stretch. */
    boolean isPlain(int lane) {
        return plain[lane] > 0;
    }

    /** Errors of all lanes. */
    LaneErrors errors() {
        return errors;
    }

    /** Takes a lane back to where it stood, to try a smaller size. To be called after {@link #moveOn}. */
    void stay(int lane) {
        for (int i = 0; i < dimension; i++) {
            y[i][lane] = before[i][lane];
            before[i][lane] = next[i][lane];
            k[0][i][lane] = slopesBefore[i][lane];
            slopesBefore[i][lane] = k[LAST][i][lane];
        }
        clock.stay(lane, errors.error(lane));
    }

    /** Moves all lanes on. */
    void moveOn(int lanes) {
        clock.moveOn(errors.largest(), lanes);
        double[][] free = before;
        before = y;
        y = next;
        next = free;
        double[][] freeSlopes = slopesBefore;
        slopesBefore = k[0];
        k[0] = k[LAST];
        k[LAST] = freeSlopes;
        arrange();
    }

    /** Rows of one state at the start of the steps. */
    double[] start(int state) {
        return y[state];
    }

    /** Rows of one state at the end of the steps tried last. */
    double[] end(int state) {
        return next[state];
    }

    /** Slopes of one state: stage, lane. */
    double[][] slopes(int state) {
        return byState[state];
    }

    /** State at the start of the step. */
    void state(int lane, double[] into) {
        read(y, lane, into);
    }

    /** State at the start of the step behind. */
    void stateBefore(int lane, double[] into) {
        read(before, lane, into);
    }

    /** Rates at the start of the step behind. */
    void ratesBefore(int lane, double[] into) {
        read(slopesBefore, lane, into);
    }

    /** The state that the step tried last proposes. */
    void proposed(int lane, double[] into) {
        read(next, lane, into);
    }

    /** Slopes of a stage of the step tried last. */
    void slopes(int s, int lane, double[] into) {
        read(k[s], lane, into);
    }

    /** Writes the state at the start of the step tried last and all slopes but the last, one after the other. */
    void record(int lane, double[] into, int at) {
        int place = at;
        for (double[] row : told) {
            into[place++] = row[lane];
        }
    }

    /** Writes the state where a lane stands and its slopes there. */
    void recordStart(int lane, double[] into, int at) {
        for (int i = 0; i < 2 * dimension; i++) {
            into[at + i] = told[i][lane];
        }
    }

    /** How near a lane's step tried last came to the edge of stability, as {@link PairStepper#strain} of it. */
    double strain(int lane) {
        double slope = 0;
        double distance = 0;
        for (int i = 0; i < dimension; i++) {
            double share = 1 / errors.tolerance(i, lane, next[i][lane]);
            slope = Math.max(slope, Math.abs(k[LAST][i][lane] - k[LAST - 1][i][lane]) * share);
            distance = Math.max(distance, Math.abs(next[i][lane] - stage[i][lane]) * share);
        }
        return distance > 0 ? clock.size(lane) * slope / (distance * pair.stability()) : 0;
    }

    private static void read(double[][] rows, int lane, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = rows[i][lane];
        }
    }

    private static void write(double[][] rows, int lane, double[] from) {
        for (int i = 0; i < from.length; i++) {
            rows[i][lane] = from[i];
        }
    }
}

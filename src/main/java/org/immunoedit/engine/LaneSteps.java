package org.immunoedit.engine;

import org.immunoedit.ode.Guards;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;

/**
 * Steps of an explicit {@link Pair} for several runs at once. Each lane stands at its own time and state, with a step
 * behind it, and steps with its own size; all lanes try a step together, and each moves on or stays. The steps of a
 * lane are kept for a while, in the slots where they were taken.
 */
final class LaneSteps {
    private static final int SLOTS = 32;
    /** Steps that are kept: there is a slot for the end of the last one, too, and one before the first. */
    static final int KEPT = SLOTS - 2;

    private static final int LAST = LaneSlot.SLOPES - 1;

    private final Pair pair;
    private final LaneSystem system;
    private final int dimension;
    private final LaneClock clock;
    private final LaneErrors errors;
    private final LaneGuards guards;
    private final double[] times;
    private final double[][] stage;
    /** 0 where nothing but a plain step was tried that is accepted, and that its run need not look at. */
    private final double[] plain;
    /** By lane the march from which on its run looks at every step. */
    private final double[] due;

    /** By state whether its polynomial is asked for. */
    private final boolean[] polynomials;

    private int occupied;
    private long marches;
    private final LaneSlot[] slots;
    /** Where lanes stand. */
    private LaneSlot slot;

    LaneSteps(Pair pair, LaneSystem system) {
        this.pair = pair;
        this.system = system;
        int width = system.width();
        dimension = system.dimension();
        clock = new LaneClock(PairStepper.ERROR_ORDER, width);
        errors = new LaneErrors(pair, dimension, width);
        guards = new LaneGuards(pair.excursion(), width);
        times = new double[width];
        stage = new double[dimension][width];
        plain = new double[width];
        due = new double[width];
        polynomials = new boolean[dimension];
        slots = LaneSlot.ring(SLOTS, dimension, width);
        slot = slots[0];
    }

    /** What its steps are. */
    Pair pair() {
        return pair;
    }

    /** Number of lanes there are. */
    int width() {
        return system.width();
    }

    /** Times of all lanes, and control of the sizes of their steps. */
    LaneClock clock() {
        return clock;
    }

    /** The guards of all lanes. */
    LaneGuards guards() {
        return guards;
    }

    /** Errors of all lanes. */
    LaneErrors errors() {
        return errors;
    }

    /** Where all lanes stand: the step that is tried next, or was tried last, until they move on. */
    LaneSlot slot() {
        return slot;
    }

    /** The slot of a march: of this one, of the last {@link #KEPT} ones, and of the next one. */
    LaneSlot slot(long march) {
        return slots[(int) march & SLOTS - 1];
    }

    /** Steps that lanes have moved on so far. */
    long marches() {
        return marches;
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

    /** From this march on no step of a lane is plain. */
    void lookFrom(int lane, long march) {
        due[lane] = march;
    }

    /** Gives a lane all that another one has, but for the steps that it has taken. */
    void move(int from, int place) {
        system.move(from, place);
        guards.move(from, place);
        errors.move(from, place);
        clock.move(from, place);
        slot.copy(place, slot, from);
        slot.before().copy(place, slot.before(), from);
        due[place] = due[from];
    }

    /** Tries a step in each of the first lanes. */
    void attempt(int lanes) {
        slot.forgetPolynomials();
        double[][] stages = pair.stages();
        double[] nodes = pair.nodes();
        double[] size = slot.size();
        for (int s = 1; s <= LAST; s++) {
            double[][] state = s < LAST ? stage : slot.next().state();
            for (int i = 0; i < dimension; i++) {
                LaneArithmetic.add(state[i], slot.state()[i], size, stages[s - 1], slot.slopesOf(i), lanes);
            }
            if (system.usesTime()) {
                LaneArithmetic.times(times, clock.times(), size, nodes[s], lanes);
            }
            system.rates(times, state, slot.slopes(s), lanes);
        }
        clock.aim(slot, lanes);
        errors.weigh(slot, lanes);
        for (int i = 0; i < dimension; i++) {
            errors.measure(i, slot, lanes);
        }
        guards.look(clock, slot, lanes);
        clock.fallShort(slot, plain, lanes);
        errors.fallShort(plain, lanes);
        addShortfalls(guards.fallShort(), lanes);
    }

    private void addShortfalls(double[] unclear, int lanes) {
        double next = marches + 1.0;
        for (int l = 0; l < lanes; l++) {
            double x = due[l] - next;
            plain[l] = plain[l] + unclear[l] + (x - Math.abs(x));
        }
    }

    /** Whether it is certain that the step a lane has tried last is accepted, and the run need not look at it. */
    boolean isPlain(int lane) {
        return plain[lane] >= 0;
    }

    /** From the next steps on the polynomial of a state is found. */
    void askPolynomial(int state) {
        polynomials[state] = true;
    }

    /** Moves all lanes on to the ends of their steps. */
    void moveOn(int lanes) {
        slot.findPolynomials(polynomials, pair.dense(), lanes);
        clock.moveOn(slot, errors.largest(), lanes);
        slot = slot.next();
        marches++;
    }

    /** Takes a lane back to where it stood, to try a smaller size. To be called after {@link #moveOn}. */
    void stay(int lane) {
        LaneSlot tried = slot.before();
        double size = clock.control().smaller(tried.size()[lane], errors.error(lane));
        slot.copy(lane, tried, lane);
        slot.size()[lane] = size;
        clock.stay(lane, size);
        // there is no step in that slot now: what is behind the lane takes its place
        tried.copy(lane, tried.before(), lane);
    }

    /** What is left of a lane's stretch behind the step tried last. */
    double leftBehind(int lane) {
        return clock.length(lane) - slot.next().since()[lane];
    }

    /** How near a lane's step tried last came to the edge of stability, as {@link PairStepper#strain} of it. */
    double strain(int lane) {
        double slope = 0;
        double distance = 0;
        double[][] next = slot.next().state();
        for (int i = 0; i < dimension; i++) {
            double[][] k = slot.slopesOf(i);
            double share = 1 / errors.tolerance(i, lane, next[i][lane]);
            slope = Math.max(slope, Math.abs(k[LAST][lane] - k[LAST - 1][lane]) * share);
            distance = Math.max(distance, Math.abs(next[i][lane] - stage[i][lane]) * share);
        }
        return distance > 0 ? slot.size()[lane] * slope / (distance * pair.stability()) : 0;
    }
}

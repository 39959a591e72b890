package org.immunoedit.sim;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.immunoedit.model.Formulary.Group;
import org.immunoedit.model.Switched;
import org.immunoedit.model.Switched.Atom;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Program;

/**
 * The truth of the atoms of one run, kept in the switch slots of its moment.
 *
 * <p>An atom's truth changes in three ways: its guard is crossed (flipped), its known instant is reached (the truth
 * just after it), or a jump changes the value of its guard (evaluated). An equality between quantities that vary is
 * true only at the instant where its guard is crossed; one that a jump or the start has made true stays so while
 * {@link Levels} finds its sides equal.
 */
final class Conditions {
    private final Switched switched;
    private final List<Atom> atoms;
    private final boolean frozen;
    /** Atoms that are watched when rates evaluate their own; not known while they do not. */
    private final BitSet inEvents;

    private final Program program;
    private final Moment moment;
    private final int[] slots;
    private final BitSet truth = new BitSet();
    private final BitSet above = new BitSet();
    private final BitSet passing = new BitSet();
    private final Levels levels;
    private final double[] values;
    private final double[] fresh;
    private final double[] instants;

    /** @param frozen whether the conditions of rates are among the guards; if not, rates evaluate them themselves */
    Conditions(Switched switched, Program program, Moment moment, boolean frozen) {
        this.switched = switched;
        this.frozen = frozen;
        atoms = switched.atoms();
        inEvents = frozen ? new BitSet() : switched.inEvents();
        this.program = program;
        this.moment = moment;
        slots = moment.switches();
        levels = new Levels(slots.length, moment);
        values = new double[slots.length];
        fresh = new double[slots.length];
        instants = new double[slots.length];
    }

    /** Evaluates every atom. */
    void start() {
        Arrays.fill(values, Double.NaN);
        reevaluate();
    }

    /** Whether the conditions of rates are constant within a stretch. */
    boolean frozen() {
        return frozen;
    }

    /** Whether rates have conditions at all. */
    boolean inRates() {
        return atoms.stream().anyMatch(Atom::inRates);
    }

    /** The same truths, with the conditions of rates left to the rates of a live program. */
    Conditions thawed(Program live) {
        Conditions thawed = new Conditions(switched, live, moment, false);
        thawed.start();
        return thawed;
    }

    /** The guards of a stretch that starts here. */
    Guards guards() {
        if (slots.length == 0) {
            return Guards.NONE;
        }
        Formulas armed = levels.armed(formulas(Group.GUARDS));
        return new Guards(frozen ? armed : new Watched(armed, inEvents), above);
    }

    /** First known instant of a condition on time after now, or infinity. */
    double nextInstant() {
        if (slots.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        formulas(Group.KNOWN_TIMES).evaluate(moment.time, moment.y, instants);
        double next = Double.POSITIVE_INFINITY;
        for (double instant : instants) {
            if (instant > moment.time && !Times.same(instant, moment.time)) {
                next = Math.min(next, instant);
            }
        }
        return next;
    }

    /** The time has reached a known instant: conditions that compare with it take the truth they have just after it. */
    void passInstants() {
        remember();
        for (int k = 0; k < slots.length; k++) {
            if (Times.same(instants[k], moment.time) && isNearZero(values[k])) {
                values[k] = 0;
                boolean positive = timeIsPositive(k);
                if (above.get(k) != positive) {
                    flip(k);
                }
            }
        }
        reevaluate();
    }

    private boolean isNearZero(double guard) {
        return Math.abs(guard) <= 16 * Math.ulp(Math.abs(moment.time));
    }

    /** Whether the guard grows with time: it is time − instant, not instant − time. */
    private boolean timeIsPositive(int k) {
        double[] later = new double[slots.length];
        formulas(Group.GUARDS).evaluate(moment.time + Math.max(1, Math.abs(moment.time)), moment.y, later);
        return later[k] > 0;
    }

    /** Guards were crossed here: their atoms change, and then those that depend on them. */
    void cross(BitSet crossed) {
        remember();
        crossed.stream().forEach(this::flip);
        reevaluate();
    }

    /** What the guards are now; from here on {@link #reevaluate} keeps what they are, jump by jump. */
    private void remember() {
        if (slots.length > 0) {
            formulas(Group.GUARDS).evaluate(moment.time, moment.y, values);
        }
    }

    /** To be called after a jump: atoms whose guard has changed are evaluated, until none changes any more. */
    void reevaluate() {
        boolean changed = slots.length > 0;
        for (int round = 0; changed && round <= slots.length; round++) {
            changed = false;
            formulas(Group.GUARDS).evaluate(moment.time, moment.y, fresh);
            for (int k = 0; k < slots.length; k++) {
                if (Double.compare(fresh[k], values[k]) != 0) {
                    values[k] = fresh[k];
                    changed |= evaluate(k, fresh[k]);
                }
            }
        }
    }

    /** Equalities that were true at this instant only are false again. */
    void leave() {
        if (levels.hasFresh()) {
            passing.or(levels.settle(formulas(Group.GUARDS), moment.system(program), above));
        }
        if (!passing.isEmpty()) {
            passing.stream().forEach(k -> setTruth(k, !atoms.get(k).holdsAtZero()));
            passing.clear();
        }
    }

    private void flip(int k) {
        if (levels.holds(k)) {
            letGo(k);
            return;
        }
        above.flip(k);
        if (atoms.get(k).isEquality()) {
            passing.set(k);
            setTruth(k, atoms.get(k).holdsAtZero());
        } else {
            setTruth(k, !truth.get(k));
        }
    }

    /**
     * The sides of an equality part; where another guard was crossed a rounding earlier, they will at the next stop.
     */
    private void letGo(int k) {
        if (levels.isOff(k, values[k])) {
            levels.leave(k);
            above.set(k, values[k] > 0);
            setTruth(k, !atoms.get(k).holdsAtZero());
        }
    }

    private boolean evaluate(int k, double guard) {
        Atom atom = atoms.get(k);
        boolean holds = atom.holds(guard);
        boolean changed = holds != truth.get(k) || moment.slotValue(slots[k]) != (holds ? 1 : 0);
        setTruth(k, holds);
        passing.clear(k);
        above.set(k, atom.isEquality() ? guard >= 0 : atom.isTrueAbove() == holds);
        if (atom.isEquality() && guard == 0) {
            levels.enter(k);
        } else {
            levels.leave(k);
        }
        return changed;
    }

    private void setTruth(int k, boolean holds) {
        truth.set(k, holds);
        moment.setSlot(slots[k], holds ? 1 : 0);
    }

    private Formulas formulas(Group group) {
        return moment.formulas(program, group);
    }

    /** Guards of which only some are watched; the others never leave their side. */
    private record Watched(Formulas all, BitSet chosen) implements Formulas {
        @Override
        public int size() {
            return all.size();
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            all.evaluate(t, y, values);
            for (int k = chosen.nextClearBit(0); k < values.length; k = chosen.nextClearBit(k + 1)) {
                values[k] = Double.NaN;
            }
        }
    }
}

package org.immunoedit.sim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.immunoedit.model.Equations.Happening;
import org.immunoedit.model.Equations.NewValue;
import org.immunoedit.model.Formulary.Group;
import org.immunoedit.ode.Program;
import org.immunoedit.sim.Report.Happened;

/** The events of one run: which have turned true, which have fired. */
final class Events {
    /** Rounds of events at one instant that are taken for an endless loop. */
    static final int MOST_ROUNDS = 1_000;
    /** Events of one run that are taken for an endless loop. */
    static final int MOST_EVENTS = 100_000;

    private final List<Happening> events;
    private final Program program;
    private final Moment moment;
    private final Conditions conditions;
    private final BitSet was = new BitSet();
    private final BitSet fired = new BitSet();
    private final BitSet rising = new BitSet();
    private final List<Happened> log = new ArrayList<>();
    private final double[] truths;
    private final double[] newValues;

    Events(List<Happening> events, Program program, Moment moment, Conditions conditions) {
        this.events = events;
        this.program = program;
        this.moment = moment;
        this.conditions = conditions;
        truths = new double[events.size()];
        newValues = new double[firstValue(events.size())];
    }

    /** The same memory of what was and what has fired, for other conditions. */
    Events continuedWith(Program other, Conditions otherConditions) {
        Events continued = new Events(events, other, moment, otherConditions);
        continued.was.or(was);
        continued.fired.or(fired);
        continued.log.addAll(log);
        return continued;
    }

    /** How the events of an instant ended. */
    enum Outcome {
        QUIET,
        STOP,
        ENDLESS
    }

    List<Happened> log() {
        return log;
    }

    /** Takes note of what holds before the first instant: such events do not fire, unless they ask to. */
    void start() {
        evaluate();
        for (int e = 0; e < truths.length; e++) {
            was.set(e, truths[e] != 0 && !events.get(e).atStart());
        }
    }

    /** Fires what has turned true, in file order, again and again until nothing turns true any more. */
    Outcome settle() {
        for (int round = 0; round < MOST_ROUNDS && log.size() < MOST_EVENTS; round++) {
            if (rising().isEmpty()) {
                conditions.leave();
                return forgetPassing();
            }
            for (int e = rising.nextSetBit(0); e >= 0; e = rising.nextSetBit(e + 1)) {
                fire(e);
                if (events.get(e).stop()) {
                    return Outcome.STOP;
                }
            }
        }
        return Outcome.ENDLESS;
    }

    /** Label of the event that fired last; empty when it has none, or none has fired. */
    String lastLabel() {
        return log.isEmpty() ? "" : log.get(log.size() - 1).label();
    }

    private Outcome forgetPassing() {
        evaluate();
        for (int e = 0; e < truths.length; e++) {
            was.set(e, truths[e] != 0);
        }
        return Outcome.QUIET;
    }

    private BitSet rising() {
        evaluate();
        rising.clear();
        for (int e = 0; e < truths.length; e++) {
            boolean now = truths[e] != 0;
            if (now && !was.get(e) && !(events.get(e).once() && fired.get(e))) {
                rising.set(e);
            }
            was.set(e, now);
        }
        return rising;
    }

    private void fire(int e) {
        Happening event = events.get(e);
        fired.set(e);
        log.add(new Happened(moment.time, event.label(), event.extinction()));
        moment.formulas(program, Group.NEW_VALUES).evaluate(moment.time, moment.y, newValues);
        int first = firstValue(e);
        List<NewValue> sets = event.sets();
        for (int i = 0; i < sets.size(); i++) {
            moment.set(sets.get(i).target(), newValues[first + i]);
        }
        conditions.reevaluate();
    }

    private int firstValue(int e) {
        int values = 0;
        for (int i = 0; i < e; i++) {
            values += events.get(i).sets().size();
        }
        return values;
    }

    private void evaluate() {
        if (truths.length > 0) {
            moment.formulas(program, Group.CONDITIONS).evaluate(moment.time, moment.y, truths);
        }
    }
}

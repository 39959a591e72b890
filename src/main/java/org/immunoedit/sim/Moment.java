package org.immunoedit.sim;

import java.util.Arrays;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Formulary.Group;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Program;

/**
 * Where a run is: time, states and parameter slots. The memory of one run, changed in place. What a program makes of
 * the slots is made anew only after a slot has changed.
 */
final class Moment {
    private static final int GROUPS = Group.values().length;

    private final Positions positions;
    private final double[] slots;
    private final Formulas[] formulas = new Formulas[GROUPS];
    private OdeSystem system;
    private Program made;
    final double[] y;
    double time;

    Moment(Equations equations, Positions positions) {
        this.positions = positions;
        y = new double[equations.states().size()];
        slots = new double[equations.parameters().size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = equations.parameters().get(i).value();
        }
    }

    void addToState(String state, double amount) {
        y[positions.state(state).getAsInt()] += amount;
    }

    /** Sets the sum of running infusions into a state. */
    void setInput(String state, double rate) {
        setSlot(slot(Equations.input(state)), rate);
    }

    /** Sets a state or a parameter. */
    void set(String name, double value) {
        positions.state(name).ifPresentOrElse(state -> y[state] = value, () -> setSlot(slot(name), value));
    }

    int slot(String parameter) {
        return positions.slot(parameter).orElseThrow(() -> new IllegalArgumentException("no parameter " + parameter));
    }

    /** Slots of the truths of atoms, by number; not to be changed. */
    int[] switches() {
        return positions.switches();
    }

    double slotValue(int slot) {
        return slots[slot];
    }

    void setSlot(int slot, double value) {
        if (Double.compare(slots[slot], value) != 0) {
            slots[slot] = value;
            forget();
        }
    }

    /** States and the first slots of a start. */
    void startFrom(Experiment.Start start) {
        start.copyTo(y, slots);
        forget();
    }

    /** Here as a start of another run, with so many parameters. */
    Experiment.Start asStart(int parameters) {
        return new Experiment.Start(y, Arrays.copyOf(slots, parameters));
    }

    /** The right-hand side for the slots as they are. */
    OdeSystem system(Program program) {
        prepare(program);
        if (system == null) {
            system = program.system(slots);
        }
        return system;
    }

    /** A group of formulas for the slots as they are. */
    Formulas formulas(Program program, Group group) {
        prepare(program);
        int g = group.ordinal();
        if (formulas[g] == null) {
            formulas[g] = program.formulas(g, slots);
        }
        return formulas[g];
    }

    private void prepare(Program program) {
        if (program != made) {
            forget();
            made = program;
        }
    }

    private void forget() {
        Arrays.fill(formulas, null);
        system = null;
    }
}

package org.immunoedit.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.model.Equations;

/** Where a run is: time, states and parameter slots. The memory of one run, changed in place. */
final class Moment {
    private final Map<String, Integer> stateIndex = new HashMap<>();
    private final Map<String, Integer> slotIndex = new HashMap<>();
    final double[] y;
    final double[] slots;
    double time;

    Moment(Equations equations) {
        List<Equations.State> states = equations.states();
        List<Equations.Parameter> parameters = equations.parameters();
        y = new double[states.size()];
        slots = new double[parameters.size()];
        for (int i = 0; i < y.length; i++) {
            stateIndex.put(states.get(i).name(), i);
        }
        for (int i = 0; i < slots.length; i++) {
            slotIndex.put(parameters.get(i).name(), i);
            slots[i] = parameters.get(i).value();
        }
    }

    void addToState(String state, double amount) {
        y[stateIndex.get(state)] += amount;
    }

    /** Sets the sum of running infusions into a state. */
    void setInput(String state, double rate) {
        slots[slot(Equations.input(state))] = rate;
    }

    /** Sets a state or a parameter. */
    void set(String name, double value) {
        Integer state = stateIndex.get(name);
        if (state != null) {
            y[state] = value;
        } else {
            slots[slot(name)] = value;
        }
    }

    int slot(String parameter) {
        Integer slot = slotIndex.get(parameter);
        if (slot == null) {
            throw new IllegalArgumentException("no parameter " + parameter);
        }
        return slot;
    }
}

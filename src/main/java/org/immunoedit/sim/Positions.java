package org.immunoedit.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.immunoedit.model.Equations;

/** Where states and parameters stand by name, for all runs of a program. Immutable. */
public final class Positions {
    private final Map<String, OptionalInt> states = new HashMap<>();
    private final Map<String, OptionalInt> slots = new HashMap<>();

    Positions(Equations equations) {
        for (Equations.State state : equations.states()) {
            states.put(state.name(), OptionalInt.of(states.size()));
        }
        for (Equations.Parameter parameter : equations.parameters()) {
            slots.put(parameter.name(), OptionalInt.of(slots.size()));
        }
    }

    OptionalInt state(String name) {
        return states.getOrDefault(name, OptionalInt.empty());
    }

    OptionalInt slot(String name) {
        return slots.getOrDefault(name, OptionalInt.empty());
    }
}

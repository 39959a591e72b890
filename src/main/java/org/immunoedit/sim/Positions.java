package org.immunoedit.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Switched;

/** Where states and parameters stand by name, for all runs of a program. Immutable. */
public final class Positions {
    private final Map<String, OptionalInt> states = new HashMap<>();
    private final Map<String, OptionalInt> slots = new HashMap<>();
    private final int[] switches;

    Positions(Equations equations) {
        for (Equations.State state : equations.states()) {
            states.put(state.name(), OptionalInt.of(states.size()));
        }
        for (Equations.Parameter parameter : equations.parameters()) {
            slots.put(parameter.name(), OptionalInt.of(slots.size()));
        }
        switches = IntStream.iterate(0, k -> slots.containsKey(Switched.name(k)), k -> k + 1)
                .map(k -> slots.get(Switched.name(k)).getAsInt())
                .toArray();
    }

    /** Slots of the truths of atoms, by number; not to be changed. */
    int[] switches() {
        return switches;
    }

    OptionalInt state(String name) {
        return states.getOrDefault(name, OptionalInt.empty());
    }

    OptionalInt slot(String name) {
        return slots.getOrDefault(name, OptionalInt.empty());
    }
}

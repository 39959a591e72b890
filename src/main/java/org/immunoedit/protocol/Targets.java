package org.immunoedit.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/**
 * What a therapy may dose in a run.
 *
 * @param agents agents of the library and of the model by name
 * @param states states by scalar name, a member of a family as {@code T[2]}
 */
public record Targets(Map<String, Target> agents, Map<String, Target> states) {
    public Targets {
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /**
     * Where doses go.
     *
     * @param state scalar name of the state that receives them
     * @param stateUnit unit of that state
     * @param unit unit of a bare amount: that of the agent, or of the state when a state is dosed directly
     * @param potency activity per mass of the agent, e.g. 1.7e7 IU/mg
     */
    public record Target(String state, Unit stateUnit, Unit unit, Optional<Quantity> potency) {
        public Target {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(stateUnit, "stateUnit");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(potency, "potency");
        }

        /** A state that is dosed directly. */
        public static Target state(String name, Unit unit) {
            return new Target(name, unit, unit, Optional.empty());
        }
    }
}

package org.immunoedit.protocol;

import java.util.List;

/**
 * What happens when: instants in ascending order, times within a few roundings of each other merged into one.
 *
 * @param doses the realised doses, in order of time, those of one instant in file order
 */
public record Timeline(List<Instant> instants, List<Dose> doses) {
    /** No treatment. */
    public static final Timeline EMPTY = new Timeline(List.of(), List.of());

    public Timeline {
        instants = List.copyOf(instants);
        doses = List.copyOf(doses);
    }

    /**
     * One instant.
     *
     * @param jumps additions to states, in file order
     * @param flows states whose infusions change here, with the sum of all infusions that run from here on
     */
    public record Instant(double time, List<Jump> jumps, List<Flow> flows) {
        public Instant {
            jumps = List.copyOf(jumps);
            flows = List.copyOf(flows);
        }
    }

    /** Adds {@code amount} (unit of the state) to a state. */
    public record Jump(String state, double amount) {}

    /** From here on a state receives {@code rate} (unit of the state per time unit). */
    public record Flow(String state, double rate) {}

    /**
     * A realised dose.
     *
     * @param time when it begins, lag included (model time)
     * @param therapy 0-based index in the scenario's list
     * @param agent name of the agent, empty when a state is dosed directly
     * @param state that receives it
     * @param amount that arrives, bioavailability included (unit of the state)
     * @param duration of the infusion, 0 for a bolus (model time)
     */
    public record Dose(double time, int therapy, String agent, String state, double amount, double duration) {}
}

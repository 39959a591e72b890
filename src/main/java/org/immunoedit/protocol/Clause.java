package org.immunoedit.protocol;

import java.util.List;
import org.immunoedit.protocol.Rule.Verb;

/**
 * A rule in numbers.
 *
 * @param rule 0-based index in the scenario's list
 * @param label may be empty
 * @param times assessments within the run, ascending (model time)
 * @param confirm consecutive assessments at which the condition must hold
 * @param acts what it does, in file order
 * @param most how often it may act
 */
public record Clause(int rule, String label, List<Double> times, int confirm, List<Act> acts, int most) {
    public Clause {
        times = List.copyOf(times);
        acts = List.copyOf(acts);
    }

    /**
     * A part of what it does.
     *
     * @param subject an agent, or a state that is dosed directly
     * @param gift for {@code GIVE} the 0-based index among all that the rules may give, else −1
     */
    public record Act(Verb verb, String subject, int gift) {}

    /** Whether it gives doses. */
    public boolean gives() {
        return acts.stream().anyMatch(act -> act.verb() == Verb.GIVE);
    }
}

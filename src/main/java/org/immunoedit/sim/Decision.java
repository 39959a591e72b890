package org.immunoedit.sim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.protocol.Rule.Verb;

/**
 * An entry of the ledger: a rule that acted.
 *
 * @param time of the assessment (model time)
 * @param rule 0-based index in the scenario's list
 * @param label of the rule, may be empty
 * @param confirmed consecutive assessments, this one included, at which its condition held
 * @param because what its condition compared
 * @param acts what it changed, in file order
 */
public record Decision(double time, int rule, String label, int confirmed, List<Reading> because, List<Effect> acts) {
    public Decision {
        because = List.copyOf(because);
        acts = List.copyOf(acts);
    }

    /**
     * What was found at the assessment.
     *
     * @param what a formula, as written
     * @param value of the formula in its unit
     * @param response instead of the value, when the formula is {@code recist}
     */
    public record Reading(String what, OptionalDouble value, Optional<String> response) {}

    /**
     * What was changed.
     *
     * @param subject an agent, or a state that is dosed directly
     * @param doses for a stop or a hold the doses it left out, for a give those that were given, up to the end of the
     *     run; 0 for a resume
     */
    public record Effect(Verb verb, String subject, int doses) {}
}

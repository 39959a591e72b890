package org.immunoedit.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sweep came to.
 *
 * @param arms in the order of the plan; a single one without a name if nothing was compared
 * @param pairs every two arms on the same patients
 * @param shares of the quantiles of endpoints
 */
public record Summary(List<Arm> arms, List<Pair> pairs, List<Double> shares) {
    public Summary {
        arms = List.copyOf(arms);
        pairs = List.copyOf(pairs);
        shares = List.copyOf(shares);
    }

    /**
     * One arm.
     *
     * @param name empty if nothing was compared
     * @param progression free survival, empty if no tumor was assessed
     * @param endpoints of all runs that ended well
     * @param flips by definition that was moved: phases as they are, and as they would be
     */
    public record Arm(
            String name,
            Census census,
            Optional<KaplanMeier> progression,
            List<Measure> endpoints,
            Map<String, Transitions> flips) {}

    /** One endpoint. */
    public record Measure(String name, String unit, Statistics statistics) {}

    /** Two arms on the same patients. */
    public record Pair(String from, String to, Transitions transitions) {}
}

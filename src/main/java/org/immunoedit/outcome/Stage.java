package org.immunoedit.outcome;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What is known at one time.
 *
 * @param since earliest time from which this phase can be told (model time)
 * @param evidence put into words only when asked, at the time it is about: most looks at a run are never told
 */
record Stage(Phase phase, double since, Supplier<Evidence> evidence) {
    /**
     * Why it is this phase.
     *
     * @param why in words
     * @param needed end of a run that would probably tell more (model time)
     */
    record Evidence(String why, OptionalDouble needed) {
        static Evidence of(String why) {
            return new Evidence(why, OptionalDouble.empty());
        }

        static Evidence of(String why, double needed) {
            return new Evidence(why, OptionalDouble.of(needed));
        }
    }

    static Stage unknown(double since, Supplier<Evidence> evidence) {
        return new Stage(Phase.UNDETERMINED, since, evidence);
    }
}

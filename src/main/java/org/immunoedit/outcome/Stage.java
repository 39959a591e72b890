package org.immunoedit.outcome;

import java.util.OptionalDouble;

/**
 * What is known at one time.
 *
 * @param since earliest time from which this phase can be told (model time)
 * @param why evidence
 * @param needed end of a run that would probably tell more (model time)
 */
record Stage(Phase phase, double since, String why, OptionalDouble needed) {
    static Stage known(Phase phase, double since, String why) {
        return new Stage(phase, since, why, OptionalDouble.empty());
    }

    static Stage unknown(double since, String why) {
        return new Stage(Phase.UNDETERMINED, since, why, OptionalDouble.empty());
    }

    static Stage unknown(double since, String why, double needed) {
        return new Stage(Phase.UNDETERMINED, since, why, OptionalDouble.of(needed));
    }
}

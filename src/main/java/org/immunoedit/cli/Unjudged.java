package org.immunoedit.cli;

import org.immunoedit.outcome.Phase;

/** The verdict on a run of which nothing says what the tumor is. */
record Unjudged(Phase phase, String why) {
    /** What to do about it is part of the reason. */
    static final Unjudged NO_TUMOR = new Unjudged(
            Phase.UNDETERMINED,
            "nothing says what the tumor is; name it by \"outcome\": {\"tumor\": …} in the scenario or model");
}

package org.immunoedit.ode;

import java.util.BitSet;
import java.util.Locale;

/** How a stretch ended. */
public sealed interface Ending {
    /** Time where it ended (model time). */
    double time();

    /** The end of the span was reached. */
    record Reached(double time) implements Ending {}

    /**
     * One or more guards were crossed at the same instant.
     *
     * @param crossed bit k is set when guard k was crossed
     */
    record Stopped(double time, BitSet crossed) implements Ending {
        public Stopped {
            crossed = (BitSet) crossed.clone();
        }
    }

    /**
     * The integration could not go on.
     *
     * @param reason why
     * @param state index of the state concerned, −1 if none
     * @param value value of that state or of what was computed, NaN if none
     * @param size size of the last step tried (model time)
     */
    record Failed(double time, Reason reason, int state, double value, double size) implements Ending {}

    /** Why a stretch failed. */
    enum Reason {
        /** The error bound would need steps below the resolution of time. */
        STEP_UNDERFLOW,
        /** The limit on steps was reached. */
        TOO_MANY_STEPS,
        /** The limit on real time was reached. */
        TOO_LONG,
        /** A rate or a state became NaN or infinite. */
        NOT_FINITE,
        /** A state that cannot be negative fell below its tolerance band. */
        NEGATIVE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

package org.immunoedit.analysis;

import java.util.Locale;
import java.util.Optional;

/**
 * What following an equilibrium came to.
 *
 * @param at value of the parameter where the crossing lies; empty if there is none
 * @param equilibrium there
 * @param reached the value of the parameter where the search ended (unit of the parameter)
 * @param complete whether it ended at an end of the interval, so that an absent crossing is known to be absent
 */
public record Crossing(Optional<Double> at, Optional<Equilibrium> equilibrium, double reached, boolean complete) {
    /** What may happen to an equilibrium as a parameter changes. */
    public enum Kind {
        /** It turns back: meets another one, and both disappear. */
        FOLD,
        /** Its stability changes by a pair of complex eigenvalues. */
        HOPF,
        /** Its stability changes by a real eigenvalue without turning back. */
        TRANSCRITICAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

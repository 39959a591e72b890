package org.immunoedit.outcome;

import java.util.Locale;

/** The three E's of immunoediting (Dunn, Old, Schreiber 2004, Annu Rev Immunol 22:329), and not knowing. */
public enum Phase {
    /** The tumor is below the limit that counts as none. */
    ELIMINATION,
    /** The tumor is neither gone nor escaped, and steady or in bounded recurring cycles. */
    EQUILIBRIUM,
    /** The tumor is above the limit that counts as escaped and not shrinking, or grows without sign of control. */
    ESCAPE,
    /** The run does not show which, or was too short. */
    UNDETERMINED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As in output: lower case. */
    @Override
    public String toString() {
        return word;
    }
}

package org.immunoedit.analysis;

import java.util.Locale;

/** What trajectories near an equilibrium do. */
public enum Stability {
    /** They come in without turning. */
    STABLE_NODE,
    /** They come in turning. */
    STABLE_SPIRAL,
    /** They go around. */
    CENTER,
    /** They come in along some directions and leave along others. */
    SADDLE,
    /** They leave without turning. */
    UNSTABLE_NODE,
    /** They leave turning. */
    UNSTABLE_SPIRAL,
    /** All eigenvalues are 0: the linear part says nothing. */
    UNDECIDED;

    /** Whether small deviations die out. */
    public boolean isStable() {
        return this == STABLE_NODE || this == STABLE_SPIRAL;
    }

    /** Whether some small deviations grow. */
    public boolean isUnstable() {
        return this == SADDLE || this == UNSTABLE_NODE || this == UNSTABLE_SPIRAL;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

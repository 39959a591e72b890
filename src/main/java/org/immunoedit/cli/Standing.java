package org.immunoedit.cli;

import java.util.Locale;

/** How a claim stands, from good to bad. */
enum Standing {
    /** What is computed is what is claimed. */
    HOLDS,
    /** What is computed contradicts the claim in the way that is known and written beside it. */
    DISAGREES,
    /** Anything else. */
    FAILS;

    /** The worse of two. */
    Standing worse(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return this == FAILS ? name() : name().toLowerCase(Locale.ROOT);
    }
}

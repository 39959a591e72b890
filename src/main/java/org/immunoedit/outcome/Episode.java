package org.immunoedit.outcome;

/**
 * A part of the timeline.
 *
 * @param phase of the tumor in it
 * @param from its start (model time)
 * @param to its end (model time)
 */
public record Episode(Phase phase, double from, double to) {
    public Episode {
        if (!(from <= to)) {
            throw new IllegalArgumentException("an episode from " + from + " to " + to);
        }
    }

    /** How long it lasted (model time). */
    public double length() {
        return to - from;
    }
}

package org.immunoedit.sweep;

import java.util.List;
import java.util.Optional;

/**
 * What the search for a boundary found.
 *
 * @param kind whether there is one
 * @param answer where it is; empty unless it was found
 * @param changes all places where the runs change between wanted and not, in ascending order, the answer among them
 * @param probes every run, by ascending values
 */
public record Boundary(Kind kind, Optional<Bracket> answer, List<Bracket> changes, List<Probe> probes) {
    public Boundary {
        changes = List.copyOf(changes);
        probes = List.copyOf(probes);
        if (answer.isPresent() != (kind == Kind.FOUND)) {
            throw new IllegalArgumentException(kind + " and an answer do not go together");
        }
    }

    /** Whether there is a boundary. */
    public enum Kind {
        /** It is bracketed. */
        FOUND,
        /** No run ended as wanted. */
        NONE,
        /** Every run ended as wanted. */
        ALL,
        /** The run at the end of the interval where the search starts is as wanted, others are not. */
        EDGE,
        /** A failed run lies where the answer may be. */
        FAILED
    }

    /**
     * Two neighboring runs of which one ended as wanted and the other did not.
     *
     * @param below the one with the smaller value
     */
    public record Bracket(Probe below, Probe above) {
        public Bracket {
            if (!(below.value() < above.value()) || below.wanted() == above.wanted()) {
                throw new IllegalArgumentException("no bracket: " + below + ", " + above);
            }
        }

        /** The one that ended as wanted. */
        public Probe wanted() {
            return below.wanted() ? below : above;
        }
    }

    /** How many of the runs failed. */
    public long failures() {
        return probes.stream().filter(Probe::failed).count();
    }

    /** The reason of the first failed run from the start of the search on; empty if none failed. */
    public String reason(boolean fromBelow) {
        List<String> reasons =
                probes.stream().filter(Probe::failed).map(Probe::reason).toList();
        return reasons.isEmpty() ? "" : reasons.get(fromBelow ? 0 : reasons.size() - 1);
    }
}

package org.immunoedit.io;

import java.util.List;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.sweep.Design;
import org.immunoedit.sweep.Variation;

/**
 * A sweep as a scenario describes it.
 *
 * @param variations what differs from point to point, in file order
 * @param places where each variation stands
 * @param design the points
 * @param kind the design's name
 * @param seed of all draws
 * @param trajectories whether the rows of all runs are kept
 * @param find the boundary that is looked for at each point; its target is the last of the variations
 */
public record SweepPlan(
        List<Variation> variations,
        List<Place> places,
        Design design,
        String kind,
        long seed,
        boolean trajectories,
        Optional<Find> find) {
    /** Seed when none is given. */
    public static final long SEED = 1;

    public SweepPlan {
        variations = List.copyOf(variations);
        places = List.copyOf(places);
        if (variations.size() != places.size()) {
            throw new IllegalArgumentException(variations.size() + " variations at " + places.size() + " places");
        }
    }
}

package org.immunoedit.io;

import java.util.List;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Arms;
import org.immunoedit.sweep.Design;
import org.immunoedit.sweep.Projection;
import org.immunoedit.sweep.Variation;

/**
 * A sweep as a scenario describes it.
 *
 * @param variations what differs from point to point, in file order
 * @param places where each variation stands
 * @param design the points
 * @param kind the design's name
 * @param seed of all draws
 * @param output what stays of the runs beside their endpoints
 * @param arms what the same points are compared under, in file order; none to run the scenario as it is
 * @param find the boundary that is looked for at each point; its target is the last of the variations
 */
public record SweepPlan(
        List<Variation> variations,
        List<Place> places,
        Design design,
        String kind,
        long seed,
        Output output,
        List<Arm> arms,
        Optional<Find> find) {
    /** Seed when none is given. */
    public static final long SEED = 1;
    /** Shares of bands when none are given. */
    static final List<Double> QUANTILES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** What stays of the runs beside their endpoints. */
    public enum Keep {
        /** Nothing. */
        ENDPOINTS,
        /** All rows of all runs. */
        TRAJECTORIES,
        /** Quantiles of all rows of one time. */
        BANDS
    }

    /**
     * What stays of the runs beside their endpoints.
     *
     * @param quantiles shares of the bands, ascending
     * @param moved definitions of the outcome by which each run is judged once more
     * @param place where it says what is kept, or else of the sweep
     */
    public record Output(Keep keep, List<Double> quantiles, List<Moved> moved, Place place) {
        public Output {
            quantiles = List.copyOf(quantiles);
            moved = List.copyOf(moved);
        }
    }

    /**
     * A set of overrides of the scenario.
     *
     * @param overrides each key a path as in an override of the command line, each value merged into what is there
     * @param place of its name
     */
    public record Arm(String name, Json.Object overrides, Place place) {
        /**
         * The scenario under this arm.
         *
         * @param problems receives the overrides that cannot be applied
         */
        public Json applyTo(Json scenario, Problems problems) {
            return Overrides.merge(scenario, overrides.members().values(), problems);
        }
    }

    public SweepPlan {
        variations = List.copyOf(variations);
        places = List.copyOf(places);
        arms = List.copyOf(arms);
        if (variations.size() != places.size()) {
            throw new IllegalArgumentException(variations.size() + " variations at " + places.size() + " places");
        }
    }

    /** The same points with only some of the variations. */
    public SweepPlan only(List<Integer> kept) {
        return new SweepPlan(
                kept.stream().map(variations::get).toList(),
                kept.stream().map(places::get).toList(),
                new Projection(design, kept),
                kind,
                seed,
                output,
                arms,
                find);
    }

    /** The same sweep over other points. */
    public SweepPlan over(Design points) {
        return new SweepPlan(variations, places, points, kind, seed, output, arms, find);
    }

    /** How rows are counted. */
    public Arms rows() {
        return new Arms(arms.stream().map(Arm::name).toList());
    }

    /** How many rows there are. */
    public long size() {
        return rows().rows(design.size());
    }

    /** Whether the rows of all runs are written, be it for a while. */
    public boolean trajectories() {
        return output.keep() != Keep.ENDPOINTS;
    }
}

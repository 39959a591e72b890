package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Design;
import org.immunoedit.sweep.PhaseMap;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;

/** Reads what the design {@code adaptive} needs: two ranges, and how often a cell may be divided. */
final class AdaptiveReader {
    private static final int LEVELS = 4;

    private final Problems problems;

    AdaptiveReader(Problems problems) {
        this.problems = problems;
    }

    /** Tells what does not go together with such a design, or only with one. */
    void check(Fields f, boolean adaptive, SweepPlan.Output output) {
        Optional<Json> levels = f.get("levels");
        if (levels.isPresent() && !adaptive) {
            String expected = "\"design\": \"adaptive\"";
            problems.error("conflict", levels.get().place(), "\"levels\" in another design", expected);
        }
        if (adaptive && output.keep() == SweepPlan.Keep.BANDS) {
            String found = "bands over an adaptive map, whose points are no sample";
            problems.error("conflict", output.place(), found, "another design");
        }
    }

    /**
     * The coarse grid; empty after an error.
     *
     * @param places where the variations stand
     */
    Optional<Design> read(Fields f, List<Variation> variations, List<Place> places) {
        int levels = f.whole("levels", 0).orElse(LEVELS);
        List<Spread.Steps> axes = new ArrayList<>();
        for (int j = 0; j < variations.size(); j++) {
            if (variations.get(j).spread() instanceof Spread.Steps steps && steps.size() >= 2) {
                axes.add(steps);
            } else {
                String found = variations.get(j).path() + " is no range of values";
                problems.error("value", places.get(j), found, "\"from\", \"to\" and \"count\", 2 or more");
            }
        }
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        if (axes.size() != 2) {
            String found = "an adaptive map of " + axes.size() + (axes.size() == 1 ? " name" : " names");
            problems.error("value", f.place(), found, "two names under \"vary\", each with a range");
            return Optional.empty();
        }
        try {
            return Optional.of(PhaseMap.coarse(axes.get(0), axes.get(1), levels));
        } catch (IllegalArgumentException e) {
            String most = "at most " + PhaseMap.MOST_LEVELS + " levels, and fewer values";
            problems.error("range", f.place(), e.getMessage(), most);
            return Optional.empty();
        }
    }
}

package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.io.SweepPlan.Arm;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** Reads the arms of a sweep: names, each with overrides of the scenario. */
final class ArmsReader {
    private static final String EXAMPLE =
            "an object such as {\"control\": {\"therapies\": []}, \"treated\": {\"parameters\": {\"a\": 0.2}}}";
    private static final String SWEEP = "sweep";

    private final Problems problems;

    ArmsReader(Problems problems) {
        this.problems = problems;
    }

    /** The arms, in file order; none when there are none, or after an error. */
    List<Arm> read(Fields sweep) {
        List<Arm> arms = new ArrayList<>();
        for (Json.Member member : sweep.members("arms", EXAMPLE)) {
            arm(member).ifPresent(arms::add);
        }
        return arms;
    }

    private Optional<Arm> arm(Json.Member member) {
        String name = member.key();
        if (name.isBlank() || name.lines().count() > 1) {
            problems.error("value", member.place(), "this is not the name of an arm", "a name of one line");
        }
        Optional<Json.Object> overrides =
                Shape.object(member.value(), "overrides such as {\"therapies\": []}", problems);
        overrides.ifPresent(object -> object.members().values().forEach(this::check));
        return overrides.map(object -> new Arm(name, object, member.place()));
    }

    private void check(Json.Member override) {
        String path = override.key().strip();
        Place place = override.place();
        if (path.equals(SWEEP) || path.startsWith(SWEEP + ".")) {
            problems.error("conflict", place, "an arm changes the sweep it belongs to", "keys of the scenario");
        }
    }
}

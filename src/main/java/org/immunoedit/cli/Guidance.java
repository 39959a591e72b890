package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Schedule;
import org.immunoedit.sim.Rules;
import org.immunoedit.sim.Rules.Question;

/**
 * The rules of a scenario in names of its model.
 *
 * @param images where the first condition that needs images stands, if one does
 * @param dosing how therapies become doses; absent after an error
 */
record Guidance(Schedule.Plan plan, List<Question> questions, Optional<Place> images, Optional<Dosing> dosing) {
    /**
     * What a run needs of them.
     *
     * @param judgement says what images show, and from when on
     * @param hasTumor whether a tumor is named, be it wrongly
     * @param problems receives conditions on images of what cannot be seen
     */
    Rules rules(Optional<Judgement> judgement, boolean hasTumor, Problems problems) {
        images.ifPresent(place -> check(place, judgement, hasTumor, problems));
        if (questions.isEmpty() || problems.hasErrors()) {
            return Rules.NONE;
        }
        if (images.isEmpty()) {
            return new Rules(plan.regimen(), plan.clauses(), questions, Optional.empty(), OptionalDouble.empty());
        }
        Judgement shown = judgement.orElseThrow();
        return new Rules(
                plan.regimen(),
                plan.clauses(),
                questions,
                Optional.of(shown.watched().get(0)),
                OptionalDouble.of(shown.criteria().imaging().first()));
    }

    private static void check(Place place, Optional<Judgement> judgement, boolean hasTumor, Problems problems) {
        if (!hasTumor) {
            problems.error(
                    "recist",
                    place,
                    "the condition is about images, but no tumor is named",
                    "\"outcome\": {\"tumor\": …} in the scenario or the model");
        } else if (judgement.isPresent()
                && judgement.get().criteria().imaging().volume().isEmpty()) {
            problems.error(
                    "recist",
                    place,
                    "the condition is about images, but the tumor has no volume",
                    "\"outcome\": {\"assessments\": {\"volume\": \"1 mm^3\"}}, the volume of one unit of tumor");
        }
    }
}

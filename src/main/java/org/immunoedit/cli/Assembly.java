package org.immunoedit.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.immunoedit.cli.Binding.Bound;
import org.immunoedit.cli.Preparation.Ready;
import org.immunoedit.io.Json;
import org.immunoedit.io.OutcomeReader;
import org.immunoedit.io.OutcomeRequest;
import org.immunoedit.io.Scenario;
import org.immunoedit.io.ScenarioReader;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Criteria.Imaging;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Horizon;
import org.immunoedit.sim.Programs;
import org.immunoedit.sim.Rules;
import org.immunoedit.unit.Unit;

/**
 * A scenario put together: what runs, and how it is judged.
 *
 * @param judgement empty when no tumor is named
 * @param zero names of states that stay 0 and are not integrated
 * @param dosing how therapies become doses
 */
record Assembly(Ready ready, Optional<Judgement> judgement, List<String> zero, Optional<Dosing> dosing) {
    /** Images of the tumor that are kept, some 100 bytes each. */
    private static final int MOST_IMAGES = 1_000_000;

    /**
     * Puts a scenario together.
     *
     * @param scenario its tree, with all overrides
     * @param library finds what it names
     * @param compiler makes programs of experiments
     * @return empty after an error
     * @throws IOException if a file that the scenario names cannot be read
     */
    static Optional<Assembly> of(
            Json scenario, Library library, Function<Experiment, Programs> compiler, Problems problems)
            throws IOException {
        Optional<Assembly> assembly = put(scenario, library, compiler, problems);
        problems.replaceAll(problem -> problem.at(scenario.exact(problem.place())));
        return assembly;
    }

    private static Optional<Assembly> put(
            Json scenario, Library library, Function<Experiment, Programs> compiler, Problems problems)
            throws IOException {
        Optional<Scenario> read = ScenarioReader.read(scenario, library::agent, problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Optional<Bound> bound = new Binding(read.get(), library, problems).bind();
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Judging judging = Judging.of(read.get(), bound.get(), problems);
        List<Term> watched = judging.judgement().map(Judgement::watched).orElse(List.of());
        return judging.assembly(watched, compiler, problems);
    }

    /**
     * Puts a scenario together that is observed, not judged. What its outcome says is read only where rules look at
     * images.
     *
     * @param watched what its observers look at
     * @return empty after an error
     */
    static Optional<Assembly> watching(List<Term> watched, Scenario scenario, Bound bound, Problems problems) {
        Judging judging = bound.guidance().images().isPresent()
                ? Judging.of(scenario, bound, problems)
                : new Judging(scenario, bound, Optional.empty(), false);
        return judging.assembly(watched, Preparation::adaptive, problems);
    }

    /**
     * A bound scenario and how it is judged.
     *
     * @param hasTumor whether a tumor is named, be it wrongly
     */
    private record Judging(Scenario scenario, Bound bound, Optional<Judgement> judgement, boolean hasTumor) {
        static Judging of(Scenario scenario, Bound bound, Problems problems) {
            OutcomeRequest request = OutcomeReader.read(bound.document().outcome(), scenario.outcome(), problems);
            Unit time = bound.composed().time();
            Optional<Judgement> judgement = Judgement.of(request, new Columns(bound, false), time, problems);
            return new Judging(scenario, bound, judgement, request.tumor().isPresent());
        }

        /** Whether the images of the run are few enough to be kept; otherwise an error. */
        private boolean isSeenThrough(Horizon horizon, Problems problems) {
            Imaging imaging = judgement.orElseThrow().criteria().imaging();
            double first = Math.max(horizon.start(), imaging.first());
            double due = (horizon.end() - first) / imaging.every();
            if (imaging.volume().isEmpty() || due <= MOST_IMAGES) {
                return true;
            }
            Place end = scenario.time().end().place();
            problems.add(Problem.error(
                            "too-many-assessments",
                            end,
                            "until then the tumor is assessed more than " + MOST_IMAGES + " times",
                            "a shorter run, or a longer time between assessments")
                    .withHint("\"outcome\": {\"assessments\": {\"every\": \"1000 y\"}}"));
            return false;
        }

        Optional<Assembly> assembly(List<Term> watched, Function<Experiment, Programs> compiler, Problems problems) {
            Rules rules = bound.guidance().rules(judgement, hasTumor, problems);
            return new Preparation(scenario, compiler, problems)
                    .ready(bound, watched, rules)
                    .filter(ready -> judgement.isEmpty()
                            || isSeenThrough(ready.experiment().horizon(), problems))
                    .map(ready -> new Assembly(
                            ready,
                            judgement.map(j -> j.of(ready.experiment())),
                            List.copyOf(bound.zero()),
                            bound.guidance().dosing()));
        }
    }
}

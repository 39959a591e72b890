package org.immunoedit.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.io.Find;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.Overrides;
import org.immunoedit.io.SweepCells;
import org.immunoedit.model.Literal;
import org.immunoedit.outcome.Endpoint;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Goal;
import org.immunoedit.unit.Unit;

/** Tells by what judges a scenario how a run has to end to be as wanted. */
final class FindGoal {
    private FindGoal() {}

    /**
     * The goal in the units of the endpoints, under any of some arms.
     *
     * @throws BadInput if in one of them the value has no meaning, nothing is judged, or the arms have different units
     */
    static Goal of(Find find, List<SweepScenario> arms) throws BadInput {
        Set<Goal> goals = new LinkedHashSet<>();
        for (SweepScenario arm : arms) {
            if (!arm.plan().variations().contains(find.target())) {
                throw conflict(find, find.target().path() + " has no meaning in one of the arms");
            }
            goals.add(of(find, arm.base()));
        }
        if (goals.size() > 1) {
            throw conflict(find, "the arms measure the endpoint in different units");
        }
        return goals.iterator().next();
    }

    private static BadInput conflict(Find find, String found) {
        return new BadInput(List.of(Problem.error("conflict", find.place(), found, "arms that have it alike")));
    }

    private static Goal of(Find find, Assembly base) throws BadInput {
        Problems problems = new Problems();
        if (base.judgement().isEmpty()) {
            problems.error(
                    "conflict",
                    find.place(),
                    "no tumor is named, so that no run has a phase",
                    "\"outcome\": {\"tumor\": …}");
        }
        problems.throwIfErrors();
        if (find.limit().isEmpty()) {
            return new Goal.Phases(find.phases());
        }
        Judgement judgement = base.judgement().get();
        List<Endpoint> endpoints = Verdict.missingEndpoints(judgement.criteria(), judgement.editing());
        Optional<Goal> goal = beyond(find.limit().get(), endpoints, problems);
        problems.throwIfErrors();
        return goal.orElseThrow();
    }

    /** Whether a scenario with its overrides asks for a boundary, be it rightly or wrongly. */
    static boolean isAsked(Document document, Changes changes) {
        return JsonReader.parse(document.bytes(), document.name(), new Problems())
                .map(json -> Overrides.apply(json, changes.settings(), new Problems()))
                .flatMap(json -> member(json, "sweep"))
                .flatMap(json -> member(json, "find"))
                .isPresent();
    }

    private static Optional<Json> member(Json json, String key) {
        return json instanceof Json.Object object ? object.get(key) : Optional.empty();
    }

    private static Optional<Goal> beyond(Find.EndpointLimit limit, List<Endpoint> endpoints, Problems problems) {
        Optional<Endpoint> endpoint = endpoints.stream()
                .filter(e -> e.name().equals(limit.endpoint()))
                .findFirst();
        if (endpoint.isEmpty()) {
            List<String> names = endpoints.stream().map(Endpoint::name).toList();
            problems.add(Problem.error(
                            "unknown-name",
                            limit.place(),
                            "\"" + limit.endpoint() + "\" is not an endpoint",
                            "one of " + String.join(", ", names))
                    .withHint(Nearest.hint(limit.endpoint(), names)));
            return Optional.empty();
        }
        String unit = endpoint.get().unit();
        return value(limit.value(), unit, problems)
                .map(value -> new Goal.Beyond(limit.endpoint(), value, limit.below(), SweepCells.words(value, unit)));
    }

    private static Optional<Double> value(Literal literal, String unit, Problems problems) {
        if (literal.unit().isEmpty()) {
            return Optional.of(literal.value());
        }
        Optional<Unit> own = Unit.parse(unit, Place.startOf("unit"), new Problems());
        if (own.isEmpty() || !own.get().sameDimension(literal.unit().get())) {
            String found = "a limit in " + literal.unit().get().text();
            problems.error("unit", literal.place(), found, "a quantity in " + unit);
            return Optional.empty();
        }
        return Optional.of(literal.value() * literal.unit().get().factorTo(own.get()));
    }
}

package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.AgentReader;
import org.immunoedit.io.Json;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.ModelReader;
import org.immunoedit.model.Agent;
import org.immunoedit.model.Composition;
import org.immunoedit.model.Definition;
import org.immunoedit.model.Expansion;
import org.immunoedit.model.Model;
import org.immunoedit.model.Options;
import org.immunoedit.model.Source;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** Checks models and agents that no scenario runs. */
final class Checking {
    private Checking() {}

    /** What a document is. */
    enum Kind {
        SCENARIO,
        MODEL,
        AGENT
    }

    /**
     * Tells by its keys: equations make a model, equations with a way in make an agent, anything else is a scenario.
     */
    static Kind kind(Json json) {
        if (!(json instanceof Json.Object object) || object.get("model").isPresent()) {
            return Kind.SCENARIO;
        }
        if (object.get("into").isPresent()
                || object.get("acts").isPresent()
                || object.get("regimens").isPresent()) {
            return Kind.AGENT;
        }
        return object.get("states").isPresent() || object.get("rates").isPresent() ? Kind.MODEL : Kind.SCENARIO;
    }

    /**
     * Checks names, units and circles of a model with its own values, then its outcome and its claims.
     *
     * @param directory where paths in the claims start
     * @throws IOException if a file that a claim names cannot be read
     */
    static void model(Json json, Path directory, Problems problems) throws IOException {
        Optional<ModelDocument> document = ModelReader.read(json, problems);
        if (document.isEmpty()) {
            return;
        }
        equations(document.get().model(), problems);
        if (!problems.hasErrors()) {
            outcome(document.get(), directory, problems);
            Claims.check(document.get(), directory).stream()
                    .filter(problem -> !problems.sorted().contains(problem))
                    .forEach(problems::add);
        }
    }

    /**
     * Makes sure that names, units and circles of a model are in order.
     *
     * @throws BadInput if they are not
     */
    static void requireSound(Model model) throws BadInput {
        Problems problems = new Problems();
        equations(model, problems);
        problems.throwIfErrors();
    }

    private static void equations(Model model, Problems problems) {
        Model composed = Composition.compose(model, List.of(), List.of(), problems);
        Expansion.expand(composed, Options.none(model.place()), problems);
    }

    /** What a scenario that says nothing of its own would find wrong with the outcome of the model. */
    private static void outcome(ModelDocument document, Path directory, Problems problems) throws IOException {
        Problems all = new Problems();
        Library library = new Library(directory, all);
        library.offer(document);
        Assembly.of(plainest(document.model()), library, Preparation::adaptive, all);
        all.sorted().stream()
                .filter(problem -> problem.place().pointer().startsWith("/outcome"))
                .forEach(problems::add);
    }

    /** The scenario that only names a model and lets a unit of time pass. */
    private static Json plainest(Model model) {
        Place place = model.place();
        Json end = new Json.Object(Map.of("end", new Json.Member("end", new Json.Number(1, "1", place), place)), place);
        return new Json.Object(
                Map.of(
                        "model", new Json.Member("model", new Json.Text(model.name(), place), place),
                        "time", new Json.Member("time", end, place)),
                place);
    }

    /** Checks an agent in a model that has nothing; what it would add to hooks is checked as its definitions are. */
    static void agent(Json json, Problems problems) {
        Optional<AgentDocument> document = AgentReader.read(json, problems);
        document.map(AgentDocument::agent).map(Checking::withoutHooks).ifPresent(agent -> {
            Model composed = Composition.compose(
                    nothing(agent.place(), problems.hasErrors()), List.of(agent), List.of(), problems);
            Expansion.expand(composed, Options.none(agent.place()), problems);
        });
    }

    private static Agent withoutHooks(Agent agent) {
        List<Definition> definitions = new ArrayList<>(agent.definitions());
        agent.acts()
                .forEach((hook, formula) -> definitions.add(new Definition(
                        Reference.to("acts(" + hook + ")"), formula, Optional.empty(), "", formula.place())));
        return new Agent(
                agent.name(),
                agent.title(),
                agent.kind(),
                agent.unit(),
                agent.source(),
                agent.parameters(),
                agent.states(),
                definitions,
                agent.rates(),
                agent.into(),
                Map.of(),
                agent.potency(),
                agent.place());
    }

    /** @param unchecked whether units of formulas cannot be checked, because some may be missing */
    private static Model nothing(Place place, boolean unchecked) {
        Unit day = Unit.parse("d", place, new Problems()).orElseThrow();
        return new Model(
                "nothing",
                "",
                Source.NONE,
                day,
                unchecked,
                "",
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                place);
    }
}

package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.AgentReader;
import org.immunoedit.io.Json;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.ModelReader;
import org.immunoedit.model.Agent;
import org.immunoedit.model.Composition;
import org.immunoedit.model.Expansion;
import org.immunoedit.model.Hook;
import org.immunoedit.model.Model;
import org.immunoedit.model.Options;
import org.immunoedit.model.Source;
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
     * Checks names, units and circles of a model with its own values, and then its claims.
     *
     * @param directory where paths in the claims start
     * @throws IOException if a file that a claim names cannot be read
     */
    static void model(Json json, Path directory, Problems problems) throws IOException {
        Optional<ModelDocument> document = ModelReader.read(json, problems);
        if (document.isEmpty()) {
            return;
        }
        Model model = document.get().model();
        Model composed = Composition.compose(model, List.of(), List.of(), problems);
        Expansion.expand(composed, Options.none(model.place()), problems);
        if (!problems.hasErrors()) {
            Claims.check(document.get(), directory).forEach(problems::add);
        }
    }

    /** Checks an agent in a model that has nothing but the hooks it acts on. */
    static void agent(Json json, Problems problems) {
        Optional<AgentDocument> document = AgentReader.read(json, problems);
        document.map(AgentDocument::agent).ifPresent(agent -> {
            Model composed = Composition.compose(bare(agent), List.of(agent), List.of(), problems);
            Expansion.expand(composed, Options.none(agent.place()), problems);
        });
    }

    private static Model bare(Agent agent) {
        Place place = agent.place();
        Unit day = Unit.parse("d", place, new Problems()).orElseThrow();
        List<Hook> hooks = agent.acts().keySet().stream()
                .map(name -> new Hook(name, Unit.ONE, "", place))
                .toList();
        return new Model(
                "nothing but hooks",
                "",
                Source.NONE,
                day,
                false,
                "",
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                hooks,
                List.of(),
                List.of(),
                place);
    }
}

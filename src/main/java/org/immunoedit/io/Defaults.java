package org.immunoedit.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.immunoedit.problem.Problems;

/**
 * A scenario with its defaults written out, so that a sidecar says what was run without knowing this program's
 * defaults. Named regimens are written out too. What the document says stays as it is and in its place.
 */
public final class Defaults {
    private final Function<String, Optional<AgentDocument>> agents;

    private Defaults(Function<String, Optional<AgentDocument>> agents) {
        this.agents = agents;
    }

    /**
     * Fills in defaults.
     *
     * @param scenario a document that reads without errors
     * @param agents as for {@link ScenarioReader#read}
     */
    public static Json fill(Json scenario, Function<String, Optional<AgentDocument>> agents) {
        return scenario instanceof Json.Object object ? new Defaults(agents).filled(object) : scenario;
    }

    private Json filled(Json.Object scenario) {
        Map<String, Json> parts = values(scenario);
        complete(parts, "time", time(parts.get("time")));
        Map<String, Object> solver = new LinkedHashMap<>();
        solver.put("method", "auto");
        solver.put("rtol", Scenario.Solver.RTOL);
        solver.put("max_steps", Scenario.Solver.MAX_STEPS);
        complete(parts, "solver", solver);
        complete(parts, "output", Map.of("sides", "after"));
        if (parts.containsKey("run_in")) {
            Map<String, Object> runIn = new LinkedHashMap<>();
            runIn.put("limit", ScenarioReader.RUN_IN_YEARS + " y");
            runIn.put("keep", false);
            complete(parts, "run_in", runIn);
        }
        if (parts.get("therapies") instanceof Json.Array therapies) {
            parts.put(
                    "therapies",
                    new Json.Array(therapies.items().stream().map(this::therapy).toList(), therapies.place()));
        }
        return Tree.of(parts);
    }

    private static Map<String, Object> time(Json grid) {
        Map<String, Object> time = new LinkedHashMap<>();
        time.put("start", 0);
        boolean hasRows =
                grid instanceof Json.Object object && TimeReader.WAYS.stream().anyMatch(object.members()::containsKey);
        if (!hasRows) {
            time.put("points", TimeReader.DEFAULT_POINTS);
        }
        return time;
    }

    /** Adds what an object of the scenario leaves out. */
    private static void complete(Map<String, Json> parts, String key, Map<String, ?> defaults) {
        Json part = parts.get(key);
        Map<String, Json> members = part instanceof Json.Object object ? values(object) : new LinkedHashMap<>();
        defaults.forEach((name, value) -> members.putIfAbsent(name, Tree.of(value)));
        parts.put(key, Tree.of(members));
    }

    private Json therapy(Json json) {
        if (!(json instanceof Json.Object object)
                || !(object.get("regimen").orElse(null) instanceof Json.Text regimen)
                || !(object.get("agent").orElse(null) instanceof Json.Text agent)) {
            return json;
        }
        Optional<Json.Object> found =
                agents.apply(agent.value()).map(document -> document.regimens().get(regimen.value()));
        return found.map(scheme -> over(scheme, object)).orElse(json);
    }

    private static Json over(Json.Object regimen, Json.Object own) {
        Problems known = new Problems();
        Map<String, Json.Member> merged =
                TherapyFields.over(TherapyFields.canonical(regimen, known), TherapyFields.canonical(own, known));
        Map<String, Json> members = new LinkedHashMap<>();
        merged.values().forEach(member -> members.put(member.key(), member.value()));
        return Tree.of(members);
    }

    private static Map<String, Json> values(Json.Object object) {
        Map<String, Json> values = new LinkedHashMap<>();
        object.members().forEach((key, member) -> values.put(key, member.value()));
        return values;
    }
}

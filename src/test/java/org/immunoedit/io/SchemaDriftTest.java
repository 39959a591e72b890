package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schemas and readers know the same keys. What a reader knows, it tells itself: a strange key in an object makes it
 * list the keys that are known there.
 */
class SchemaDriftTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STRANGER = "zzzzzzzzzzzzzzzzzzzz";
    private static final String LIST = "one of ";

    private static final String SCENARIO = """
            {"model": "m", "time": {"end": 1}, "patient": {"weight": "70 kg"},
             "therapies": [{"into": "E", "amount": 1, "cycle": {"length": 1, "count": 1}}],
             "effects": [{"parameter": "m", "becomes": "1"}],
             "events": [{"when": "T < 1"}],
             "rules": [{"at": {"start": 1}, "when": "T > 1", "do": {"stop": ["x"]}}],
             "run_in": {"until": "T > 1"}, "solver": {}, "output": {}}""";
    private static final String ROWS_END_THE_RUN = "{\"model\": \"m\", \"time\": {\"at\": [1]}}";
    private static final String MODEL = """
            {"name": "m", "time": "d", "source": {}, "states": {"T": {"unit": "1"}}, "rates": {"T": "1"},
             "parameters": {"a": {"value": 1}}, "definitions": {"d": {"is": "1"}}, "observables": {"o": {"is": "1"}},
             "hooks": {"h": {}}, "agents": {"x": {"into": "T"}}, "events": [{"when": "T < 1"}], "claims": [%s]}""";
    private static final String AGENT = """
            {"name": "a", "unit": "mg", "source": {}, "states": {"c": {"unit": "mg"}}, "rates": {"c": "-c"},
             "parameters": {"k": {"value": 1}}, "definitions": {"d": {"is": "1"}}, "into": "c",
             "regimens": {"r": {"amount": 1}}}""";
    private static final String OUTCOME =
            "{\"tumor\": \"T\", \"relapse\": {}, \"assessments\": {}, \"watch\": {\"x\": {}}}";
    private static final String SWEEP = "{\"vary\": {\"a\": %s}}";

    private static final BiConsumer<Json, Problems> SCENARIOS = Read::scenario;
    private static final BiConsumer<Json, Problems> MODELS = (json, problems) ->
            ModelReader.read(json, problems).ifPresent(document -> ClaimReader.read(document, problems));
    private static final BiConsumer<Json, Problems> AGENTS = AgentReader::read;
    private static final BiConsumer<Json, Problems> OUTCOMES =
            (json, problems) -> OutcomeReader.read(Optional.of((Json.Object) json), Optional.empty(), problems);
    private static final String FIND =
            "{\"find\": {\"vary\": \"initial.T\", \"between\": [1, 2], \"phase\": \"escape\"}}";
    private static final BiConsumer<Json, Problems> SWEEPS = SchemaDriftTest::readSweep;

    /** A place of a document and the reader that reads it. */
    private record Spot(BiConsumer<Json, Problems> reader, String document, String pointer) {}

    /** An object of a schema and where it stands in documents. */
    private record Same(String kind, String schema, List<Spot> spots) {
        @Override
        public String toString() {
            return kind + " " + schema;
        }
    }

    static List<Same> places() {
        List<Same> all = new ArrayList<>(List.of(
                scenario("", ""),
                scenario("/properties/patient", "/patient"),
                scenario("/$defs/therapy", "/therapies/0"),
                scenario("/$defs/cycle", "/therapies/0/cycle"),
                scenario("/properties/effects/items", "/effects/0"),
                scenario("/$defs/event", "/events/0"),
                scenario("/$defs/rule", "/rules/0"),
                scenario("/$defs/rule/properties/at", "/rules/0/at"),
                scenario("/$defs/rule/properties/do", "/rules/0/do"),
                scenario("/properties/run_in", "/run_in"),
                scenario("/properties/solver", "/solver"),
                scenario("/properties/output", "/output"),
                new Same(
                        "scenario",
                        "/properties/time",
                        List.of(
                                new Spot(SCENARIOS, SCENARIO, "/time"),
                                new Spot(SCENARIOS, ROWS_END_THE_RUN, "/time")))));
        for (String kind : List.of("scenario", "model")) {
            String outcome = "/properties/outcome";
            all.add(new Same(kind, outcome, List.of(new Spot(OUTCOMES, OUTCOME, ""))));
            all.add(new Same(kind, outcome + "/properties/relapse", List.of(new Spot(OUTCOMES, OUTCOME, "/relapse"))));
            all.add(new Same(
                    kind, outcome + "/properties/assessments", List.of(new Spot(OUTCOMES, OUTCOME, "/assessments"))));
            all.add(new Same(
                    kind,
                    outcome + "/properties/watch/additionalProperties",
                    List.of(new Spot(OUTCOMES, OUTCOME, "/watch/x"))));
        }
        all.add(new Same("scenario", "/properties/sweep", List.of(sweep("{\"values\": [1]}", ""))));
        all.add(new Same("scenario", "/properties/sweep/properties/find", List.of(new Spot(SWEEPS, FIND, "/find"))));
        all.add(new Same("scenario", "/$defs/spread/anyOf/1", spreads()));
        for (String name : List.of("source", "state", "parameter", "term/anyOf/1")) {
            String schema = "/$defs/" + name;
            String where = Map.of("source", "/source", "parameter", "/parameters/a", "state", "/states/T")
                    .getOrDefault(name, "/definitions/d");
            all.add(model(schema, where));
            all.add(agent(schema, where.replace("/T", "/c").replace("/a", "/k")));
        }
        all.addAll(List.of(
                model("", ""),
                model("/properties/hooks/additionalProperties", "/hooks/h"),
                model("/properties/agents/additionalProperties", "/agents/x"),
                model("/$defs/event", "/events/0"),
                agent("", ""),
                agent("/$defs/regimen", "/regimens/r"),
                // a regimen is read when it is used
                new Same("agent", "/$defs/cycle", List.of(new Spot(SCENARIOS, SCENARIO, "/therapies/0/cycle")))));
        all.addAll(claims());
        return all;
    }

    private static Same scenario(String schema, String pointer) {
        return new Same("scenario", schema, List.of(new Spot(SCENARIOS, SCENARIO, pointer)));
    }

    private static Same model(String schema, String pointer) {
        return new Same("model", schema, List.of(new Spot(MODELS, MODEL.formatted(""), pointer)));
    }

    private static Same agent(String schema, String pointer) {
        return new Same("agent", schema, List.of(new Spot(AGENTS, AGENT, pointer)));
    }

    private static Spot sweep(String spread, String pointer) {
        return new Spot(SWEEPS, SWEEP.formatted(spread), pointer);
    }

    private static List<Spot> spreads() {
        List<Spot> spots = new ArrayList<>();
        spots.add(sweep("{\"values\": [1]}", "/vary/a"));
        spots.add(sweep("{\"from\": 1, \"to\": 2, \"count\": 3}", "/vary/a"));
        for (String name : List.of("uniform", "loguniform", "normal", "lognormal", "beta", "discrete")) {
            spots.add(sweep("{\"distribution\": \"" + name + "\"}", "/vary/a"));
        }
        return spots;
    }

    private static List<Same> claims() {
        String at = "\"about\": \"a\", \"expect\": {\"T\": 1}, \"disagrees\": {\"computed\": 2, \"reason\": \"r\"}";
        Map<String, List<String>> inner = Map.of(
                "equilibrium", List.of("{\"near\": {\"T\": 1}}"),
                "equilibria", List.of("{\"within\": {\"T\": [0, 1]}}"),
                "threshold",
                        List.of(
                                "{\"kind\": \"fold\", \"parameter\": \"a\", \"between\": [0, 1], \"near\": {\"T\": 1}}",
                                "{\"kind\": \"run\", \"vary\": \"a\", \"between\": [0, 1], \"of\": \"T@end\","
                                        + " \"below\": 1, \"run\": {\"time\": {\"end\": 1}}}",
                                "{\"kind\": \"run\", \"vary\": \"a\", \"between\": [0, 1], \"of\": \"T@end\","
                                        + " \"above\": 1, \"run\": {\"time\": {\"end\": 1}}}"),
                "order", List.of("{\"of\": \"T@end\", \"runs\": {}}"),
                "run", List.of("{\"time\": {\"end\": 1}}"));
        List<Same> all = new ArrayList<>();
        List<Spot> outer = new ArrayList<>();
        List<Spot> disagreements = new ArrayList<>();
        inner.forEach((kind, texts) -> {
            List<Spot> spots = new ArrayList<>();
            for (String text : texts) {
                String document = MODEL.formatted("{" + at + ", \"" + kind + "\": " + text + "}");
                outer.add(new Spot(MODELS, document, "/claims/0"));
                disagreements.add(new Spot(MODELS, document, "/claims/0/disagrees"));
                spots.add(new Spot(MODELS, document, "/claims/0/" + kind));
            }
            if (!kind.equals("run")) {
                all.add(new Same("model", "/$defs/claim/properties/" + kind, spots));
            }
        });
        all.add(new Same("model", "/$defs/claim", outer));
        all.add(new Same("model", "/$defs/claim/properties/disagrees", disagreements));
        return all;
    }

    private static void readSweep(Json json, Problems problems) {
        try {
            SweepReader.read((Json.Object) json, path -> Optional.empty(), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void theReaderAndTheSchemaKnowTheSameKeys(Same same) {
        Set<String> known = new TreeSet<>();
        same.spots().forEach(spot -> known.addAll(known(spot)));
        JsonNode object = schema(same.kind()).at(same.schema());
        assertThat(object.path("additionalProperties").isBoolean()).isTrue();
        Set<String> described = new TreeSet<>();
        object.path("properties").fieldNames().forEachRemaining(described::add);
        assertThat(described).isEqualTo(known);
    }

    /** The keys that a reader knows at a place, in its own words. */
    private static List<String> known(Spot spot) {
        Problems problems = new Problems();
        spot.reader().accept(Read.json(withStranger(spot)), problems);
        String place = spot.pointer() + "/" + STRANGER;
        Problem told = problems.sorted().stream()
                .filter(problem -> problem.place().pointer().equals(place))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody minds " + place + ": " + Read.messages(problems)));
        assertThat(told.code()).isEqualTo("unknown-key");
        assertThat(told.expected()).startsWith(LIST);
        return Arrays.asList(told.expected().substring(LIST.length()).split(", "));
    }

    private static String withStranger(Spot spot) {
        try {
            JsonNode root = JSON.readTree(spot.document());
            ((ObjectNode) root.at(spot.pointer())).put(STRANGER, 0);
            return JSON.writeValueAsString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "model", "agent"})
    void everyKeyIsDescribed(String kind) {
        JsonNode root = schema(kind);
        List<String> silent = new ArrayList<>();
        properties(root, "", (path, node) -> {
            boolean refused = node.isBoolean();
            boolean told = node.has("description") || target(root, node).has("description");
            if (!refused && !told) {
                silent.add(path);
            }
        });
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "model", "agent"})
    void examplesAreValid(String kind) {
        JsonNode root = schema(kind);
        List<String> faults = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        properties(root, "", (path, node) -> {
            if (node.has("examples")) {
                shown.add(path.substring(path.lastIndexOf('/') + 1));
                ObjectNode alone = node.deepCopy();
                alone.set("$defs", root.get("$defs"));
                JsonSchema schema =
                        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(alone);
                node.get("examples")
                        .forEach(example -> schema.validate(example)
                                .forEach(fault -> faults.add(path + " " + example + ": " + fault)));
            }
        });
        assertThat(faults).isEmpty();
        assertThat(shown).contains(kind.equals("scenario") ? "therapies" : "states");
    }

    private static JsonNode target(JsonNode root, JsonNode node) {
        return root.at(node.path("$ref").asText("#/none").substring(1));
    }

    private static void properties(JsonNode node, String path, BiConsumer<String, JsonNode> visitor) {
        node.properties().forEach(entry -> {
            String below = path + "/" + entry.getKey();
            if (path.endsWith("/properties")) {
                visitor.accept(below, entry.getValue());
            }
            if (!entry.getKey().equals("examples")) {
                properties(entry.getValue(), below, visitor);
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                properties(node.get(i), path + "/" + i, visitor);
            }
        }
    }

    private static JsonNode schema(String kind) {
        try (InputStream in = SchemaDriftTest.class.getResourceAsStream("/org/immunoedit/schemas/" + kind + ".json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

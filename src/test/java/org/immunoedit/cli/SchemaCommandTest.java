package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.io.AgentReader;
import org.immunoedit.io.ClaimReader;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.ModelReader;
import org.immunoedit.io.ScenarioReader;
import org.immunoedit.model.Catalogue;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas agree with the readers: on valid documents, and on faults of shape. */
class SchemaCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final Map<String, JsonSchema> SCHEMAS =
            Map.of("scenario", schema("scenario"), "model", schema("model"), "agent", schema("agent"));
    private static final String SCENARIO = "{\"model\": \"m\", \"time\": {\"end\": 1}, %s}";
    private static final String MODEL =
            "{\"name\": \"m\", \"time\": \"d\", \"states\": {\"T\": {\"unit\": \"1\"}}, \"rates\": {\"T\": \"1\"}, %s}";

    private final Shell shell = new Shell();

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "model", "agent"})
    void acceptsTheExamplesOfTheContract(String kind) throws IOException {
        try (var example = AgentReader.class.getResourceAsStream(kind + ".json")) {
            assumeTrue(example != null, "no example of a " + kind);
            assertThat(faults(kind, new String(example.readAllBytes(), UTF_8))).isEmpty();
        }
    }

    @Test
    void acceptsTheCatalogue() throws IOException {
        for (String name : Catalogue.MODELS.names()) {
            byte[] bytes = Catalogue.MODELS.open(name).orElseThrow();
            assertThat(faults("model", new String(bytes, UTF_8))).as(name).isEmpty();
        }
        for (String name : Catalogue.AGENTS.names()) {
            byte[] bytes = Catalogue.AGENTS.open(name).orElseThrow();
            assertThat(faults("agent", new String(bytes, UTF_8))).as(name).isEmpty();
        }
    }

    @Test
    void acceptsTheShippedScenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".json")).toList();
            assertThat(all).hasSizeGreaterThan(100);
            for (Path file : all) {
                assertThat(faults("scenario", Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void acceptsTheSharedSamples() throws IOException {
        Path samples = Path.of("../shared/samples");
        assumeTrue(Files.isDirectory(samples), "no ../shared/samples beside the project");
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                String kind = file.toString().endsWith(".model.json") ? "model" : "scenario";
                assertThat(faults(kind, Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void acceptsTheStarter() throws IOException {
        assertThat(faults("scenario", shell.run("init").out())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"paramters\": {}",
                "\"indices\": {\"i\": 0}",
                "\"patient\": {\"weight\": -70}",
                "\"patient\": {\"height\": 170}",
                "\"therapies\": [{\"amount\": 1}]",
                "\"therapies\": [{\"into\": \"E\"}]",
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"duration\": 1, \"rate\": 1}]",
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"amt\": 1}]",
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"every\": 1, \"doses\": 2, \"until\": 9}]",
                "\"therapies\": [{\"into\": \"E\", \"amount\": -1}]",
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"every\": 0, \"doses\": 2}]",
                "\"therapies\": [{\"into\": \"E\", \"amount\": 1, \"dose\": 2}]",
                "\"effects\": [{\"parameter\": \"m\"}]",
                "\"events\": [{\"set\": {\"T\": 0}}]",
                "\"rules\": [{}]",
                "\"rules\": [{\"at\": {}, \"when\": \"T > 1\", \"do\": {\"stop\": [\"x\"]}}]",
                "\"rules\": [{\"at\": {\"every\": 0}, \"when\": \"T > 1\", \"do\": {\"stop\": [\"x\"]}}]",
                "\"rules\": [{\"at\": {\"start\": 1, \"count\": 2}, \"when\": \"T > 1\", \"do\": {\"stop\": [\"x\"]}}]",
                "\"rules\": [{\"at\": {\"every\": 1}, \"when\": \"T > 1\", \"do\": {}}]",
                "\"rules\": [{\"at\": {\"every\": 1}, \"when\": \"T > 1\", \"do\": {\"stop\": []}}]",
                "\"rules\": [{\"at\": {\"every\": 1}, \"when\": \"T > 1\", \"do\": {\"give\":"
                        + " {\"into\": \"E\", \"amount\": 1, \"start\": 3}}}]",
                "\"solver\": {\"rtol\": 0}",
                "\"solver\": {\"atol\": {\"T\": -1}}",
                "\"solver\": {\"max_steps\": 0}",
                "\"output\": {\"sides\": \"before\"}"
            })
    void refusesAScenarioThatTheReaderRefuses(String part) throws IOException {
        String text = SCENARIO.formatted(part);
        assertThat(readerRefuses("scenario", text)).isTrue();
        assertThat(faults("scenario", text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"unit\": \"unchecked\"",
                "\"units\": \"none\"",
                "\"parameters\": {\"a\": {\"unit\": \"1\"}}",
                "\"parameters\": {\"a\": {\"value\": [], \"unit\": \"1\"}}",
                "\"parameters\": {\"a\": {\"value\": 1, \"unit\": \"1\", \"range\": [1]}}",
                "\"functions\": {\"hill\": \"1\"}",
                "\"definitions\": {\"d\": {\"unit\": \"1\"}}",
                "\"agents\": {\"x\": {}}",
                "\"claims\": [{}]",
                "\"claims\": [{\"about\": \"a\"}]",
                "\"claims\": [{\"about\": \"a\", \"equilibrium\": {}, \"expect\": {\"T\": 1}}]",
                "\"claims\": [{\"about\": \"a\", \"equilibrum\": {\"near\": {\"T\": 1}}}]",
                "\"claims\": [{\"about\": \"a\", \"threshold\": {\"kind\": \"cusp\", \"between\": [0, 1]}}]",
                "\"claims\": [{\"about\": \"a\", \"run\": {\"model\": \"m\", \"time\": {\"end\": 1}}, \"expect\": {\"T@end\": 1}}]"
            })
    void refusesAModelThatTheReaderRefuses(String part) throws IOException {
        String text = MODEL.formatted(part);
        assertThat(readerRefuses("model", text)).isTrue();
        assertThat(faults("model", text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema | Missing required parameter: 'KIND'",
                "schema modle | there is no schema of \"modle\"; expected one of scenario, model, agent (did you mean"
                        + " \"model\"?)"
            })
    void anUnknownKindEndsWithTwo(String line, String message) {
        Shell.Result result = shell.run((Object[]) line.split(" "));
        assertThat(result.err()).startsWith("immunoedit: " + message + "\n");
        assertThat(result.code()).isEqualTo(2);
    }

    private static Set<ValidationMessage> faults(String kind, String text) throws IOException {
        return SCHEMAS.get(kind).validate(JSON.readTree(text));
    }

    private static JsonSchema schema(String kind) {
        Shell.Result result = new Shell().run("schema", kind);
        assertThat(result.code()).isZero();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(result.out());
    }

    private static boolean readerRefuses(String kind, String text) {
        Problems problems = new Problems();
        JsonReader.parse(text, "x.json", problems)
                .ifPresent(json -> List.of(
                        kind.equals("model")
                                ? ModelReader.read(json, problems).map(model -> ClaimReader.read(model, problems))
                                : ScenarioReader.read(json, agent -> Optional.empty(), problems)));
        return problems.hasErrors();
    }
}

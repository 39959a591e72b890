package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.immunoedit.cli.Trial.Table;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.ModelReader;
import org.immunoedit.model.Catalogue;
import org.immunoedit.model.Model;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes with the program runs, and every symbol of its models says what it is and whence. */
class CatalogueRunsTest {
    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static List<String> models() {
        return Catalogue.MODELS.names();
    }

    private static Shell.Result run(Path scenario) {
        return new Shell(new Workbench()).run("run", scenario);
    }

    private static Json.Object document(Path scenario) {
        Problems problems = new Problems();
        try {
            Json json = JsonReader.parse(Files.readAllBytes(scenario), scenario.toString(), problems)
                    .orElseThrow();
            assertThat(problems.sorted()).isEmpty();
            return (Json.Object) json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String modelOf(Json.Object scenario) {
        return ((Json.Text) scenario.get("model").orElseThrow()).value();
    }

    private static ModelDocument model(String name) {
        Problems problems = new Problems();
        ModelDocument document = JsonReader.parse(
                        Catalogue.MODELS.open(name).orElseThrow(), name, problems)
                .flatMap(json -> ModelReader.read(json, problems))
                .orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return document;
    }

    /** Whether the run of a scenario gets a verdict; models of kinetics alone, without a tumor, have none. */
    private static boolean isJudged(Json.Object scenario) {
        String name = modelOf(scenario);
        return scenario.get("outcome").isPresent()
                || name.endsWith(".json")
                || model(name).outcome().isPresent();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioRunsAndItsTumorIsJudged(Path scenario) {
        Shell.Result result = run(scenario);
        assertThat(result.code()).as(result.err()).isZero();
        Table table = Table.of(result.out());
        assertThat(table.size()).isGreaterThan(1);
        assertThat(table.columns())
                .allSatisfy((name, cells) -> assertThat(cells)
                        .as(name)
                        .allSatisfy(cell -> assertThat(Double.parseDouble(cell)).isFinite()));
        if (isJudged(document(scenario))) {
            assertThat(result.err()).containsPattern("(?m)^(elimination|equilibrium|escape|undetermined)");
        }
    }

    @Test
    void everyModelHasAScenario() throws IOException {
        assertThat(scenarios().stream().map(file -> modelOf(document(file)))).containsAll(models());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelSaysWhatEverythingIsAndWhence(String name) {
        Model model = model(name).model();
        assertThat(model.title()).isNotBlank();
        assertThat(model.source().authors()).isNotBlank();
        assertThat(model.source().year()).isPositive();
        assertThat(model.source().doi()).startsWith("10.");
        assertThat(model.unitsReason().isBlank()).isEqualTo(!model.unchecked());
        assertThat(model.states()).allSatisfy(state -> assertThat(state.about()).isNotBlank());
        assertThat(model.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.about()).isNotBlank();
            assertThat(parameter.source()).isNotBlank();
        });
        assertThat(Stream.concat(model.definitions().stream(), model.observables().stream()))
                .allSatisfy(definition -> {
                    assertThat(definition.about()).isNotBlank();
                    assertThat(definition.unit()).isPresent();
                });
        assertThat(model.agents()).allSatisfy(agent -> assertThat(agent.about()).isNotBlank());
        assertThat(model.hooks()).allSatisfy(hook -> assertThat(hook.about()).isNotBlank());
    }
}

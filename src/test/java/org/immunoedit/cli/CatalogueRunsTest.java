package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioRunsAndIsJudged(Path scenario) {
        Shell.Result result = run(scenario);
        assertThat(result.code()).as(result.err()).isZero();
        Table table = Table.of(result.out());
        assertThat(table.size()).isGreaterThan(1);
        assertThat(table.columns())
                .allSatisfy((name, cells) -> assertThat(cells)
                        .as(name)
                        .allSatisfy(cell -> assertThat(Double.parseDouble(cell)).isFinite()));
        assertThat(result.err()).containsPattern("(?m)^(elimination|equilibrium|escape|undetermined)");
    }

    @Test
    void everyModelHasAScenario() throws IOException {
        Problems problems = new Problems();
        Stream.Builder<String> used = Stream.builder();
        for (Path scenario : scenarios()) {
            JsonReader.parse(Files.readAllBytes(scenario), scenario.toString(), problems)
                    .flatMap(json -> ((Json.Object) json).get("model"))
                    .ifPresent(name -> used.add(((Json.Text) name).value()));
        }
        assertThat(problems.sorted()).isEmpty();
        assertThat(used.build()).containsAll(models());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelSaysWhatEverythingIsAndWhence(String name) {
        Problems problems = new Problems();
        ModelDocument document = JsonReader.parse(Catalogue.MODELS.open(name).orElseThrow(), name, problems)
                .flatMap(json -> ModelReader.read(json, problems))
                .orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        Model model = document.model();
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

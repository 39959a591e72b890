package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

/**
 * The scenarios of published models run, and every symbol of the catalogue's models says what it is and whence. The
 * scenarios of the program's own model are held against their expectations elsewhere.
 */
class CatalogueRunsTest {
    /** Composed here, from terms whose sources its parameters name. */
    private static final Set<String> OWN = Set.of("immunoediting");
    /** A test tube for hours, and the kinetics of CAR-T cells alone: there is no fate of a tumor to judge. */
    private static final Set<String> UNJUDGED = Set.of("hoffman-2018", "stein-2019");
    /** A finite number, or nothing: what does not exist, such as a share of no cells, is empty. */
    private static final String NUMBER = "(-?[0-9.]+([Ee][-+]?[0-9]+)?)?";

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> publishedScenarios() throws IOException {
        return scenarios().stream()
                .filter(file -> !OWN.contains(modelOf(document(file))))
                .toList();
    }

    static List<String> models() {
        return Catalogue.MODELS.names();
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
        byte[] bytes = Catalogue.MODELS.open(name).orElseThrow();
        ModelDocument document = JsonReader.parse(bytes, name, problems)
                .flatMap(json -> ModelReader.read(json, problems))
                .orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return document;
    }

    @ParameterizedTest
    @MethodSource("publishedScenarios")
    void aScenarioRunsAndItsTumorIsJudged(Path scenario) {
        Shell.Result result = new Shell(new Workbench()).run("run", scenario);
        assertThat(result.code()).as(result.err()).isZero();
        String name = modelOf(document(scenario));
        Set<String> states = model(name).model().states().stream()
                .map(state -> state.target().name())
                .collect(Collectors.toSet());
        Table table = Table.of(result.out());
        assertThat(table.size()).isGreaterThan(1);
        table.columns().forEach((column, cells) -> {
            assertThat(cells).as(column).allMatch(cell -> cell.matches(NUMBER));
            if (column.equals("time") || states.contains(column)) {
                assertThat(cells).as(column).doesNotContain("");
            }
        });
        if (!UNJUDGED.contains(name)) {
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
        if (!OWN.contains(name)) {
            assertThat(model.source().doi()).startsWith("10.");
        }
        assertThat(model(name).outcome().isPresent()).isEqualTo(!UNJUDGED.contains(name));
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

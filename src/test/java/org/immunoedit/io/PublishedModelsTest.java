package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.model.Catalogue;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Expansion;
import org.immunoedit.model.Model;
import org.immunoedit.model.Options;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models and scenarios that come with the program say where everything comes from, and fit together. */
class PublishedModelsTest {
    /** Composed by this project: the source of each parameter stands for that of the model. */
    private static final Set<String> OWN = Set.of("immunoediting");

    static List<String> models() {
        return Catalogue.MODELS.names();
    }

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static ModelDocument read(String name, Problems problems) {
        byte[] bytes = Catalogue.MODELS.open(name).orElseThrow();
        return JsonReader.parse(bytes, name, problems)
                .flatMap(json -> ModelReader.read(json, problems))
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }

    private static Optional<AgentDocument> agent(String name, Problems problems) {
        return Catalogue.AGENTS
                .open(name)
                .flatMap(bytes -> JsonReader.parse(bytes, name, problems))
                .flatMap(json -> AgentReader.read(json, problems));
    }

    @Test
    void theFirstModelsAreThere() {
        assertThat(models())
                .contains(
                        "barros-2021",
                        "kimmel-2021",
                        "kirschner-panetta-1998",
                        "kuznetsov-1994",
                        "nikolopoulou-2018",
                        "tsur-2019");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelTellsWhereItComesFrom(String name) {
        Problems problems = new Problems();
        ModelDocument document = read(name, problems);
        Model model = document.model();
        assertThat(problems.sorted()).isEmpty();
        assertThat(model.name()).isEqualTo(name);
        if (!OWN.contains(name)) {
            assertThat(model.source().doi()).startsWith("10.");
        }
        assertThat(model.unitsReason().isBlank()).isEqualTo(!model.unchecked());
        assertThat(model.states()).allSatisfy(state -> assertThat(state.about()).isNotBlank());
        assertThat(model.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.about()).isNotBlank();
            assertThat(parameter.source()).isNotBlank();
        });
        assertThat(Stream.concat(model.definitions().stream(), model.observables().stream()))
                .allSatisfy(term -> {
                    assertThat(term.about()).isNotBlank();
                    assertThat(term.unit()).isPresent();
                });
        assertThat(document.claims().orElseThrow().items()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsSound(String name) {
        Problems problems = new Problems();
        Model model = read(name, problems).model();
        Optional<Equations> equations = Expansion.expand(model, Options.none(Place.startOf(name)), problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(equations.orElseThrow().states()).hasSameSizeAs(model.states());
    }

    @ParameterizedTest
    @MethodSource("models")
    void claimsAreWrittenAsTheirPageSays(String name) {
        Problems problems = new Problems();
        ModelDocument document = read(name, problems);
        List<Claim> claims = ClaimReader.read(document, problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(claims)
                .hasSameSizeAs(document.claims().orElseThrow().items())
                .allSatisfy(claim -> assertThat(claim.head().about()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioFitsItsModel(Path file) throws IOException {
        Problems problems = new Problems();
        Scenario scenario = JsonReader.parse(Files.readAllBytes(file), file.toString(), problems)
                .flatMap(json -> ScenarioReader.read(json, name -> agent(name, problems), problems))
                .orElseThrow(() -> new AssertionError(problems.sorted()));
        Model model = read(scenario.model().text(), problems).model();
        Options options = new Options(
                scenario.indices(),
                scenario.parameters(),
                scenario.initial(),
                scenario.events(),
                Set.of(),
                Place.startOf(file.toString()));
        Expansion.expand(model, options, problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(scenario.name()).isNotBlank();
        assertThat(scenario.description()).isNotBlank();
    }
}

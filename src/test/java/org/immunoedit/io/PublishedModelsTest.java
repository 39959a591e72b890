package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern STATE = Pattern.compile("(\\w+)");
    private static final Pattern EXPECTED = Pattern.compile(
            "(?:(\\w+)@(?:end|[0-9.]+|(?:max|min)\\((\\w+)\\)|\\((\\w+) [<>] [0-9.e]+\\))|period\\((\\w+)\\))");

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
        assertThat(model.unchecked()).isFalse();
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
        assertThat(document.outcome()).isPresent();
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
        ModelDocument document = read(name, new Problems());
        List<String> states = document.model().states().stream()
                .map(state -> state.target().name())
                .toList();
        for (Json item : document.claims().orElseThrow().items()) {
            Json.Object claim = (Json.Object) item;
            boolean run = claim.get("run").isPresent();
            assertThat(claim.get("about")).isPresent();
            assertThat(claim.get("equilibrium").isPresent()).isNotEqualTo(run);
            Json.Object holder =
                    run ? claim : (Json.Object) claim.get("equilibrium").orElseThrow();
            assertThat(holder.get("rtol")).as(item.place().pointer()).isPresent();
            Set<String> expected =
                    ((Json.Object) holder.get("expect").orElseThrow()).members().keySet();
            assertThat(expected).isNotEmpty().allSatisfy(key -> {
                Matcher matcher = (run ? EXPECTED : STATE).matcher(key);
                assertThat(matcher.matches()).as(key).isTrue();
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    assertThat(matcher.group(group))
                            .isIn(Stream.concat(states.stream(), Stream.of("time", null))
                                    .toList());
                }
            });
        }
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

package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunoedit.model.Agent;
import org.immunoedit.model.Catalogue;
import org.immunoedit.model.Composition;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Expansion;
import org.immunoedit.model.Hook;
import org.immunoedit.model.Model;
import org.immunoedit.model.Options;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The agents that come with the program say where they come from and fit the model that has hooks for them. */
class AgentLibraryTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/immunoedit/agents");

    static List<String> agents() {
        return Catalogue.AGENTS.names();
    }

    private static AgentDocument read(String name) {
        Problems problems = new Problems();
        Optional<AgentDocument> document = JsonReader.parse(
                        Catalogue.AGENTS.open(name).orElseThrow(), name, problems)
                .flatMap(json -> AgentReader.read(json, problems));
        assertThat(problems.sorted()).isEmpty();
        return document.orElseThrow();
    }

    private static Model immunoediting() {
        Problems problems = new Problems();
        byte[] bytes = Catalogue.MODELS.open("immunoediting").orElseThrow();
        return JsonReader.parse(bytes, "immunoediting", problems)
                .flatMap(json -> ModelReader.read(json, problems))
                .orElseThrow()
                .model();
    }

    @Test
    void theIndexNamesEveryFile() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(
                            agents().stream().map(name -> name + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("agents")
    void anAgentTellsWhereItComesFrom(String name) {
        AgentDocument document = read(name);
        Agent agent = document.agent();
        assertThat(agent.name()).isEqualTo(name);
        assertThat(agent.title()).isNotBlank();
        assertThat(agent.kind()).isNotBlank();
        assertThat(agent.states()).allSatisfy(state -> assertThat(state.about()).isNotBlank());
        assertThat(agent.parameters()).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.about()).isNotBlank();
            assertThat(parameter.source()).isNotBlank();
        });
        assertThat(document.regimens()).isNotEmpty();
    }

    @Test
    void allTogetherFitTheImmunoeditingModel() {
        Model model = immunoediting();
        List<Agent> all = agents().stream().map(name -> read(name).agent()).toList();
        Problems problems = new Problems();
        Model composed = Composition.compose(model, all, List.of(), problems);
        Optional<Equations> equations = Expansion.expand(composed, Options.none(Place.startOf("all")), problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(equations).isPresent();
        List<String> hooks = model.hooks().stream().map(Hook::name).toList();
        assertThat(all.stream().flatMap(agent -> agent.acts().keySet().stream()))
                .hasSameElementsAs(hooks);
    }

    /** Half-lives as published or as the parameters give them: a slip in a volume or a clearance changes them. */
    @ParameterizedTest
    @CsvSource({
        "interferon-alpha-2b, 0.0832",
        "sargramostim, 0.0578",
        "jak-inhibitor, 0.1223",
        "csf1r-inhibitor, 1.0975",
        "fludarabine-cyclophosphamide, 0.4159",
    })
    void oneCompartmentHalfLife(String name, double days) {
        Agent agent = read(name).agent();
        double clearance = number(agent, "CL");
        double volume = number(agent, "Vc");
        assertThat(Math.log(2) * volume / clearance).isCloseTo(days, org.assertj.core.data.Offset.offset(1e-4));
    }

    private static double number(Agent agent, String parameter) {
        return agent.parameters().stream()
                .filter(p -> p.target().name().equals(parameter))
                .map(p -> ((org.immunoedit.model.Literal) p.value()).value())
                .findFirst()
                .orElseThrow();
    }
}

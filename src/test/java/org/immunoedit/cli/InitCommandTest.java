package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.AgentReader;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.Scenario;
import org.immunoedit.io.ScenarioReader;
import org.immunoedit.model.Catalogue;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    private final Shell shell = new Shell();

    @Test
    void writesACommentedScenario() {
        Shell.Result result = shell.run("init");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("\"model\": \"kuznetsov-1994\",\n")
                .contains("    // \"s\": 13000, // cell/d; influx\n")
                .contains("    // \"d\": \"0.0412 1/d\", // 1/d\n")
                .contains("    // \"E\": 320000, // cell; effector cells\n")
                .contains("    // {\"into\": \"E\", \"amount\": 1,");
        assertThat(shell.run("init", "--model", "clones").out())
                .contains("    // \"T[1]\": 3, // 1\n", "    // \"mu[1,1]\": 1, // 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kuznetsov-1994", "clones"})
    void theScenarioIsValidAsItIsAndUncommented(String model) {
        String text = shell.run("init", "--model", model).out();
        Scenario asItIs = read(text);
        assertThat(asItIs.therapies()).isEmpty();
        assertThat(asItIs.parameters()).isEmpty();
        Scenario uncommented = read(uncommented(text));
        assertThat(uncommented.therapies()).isNotEmpty();
        assertThat(uncommented.parameters()).isNotEmpty();
    }

    @Test
    void writesAFileButNeverOverAnother(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("new.json");
        assertThat(shell.run("init", "-o", file)).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(file).hasContent(shell.run("init").out());
        Files.writeString(file, "mine");
        Shell.Result result = shell.run("init", "-o", file);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("immunoedit: " + file + " exists already;");
        assertThat(file).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.json", "-"})
    void aFileIsNoModelOfTheCatalogue(String word) {
        Shell.Result result = shell.run("init", "--model", word);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("immunoedit: there is no model \"" + word + "\"; 'immunoedit models' lists them");
    }

    @Test
    void anUnknownModelIsRefused() {
        assertThat(shell.run("init", "--model", "clone").err()).contains("did you mean \"clones\"?");
    }

    static List<String> models() {
        return Catalogue.MODELS.names();
    }

    /** Every starter runs as it is, and is valid when all is uncommented. */
    @ParameterizedTest
    @MethodSource("models")
    void everyModelHasAStarterThatRuns(String model, @TempDir Path directory) throws IOException {
        Shell real = new Shell(new Workbench());
        Path file = directory.resolve("starter.json");
        assertThat(real.run("init", "--model", model, "-o", file)).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(real.run("validate", file)).isEqualTo(new Shell.Result(0, "", file + ": ok\n"));
        Shell.Result run = real.run("run", "--quiet", file);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().count()).isEqualTo(102);
        String all = uncommented(Files.readString(file))
                .replace(
                        "{\n  \"name\"",
                        "{\n  \"patient\": {\"weight\": \"70 kg\", \"bsa\": \"1.8 m^2\"},\n  \"name\"");
        Shell.Result changed = real.run("validate", Files.writeString(directory.resolve("all.json"), all));
        assertThat(changed.err()).endsWith("all.json: ok\n").doesNotContain("error");
    }

    @Test
    void agentsAreOfferedWhereTheyHaveHooks() {
        Shell real = new Shell(new Workbench());
        assertThat(real.run("init", "--model", "immunoediting").out())
                .contains("    // {\"agent\": \"pembrolizumab\", \"regimen\": \"200 mg q3w\", \"start\": 10}, // ")
                .contains("    // {\"agent\": \"tisagenlecleucel\", ")
                .contains("    // \"escaped_above\": \"1e9 cell\",\n");
        assertThat(real.run("init", "--model", "barros-2021").out())
                .contains("    // {\"agent\": \"car-t\", \"amount\": 1, \"start\": 10},")
                .contains("    // \"tumor\": \"T\",\n")
                .doesNotContain("pembrolizumab");
    }

    private static String uncommented(String text) {
        return text.replaceAll("(?m)^( +)// ([\"{])", "$1$2");
    }

    private static Optional<AgentDocument> agent(String name) {
        return Catalogue.AGENTS
                .open(name)
                .flatMap(bytes -> JsonReader.parse(bytes, name, new Problems()))
                .flatMap(json -> AgentReader.read(json, new Problems()));
    }

    private static Scenario read(String text) {
        Problems problems = new Problems();
        Scenario scenario = JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), "starter.json", problems)
                .flatMap(json -> ScenarioReader.read(json, InitCommandTest::agent, problems))
                .orElseThrow(() -> new AssertionError(problems.sorted()));
        assertThat(problems.sorted()).isEmpty();
        return scenario;
    }
}

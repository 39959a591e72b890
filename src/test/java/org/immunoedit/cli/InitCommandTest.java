package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.immunoedit.io.JsonReader;
import org.immunoedit.io.Scenario;
import org.immunoedit.io.ScenarioReader;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        Scenario uncommented = read(text.replaceAll("(?m)^( +)// ([\"{])", "$1$2"));
        assertThat(uncommented.therapies()).hasSize(1);
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

    @Test
    void anUnknownModelIsRefused() {
        assertThat(shell.run("init", "--model", "clone").err()).contains("did you mean \"clones\"?");
    }

    private static Scenario read(String text) {
        Problems problems = new Problems();
        Scenario scenario = JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), "starter.json", problems)
                .flatMap(json -> ScenarioReader.read(json, agent -> Optional.empty(), problems))
                .orElseThrow(() -> new AssertionError(problems.sorted()));
        assertThat(problems.sorted()).isEmpty();
        return scenario;
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppTest {
    private final Shell shell = new Shell();

    @Test
    void helpGoesToStdout() {
        Shell.Result result = shell.run("--help");
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("Usage: immunoedit").contains("run ", "validate ");
        assertThat(result.err()).isEmpty();
        assertThat(shell.run("run", "-h").out())
                .startsWith("Usage: immunoedit run")
                .contains("dopri5 (explicit", "SCENARIO...", "-o, --output=FILE|DIR");
    }

    @Test
    void versionGoesToStdout() {
        assertThat(shell.run("--version")).isEqualTo(new Shell.Result(0, "immunoedit unpackaged\n", ""));
        assertThat(shell.run("run", "--version").out()).isEqualTo("immunoedit unpackaged\n");
    }

    @Test
    void noCommandShowsTheHelpAsAnError() {
        Shell.Result result = shell.run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("Usage: immunoedit");
    }

    @Test
    void aMisspeltCommandIsHinted() {
        Shell.Result result = shell.run("valdiate", "x.json");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("immunoedit: \"valdiate\" is not a command (did you mean \"validate\"?)\n"
                        + "Try 'immunoedit --help'.\n");
    }

    @Test
    void aMisspeltOptionIsHinted() {
        Shell.Result result = shell.run("run", "x.json", "--metod", "auto");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--metod").contains("--method");
    }

    @Test
    void wordsBeginningWithAnAtSignAreNoFilesOfWords(@TempDir Path directory) throws IOException {
        Path words = Files.writeString(directory.resolve("words"), "--version");
        assertThat(shell.run("@" + words).code()).isEqualTo(2);
    }

    @Test
    void validateTellsEveryFile(@TempDir Path directory) throws IOException {
        Path good = Files.writeString(directory.resolve("good.json"), "good");
        Path bad = Files.writeString(directory.resolve("bad.json"), "bad warn");
        Shell.Result result = shell.run("validate", good, bad);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly(
                        good + ": ok",
                        bad + ":12:17: error: /therapies/0/amount: \"200 mq\" is not a dose; expected a mass such as"
                                + " \"200 mg\" (did you mean \"200 mg\"?)",
                        bad + ":3:5: warning: /time: a dose after the end");
        assertThat(shell.run("validate", "--quiet", good)).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(shell.run("validate", good, "none.json").code()).isEqualTo(4);
        assertThat(shell.run("validate", "--json", good).err()).isEqualTo("[]\n");
        assertThat(shell.stdin("good").run("validate", "-").err()).isEqualTo("<stdin>: ok\n");
    }
}

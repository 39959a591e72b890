package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

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

    @Test
    void whatStandsBehindTwoDashesIsNoOption() {
        Shell.Result result = Shell.whole().run("explain", "--", "--json");
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).startsWith("--json: error: ");
        assertThat(Shell.whole().run("explain", "--json", "none.json").err()).startsWith("[");
        assertThat(bug("broken", "--", "--debug")).doesNotContain("\tat ");
        assertThat(bug("broken", "--debug")).contains("\tat ");
        assertThat(bug("--debug", "broken")).contains("\tat ");
        assertThat(bug("broken")).doesNotContain("\tat ").hasLineCount(1);
        assertThat(Failures.internalWords(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
                .startsWith("out of memory; ");
    }

    /** What is told about a command that has a bug. */
    private static String bug(String... words) {
        Command broken = new Command() {
            @Override
            public CommandSpec spec() {
                return CommandSpec.create()
                        .name("broken")
                        .addPositional(PositionalParamSpec.builder()
                                .arity("0..1")
                                .type(String.class)
                                .build());
            }

            @Override
            public ExitCode run(ParseResult parsed, Console console) {
                throw new IllegalStateException("a bug");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false);
        assertThat(new App(console, List.of(broken)).run(words)).isEqualTo(ExitCode.INTERNAL);
        return err.toString(StandardCharsets.UTF_8);
    }
}

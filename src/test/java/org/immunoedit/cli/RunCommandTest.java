package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.immunoedit.io.NamedOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
    private final Shell shell = new Shell();

    @TempDir
    private Path directory;

    private Path good;

    @BeforeEach
    void writeScenario() throws IOException {
        good = scenario("good");
    }

    @Test
    void rowsGoToStdoutAndTheVerdictToStderr() {
        Shell.Result result = shell.run("run", good);
        assertThat(result).isEqualTo(new Shell.Result(0, "0,good\n1,good\n", "escape since 41 d\n"));
    }

    @Test
    void quietSilencesWarningsAndVerdictButNotErrors() throws IOException {
        assertThat(shell.run("run", "--quiet", scenario("warn")).err()).isEmpty();
        assertThat(shell.run("run", "-q", scenario("bad-warn")).err())
                .containsOnlyOnce("\n")
                .contains("error");
    }

    @Test
    void readsStandardInput() {
        Shell.Result result = shell.stdin("piped").run("run", "-", "-o", "-");
        assertThat(result.out()).isEqualTo("0,piped\n1,piped\n");
        assertThat(shell.stdin("bad").run("run", "-").err()).startsWith("<stdin>:12:17: error:");
    }

    @Test
    void writesAFileAndItsSidecar() throws IOException {
        Path csv = directory.resolve("rows.csv");
        Shell.Result result = shell.run("run", good, "-o", csv);
        assertThat(result).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(csv).hasContent("0,good\n1,good\n");
        assertThat(directory.resolve("rows.meta.json")).hasContent("{\"of\":\"good\"}");
        assertThat(files(directory)).containsExactly("good.json", "rows.csv", "rows.meta.json");
    }

    @Test
    void oneScenarioIntoADirectoryIsNamedAfterIt() throws IOException {
        shell.run("run", good, "-o", directory);
        assertThat(files(directory)).containsExactly("good.csv", "good.json", "good.meta.json");
        shell.run("run", good, "-o", directory + "/new/");
        assertThat(files(directory.resolve("new"))).containsExactly("good.csv", "good.meta.json");
    }

    @Test
    void aDeviceGetsTheRowsButNoSidecar() {
        assumeTrue(Files.exists(Path.of("/dev/null")), "no /dev/null on this system");
        assertThat(shell.run("run", good, "-o", "/dev/null").code()).isZero();
        assertThat(Path.of("/dev/null.meta.json")).doesNotExist();
    }

    @Test
    void severalGoOnPastFailuresAndTellInOrder() throws IOException {
        Path out = directory.resolve("out");
        Shell.Result result = shell.run(
                "run", scenario("fail"), scenario("long-warn"), scenario("bad"), good, "missing.json", "-o", out);
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).isEqualTo("""
                        %1$s/fail.json: error: step fell to 3.1e-16 d at t = 41.2 d
                        %1$s/long-warn.json:3:5: warning: /time: a dose after the end
                        %1$s/bad.json:12:17: error: /therapies/0/amount: "200 mq" is not a dose; expected a mass such \
                        as "200 mg" (did you mean "200 mg"?)
                        missing.json: error: no such file or directory
                        """.formatted(directory));
        assertThat(files(out)).containsExactly("good.csv", "good.meta.json", "long-warn.csv", "long-warn.meta.json");
        assertThat(shell.unfinished()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"good fail, 1", "good bad, 3", "fail bad, 3", "bad bug, 70", "good good2, 0"})
    void theGravestEndingIsTheExitCode(String names, int code) throws IOException {
        Object[] words = Stream.concat(
                        Stream.of("run", "-o", directory.resolve("out")),
                        Stream.of(names.split(" ")).map(name -> directory.resolve(name + ".json")))
                .toArray();
        for (String name : names.split(" ")) {
            scenario(name);
        }
        assertThat(shell.run(words).code()).isEqualTo(code);
    }

    @Test
    void theNumberOfThreadsDoesNotChangeAByte() throws IOException {
        Object[] names = {scenario("a"), scenario("long"), scenario("fail"), scenario("warn"), good};
        for (int threads : new int[] {1, 8}) {
            Object[] words = Stream.concat(
                            Stream.of("run", "--threads", threads, "-o", directory.resolve("out" + threads)),
                            Stream.of(names))
                    .toArray();
            shell.run(words);
        }
        assertThat(files(directory.resolve("out8")))
                .isEqualTo(files(directory.resolve("out1")))
                .hasSize(8);
        for (String file : files(directory.resolve("out1"))) {
            assertThat(directory.resolve("out8").resolve(file))
                    .hasSameBinaryContentAs(directory.resolve("out1").resolve(file));
        }
    }

    @Test
    void aFailedRunLeavesTheOldFileAlone() throws IOException {
        Path csv = Files.writeString(directory.resolve("rows.csv"), "old");
        Shell.Result result = shell.run("run", scenario("fail"), "-o", csv);
        assertThat(result.code()).isEqualTo(1);
        assertThat(csv).hasContent("old");
        assertThat(files(directory)).containsExactly("fail.json", "good.json", "rows.csv");
    }

    @Test
    void jsonDiagnosticsAreOneArray() throws IOException {
        Shell.Result result = shell.run("run", "--json", scenario("bad"), scenario("warn"), "-o", directory);
        assertThat(result.err()).isEqualTo("""
                        [{"file":"%1$s/bad.json","line":12,"column":17,"severity":"error","code":"quantity",\
                        "pointer":"/therapies/0/amount","found":"\\"200 mq\\" is not a dose",\
                        "expected":"a mass such as \\"200 mg\\"","hint":"did you mean \\"200 mg\\"?"},
                         {"file":"%1$s/warn.json","line":3,"column":5,"severity":"warning","code":"late",\
                        "pointer":"/time","found":"a dose after the end","expected":"","hint":""}]
                        """.formatted(directory));
        assertThat(shell.run("run", "--json", good).err()).isEqualTo("[]\n");
        assertThat(shell.run("run", "--json", "none.json").err())
                .isEqualTo(
                        "[{\"file\":\"none.json\",\"line\":0,\"column\":0,\"severity\":\"error\",\"code\":\"io\","
                                + "\"pointer\":\"\",\"found\":\"no such file or directory\",\"expected\":\"\",\"hint\":\"\"}]\n");
    }

    @Test
    void optionsBecomeSettings() {
        shell.run(
                "run",
                good,
                "--set",
                "parameters.a=0.2",
                "--set",
                "therapies[0].amount=400 mg",
                "--method",
                "dop853",
                "--rtol=1e-9",
                "--atol",
                "1e-3",
                "--seed",
                "-7");
        Changes changes = shell.jobs().seen().get(0);
        assertThat(changes.settings())
                .containsExactly(
                        "parameters.a=0.2",
                        "therapies[0].amount=400 mg",
                        "solver.method=\"dop853\"",
                        "solver.rtol=1e-9",
                        "solver.atol=1e-3");
        assertThat(changes.seed()).hasValue(-7);
        assertThat(changes.command()).startsWith("run", good.toString(), "--set", "parameters.a=0.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "run # Missing required parameter: 'SCENARIO'",
                "run G G # several scenarios need a directory for their CSV files: -o DIR",
                "run G G -o - # several scenarios need a directory for their CSV files: -o DIR",
                "run - - -o D # standard input (-) can be read only once",
                "run G G -o D # G and G would both be written to D/good.csv",
                "run G H -o G # -o G is a file; several scenarios need a directory",
                "run G -o G # -o G would overwrite the scenario",
                "run G --method dopri # --method \"dopri\" is not a method; known are auto, automatic, dopri5, ode45,"
                        + " rk45, tsit5, dop853, dopri8, rodas, rosenbrock, rodas5p (did you mean \"dopri5\"?)",
                "run G --rtol -1 # --rtol -1 is not a tolerance; expected a positive number such as 1e-8",
                "run G --rtol 0 # --rtol 0 is not a tolerance; expected a positive number such as 1e-8",
                "run G --atol NaN # --atol NaN is not a tolerance; expected a positive number such as 1e-8",
                "run G --atol 1e999 # --atol 1e999 is not a tolerance; expected a positive number such as 1e-8",
                "run G --threads 0 # --threads 0 is not a number of threads; expected 1 or more",
                "run G --seed 1.5 # --seed 1.5 is not a whole number",
                "run G -o # Missing required parameter for option '--output' (FILE|DIR)",
                "run G --rtoll 1 # Unknown option: '--rtoll'"
            })
    void wrongWordsEndWithTwo(String line, String message) throws IOException {
        String other = scenario("other").toString();
        Object[] words = Stream.of(line.split(" "))
                .map(word -> word.equals("G") ? good : word.equals("H") ? other : word.equals("D") ? directory : word)
                .toArray();
        Shell.Result result = shell.run(words);
        String expected = message.replace("G", good.toString()).replace("D/", directory + "/");
        assertThat(result.err().lines().findFirst().orElse("")).isEqualTo("immunoedit: " + expected);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(files(directory)).containsExactly("good.json", "other.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run D | D: error: is a directory",
                "run D/none.json | D/none.json: error: no such file or directory",
                "run D/needs.json | D/model.json: error: no such file or directory",
                "run D/good.json -o D/none/x.csv | D/none: error: no such file or directory",
                "run D/good.json -o D/good.json/x.csv | D/good.json: error: not a directory",
                "run D/good.json -o /dev/full | /dev/full: error: No space left on device"
            })
    void filesThatCannotBeReadOrWrittenEndWithFour(String line, String message) throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full on this system");
        Files.writeString(directory.resolve("needs.json"), "missing model");
        Object[] words = Stream.of(line.split(" "))
                .map(word -> word.replaceFirst("^D", directory.toString()))
                .toArray();
        Shell.Result result = shell.run(words);
        assertThat(result.err()).isEqualTo(message.replaceFirst("^D", directory.toString()) + "\n");
        assertThat(result.code()).isEqualTo(4);
    }

    @Test
    void aBugIsOneLineAndTheStackTraceOnRequest() throws IOException {
        Path bug = scenario("bug");
        Shell.Result result = shell.run("run", bug);
        assertThat(result.code()).isEqualTo(70);
        assertThat(result.err())
                .isEqualTo(bug + ": error: internal error: IllegalStateException: index 3 out of 2"
                        + " (a bug; --debug shows the stack trace)\n");
        assertThat(shell.run("run", bug, "--debug").err()).contains("\tat org.immunoedit.cli.FakeJobs.prepare(");
    }

    @Test
    void aReaderThatLeavesEndsTheRunQuietly() throws IOException {
        OutputStream pipe = new FullOutput("Broken pipe");
        assertThat(shell.run(pipe, "run", scenario("long"))).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(shell.run(pipe, "run", "--help")).isEqualTo(new Shell.Result(0, "", ""));
    }

    @Test
    void aFullDiskBehindStdoutIsTold() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full on this system");
        try (OutputStream device = new FileOutputStream("/dev/full")) {
            OutputStream full = new NamedOutput(new BufferedOutputStream(device), "standard output");
            assertThat(shell.run(full, "run", good))
                    .isEqualTo(new Shell.Result(4, "", "standard output: error: No space left on device\n"));
        }
    }

    private Path scenario(String name) throws IOException {
        return Files.writeString(directory.resolve(name + ".json"), name);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A stream that takes nothing. */
    private static final class FullOutput extends OutputStream {
        private final String reason;

        FullOutput(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sweeps, from the command line to the bytes of their tables. */
class SweepCommandTest {
    @TempDir
    private Path directory;

    private SweepShell shell;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        shell = new SweepShell(directory);
        scenario = shell.scenario();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void anyNumberOfThreadsGivesTheSameBytes(int threads) throws IOException {
        assertThat(sweep("one", "--threads", 1, "--keep", "trajectories").code())
                .isZero();
        assertThat(sweep("more", "--threads", threads, "--keep", "trajectories").code())
                .isZero();
        assertThat(shell.results("more")).hasSameBinaryContentAs(shell.results("one"));
        assertThat(shell.file("more", "trajectories.csv"))
                .hasSameBinaryContentAs(shell.file("one", "trajectories.csv"));
        assertThat(Files.readAllLines(shell.results("one"))).hasSize(1 + 12);
    }

    @Test
    void rowsAreInPlanOrderWithTheirValues() throws IOException {
        sweep("d");
        List<String> lines = Files.readAllLines(shell.results("d"));
        assertThat(lines.get(0)).startsWith("point,parameters.a,initial.T,status,phase,tumor_start,tumor_end,");
        assertThat(lines.get(1)).startsWith("1,0.1,100000,ok,");
        assertThat(lines.get(2)).startsWith("2,0.1,1e7,ok,");
        assertThat(lines.get(12)).startsWith("12,0.2,1e9,ok,");
        assertThat(Files.list(shell.file("d", ".")).map(p -> p.getFileName().toString()))
                .containsExactlyInAnyOrder("results.csv", "manifest.json", "summary.json", "summary.csv");
    }

    /** Every point takes longer than that; its row is there, is empty, and is no failure. */
    @Test
    void aPointThatTakesTooLongIsSkipped() throws IOException {
        Shell.Result result = sweep("d", "--time-limit", "1e-9");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("12 skipped");
        assertThat(Files.readAllLines(shell.results("d")).stream().skip(1))
                .hasSize(12)
                .allMatch(line -> line.matches("[0-9]+,[^,]+,[^,]+,skipped,,,+"));
    }

    /** A limit of time that is not reached changes no bit. */
    @Test
    void aLimitOfTimeChangesNothing() throws IOException {
        sweep("plain");
        sweep("limited", "--time-limit", "1000");
        assertThat(shell.results("limited")).hasSameBinaryContentAs(shell.results("plain"));
    }

    @Test
    void aFailedRowHasAReasonAndEmptyEndpoints() throws IOException {
        Shell.Result result =
                shell.run("sweep", scenario, "--vary", "solver.max_steps=100000,3", "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(1);
        List<String> lines = Files.readAllLines(shell.results("d"));
        assertThat(lines.get(1)).startsWith("1,100000,ok,");
        assertThat(lines.get(2)).matches("2,3,failed:too-many-steps,+");
        assertThat(Tally.fields(lines.get(2), 30)).hasSameSizeAs(Tally.fields(lines.get(0), 30));
        assertThat(shell.run(
                                "sweep",
                                scenario,
                                "--vary",
                                "solver.max_steps=100000,3",
                                "--fail-on",
                                1,
                                "-o",
                                directory.resolve("e"))
                        .code())
                .isZero();
    }

    @Test
    void aPointThatIsNoScenarioIsAFailedRow() throws IOException {
        String vary = "sweep.vary.initial.T={\"distribution\":\"normal\",\"mean\":1e6,\"sd\":1e7}";
        Shell.Result result = shell.run(
                "sweep", scenario, "--set", vary, "--design", "random", "--samples", 8, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(Files.readAllLines(shell.results("d")).stream().skip(1))
                .hasSize(8)
                .anyMatch(line -> line.contains(",ok,"))
                .allMatch(line -> line.matches("[0-9],-.*") == line.contains(",failed:value,"));
    }

    @Test
    void faultsOfTheSweepAreToldAtTheirPlace() throws IOException {
        Files.writeString(
                scenario,
                SweepShell.SCENARIO.strip().replaceAll("}$", "").stripTrailing()
                        + ",\n \"sweep\": {\"vary\": {\"parameters.aa\": [1], \"therapies[0].amount\": [\"1 mq\", \"1 h\"]}}}");
        Shell.Result result = shell.run("sweep", scenario, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("s.json:5:21: error: ", "parameters.aa: \"aa\" is not a parameter");
        assertThat(directory.resolve("d")).doesNotExist();
    }

    @Test
    void aVariedParameterWithoutEffectIsToldOf() throws IOException {
        Files.writeString(directory.resolve("m.json"), """
                {"name": "m", "time": "d", "states": {"T": {"unit": "cell", "initial": 1}},
                 "parameters": {"a": {"value": 1, "unit": "1/d"}, "b": {"value": 1, "unit": "1"}},
                 "rates": {"T": "-a*T"}, "outcome": {"tumor": "T"}}""");
        Files.writeString(scenario, "{\"model\": \"m.json\", \"time\": {\"end\": 1}}");
        String[] vary = {"--vary", "parameters.a=1,2", "--vary", "parameters.b=1,2"};
        Shell.Result result =
                shell.run("sweep", scenario, vary[0], vary[1], vary[2], vary[3], "-o", directory.resolve("d"));
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("warning: /sweep/vary/parameters.b: parameters.b has no effect on this scenario")
                .doesNotContain("parameters.a has");
    }

    @Test
    void aDryRunWritesNothing() {
        Shell.Result result = sweep("d", "--dry-run");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("design: grid of parameters.a, initial.T\npoints: 12\nrows: 12\ntime: about ");
        assertThat(directory.resolve("d")).doesNotExist();
    }

    @Test
    void wrongWordsAreToldApart() {
        String[] twice = {"--vary", "parameters.a=1,2", "--vary", "parameters.a=3"};
        Shell.Result result =
                shell.run("sweep", scenario, twice[0], twice[1], twice[2], twice[3], "-o", shell.file("d", ""));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--vary names parameters.a twice");
        result = shell.run("sweep", scenario, "--vary", "parameters.a=0.1:0.3", "-o", shell.file("d", ""));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("--vary parameters.a=0.1:0.3 is not a variation; expected PATH=FROM:TO:COUNT");
        result = shell.run("sweep", "--merge", shell.file("d", ""), "--shard", "1/2", "-o", shell.file("e", ""));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--shard means nothing to --merge, which joins what is there");
        assertThat(shell.run("sweep", scenario).code()).isEqualTo(2);
        assertThat(sweep("d", "--shard", "3/2").code()).isEqualTo(2);
        assertThat(shell.run("sweep", scenario, "--vary", "a", "-o", "d").code())
                .isEqualTo(2);
        assertThat(shell.run("sweep", scenario, "-o", directory.resolve("d")).code())
                .isEqualTo(3);
    }

    private Shell.Result sweep(String name, Object... words) {
        Stream<Object> vary = Stream.of("--vary", "parameters.a=0.1:0.2:4", "--vary", "initial.T=1e5:1e9:3:log");
        return shell.attempt(
                scenario, name, Stream.concat(vary, Stream.of(words)).toArray());
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.cli.KnownBoundaries.found;
import static org.immunoedit.cli.KnownBoundaries.number;
import static org.immunoedit.cli.KnownBoundaries.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boundaries that a sweep finds. */
class FindTest {
    private static final Path SCENARIOS = Path.of("scenarios");
    private static final Path SWEEPS = SCENARIOS.resolve("sweeps");
    private static final String KUZNETSOV = """
            {"model": "kuznetsov-1994", "initial": {"T": "5e6 cell"}, "time": {"end": "1500 d", "every": "10 d"},
             "outcome": {"tumor": "T", "escaped_above": "2e8 cell"},
             "sweep": {"find": {"vary": "initial.T", "between": ["1e4 cell", "4e8 cell"], "scale": "log",
                                "phase": "escape"}}}""";

    @TempDir
    private Path directory;

    private SweepShell shell;

    @BeforeEach
    void openShell() {
        shell = new SweepShell(directory);
    }

    private Path scenario(String text) throws IOException {
        return Files.writeString(directory.resolve("s.json"), text);
    }

    /** Halves between 1e4 and 4e8 with whole runs, each with a verdict on its last line. */
    @Test
    void theCriticalInoculumIsThatOfSingleRuns() throws IOException {
        Path scenario = scenario(KUZNETSOV);
        double low = 1e4;
        double high = 4e8;
        while (high / low > 1.002) {
            double middle = Math.sqrt(low * high);
            Shell.Result run =
                    shell.run("run", scenario, "--set", "initial.T=" + middle, "-o", directory.resolve("x.csv"));
            assertThat(run.code()).as(run.err()).isZero();
            boolean escaped = Files.readString(directory.resolve("x.meta.json"))
                    .matches("(?s).*\"verdict\": \\{\\s*\"phase\": \"escape\".*");
            low = escaped ? low : middle;
            high = escaped ? middle : high;
        }
        Map<String, String> row = found(shell.run("sweep", scenario)).get(0);
        assertThat(row).containsEntry("status", "ok").containsEntry("phase", "escape");
        assertThat(row).containsEntry("phase_below", "equilibrium").containsEntry("phase_above", "escape");
        assertThat(number(row, "lower")).isLessThanOrEqualTo(low * 1.002).isGreaterThan(low / 1.012);
        assertThat(number(row, "upper")).isGreaterThanOrEqualTo(high / 1.002).isLessThan(high * 1.012);
        assertThat(number(row, "upper")).isEqualTo(number(row, "boundary"));
        assertThat(number(row, "upper") / number(row, "lower")).isLessThan(1.0102);
        assertThat(row)
                .containsEntry("changes", "1")
                .containsEntry("runs", "24")
                .containsEntry("failed_runs", "0");
    }

    // s1 = r2 g2 mu2/a = 540 makes the tumor-free state stable; within 3000 days a little more is needed
    @Test
    void theFlowOfCellsThatEndsATumorIsFound() {
        Shell.Result result = shell.run(
                "sweep",
                SCENARIOS.resolve("adoptive/kirschner-panetta-s1-550.json"),
                "--set",
                "sweep.find={\"vary\":\"parameters.s1\",\"between\":[100,1000],\"phase\":\"elimination\",\"rtol\":0.002}");
        Map<String, String> row = found(result).get(0);
        assertThat(number(row, "lower")).isBetween(540.0, 548.0);
        assertThat(number(row, "boundary")).isBetween(540.0, 548.0);
        assertThat(row).containsEntry("phase_below", "undetermined").containsEntry("phase_above", "elimination");
    }

    // from the published start 2e5 cells fail and 5e5 clear
    @Test
    void theSmallestDoseOfCellsIsFound() {
        Shell.Result result = shell.run("sweep", SWEEPS.resolve("find-car-t-dose.json"), "--shard", "3/5");
        Map<String, String> row = found(result).get(0);
        assertThat(row).containsEntry("point", "3").containsEntry("initial.T", "2000000");
        assertThat(number(row, "boundary")).isBetween(4.8e5, 5e5);
        assertThat(result.err())
                .contains("smallest therapies[0].amount with elimination: " + row.get("upper") + " cell ("
                        + row.get("lower") + " cell: undetermined), 24 runs");
    }

    /** Small tumors escape before effector cells are drawn, large ones outgrow them. */
    @Test
    void sneakingThroughIsTold() {
        Shell.Result result = shell.run("sweep", SWEEPS.resolve("find-sneaking-through.json"));
        Map<String, String> row = found(result).get(0);
        assertThat(row).containsEntry("status", "ok").containsEntry("changes", "2");
        List<Double> crossings = Arrays.stream(row.get("crossings").split(" "))
                .map(Double::valueOf)
                .toList();
        assertThat(crossings.get(0)).isBetween(480.0, 490.0);
        assertThat(crossings.get(1)).isEqualTo(number(row, "boundary")).isBetween(2.6e7, 2.7e7);
        assertThat(result.err()).contains("warning: the answer changes more than once between wanted and not at 48");
    }

    /** Of every change the value on its wanted side, and the phases on both sides. */
    @Test
    void crossingsAreWantedValues() throws IOException {
        Path scenario = KnownBoundaries.scenario(
                directory,
                "\"sweep\": {\"vary\": {\"initial.T\": [100, 200, 1e20]}, \"find\": {\"vary\": \"parameters.kill\","
                        + "\"between\": [1, 4], \"phase\": \"undetermined\", \"wanted\": \"largest\"}}");
        Shell.Result result = shell.run("sweep", scenario);
        Map<String, String> row = found(result).get(0);
        // below 2 - ln(100)/20 it escapes, above 2 + ln(100)/20 it is gone
        List<Double> crossings = Arrays.stream(row.get("crossings").split(" "))
                .map(Double::valueOf)
                .toList();
        assertThat(crossings).hasSize(2);
        assertThat(crossings.get(0)).isBetween(2 - Math.log(100) / 20, 2.01 - Math.log(100) / 20);
        assertThat(crossings.get(1)).isBetween(2.2, 2 + Math.log(100) / 20);
        assertThat(row).containsEntry("phase_below", "undetermined").containsEntry("phase_above", "elimination");
        assertThat(number(row, "boundary")).isEqualTo(crossings.get(1)).isEqualTo(number(row, "lower"));
        assertThat(number(row, "upper")).isBetween(2 + Math.log(100) / 20, 2.26);
        assertThat(rows(result.out()).get(2)).containsEntry("changes", "1");
        assertThat(result.err()).contains("warning: the answer changes more than once in 2 of 3 rows;");
    }

    @Test
    void aDryRunTellsOfTheSearch() {
        Shell.Result result = shell.run("sweep", SWEEPS.resolve("find-car-t-dose.json"), "--shard", "1/5", "--dry-run");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("find: therapies[0].amount, 17 runs or more for each row\npoints: 1\nrows: 1\n");
    }

    @Test
    void theLatestStartIsFound() throws IOException {
        Path scenario = KnownBoundaries.scenario(
                directory,
                "\"therapies\": [{\"into\": \"D\", \"amount\": 40, \"start\": 1}], \"sweep\": {\"find\":"
                        + "{\"vary\": \"therapies[0].start\", \"between\": [\"1 h\", \"3 d\"], \"wanted\": \"largest\","
                        + " \"endpoint\": \"peak\", \"below\": \"500 cell\", \"rtol\": 0.001}}");
        Shell.Result result = shell.run("sweep", scenario);
        Map<String, String> row = found(result).get(0);
        // T = 100 exp(t) until the dose: 500 at t = ln 5, in hours
        assertThat(number(row, "lower")).isBetween(Math.log(5) * 24 * 0.998, Math.log(5) * 24);
        assertThat(number(row, "boundary")).isEqualTo(number(row, "lower"));
        assertThat(result.err())
                .contains("largest therapies[0].start with peak < 500 cell: " + row.get("lower") + " h (not at "
                        + row.get("upper") + " h), ");
    }

    /** A run that keeps its tumor has no time of its elimination: it is on neither side of a limit. */
    @ParameterizedTest
    @CsvSource({"below, smallest, 2.658, 2.69", "above, largest, 2.63, 2.658"})
    void anEndpointThatIsNotObservedIsOnNeitherSide(String side, String wanted, double low, double high)
            throws IOException {
        Path scenario = KnownBoundaries.scenario(
                directory,
                "\"sweep\": {\"find\": {\"vary\": \"parameters.kill\", \"between\": [0, 5],"
                        + " \"endpoint\": \"elimination_time\", \"" + side + "\": \"1 wk\", \"wanted\": \"" + wanted
                        + "\"}}");
        shell.sweep(scenario, "d");
        // 100 exp((2 - kill) 7) = 1: kill = 2 + ln(100)/7 = 2.658
        Map<String, String> row =
                rows(Files.readString(shell.file("d", "results.csv"))).get(0);
        assertThat(number(row, "boundary")).isBetween(low, high);
        Map<String, String> first =
                rows(Files.readString(shell.file("d", "probes.csv"))).get(0);
        assertThat(first)
                .containsEntry("parameters.kill", "0")
                .containsEntry("elimination_time", "")
                .containsEntry("wanted", "no");
    }

    @Test
    void dosesAreWholeNumbers() throws IOException {
        Path scenario = KnownBoundaries.scenario(
                directory,
                "\"therapies\": [{\"into\": \"D\", \"amount\": 2.5, \"every\": 0.1, \"doses\": 3}],"
                        + "\"sweep\": {\"find\": {\"vary\": \"therapies[0].doses\", \"between\": [1, 30],"
                        + " \"phase\": \"elimination\", \"scan\": 4}}");
        Map<String, String> row = found(shell.run("sweep", scenario)).get(0);
        // four doses hold growth, 1 - 10/10 = 0; five shrink 100 cells at 0.25/d, to exp(-0.15) after 20 days
        assertThat(row).containsEntry("lower", "4").containsEntry("upper", "5").containsEntry("boundary", "5");
    }

    @Test
    void resumingNeedsADirectory() throws IOException {
        assertThat(shell.run("sweep", scenario(KUZNETSOV), "--resume").code()).isEqualTo(2);
    }
}

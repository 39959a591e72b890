package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.cli.KnownBoundaries.found;
import static org.immunoedit.cli.KnownBoundaries.number;
import static org.immunoedit.cli.KnownBoundaries.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.immunoedit.sweep.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of boundaries: whatever ends them, and however they are run. */
class FindTablesTest {
    @TempDir
    private Path directory;

    private SweepShell shell;

    @BeforeEach
    void openShell() {
        shell = new SweepShell(directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0, 4] | smallest | ok | 2.",
                "[0, 1] | smallest | none | ''",
                "[3, 4] | smallest | all | ''",
                "[3, 4] | largest | all | ''",
                "[1, 4] | largest | edge | ''",
                "[0, 9] | smallest | ok | 2.",
                "[4, 9] | largest | failed:step-underflow | ''",
                "[-2, 9] | largest | failed:step-underflow | ''",
                "[-2, 9] | smallest | failed:negative | ''",
            })
    void statusTellsWhatThereIs(String between, String wanted, String status, String boundary) throws IOException {
        Path scenario = KnownBoundaries.scenario(
                directory,
                "\"sweep\": {\"find\": {\"vary\": \"parameters.kill\", \"between\": " + between + ", \"wanted\": \""
                        + wanted + "\", \"phase\": \"elimination\"}}");
        Shell.Result result = shell.run("sweep", scenario);
        Map<String, String> row = rows(result.out()).get(0);
        assertThat(row).as(result.err()).containsEntry("status", status);
        assertThat(row.get("boundary")).startsWith(boundary);
        assertThat(result.code()).isEqualTo(status.startsWith("failed") ? 1 : 0);
        assertThat(row.get("failed_runs").equals("0")).isEqualTo(!between.endsWith("9]"));
    }

    @Test
    void aCurveOfBoundariesIsTheSameHoweverItIsRun() throws IOException {
        Path scenario = KnownBoundaries.scenario(
                directory,
                "\"sweep\": {\"vary\": {\"initial.T\": [10, 100, 1000, 5000], \"parameters.half\": [10, 20]},"
                        + "\"find\": {\"vary\": \"parameters.kill\", \"between\": [0, 4], \"phase\": \"elimination\"}}");
        shell.sweep(scenario, "one", "--threads", 1);
        List<Map<String, String>> rows = rows(Files.readString(shell.file("one", "results.csv")));
        assertThat(rows).hasSize(8).allMatch(row -> row.get("status").equals("ok"));
        // T falls from its start to below 1 in 20 days: kill = 2 + ln(T)/20
        for (Map<String, String> row : rows) {
            double exact = 2 + Math.log(number(row, "initial.T")) / 20;
            assertThat(number(row, "lower")).isLessThan(exact);
            assertThat(number(row, "upper")).isBetween(exact, exact * 1.0101);
        }
        List<Map<String, String>> probes = rows(Files.readString(shell.file("one", "probes.csv")));
        assertThat(probes)
                .hasSize(
                        rows.stream().mapToInt(row -> (int) number(row, "runs")).sum());
        assertThat(probes)
                .allMatch(probe -> probe.get("wanted").equals(probe.get("phase").equals("elimination") ? "yes" : "no"));
        shell.sweep(scenario, "three", "--threads", 3);
        assertSame("three");
        shell.sweep(scenario, "many", "--threads", 20);
        assertSame("many");
        shell.sweep(scenario, "p1", "--shard", "1/2");
        shell.sweep(scenario, "p2", "--shard", "2/2");
        assertThat(shell.merge("j", "p1", "p2").code()).isZero();
        assertSame("j");
        cut("three", 5);
        shell.sweep(scenario, "three", "--resume");
        assertSame("three");
    }

    private void assertSame(String name) {
        for (String file : List.of("results.csv", "probes.csv")) {
            assertThat(shell.file(name, file)).hasSameBinaryContentAs(shell.file("one", file));
        }
    }

    /** Leaves a directory as a process does that dies while it writes a row. */
    private void cut(String name, int lines) throws IOException {
        for (String file : List.of("results.csv", "probes.csv")) {
            List<String> all = Files.readAllLines(shell.file(name, file));
            int kept = file.startsWith("r") ? lines : all.size() - 7;
            String text = String.join("\n", all.subList(0, kept)) + "\n1,";
            Files.writeString(Journal.unfinished(shell.file(name, file)), text);
            Files.delete(shell.file(name, file));
        }
    }

    @Test
    void eachArmHasItsBoundary() throws IOException {
        Path scenario = KnownBoundaries.scenario(
                directory,
                "\"sweep\": {\"arms\": {\"slow\": {}, \"dosed\": {\"initial\": {\"D\": 5}}}, \"find\":"
                        + " {\"vary\": \"parameters.kill\", \"between\": [0, 4], \"phase\": \"elimination\"}}");
        List<Map<String, String>> rows = found(shell.run("sweep", scenario));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsEntry("arm", "slow");
        assertThat(number(rows.get(0), "boundary")).isBetween(2.23, 2.26);
        assertThat(number(rows.get(1), "boundary")).isBetween(1.73, 1.75);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'vary': 'parameters.kil', 'phase': 'escape' | parameters.kil: \"kil\" is not a parameter",
                "'vary': 'parameters.kill', 'endpoint': 'nadri', 'below': 1 | (did you mean \"nadir\"?)",
                "'vary': 'parameters.kill', 'endpoint': 'nadir', 'below': '1 d' | a limit in d; expected a quantity in cell",
            })
    void faultsAreToldBeforeTheFirstRun(String find, String message) throws IOException {
        Path scenario = KnownBoundaries.scenario(
                directory, "\"sweep\": {\"find\": {\"between\": [0, 4], " + find.replace('\'', '"') + "}}");
        Shell.Result result = shell.run("sweep", scenario, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(message);
        assertThat(directory.resolve("d")).doesNotExist();
    }
}

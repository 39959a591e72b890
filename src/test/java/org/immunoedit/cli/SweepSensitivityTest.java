package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels under moved definitions. */
class SweepSensitivityTest {
    private static final String MOVED =
            "sweep.sensitivity={\"eliminated_below\": [1e4], \"escaped_above\": [0.02, 3], \"horizon\": [0.5, 0.9]}";

    @TempDir
    private Path directory;

    private SweepShell shell;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        shell = new SweepShell(directory);
        // a dose at the very end of the shorter run
        scenario = Files.writeString(directory.resolve("s.json"), """
                {"model": "kuznetsov-1994", "initial": {"T": "5e6 cell"},
                 "therapies": [{"into": "T", "amount": "3e7 cell", "start": "100 d"}],
                 "outcome": {"tumor": "T", "eliminated_below": 1e2, "escaped_above": 1e8},
                 "time": {"end": "200 d", "every": "10 d"},
                 "sweep": {"vary": {"parameters.a": {"from": 0.02, "to": 0.5, "count": 9}, "initial.T": [1e3, 1e7]}}}""");
    }

    @ParameterizedTest
    @CsvSource({
        "eliminated_below_x10000, outcome.eliminated_below=1e6, true",
        "escaped_above_x0.02, outcome.escaped_above=2e6, true",
        "escaped_above_x3, outcome.escaped_above=3e8, false",
        "horizon_x0.5, time.end=100 d, true",
        "horizon_x0.9, time.end=180 d, false",
    })
    void aMovedLabelIsThatOfARunWithTheDefinition(String moved, String setting, boolean flips) throws IOException {
        List<String> labels = labels("moved", "phase_if_" + moved, "--set", MOVED);
        assertThat(labels).hasSize(18).isEqualTo(labels("set", "phase", "--set", setting));
        assertThat(labels.equals(labels("as it is", "phase"))).isEqualTo(!flips);
    }

    /** Also with a column of phases, for which a run is integrated twice, and bands, which are made of rows. */
    @ParameterizedTest
    @CsvSource({"trajectories, T_total", "trajectories, phase", "bands, T_total"})
    void labelsDoNotDependOnWhatIsKept(String kept, String column) throws IOException {
        shell.sweep(scenario, "endpoints", "--set", MOVED);
        String columns = "output={\"columns\": [\"" + column + "\"]}";
        shell.sweep(scenario, "rows", "--set", MOVED, "--keep", kept, "--set", columns);
        assertThat(shell.results("rows")).hasSameBinaryContentAs(shell.results("endpoints"));
    }

    @Test
    void theSummaryTellsHowManyFlip() throws IOException {
        List<String> phases = labels("moved", "phase", "--set", MOVED);
        List<String> moved = shell.column("moved", "phase_if_escaped_above_x0.02");
        long flips = IntStream.range(0, 18)
                .filter(i -> !phases.get(i).equals(moved.get(i)))
                .count();
        assertThat(flips).isBetween(1L, 17L);
        assertThat(Files.readAllLines(shell.file("moved", "summary.csv")))
                .anyMatch(
                        line -> line.startsWith(",,flip,escaped_above_x0.02,") && line.endsWith("," + flips + ",18,1"));
    }

    @Test
    void theOtherColumnsStayAsTheyAre() throws IOException {
        shell.sweep(scenario, "without");
        shell.sweep(scenario, "moved", "--set", MOVED);
        List<String> without = Files.readAllLines(shell.results("without"));
        List<String> with = Files.readAllLines(shell.results("moved"));
        assertThat(with).hasSameSizeAs(without);
        for (int i = 0; i < with.size(); i++) {
            assertThat(with.get(i)).startsWith(without.get(i) + ",");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"horizon\": [1.5]} | 1.5 is not a factor of horizon; expected a factor between 0 and 1",
                "{\"escaped_above\": [0]} | 0 is not a factor of escaped_above",
                "{\"escaped_abov\": [2]} | \"escaped_abov\" is not a known key (did you mean \"escaped_above\"?)",
                "{\"escaped_above\": [1e-7]} | escaped_above of this outcome cannot be multiplied by 1.0E-7",
            })
    void whatCannotBeMovedIsTold(String sensitivity, String message) {
        Shell.Result result = shell.attempt(scenario, "d", "--set", "sweep.sensitivity=" + sensitivity);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(message);
    }

    /** The labels that a sweep leaves under a name, which is that of its column. */
    private List<String> labels(String name, String column, Object... words) throws IOException {
        shell.sweep(scenario, name, words);
        return shell.column(name, column);
    }
}

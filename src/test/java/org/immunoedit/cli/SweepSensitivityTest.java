package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels under moved definitions. */
class SweepSensitivityTest {
    private static final String SENSITIVITY =
            "{\"eliminated_below\": [1e4], \"escaped_above\": [0.02, 3], \"horizon\": [0.5, 0.9]}";

    @TempDir
    private Path directory;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
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
        List<String> labels = column(sweep("moved", "--set", "sweep.sensitivity=" + SENSITIVITY), "phase_if_" + moved);
        assertThat(labels).hasSize(18).isEqualTo(column(sweep("set", "--set", setting), "phase"));
        assertThat(labels.equals(column(sweep("as it is"), "phase"))).isEqualTo(!flips);
    }

    /** Also with a column of phases, for which a run is integrated twice, and bands, which are made of rows. */
    @ParameterizedTest
    @CsvSource({"trajectories, T_total", "trajectories, phase", "bands, T_total"})
    void labelsDoNotDependOnWhatIsKept(String kept, String column) throws IOException {
        String sensitivity = "sweep.sensitivity=" + SENSITIVITY;
        Path endpoints = sweep("endpoints", "--set", sensitivity);
        String columns = "output={\"columns\": [\"" + column + "\"]}";
        assertThat(sweep("rows", "--set", sensitivity, "--keep", kept, "--set", columns))
                .hasSameBinaryContentAs(endpoints);
    }

    @Test
    void theSummaryTellsHowManyFlip() throws IOException {
        Path results = sweep("moved", "--set", "sweep.sensitivity=" + SENSITIVITY);
        List<String> phases = column(results, "phase");
        List<String> moved = column(results, "phase_if_escaped_above_x0.02");
        long flips = java.util.stream.IntStream.range(0, 18)
                .filter(i -> !phases.get(i).equals(moved.get(i)))
                .count();
        assertThat(flips).isBetween(1L, 17L);
        assertThat(Files.readAllLines(results.resolveSibling("summary.csv")))
                .anyMatch(
                        line -> line.startsWith(",,flip,escaped_above_x0.02,") && line.endsWith("," + flips + ",18,1"));
    }

    @Test
    void theOtherColumnsStayAsTheyAre() throws IOException {
        List<String> without = Files.readAllLines(sweep("without"));
        List<String> with = Files.readAllLines(sweep("moved", "--set", "sweep.sensitivity=" + SENSITIVITY));
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
        Shell.Result result = new Shell(new Workbench())
                .run("sweep", scenario, "--set", "sweep.sensitivity=" + sensitivity, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(message);
    }

    private static List<String> column(Path results, String name) throws IOException {
        List<String> lines = Files.readAllLines(results);
        int position = Tally.fields(lines.get(0), 100).indexOf(name);
        assertThat(position).as(name).isNotNegative();
        return lines.stream()
                .skip(1)
                .map(line -> Tally.fields(line, 100).get(position))
                .toList();
    }

    private Path sweep(String name, String... words) {
        Path output = directory.resolve(name);
        java.util.ArrayList<Object> all = new java.util.ArrayList<>(List.of("sweep", scenario, "-o", output));
        all.addAll(List.of(words));
        Shell.Result result = new Shell(new Workbench()).run(all.toArray());
        assertThat(result.code()).as(result.err()).isZero();
        return output.resolve("results.csv");
    }
}

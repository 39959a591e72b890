package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.immunoedit.sweep.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantile bands over time. */
class SweepBandsTest {
    private static final String TABLE = """
            point,arm,time,E,T
            1,a,0,1,10
            1,a,5,2,
            1,"b, c",0,7,70
            2,a,0,3,30
            2,"b, c",0,9,90
            3,a,0,2,20
            3,a,5,4,
            """;

    @TempDir
    private Path directory;

    private SweepShell shell;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        shell = new SweepShell(directory);
        scenario = Files.writeString(directory.resolve("s.json"), """
                {"model": "kuznetsov-1994", "initial": {"T": "5e6 cell"},
                 "time": {"end": "40 d", "every": "10 d"},
                 "output": {"columns": ["T", "phase"]},
                 "sweep": {"design": "random", "samples": 7, "keep": "bands", "quantiles": [0, 0.5, 0.975],
                   "vary": {"parameters.a": {"distribution": "lognormal", "median": 0.18, "cv": 0.3}},
                   "arms": {"control": {}, "strong": {"parameters.s": 4e4}}}}""");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 1000})
    void bandsAreQuantilesOfEachTime(long held) throws IOException {
        Path file = Files.writeString(directory.resolve("trajectories.csv"), TABLE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SweepBands(file, List.of(0.0, 0.5, 1.0)).holding(held).write(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                arm,column,time,count,mean,q0,q50,q100
                a,E,0,3,2,1,2,3
                a,E,5,2,3,2,3,4
                "b, c",E,0,2,8,7,8,9
                a,T,0,3,20,10,20,30
                "b, c",T,0,2,80,70,80,90
                """);
    }

    /** A run that is stopped ends at a time of its own: not one that the bands were asked for. */
    @Test
    void theEndOfAStoppedRunIsNoTimeOfTheBands() throws IOException {
        Path file = Files.writeString(directory.resolve("trajectories.csv"), """
                point,time,T
                1,0,1
                1,10,2
                1,13.7,99
                2,0,3
                2,10,4
                2,20,5
                2,30,6
                3,0,5
                3,10,6
                3,20,7
                3,24.2,99
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SweepBands(file, List.of(0.5)).write(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                column,time,count,mean,q50
                T,0,3,3,3
                T,10,3,4,4
                T,20,2,6,6
                T,30,1,6,6
                """);
    }

    /** At a dose the state after it; without arms no column of arms; the phase has no quantiles. */
    @Test
    void aTimeWithTwoSidesCountsOnce() throws IOException {
        Path file = Files.writeString(directory.resolve("trajectories.csv"), """
                point,time,side,E,phase
                1,0,after,1,escape
                1,5,before,2,escape
                1,5,after,8,escape
                2,0,after,3,escape
                2,5,before,4,
                2,5,after,10,
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SweepBands(file, List.of(0.5)).write(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                column,time,count,mean,q50
                E,0,2,2,2
                E,5,2,9,9
                """);
    }

    @Test
    void quantilesHaveDefaults() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("\"quantiles\": [0, 0.5, 0.975],", ""));
        shell.sweep(scenario, "d");
        assertThat(Files.readAllLines(shell.file("d", "bands.csv")).get(0))
                .isEqualTo("arm,column,time,count,mean,q5,q25,q50,q75,q95");
    }

    @Test
    void aSweepLeavesBandsAndNoTrajectories() throws IOException {
        shell.sweep(scenario, "d");
        assertThat(shell.files("d"))
                .containsExactlyInAnyOrder("results.csv", "bands.csv", "manifest.json", "summary.json", "summary.csv");
        List<String> lines = Files.readAllLines(shell.file("d", "bands.csv"));
        assertThat(lines.get(0)).isEqualTo("arm,column,time,count,mean,q0,q50,q97.5");
        assertThat(lines).hasSize(1 + 2 * 5);
        List<String> ends = Files.readAllLines(shell.file("d", "results.csv")).stream()
                .filter(line -> line.contains(",control,"))
                .map(line -> Tally.fields(line, 7).get(6))
                .toList();
        double[] sorted =
                ends.stream().mapToDouble(Double::parseDouble).sorted().toArray();
        List<String> last = Tally.fields(lines.get(5), 8);
        assertThat(last.subList(0, 4)).containsExactly("control", "T", "40", "7");
        assertThat(Double.parseDouble(last.get(5))).isEqualTo(sorted[0]);
        assertThat(Double.parseDouble(last.get(6))).isEqualTo(sorted[3]);
    }

    @Test
    void shardsAndResumingGiveTheSameBands() throws IOException {
        shell.sweep(scenario, "whole");
        byte[] bands = Files.readAllBytes(shell.file("whole", "bands.csv"));
        shell.sweep(scenario, "one", "--shard", "1/2");
        shell.sweep(scenario, "two", "--shard", "2/2");
        shell.merge("joined", "one", "two");
        assertThat(shell.file("joined", "bands.csv")).hasBinaryContent(bands);
        assertThat(shell.file("joined", "trajectories.csv")).doesNotExist();
    }

    @Test
    void anInterruptedSweepGoesOnToItsBands() throws IOException {
        shell.sweep(scenario, "whole");
        byte[] results = Files.readAllBytes(shell.file("whole", "results.csv"));
        byte[] bands = Files.readAllBytes(shell.file("whole", "bands.csv"));
        shell.sweep(scenario, "cut");
        Path rows = Journal.unfinished(shell.file("cut", "trajectories.csv"));
        assertThat(rows).doesNotExist();
        Files.delete(shell.file("cut", "results.csv"));
        Files.delete(shell.file("cut", "bands.csv"));
        // what a killed process leaves: results of two runs, the rows of two and a half
        Path shard = directory.resolve("shard");
        shell.sweep(scenario, "shard", "--shard", "1/2");
        byte[] trajectories = Files.readAllBytes(shard.resolve("trajectories.csv"));
        Files.write(rows, Arrays.copyOf(trajectories, line(trajectories, 1 + 2 * 5 + 3) + 4));
        Files.write(Journal.unfinished(shell.file("cut", "results.csv")), Arrays.copyOf(results, line(results, 3) + 9));
        shell.sweep(scenario, "cut", "--resume");
        assertThat(shell.file("cut", "results.csv")).hasBinaryContent(results);
        assertThat(shell.file("cut", "bands.csv")).hasBinaryContent(bands);
        assertThat(rows).doesNotExist();
    }

    private static int line(byte[] bytes, int lines) {
        int end = 0;
        for (int i = 0; i < lines; i++) {
            while (bytes[end++] != '\n') {
                continue;
            }
        }
        return end;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sweep.keep=endpoints | \"quantiles\" where no bands are kept; expected \"keep\": \"bands\"",
                "sweep.quantiles=[0.5, 0.1] | 0.1 is not the next share; expected ascending shares",
                "sweep.quantiles=[1.5] | 1.5 is not the next share",
                "sweep.samples=900000000 | bands of 1.8e+10 values; expected at most 1.1e+09: fewer columns",
                "time.every=1e-6 d | values of each run to keep; expected at most 2000000: fewer columns",
            })
    void whatCannotBeIsTold(String setting, String message) {
        Shell.Result result = shell.run("sweep", scenario, "--set", setting, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(message);
    }
}

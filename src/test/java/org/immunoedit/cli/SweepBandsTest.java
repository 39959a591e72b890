package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
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

    @Test
    void aSweepLeavesBandsAndNoTrajectories() throws IOException {
        sweep("d");
        assertThat(Files.list(directory.resolve("d")).map(p -> p.getFileName().toString()))
                .containsExactlyInAnyOrder("results.csv", "bands.csv", "manifest.json", "summary.json", "summary.csv");
        List<String> lines = Files.readAllLines(file("d", "bands.csv"));
        assertThat(lines.get(0)).isEqualTo("arm,column,time,count,mean,q0,q50,q97.5");
        assertThat(lines).hasSize(1 + 2 * 5);
        List<String> ends = Files.readAllLines(file("d", "results.csv")).stream()
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
        sweep("whole");
        byte[] bands = Files.readAllBytes(file("whole", "bands.csv"));
        sweep("one", "--shard", "1/2");
        sweep("two", "--shard", "2/2");
        run("sweep", "--merge", file("one", "."), file("two", "."), "-o", file("joined", "."));
        assertThat(file("joined", "bands.csv")).hasBinaryContent(bands);
        assertThat(file("joined", "trajectories.csv")).doesNotExist();
    }

    @Test
    void anInterruptedSweepGoesOnToItsBands() throws IOException {
        sweep("whole");
        byte[] results = Files.readAllBytes(file("whole", "results.csv"));
        byte[] bands = Files.readAllBytes(file("whole", "bands.csv"));
        sweep("cut");
        Path rows = Journal.unfinished(file("cut", "trajectories.csv"));
        assertThat(rows).doesNotExist();
        Files.delete(file("cut", "results.csv"));
        Files.delete(file("cut", "bands.csv"));
        // what a killed process leaves: results of two runs, the rows of two and a half
        Path shard = directory.resolve("shard");
        sweep("shard", "--shard", "1/2");
        byte[] trajectories = Files.readAllBytes(shard.resolve("trajectories.csv"));
        Files.write(rows, Arrays.copyOf(trajectories, line(trajectories, 1 + 2 * 5 + 3) + 4));
        Files.write(Journal.unfinished(file("cut", "results.csv")), Arrays.copyOf(results, line(results, 3) + 9));
        sweep("cut", "--resume");
        assertThat(file("cut", "results.csv")).hasBinaryContent(results);
        assertThat(file("cut", "bands.csv")).hasBinaryContent(bands);
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
            })
    void whatCannotBeIsTold(String setting, String message) {
        Shell.Result result = run("sweep", scenario, "--set", setting, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(message);
    }

    private Path file(String name, String file) {
        return directory.resolve(name).resolve(file);
    }

    private void sweep(String name, Object... words) {
        List<Object> all = new ArrayList<>(List.of("sweep", scenario, "-o", directory.resolve(name)));
        all.addAll(List.of(words));
        Shell.Result result = run(all.toArray());
        assertThat(result.code()).as(result.err()).isZero();
    }

    private static Shell.Result run(Object... words) {
        return new Shell(new Workbench()).run(words);
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immunoedit.sweep.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps that are fine only where phases meet. */
class AdaptiveMapTest {
    private static final Path KUZNETSOV = Path.of("scenarios", "sweeps", "kuznetsov-growth-recruitment.json");

    @TempDir
    private Path directory;

    private SweepShell shell;

    @BeforeEach
    void openShell() {
        shell = new SweepShell(directory);
    }

    private Shell.Result run(String name, Object... words) {
        Stream<Object> shorter = Stream.of("--set", "time.end=\"1000 d\"");
        return shell.attempt(
                KUZNETSOV, name, Stream.concat(shorter, Stream.of(words)).toArray());
    }

    private Shell.Result adaptive(String name, Object... words) {
        Stream<Object> map = Stream.of("--design", "adaptive", "--set", "sweep.levels=2", "--fail-on", 99);
        Stream<Object> ranges = Stream.of("--vary", "parameters.a=0.05:0.45:9", "--vary", "parameters.p=0.02:0.3:8");
        return run(
                name, Stream.of(map, ranges, Stream.of(words)).flatMap(w -> w).toArray());
    }

    /** Rows by their two values; without the columns that only one of the maps has. */
    private Map<String, String> rows(String name, int first) throws IOException {
        Map<String, String> rows = new HashMap<>();
        Files.readAllLines(shell.results(name)).stream().skip(1).forEach(line -> {
            List<String> fields = List.of(line.split(",", -1));
            rows.put(fields.get(1) + "," + fields.get(2), String.join(",", fields.subList(first, fields.size())));
        });
        return rows;
    }

    @Test
    void whatItShowsIsWhatTheUniformGridShowsForFewerRuns() throws IOException {
        Shell.Result result = adaptive("map");
        assertThat(result.code()).as(result.err()).isZero();
        Shell.Result uniform = run("grid", "--vary", "parameters.a=0.05:0.45:33", "--vary", "parameters.p=0.02:0.3:29");
        assertThat(uniform.code()).as(uniform.err()).isZero();
        Map<String, String> map = rows("map", 4);
        Map<String, String> grid = rows("grid", 3);
        assertThat(grid).hasSize(33 * 29).containsAllEntriesOf(map);
        // every cell of the uniform grid whose corners differ is a cell of the map
        List<String> points = Files.readAllLines(shell.results("grid")).stream()
                .skip(1)
                .map(line -> line.split(",")[1] + "," + line.split(",")[2])
                .toList();
        int mixed = 0;
        for (int i = 0; i < 32; i++) {
            for (int j = 0; j < 28; j++) {
                int corner = i * 29 + j;
                List<String> corners = List.of(
                        points.get(corner), points.get(corner + 1), points.get(corner + 29), points.get(corner + 30));
                if (corners.stream().map(at -> phase(grid.get(at))).distinct().count() > 1) {
                    mixed++;
                    assertThat(map).as("cell %d, %d", i, j).containsKeys(corners.toArray(String[]::new));
                }
            }
        }
        assertThat(mixed).isGreaterThan(40);
        double ratio = map.size() / (double) grid.size();
        assertThat(ratio).isLessThan(0.3);
        assertThat(result.err()).contains(map.size() + " points; a uniform grid that is as fine has 957 (ratio 0.");
    }

    private static String phase(String row) {
        return row.split(",")[1];
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 73, 100, 1000})
    void wherverItDiesResumingGivesTheSameBytes(int lines) throws IOException {
        adaptive("whole", "--threads", 1);
        adaptive("other", "--threads", 3);
        assertThat(shell.results("other")).hasSameBinaryContentAs(shell.results("whole"));
        List<String> all = Files.readAllLines(shell.results("other"));
        int kept = Math.min(lines, all.size());
        Files.writeString(
                Journal.unfinished(shell.results("other")), String.join("\n", all.subList(0, kept)) + "\n17,0.");
        Files.delete(shell.results("other"));
        Shell.Result resumed = adaptive("other", "--resume");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(shell.results("other")).hasSameBinaryContentAs(shell.results("whole"));
        assertThat(resumed.err()).isEqualTo(adaptive("other", "--resume").err()).contains("(ratio 0.");
    }

    @Test
    void aMapOfArmsIsFineWhereAnyOfThemChanges() throws IOException {
        Path scenario = Files.writeString(directory.resolve("s.json"), """
                {"model": "m.json", "time": {"end": 20},
                 "sweep": {"design": "adaptive", "levels": 3, "arms": {"one": {}, "two": {"parameters": {"gain": 1}}},
                           "vary": {"parameters.kill": {"from": 0, "to": 8, "count": 5},
                                    "initial.T": {"from": 10, "to": 1000, "scale": "log", "count": 3}}}}""");
        Files.writeString(directory.resolve("m.json"), """
                {"name": "m", "time": "d", "states": {"T": {"unit": "cell", "initial": 100, "extinct_below": 1}},
                 "parameters": {"kill": {"value": 1, "unit": "1/d"}, "gain": {"value": 4, "unit": "1/d"}},
                 "rates": {"T": "T*(gain - kill)"}, "outcome": {"tumor": "T", "escaped_above": "1e5 cell"}}""");
        shell.sweep(scenario, "d");
        List<String> rows = Files.readAllLines(shell.results("d"));
        assertThat(rows.get(0)).startsWith("point,arm,parameters.kill,initial.T,level,status,phase,");
        assertThat(rows.stream().filter(row -> row.contains(",3,ok,")).map(row -> row.split(",")[2]))
                .contains("1.25", "4.25")
                .doesNotContain("2.75", "6.25");
        long points = (rows.size() - 1) / 2;
        JsonNode manifest = new ObjectMapper().readTree(Files.readString(shell.file("d", "manifest.json")));
        assertThat(manifest.get("points").asLong()).isEqualTo(points);
        assertThat(manifest.get("uniform_points").asLong()).isEqualTo(33 * 17);
        assertThat(manifest.get("ratio_to_uniform").asDouble()).isEqualTo(points / (33 * 17.0));
    }

    /** Where a model cannot be integrated is a region of the map, whose rim is followed. */
    @Test
    void aFailureIsALabelOfItsOwn() throws IOException {
        Path scenario = Files.writeString(directory.resolve("s.json"), """
                {"model": "m.json", "time": {"end": 20},
                 "sweep": {"design": "adaptive", "levels": 3,
                           "vary": {"parameters.kill": {"from": 0, "to": 8, "count": 5},
                                    "initial.T": {"from": 10, "to": 1000, "count": 2}}}}""");
        Files.writeString(directory.resolve("m.json"), """
                {"name": "m", "time": "d", "states": {"T": {"unit": "cell", "initial": 100}, "Y": {"initial": 1, "unit": "1"}},
                 "parameters": {"kill": {"value": 1, "unit": "1"}},
                 "rates": {"T": "0", "Y": "if(kill > 2.9, -1, 0)"}, "units": "unchecked", "units_reason": "a test",
                 "outcome": {"tumor": "T"}}""");
        shell.sweep(scenario, "d", "--fail-on", 999);
        List<String> finest = Files.readAllLines(shell.results("d")).stream()
                .filter(row -> row.contains(",3,ok,") || row.contains(",3,failed:negative,"))
                .toList();
        assertThat(finest).extracting(row -> row.split(",")[1]).contains("2.75").doesNotContain("1.25", "3.25", "4.25");
    }

    @Test
    void aPartOfAnAdaptiveMapIsRefused() {
        Shell.Result result = adaptive("d", "--shard", "1/2");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--shard 1/2: which points an adaptive map has depends on the results");
        assertThat(directory.resolve("d")).doesNotExist();
    }
}

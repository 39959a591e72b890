package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonReader;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Proportion;
import org.immunoedit.sweep.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Summaries of sweeps: from a table, and as a sweep leaves them. */
class SweepSummaryTest {
    private static final String TABLE = """
            point,arm,parameters.a,status,phase,tumor_end,progression_free_survival,best_response,progression_free_until,observed_until
            1,a,0.1,ok,escape,8,10,PD,,90
            1,"b, c",0.1,ok,elimination,0,,CR,80,90
            2,a,0.2,ok,escape,6,20,PD,,90
            2,"b, c",0.2,failed:too-many-steps,,,,,,
            3,a,0.3,ok,equilibrium,1,,SD,80,90
            3,"b, c",0.3,ok,equilibrium,2,,PR,80,90
            """;

    @TempDir
    private Path directory;

    private Summary summary() throws IOException {
        Path file = Files.writeString(directory.resolve("results.csv"), TABLE);
        Map<String, String> units = new LinkedHashMap<>();
        for (String column : TABLE.lines().findFirst().orElseThrow().split(",")) {
            units.put(column, column.equals("tumor_end") ? "cell" : "");
        }
        SweepSummary summary = new SweepSummary(units, 6);
        summary.read(file);
        return summary.of(file);
    }

    @Test
    void everyArmIsCounted() throws IOException {
        Summary summary = summary();
        assertThat(summary.arms()).extracting(Summary.Arm::name).containsExactly("a", "b, c");
        Summary.Arm a = summary.arms().get(0);
        Summary.Arm b = summary.arms().get(1);
        assertThat(a.census().phases().values())
                .containsExactly(
                        new Proportion(0, 3), new Proportion(1, 3), new Proportion(2, 3), new Proportion(0, 3));
        assertThat(b.census().statuses()).containsEntry("failed:too-many-steps", 1L);
        assertThat(b.census().objectiveResponse()).isEqualTo(new Proportion(2, 2));
        assertThat(a.progression().orElseThrow().median()).isEqualTo(20);
        assertThat(b.progression().orElseThrow().median()).isNaN();
        assertThat(a.endpoints()).hasSize(2);
        assertThat(a.endpoints().get(0).unit()).isEqualTo("cell");
        assertThat(a.endpoints().get(0).statistics().mean()).isEqualTo(5);
        assertThat(a.endpoints().get(0).statistics().quantiles()).contains(6.0);
        assertThat(a.endpoints().get(1).statistics().missing()).isEqualTo(1);
        assertThat(b.endpoints().get(0).statistics().count()).isEqualTo(2);
    }

    @Test
    void armsAreComparedOnTheSamePatients() throws IOException {
        Summary.Pair pair = summary().pairs().get(0);
        assertThat(pair.from()).isEqualTo("a");
        assertThat(pair.to()).isEqualTo("b, c");
        assertThat(pair.transitions().better()).isEqualTo(new Proportion(1, 2));
        assertThat(pair.transitions().changed()).isEqualTo(new Proportion(1, 2));
    }

    @Test
    void aSweepLeavesItsSummary() throws IOException {
        Path scenario = Files.writeString(directory.resolve("s.json"), """
                {"model": "kuznetsov-1994", "initial": {"T": "5e6 cell"}, "time": {"end": "300 d", "every": "100 d"},
                 "sweep": {"vary": {"parameters.a": [0.05, 0.18, 0.6, 0.7]},
                           "arms": {"control": {}, "strong": {"parameters.s": 4e5}}}}""");
        sweep(scenario, "whole");
        Json.Object summary = json("whole");
        Json.Object control = (Json.Object) array(summary, "arms").get(0);
        assertThat(control.get("arm").orElseThrow().shown()).isEqualTo("\"control\"");
        assertThat(control.get("runs").orElseThrow().shown()).isEqualTo("4");
        List<String> table = Files.readAllLines(directory.resolve("whole").resolve("summary.csv"));
        assertThat(table.get(0)).isEqualTo("arm,versus,quantity,statistic,value,low,high,count,of,unit");
        assertThat(table).anyMatch(line -> line.startsWith("control,,status,ok,1,"));
        long escapes = Files.readAllLines(directory.resolve("whole").resolve("results.csv")).stream()
                .filter(line -> line.contains(",control,") && line.contains(",escape,"))
                .count();
        assertThat(escapes).isBetween(1L, 3L);
        assertThat(table).anyMatch(line -> line.startsWith("control,,phase,escape," + escapes / 4.0 + ","));
        assertThat(table).anyMatch(line -> line.startsWith("control,strong,benefit,better,"));
        sweep(scenario, "one", "--shard", "1/2");
        sweep(scenario, "two", "--shard", "2/2");
        Shell.Result merged = new Shell(new Workbench())
                .run(
                        "sweep",
                        "--merge",
                        directory.resolve("one"),
                        directory.resolve("two"),
                        "-o",
                        directory.resolve("joined"));
        assertThat(merged.code()).as(merged.err()).isZero();
        for (String file : List.of("summary.json", "summary.csv")) {
            assertThat(directory.resolve("joined").resolve(file))
                    .hasSameBinaryContentAs(directory.resolve("whole").resolve(file));
        }
    }

    private Json.Object json(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(name).resolve("summary.json"));
        return (Json.Object)
                JsonReader.parse(bytes, "summary.json", new Problems()).orElseThrow();
    }

    private static List<Json> array(Json.Object object, String key) {
        return ((Json.Array) object.get(key).orElseThrow()).items();
    }

    private void sweep(Path scenario, String name, Object... words) {
        List<Object> all = new ArrayList<>(List.of("sweep", scenario, "-o", directory.resolve(name)));
        all.addAll(List.of(words));
        Shell.Result result = new Shell(new Workbench()).run(all.toArray());
        assertThat(result.code()).as(result.err()).isZero();
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
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

/** Sweeps that compare arms on the same points. */
class SweepArmsTest {
    private static final String SCENARIO = """
            {"model": "kuznetsov-1994",
             "initial": {"T": "5e6 cell"},
             "therapies": [{"into": "E", "amount": "1e6 cell", "start": "2 d"}],
             "time": {"end": "40 d", "every": "10 d"},
             "sweep": {
               "design": "random", "samples": 5, "seed": 3,
               "vary": {"parameters.a": {"distribution": "lognormal", "median": 0.18, "cv": 0.3},
                        "therapies[0].amount": ["1e5 cell", "1e7 cell"]},
               "arms": {
                 "as it is": {},
                 "control": {"therapies": []},
                 "fast, early": {"parameters": {"s": 2e4}, "therapies[0].start": "0 d",
                                 "time": {"every": "20 d"}}}}}
            """;

    @TempDir
    private Path directory;

    private SweepShell shell;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        shell = new SweepShell(directory);
        scenario = Files.writeString(directory.resolve("s.json"), SCENARIO);
    }

    @Test
    void allArmsOfAPointStandTogetherWithTheSameDraws() throws IOException {
        shell.sweep(scenario, "d");
        List<String> lines = Files.readAllLines(shell.results("d"));
        assertThat(lines).hasSize(1 + 5 * 3);
        assertThat(lines.get(0)).startsWith("point,arm,parameters.a,therapies[0].amount,status,phase,");
        for (int point = 1; point <= 5; point++) {
            List<List<String>> rows = new ArrayList<>();
            for (int arm = 0; arm < 3; arm++) {
                rows.add(Tally.fields(lines.get(1 + 3 * (point - 1) + arm), 5));
            }
            assertThat(rows).extracting(row -> row.get(0)).containsOnly(Integer.toString(point));
            assertThat(rows).extracting(row -> row.get(1)).containsExactly("as it is", "control", "fast, early");
            assertThat(rows)
                    .extracting(row -> row.subList(2, 5))
                    .containsOnly(rows.get(0).subList(2, 5));
        }
    }

    @Test
    void aRowIsTheRunWithTheArmAndItsValuesSet() throws IOException {
        shell.sweep(scenario, "d", "--keep", "trajectories");
        List<String> rows = Files.readAllLines(shell.file("d", "trajectories.csv"));
        assertThat(rows.get(0)).isEqualTo("point,arm,time,E,T,T_total");
        List<String> values =
                Tally.fields(Files.readAllLines(shell.results("d")).get(1), 4);
        String a = "parameters.a=" + values.get(2);
        String amount = "therapies[0].amount=" + values.get(3);
        assertThat(of("1,as it is,", rows)).isEqualTo(runWith(a, amount));
        assertThat(of("1,control,", rows)).isEqualTo(runWith(a, "therapies=[]"));
        assertThat(of("1,\"fast, early\",", rows))
                .isEqualTo(runWith(a, amount, "parameters.s=2e4", "therapies[0].start=0 d", "time.every=20 d"));
    }

    private static List<String> of(String key, List<String> rows) {
        return rows.stream()
                .filter(row -> row.startsWith(key))
                .map(row -> row.substring(key.length()))
                .toList();
    }

    private List<String> runWith(String... settings) {
        List<Object> words = new ArrayList<>(List.of("run", scenario, "--quiet"));
        for (String setting : settings) {
            words.addAll(List.of("--set", setting));
        }
        Shell.Result run = shell.run(words.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return run.out().lines().skip(1).toList();
    }

    /** An arm changes the scenario, not what an arm before it has made of the scenario. */
    @Test
    void anArmDoesNotChangeTheNext() throws IOException {
        String arms = "sweep.arms={\"strong\": {\"parameters\": {\"s\": 4e4}, \"therapies\": []}, \"plain\": {}}";
        shell.sweep(scenario, "d", "--keep", "trajectories", "--set", arms);
        List<String> rows = Files.readAllLines(shell.file("d", "trajectories.csv"));
        List<String> values =
                Tally.fields(Files.readAllLines(shell.results("d")).get(1), 4);
        String a = "parameters.a=" + values.get(2);
        assertThat(of("1,plain,", rows)).isEqualTo(runWith(a, "therapies[0].amount=" + values.get(3)));
        assertThat(of("1,strong,", rows)).isEqualTo(runWith(a, "parameters.s=4e4", "therapies=[]"));
    }

    @Test
    void anotherArmLeavesTheOthersAsTheyAre() throws IOException {
        shell.sweep(scenario, "d");
        shell.sweep(scenario, "more", "--set", "sweep.arms.more={\"parameters\": {\"d\": 0.05}}");
        List<String> more = Files.readAllLines(shell.results("more"));
        assertThat(more)
                .hasSize(1 + 5 * 4)
                .filteredOn(line -> line.contains(",more,"))
                .hasSize(5);
        assertThat(more.stream().filter(line -> !line.contains(",more,")))
                .containsExactlyElementsOf(Files.readAllLines(shell.results("d")));
    }

    @Test
    void threadsShardsAndResumingGiveTheSameBytes() throws IOException {
        shell.sweep(scenario, "one", "--threads", 1, "--keep", "trajectories");
        shell.sweep(scenario, "more", "--threads", 5, "--keep", "trajectories");
        assertSame("more");
        for (int i = 1; i <= 2; i++) {
            shell.sweep(scenario, "part" + i, "--keep", "trajectories", "--shard", i + "/2");
        }
        assertThat(Files.readAllLines(shell.results("part1"))).hasSize(1 + 2 * 3);
        shell.merge("joined", "part2", "part1");
        assertSame("joined");
        byte[] bytes = Files.readAllBytes(shell.results("one"));
        for (int cut : new int[] {40, 500, 1500, bytes.length - 20}) {
            Files.write(Journal.unfinished(shell.results("more")), Arrays.copyOf(bytes, cut));
            Files.delete(shell.results("more"));
            shell.sweep(scenario, "more", "--keep", "trajectories", "--resume");
            assertSame("more");
        }
    }

    private void assertSame(String name) {
        assertThat(shell.results(name)).hasSameBinaryContentAs(shell.results("one"));
        assertThat(shell.file(name, "trajectories.csv")).hasSameBinaryContentAs(shell.file("one", "trajectories.csv"));
    }

    @Test
    void aDryRunCountsRows() {
        Shell.Result result = shell.run("sweep", scenario, "--dry-run");
        assertThat(result.out())
                .contains("design: random of parameters.a, therapies[0].amount, arms as it is, control, fast, early")
                .contains("points: 5\nrows: 15\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"x\": {\"therapy\": []}} | /sweep/arms/x/therapy: \"therapy\" is not a known key",
                "{\"x\": {\"parameters\": {\"aa\": 1}}} | /sweep/arms/x/parameters/aa: \"aa\" is not a parameter",
                "{\"x\": {\"parameters.aa\": 1}} | /sweep/arms/x/parameters.aa: \"aa\" is not a parameter",
                "{\"x\": {\"therapies[3]\": {}}} | /sweep/arms/x/therapies[3]: there is no item 3 in /therapies",
                "{\"x\": {\"therapies\": [{\"into\": \"Q\", \"amount\": 1}]}} | /sweep/arms/x/therapies/0/into: \"Q\"",
                "{\"x\": {\"sweep\": {}}} | /sweep/arms/x/sweep: an arm changes the sweep it belongs to",
                "{\"x\": []} | /sweep/arms/x: a list is not an object",
                "{\" \": {}} | this is not the name of an arm",
            })
    void faultsOfArmsAreToldAtTheirPlace(String arms, String message) throws IOException {
        Files.writeString(scenario, """
                {"model": "kuznetsov-1994", "time": {"end": 1}, "sweep": {
                 "arms": ARMS}}""".replace("ARMS", arms));
        for (Shell.Result result :
                List.of(shell.run("sweep", scenario, "-o", directory.resolve("d")), shell.run("validate", scenario))) {
            assertThat(result.code()).as(result.err()).isEqualTo(3);
            assertThat(result.err()).contains("s.json:2:", "error: ", message);
        }
        assertThat(directory.resolve("d")).doesNotExist();
    }

    @Test
    void aSinglePatientIsComparedUnderArms() throws IOException {
        Files.writeString(scenario, """
                {"model": "kuznetsov-1994", "time": {"end": 1, "points": 2},
                 "run_in": {"until": "T >= 1e6", "limit": "100 d"}, "initial": {"T": 1e5},
                 "sweep": {"arms": {"late": {}, "early": {"run_in": null}}}}""");
        Shell.Result result = shell.run("sweep", scenario, "-o", directory.resolve("d"));
        assertThat(result.code()).as(result.err()).isZero();
        List<String> lines = Files.readAllLines(shell.results("d"));
        assertThat(lines).hasSize(3);
        assertThat(Double.parseDouble(Tally.fields(lines.get(1), 5).get(4))).isCloseTo(1e6, within(1e-3));
        assertThat(Double.parseDouble(Tally.fields(lines.get(2), 5).get(4))).isEqualTo(1e5);
    }

    @Test
    void aParameterOfAnAgentConcernsTheArmsThatGiveIt() throws IOException {
        Files.writeString(scenario, """
                {"model": "immunoediting", "time": {"end": 30, "points": 2},
                 "sweep": {"vary": {"parameters.pembrolizumab.CL": [0.1, 0.4]},
                   "arms": {"control": {}, "treated": {
                     "therapies": [{"agent": "pembrolizumab", "regimen": "200 mg q3w"}]}}}}""");
        Shell.Result result = shell.run("sweep", scenario, "-o", directory.resolve("d"));
        assertThat(result.code()).as(result.err()).isZero();
        List<String> lines = Files.readAllLines(shell.results("d"));
        assertThat(lines.get(1).replace("1,control,0.1", ""))
                .isEqualTo(lines.get(3).replace("2,control,0.4", ""));
        assertThat(lines.get(2).replace("1,treated,0.1", ""))
                .isNotEqualTo(lines.get(4).replace("2,treated,0.4", ""));
        Shell.Result none =
                shell.run("sweep", scenario, "--set", "sweep.arms.treated={}", "-o", directory.resolve("e"));
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("in arm \"control\": \"pembrolizumab.CL\" is not a parameter");
    }

    @Test
    void armsThatMeasureInOtherUnitsAreRefused() throws IOException {
        Files.writeString(scenario, """
                {"model": "kuznetsov-1994", "time": {"end": 1},
                 "sweep": {"arms": {"cells": {}, "density": {"model": "kirschner-panetta-1998"}}}}""");
        Shell.Result result = shell.run("sweep", scenario, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("s.json:2:", "arm \"density\" measures tumor_start in ");
    }

    @Test
    void rowsSayHowLongARunWasWatched() throws IOException {
        shell.sweep(scenario, "d");
        List<String> lines = Files.readAllLines(shell.results("d"));
        List<String> header = Tally.fields(lines.get(0), 100);
        int column = header.indexOf("observed_until");
        assertThat(column).isPositive();
        assertThat(lines.stream().skip(1).map(line -> Tally.fields(line, 100).get(column)))
                .containsOnly("40");
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row of a sweep is the run with its values set. */
class SweepRowTest {
    @TempDir
    private Path directory;

    private SweepShell shell;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        shell = new SweepShell(directory);
        scenario = shell.scenario();
    }

    /** Cells of a row say what the sidecar of the run says, to the last bit, missing values included. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters.a=0.17,0.43 | initial.T=1e5 cell,0 cell,3e3 cell",
                "parameters.p=0.02,0.2 | therapies[0].amount=1e5 cell,1e8 cell",
                "therapies[0].start=1 d,30 d | therapies[0].every=1 d,30 h",
                "time.end=200 d,900 d | outcome.escaped_above=2e8 cell,4e8 cell",
            })
    void endpointsOfARowAreThoseOfTheRunWithItsValuesSet(String first, String second) throws IOException {
        shell.sweep(scenario, "d", "--set", "time.end=600 d", "--vary", first, "--vary", second);
        List<String> rows = Files.readAllLines(shell.results("d"));
        List<String> header = Tally.fields(rows.get(0), 24);
        int point = 0;
        for (String a : values(first)) {
            for (String b : values(second)) {
                List<String> row = Tally.fields(rows.get(++point), 24);
                Path csv = directory.resolve("run" + point + ".csv");
                Shell.Result run = shell.run(
                        "run",
                        scenario,
                        "--set",
                        "time.end=600 d",
                        "--set",
                        path(first) + "=" + a,
                        "--set",
                        path(second) + "=" + b,
                        "-o",
                        csv);
                assertThat(run.code()).as(run.err()).isZero();
                JsonNode verdict = new ObjectMapper()
                        .readTree(Files.readString(directory.resolve("run" + point + ".meta.json")))
                        .get("verdict");
                assertThat(row.get(header.indexOf("phase")))
                        .isEqualTo(verdict.get("phase").asText());
                int endpoints = 0;
                for (JsonNode endpoint : verdict.get("endpoints")) {
                    String cell = row.get(header.indexOf(endpoint.get("name").asText()));
                    double value = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
                    // NaN equals NaN here
                    assertThat(Double.compare(value, endpoint.get("value").asDouble(Double.NaN)))
                            .as(endpoint.get("name").asText())
                            .isZero();
                    endpoints++;
                }
                assertThat(endpoints).isEqualTo(14);
            }
        }
    }

    /** What can vary: by the quick way, by the long way, and with a structure that changes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters.a=0.17,0.23 | initial.T=1e5 cell,0 cell,3e3 cell",
                "parameters.s=1e4 cell/d,5e4 cell/wk | parameters.g=1e7,3e7",
                "therapies[0].amount=1e5 cell,1e7 cell | therapies[0].every=1 d,30 h",
                "initial.E=0,1e5 | solver.method=tsit5,rodas",
                "therapies[0].doses=1,4 | time.end=10 d,50 d",
            })
    void aRowIsTheRunWithItsValuesSet(String first, String second) throws IOException {
        shell.sweep(scenario, "d", "--vary", first, "--vary", second, "--keep", "trajectories");
        List<String> rows = Files.readAllLines(shell.file("d", "trajectories.csv"));
        int point = 0;
        for (String a : values(first)) {
            for (String b : values(second)) {
                point++;
                Shell.Result run = shell.run(
                        "run", scenario, "--quiet", "--set", path(first) + "=" + a, "--set", path(second) + "=" + b);
                assertThat(run.code()).isZero();
                String prefix = point + ",";
                assertThat(rows.stream()
                                .filter(row -> row.startsWith(prefix))
                                .map(row -> row.substring(prefix.length())))
                        .containsExactlyElementsOf(run.out().lines().skip(1).toList());
            }
        }
        assertThat(point).isGreaterThanOrEqualTo(4);
    }

    @Test
    void runInsAndRulesAreThoseOfTheRun() throws IOException {
        Files.writeString(scenario, """
                {"model": "kuznetsov-1994", "initial": {"T": 1e5},
                 "run_in": {"until": "T >= 1e6", "limit": "100 d"},
                 "therapies": [{"into": "E", "amount": 1e5, "start": 1, "every": 2, "doses": 10}],
                 "rules": [{"at": {"start": 2, "every": 2}, "when": "T > 5e6", "do": {"stop": ["E"]}}],
                 "time": {"end": 30, "every": 5}}""");
        Shell.Result result = shell.run(
                "sweep",
                scenario,
                "--vary",
                "parameters.a=0.15,0.2",
                "--keep",
                "trajectories",
                "-o",
                directory.resolve("d"));
        assertThat(result.code()).as(result.err()).isZero();
        List<String> rows = Files.readAllLines(shell.file("d", "trajectories.csv"));
        for (int point = 1; point <= 2; point++) {
            String prefix = point + ",";
            Shell.Result run =
                    shell.run("run", scenario, "--quiet", "--set", "parameters.a=" + (point == 1 ? "0.15" : "0.2"));
            assertThat(rows.stream().filter(row -> row.startsWith(prefix)).map(row -> row.substring(prefix.length())))
                    .containsExactlyElementsOf(run.out().lines().skip(1).toList());
        }
    }

    @Test
    void theQuickWayIsTaken() throws Exception {
        String vary = "sweep.vary.parameters.a={\"from\":0.1,\"to\":0.2,\"count\":3}";
        assertThat(points(vary)).isInstanceOf(QuickPoints.class);
        assertThat(points("sweep.vary.time.end=[\"10 d\",\"20 d\"]")).isNotInstanceOf(QuickPoints.class);
    }

    private SweepTables.Points points(String setting) throws Exception {
        Changes changes = new Changes(List.of(setting), java.util.OptionalLong.empty(), List.of());
        Document document = Document.read(scenario.toString(), new ByteArrayInputStream(new byte[0]));
        return QuickPoints.of(SweepStudy.read(document, changes).arms().get(0));
    }

    private static String path(String vary) {
        return vary.substring(0, vary.indexOf('='));
    }

    private static List<String> values(String vary) {
        return List.of(vary.substring(vary.indexOf('=') + 1).split(","));
    }
}

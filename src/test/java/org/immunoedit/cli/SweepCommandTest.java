package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.immunoedit.sweep.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sweeps, from the command line to the bytes of their tables. */
class SweepCommandTest {
    private static final String SCENARIO = """
            {"model": "kuznetsov-1994",
             "initial": {"T": "5e6 cell"},
             "therapies": [{"into": "E", "amount": "1e6 cell", "start": "2 d", "every": "3 d", "doses": 2}],
             "time": {"end": "40 d", "every": "10 d"}}
            """;

    @TempDir
    private Path directory;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Files.writeString(directory.resolve("s.json"), SCENARIO);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void anyNumberOfThreadsGivesTheSameBytes(int threads) throws IOException {
        assertThat(sweep("one", "--threads", 1, "--keep", "trajectories").code())
                .isZero();
        assertThat(sweep("more", "--threads", threads, "--keep", "trajectories").code())
                .isZero();
        assertThat(results("more")).hasSameBinaryContentAs(results("one"));
        assertThat(file("more", "trajectories.csv")).hasSameBinaryContentAs(file("one", "trajectories.csv"));
        assertThat(Files.readAllLines(results("one"))).hasSize(1 + 12);
    }

    @Test
    void rowsAreInPlanOrderWithTheirValues() throws IOException {
        sweep("d");
        List<String> lines = Files.readAllLines(results("d"));
        assertThat(lines.get(0)).startsWith("point,parameters.a,initial.T,status,phase,tumor_start,tumor_end,");
        assertThat(lines.get(1)).startsWith("1,0.1,100000,ok,");
        assertThat(lines.get(2)).startsWith("2,0.1,1e7,ok,");
        assertThat(lines.get(12)).startsWith("12,0.2,1e9,ok,");
        assertThat(Files.list(file("d", ".")).map(p -> p.getFileName().toString()))
                .containsExactlyInAnyOrder("results.csv", "manifest.json", "summary.json", "summary.csv");
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
        Result result = run(
                "sweep", scenario, "--set", "time.end=600 d", "--vary", first, "--vary", second, "-o", file("d", ""));
        assertThat(result.code()).as(result.err()).isZero();
        List<String> rows = Files.readAllLines(results("d"));
        List<String> header = Tally.fields(rows.get(0), 24);
        int point = 0;
        for (String a : values(first)) {
            for (String b : values(second)) {
                List<String> row = Tally.fields(rows.get(++point), 24);
                Path csv = directory.resolve("run" + point + ".csv");
                Result run = run(
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

    /** Every point takes longer than that; its row is there, is empty, and is no failure. */
    @Test
    void aPointThatTakesTooLongIsSkipped() throws IOException {
        Result result = sweep("d", "--time-limit", "1e-9");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("12 skipped");
        assertThat(Files.readAllLines(results("d")).stream().skip(1))
                .hasSize(12)
                .allMatch(line -> line.matches("[0-9]+,[^,]+,[^,]+,skipped,,,+"));
    }

    /** A limit of time that is not reached changes no bit. */
    @Test
    void aLimitOfTimeChangesNothing() throws IOException {
        sweep("plain");
        sweep("limited", "--time-limit", "1000");
        assertThat(results("limited")).hasSameBinaryContentAs(results("plain"));
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
        Result result = run(
                "sweep",
                scenario,
                "--vary",
                first,
                "--vary",
                second,
                "--keep",
                "trajectories",
                "-o",
                directory.resolve("d"));
        assertThat(result.code()).as(result.err()).isZero();
        List<String> rows = Files.readAllLines(file("d", "trajectories.csv"));
        int point = 0;
        for (String a : values(first)) {
            for (String b : values(second)) {
                point++;
                Result run = run(
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
        Result result = run(
                "sweep",
                scenario,
                "--vary",
                "parameters.a=0.15,0.2",
                "--keep",
                "trajectories",
                "-o",
                directory.resolve("d"));
        assertThat(result.code()).as(result.err()).isZero();
        List<String> rows = Files.readAllLines(file("d", "trajectories.csv"));
        for (int point = 1; point <= 2; point++) {
            String prefix = point + ",";
            Result run = run("run", scenario, "--quiet", "--set", "parameters.a=" + (point == 1 ? "0.15" : "0.2"));
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

    @Test
    void aFailedRowHasAReasonAndEmptyEndpoints() throws IOException {
        Result result = run("sweep", scenario, "--vary", "solver.max_steps=100000,3", "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(1);
        List<String> lines = Files.readAllLines(results("d"));
        assertThat(lines.get(1)).startsWith("1,100000,ok,");
        assertThat(lines.get(2)).matches("2,3,failed:too-many-steps,+");
        assertThat(Tally.fields(lines.get(2), 30)).hasSameSizeAs(Tally.fields(lines.get(0), 30));
        assertThat(run(
                                "sweep",
                                scenario,
                                "--vary",
                                "solver.max_steps=100000,3",
                                "--fail-on",
                                1,
                                "-o",
                                directory.resolve("e"))
                        .code())
                .isZero();
    }

    @Test
    void aPointThatIsNoScenarioIsAFailedRow() throws IOException {
        String vary = "sweep.vary.initial.T={\"distribution\":\"normal\",\"mean\":1e6,\"sd\":1e7}";
        Result result = run(
                "sweep", scenario, "--set", vary, "--design", "random", "--samples", 8, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(Files.readAllLines(results("d")).stream().skip(1))
                .hasSize(8)
                .anyMatch(line -> line.contains(",ok,"))
                .allMatch(line -> line.matches("[0-9],-.*") == line.contains(",failed:value,"));
    }

    @Test
    void faultsOfTheSweepAreToldAtTheirPlace() throws IOException {
        Files.writeString(
                scenario,
                SCENARIO.strip().replaceAll("}$", "").stripTrailing()
                        + ",\n \"sweep\": {\"vary\": {\"parameters.aa\": [1], \"therapies[0].amount\": [\"1 mq\", \"1 h\"]}}}");
        Result result = run("sweep", scenario, "-o", directory.resolve("d"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("s.json:5:21: error: ", "parameters.aa: \"aa\" is not a parameter");
        assertThat(directory.resolve("d")).doesNotExist();
    }

    @Test
    void wherverItDiesResumingGivesTheSameBytes() throws IOException {
        sweep("whole", "--keep", "trajectories");
        byte[] results = Files.readAllBytes(results("whole"));
        byte[] rows = Files.readAllBytes(file("whole", "trajectories.csv"));
        Random random = new Random(4);
        for (int i = 0; i < 8; i++) {
            String name = "cut" + i;
            assertThat(sweep(name, "--keep", "trajectories").code()).isZero();
            // results never run ahead of the rows
            int lines = random.nextInt(13);
            int end = endOfLine(results, lines);
            int cut = Math.min(results.length, end + random.nextInt(30));
            Files.write(Journal.unfinished(results(name)), Arrays.copyOf(results, cut));
            Files.delete(results(name));
            if (i % 2 == 0) {
                int rowsEnd = endOfLine(rows, Math.min(1, lines) + 5 * 12);
                Files.write(Journal.unfinished(file(name, "trajectories.csv")), Arrays.copyOf(rows, rowsEnd));
                Files.delete(file(name, "trajectories.csv"));
            }
            assertThat(sweep(name, "--keep", "trajectories").code()).isEqualTo(2);
            assertThat(sweep(name, "--keep", "trajectories", "--resume").code()).isZero();
            assertThat(results(name)).hasBinaryContent(results);
            assertThat(file(name, "trajectories.csv")).hasBinaryContent(rows);
        }
    }

    @Test
    void anotherDesignIsRefused() throws IOException {
        assertThat(sweep("d").code()).isZero();
        byte[] before = Files.readAllBytes(results("d"));
        assertThat(sweep("d", "--resume").code()).isZero();
        Result other = sweep("d", "--resume", "--set", "parameters.s=1");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("holds another sweep");
        assertThat(results("d")).hasBinaryContent(before);
    }

    @Test
    void shardsJoinToTheWhole() throws IOException {
        sweep("whole", "--keep", "trajectories");
        for (int i = 1; i <= 3; i++) {
            sweep("part" + i, "--keep", "trajectories", "--shard", i + "/3");
        }
        Result missing = run("sweep", "--merge", file("part1", "."), file("part3", "."), "-o", file("joined", "."));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("shard 2/3 is missing");
        Result merged = run(
                "sweep",
                "--merge",
                file("part3", "."),
                file("part1", "."),
                file("part2", "."),
                "-o",
                file("joined", "."));
        assertThat(merged.code()).isZero();
        assertThat(results("joined")).hasSameBinaryContentAs(results("whole"));
        assertThat(file("joined", "trajectories.csv")).hasSameBinaryContentAs(file("whole", "trajectories.csv"));
        assertThat(sweep("joined", "--keep", "trajectories", "--resume").code()).isZero();
    }

    @Test
    void aVariedParameterWithoutEffectIsToldOf() throws IOException {
        Files.writeString(directory.resolve("m.json"), """
                {"name": "m", "time": "d", "states": {"T": {"unit": "cell", "initial": 1}},
                 "parameters": {"a": {"value": 1, "unit": "1/d"}, "b": {"value": 1, "unit": "1"}},
                 "rates": {"T": "-a*T"}, "outcome": {"tumor": "T"}}""");
        Files.writeString(scenario, "{\"model\": \"m.json\", \"time\": {\"end\": 1}}");
        String[] vary = {"--vary", "parameters.a=1,2", "--vary", "parameters.b=1,2"};
        Result result = run("sweep", scenario, vary[0], vary[1], vary[2], vary[3], "-o", directory.resolve("d"));
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("warning: /sweep/vary/parameters.b: parameters.b has no effect on this scenario")
                .doesNotContain("parameters.a has");
    }

    @Test
    void aDryRunWritesNothing() {
        Result result = sweep("d", "--dry-run");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("design: grid of parameters.a, initial.T\npoints: 12\nrows: 12\ntime: about ");
        assertThat(directory.resolve("d")).doesNotExist();
    }

    /** Nothing of an earlier sweep stays beside the results of another one. */
    @Test
    void anotherSweepTakesThePlaceOfTheOneBefore() throws IOException {
        assertThat(sweep("d", "--keep", "trajectories").code()).isZero();
        assertThat(sweep("part", "--shard", "1/1").code()).isZero();
        assertThat(sweep("d", "--set", "parameters.s=2e4").code()).isZero();
        assertThat(Files.list(file("d", ".")).map(p -> p.getFileName().toString()))
                .containsExactlyInAnyOrder("results.csv", "manifest.json", "summary.json", "summary.csv");
        assertThat(sweep("d", "--keep", "bands").code()).isZero();
        String find = "sweep={\"find\": {\"vary\": \"initial.T\", \"between\": [1, 2], \"phase\": \"escape\"}}";
        assertThat(run("sweep", scenario, "--set", find, "-o", file("d", "")).code())
                .isZero();
        assertThat(Files.list(file("d", ".")).map(p -> p.getFileName().toString()))
                .containsExactlyInAnyOrder("results.csv", "manifest.json", "probes.csv");
        assertThat(run("sweep", "--merge", file("part", ""), "-o", file("d", ""))
                        .code())
                .isZero();
        assertThat(Files.list(file("d", ".")).map(p -> p.getFileName().toString()))
                .containsExactlyInAnyOrder("results.csv", "manifest.json", "summary.json", "summary.csv");
    }

    @Test
    void wrongWordsAreToldApart() {
        String[] twice = {"--vary", "parameters.a=1,2", "--vary", "parameters.a=3"};
        Result result = run("sweep", scenario, twice[0], twice[1], twice[2], twice[3], "-o", file("d", ""));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--vary names parameters.a twice");
        result = run("sweep", scenario, "--vary", "parameters.a=0.1:0.3", "-o", file("d", ""));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("--vary parameters.a=0.1:0.3 is not a variation; expected PATH=FROM:TO:COUNT");
        result = run("sweep", "--merge", file("d", ""), "--shard", "1/2", "-o", file("e", ""));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--shard means nothing to --merge, which joins what is there");
        assertThat(run("sweep", scenario).code()).isEqualTo(2);
        assertThat(sweep("d", "--shard", "3/2").code()).isEqualTo(2);
        assertThat(run("sweep", scenario, "--vary", "a", "-o", "d").code()).isEqualTo(2);
        assertThat(run("sweep", scenario, "-o", directory.resolve("d")).code()).isEqualTo(3);
    }

    private static int endOfLine(byte[] bytes, int lines) {
        int end = 0;
        for (int i = 0; i <= lines && end < bytes.length; i++) {
            while (bytes[end++] != '\n') {
                continue;
            }
        }
        return end;
    }

    private static String path(String vary) {
        return vary.substring(0, vary.indexOf('='));
    }

    private static List<String> values(String vary) {
        return List.of(vary.substring(vary.indexOf('=') + 1).split(","));
    }

    private Path results(String name) {
        return file(name, "results.csv");
    }

    private Path file(String name, String file) {
        return directory.resolve(name).resolve(file);
    }

    private Result sweep(String name, Object... words) {
        Stream<Object> fixed = Stream.of(
                "sweep",
                scenario,
                "--vary",
                "parameters.a=0.1:0.2:4",
                "--vary",
                "initial.T=1e5:1e9:3:log",
                "-o",
                directory.resolve(name));
        return run(Stream.concat(fixed, Stream.of(words)).toArray());
    }

    private static Result run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false);
        Set<Path> unfinished = ConcurrentHashMap.newKeySet();
        App app = new App(console, List.of(new RunCommand(new Workbench(), unfinished), new SweepCommand(unfinished)));
        int code = app.run(Stream.of(words).map(Object::toString).toArray(String[]::new))
                .code();
        assertThat(unfinished).isEmpty();
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Result(int code, String out, String err) {}
}

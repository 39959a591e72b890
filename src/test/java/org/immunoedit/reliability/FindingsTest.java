package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunoedit.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What campaigns have found and what was fixed, each by its smallest input. */
class FindingsTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory);
    }

    private static void refused(Shell.Result result, String words) {
        assertThat(result.err()).contains(words);
        assertThat(result.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"end\": \"2 d\"}",
                "{\"start\": \"1 d\", \"end\": 2}",
                "{\"end\": 2, \"every\": \"6 h\"}",
                "{\"end\": 2, \"at\": [\"1 d\"]}"
            })
    void aTimeWithUnitInAModelWithout(String time) {
        refused(
                desk.model("1", "-T").scenario("\"time\": " + time).run("run", "@s.json"),
                ", but the model's time has no unit; expected a bare number");
    }

    @Test
    void aRunInWithoutLimitInAModelWithoutUnitOfTime() {
        desk.model("1", "T").scenario("\"time\": {\"end\": 2}, \"run_in\": {\"until\": \"T > 2\"}");
        refused(desk.run("run", "@s.json"), "a time in y, but the model's time has no unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e308 cell/1e-300 mL", "1e-200 cell", "4.9e-324", "(1e99)^5 d"})
    void aUnitBeyondAllMeasure(String unit) {
        desk.model("\"time\": \"d\", \"states\": {\"T\": {\"unit\": \"" + unit
                + "\", \"initial\": 1}}, \"rates\": {\"T\": 1}");
        refused(desk.run("validate", "@m.json"), "is out of range");
    }

    @Test
    void aSyntaxErrorOfASweepIsToldOnce() {
        desk.file("s.json", "{\"model\": }");
        assertThat(desk.run("sweep", "@s.json", "-o", "@out").err().lines()).hasSize(1);
    }

    @Test
    void namesFromAFileDoNotReachTheTerminal() {
        desk.model("d", "T\\u001b[31m").scenario("\"time\": {\"end\": 1}, \"a\\nb: error: c\": 1");
        String err = desk.run("run", "@s.json").err();
        assertThat(err).contains("\\u001b").contains("a\\nb: error: c").doesNotContain("\u001b");
        assertThat(desk.run("\u001b[2J").err()).contains("\"\\u001b[2J\" is not a command");
    }

    @Test
    void labelsOfEventsDoNotReachTheTerminal() {
        desk.model("d", "-T")
                .scenario(
                        "\"time\": {\"end\": 9}, \"events\": [{\"when\": \"T < 0.5\", \"label\": \"\\u001b]0;x\", \"stop\": true}],"
                                + " \"outcome\": {\"tumor\": \"T\"}");
        assertThat(desk.run("run", "@s.json").err()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "sweep", "models", "verify"})
    void aWordThatIsNoPathHere(String command) {
        Shell.Result result = desk.run(command, "a\u0000.json", "-o", "@out");
        Shell.Result plain = desk.run(command, "a\u0000.json");
        assertThat(List.of(result.code(), plain.code())).isSubsetOf(2, 3, 4);
        assertThat(result.err() + plain.err()).doesNotContain("internal error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run @s.json", "sweep @s.json", "init", "completion"})
    void anOutputThatIsNoPathHere(String command) {
        desk.model("d", "-T")
                .scenario("\"time\": {\"end\": 1}, \"sweep\": {\"vary\": {\"parameters.a\": {\"values\": [1]}}}");
        Shell.Result result = desk.run((command + " -o a\u0000").split(" "));
        assertThat(result.err()).contains("a\\u0000: error: cannot be the name of a file here");
        assertThat(result.code()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plot ?.csv",
                "plot ?",
                "plot @out.csv ?.csv -o @both.svg",
                "plot @out.csv --data ?.csv",
                "plot @out.csv -o ?.svg",
                "plot @out.csv -o ?.png",
                "report ?.csv",
                "report ?",
                "report @out.csv -o ?.html",
                "explain ?.json",
                "explain ?.csv",
                "explain @s.json -o ?.csv"
            })
    void aWordOfResultsThatIsNoPathHere(String line) {
        desk.model("d", "-T").scenario("\"time\": {\"end\": 1}, \"outcome\": {\"tumor\": \"T\"}");
        assertThat(desk.run("run", "@s.json", "-o", "@out.csv").code()).isZero();
        Shell.Result result = desk.run(line.replace('?', '\0').split(" "));
        assertThat(result.err())
                .contains("\\u0000")
                .contains("error: cannot be the name of a file here")
                .doesNotContain("internal error");
        assertThat(result.code()).isEqualTo(4);
    }

    @Test
    void aFileOfAScenarioThatIsNoPathHere() {
        desk.file("s.json", "{\"model\": \"a\\u0000.json\", \"time\": {\"end\": 1}}");
        refused(desk.run("run", "@s.json"), "s.json:1:11: error: /model: there is no file \"a\\u0000.json\"");
        desk.model("d", "-T").scenario("\"time\": {\"end\": 1}, \"therapies\": [{\"doses_file\": \"a\\u0000.csv\"}]");
        refused(desk.run("run", "@s.json"), "doses_file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "sweep", "plot", "verify", "models", "init"})
    void helpBeforeACommandIsItsHelp(String command) {
        Shell.Result result = desk.run("--help", command);
        assertThat(result.out()).contains("Usage: immunoedit " + command);
        assertThat(result.code()).isZero();
    }

    @Test
    void jsonDiagnosticsHoldNoControlCharacters() {
        desk.file("s.json", "{\"model\": \u009b }");
        assertThat(desk.run("run", "@s.json", "--json").err())
                .contains("\\u009b")
                .doesNotContain("\u009b");
    }

    @Test
    void anExplanationDoesNotReplaceWhatItExplains() throws IOException {
        desk.model("d", "a*T").scenario("\"time\": {\"end\": 5}, \"outcome\": {\"tumor\": \"T\"}");
        String scenario = Files.readString(directory.resolve("s.json"));
        Shell.Result result = desk.run("explain", "@s.json", "-o", "@s.json");
        assertThat(result.code()).isEqualTo(2);
        assertThat(directory.resolve("s.json")).hasContent(scenario);

        assertThat(desk.run("run", "@s.json", "-o", "@out.csv").code()).isZero();
        String rows = Files.readString(directory.resolve("out.csv"));
        Shell.Result other = desk.run("explain", "@out.csv", "-o", "@out.csv");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("choose another name");
        assertThat(directory.resolve("out.csv")).hasContent(rows);
    }

    @Test
    void anExplanationToStandardOutputMakesNoFileOfThatName() {
        desk.model("d", "a*T").scenario("\"time\": {\"end\": 5}, \"outcome\": {\"tumor\": \"T\"}");
        Shell.Result result = desk.run("explain", "@s.json", "-o", "-");
        assertThat(Path.of("-")).doesNotExist();
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aSweepWithoutAnyRunHasNoTrajectoriesToDraw() {
        desk.model("d", "a*T")
                .scenario("\"time\": {\"end\": 5}, \"outcome\": {\"tumor\": \"T\"},"
                        + " \"run_in\": {\"until\": \"T < 0\", \"limit\": 1}, \"sweep\": {\"design\": \"sobol\","
                        + " \"samples\": 2, \"keep\": \"trajectories\", \"vary\": {\"parameters.a\":"
                        + " {\"from\": 1, \"to\": 2}}}");
        assertThat(desk.run("sweep", "@s.json", "-o", "@results").code()).isEqualTo(1);
        for (String command : List.of("plot", "report")) {
            Shell.Result result = desk.run(command, "@results");
            assertThat(result.err()).doesNotContain("internal error");
            assertThat(result.code()).as(result.err()).isZero();
        }
    }

    @Test
    void aTableWithoutATimeInEachRowIsRefusedWithItsLine() throws IOException {
        for (String broken : List.of("", "1e999")) {
            Path table = Files.writeString(directory.resolve("out.csv"), "time,T\n0,1\n" + broken + ",2\n2,3\n");
            Shell.Result result = desk.run("plot", "@out.csv");
            assertThat(result.code()).as(result.err()).isEqualTo(3);
            assertThat(result.err())
                    .contains(table + ":3:1: error: this row has no \"time\"; expected a number in each row");
        }
    }

    /** Each image is kept: too many of them are refused before the run, not told by a lack of memory. */
    @ParameterizedTest
    @ValueSource(strings = {"1e9", "1e18", "1e308"})
    void aRunWithTooManyImagesIsRefused(String end) {
        String scenario = "{\"model\": \"kuznetsov-1994\", \"time\": {\"end\": " + end + "}}";
        desk.file("s.json", scenario);
        for (String command : List.of("run", "explain", "validate")) {
            refused(
                    desk.run(command, "@s.json"),
                    "/time/end: until then the tumor is assessed more than 1000000 times");
        }
        desk.file("s.json", scenario.replace(end, "5e7"));
        assertThat(desk.run("validate", "@s.json").code()).isZero();
    }

    /** So late that time does not tell a sample from the next; the steps are as long. */
    @Test
    void aRunBeyondTheResolutionOfItsWindowEnds() {
        desk.model("d", "a*T - a*T")
                .scenario(
                        "\"time\": {\"end\": 1e308, \"points\": 2}, \"initial\": {\"T\": 5}, \"outcome\": {\"tumor\": \"T\","
                                + " \"assessments\": {\"every\": 1e305}}");
        Shell.Result result = desk.run("run", "@s.json");
        assertThat(result.code()).as(result.err()).isZero();
    }

    @Test
    void aTableOfASweepThatLacksResponsesIsRefused() throws IOException {
        desk.file(
                "s.json",
                "{\"model\": \"kuznetsov-1994\", \"time\": {\"end\": 200}, \"sweep\": {\"design\": \"sobol\", \"samples\": 4,"
                        + " \"vary\": {\"parameters.a\": {\"from\": 0.1, \"to\": 0.3}}}}");
        assertThat(desk.run("sweep", "@s.json", "-o", "@results").code()).isZero();
        Path table = directory.resolve("results").resolve("results.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("best_response", "renamed"));
        for (String command : List.of("plot", "report")) {
            refused(desk.run(command, "@results"), "there is no column \"best_response\"");
        }
    }

    @Test
    void aSearchWhoseTableIsBrokenIsNotReported() throws IOException {
        desk.model("d", "a*T")
                .scenario("\"time\": {\"end\": 5}, \"outcome\": {\"tumor\": \"T\"}, \"sweep\": {\"find\": {\"vary\":"
                        + " \"parameters.a\", \"between\": [0.1, 10], \"phase\": \"escape\"}}");
        assertThat(desk.run("sweep", "@s.json", "-o", "@results").code()).isZero();
        Path table = directory.resolve("results").resolve("results.csv");
        List<String> lines = Files.readAllLines(table);
        Files.write(table, List.of(lines.get(0), lines.get(1).replaceAll("[^,]+", "")));
        Shell.Result result = desk.run("sweep", "@s.json", "-o", "@results", "--resume");
        assertThat(result.code()).as(result.err()).isEqualTo(4);
        assertThat(result.err()).contains("row 1 has no number of changes");
    }

    @Test
    void aSweepTellsItsDiagnosticsAsOneArray() {
        desk.model("d", "a*T")
                .scenario("\"time\": {\"end\": 5}, \"therapies\": [{\"into\": \"T\", \"amount\": 1, \"start\": 9}],"
                        + " \"sweep\": {\"find\": {\"vary\": \"parameters.a\", \"between\": [0.1, 10],"
                        + " \"phase\": \"escape\", \"wanted\": \"smallest\"}}");
        Shell.Result result = desk.run("sweep", "@s.json", "-o", "@results", "--json");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("no tumor is named");
        assertThat(result.err().lines().filter(line -> line.startsWith("["))).hasSize(1);
    }

    @Test
    void aToleranceThatCannotBeTighterIsNoBug() {
        desk.model("d", "-T").scenario("\"time\": {\"end\": 1}, \"solver\": {\"max_steps\": 100}");
        Shell.Result result = desk.run("run", "@s.json", "-o", "@out.csv", "--check-numerics", "--rtol", "4.9e-324");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).doesNotContain("internal error");
    }

    @Test
    void anIntervalBelowTheResolutionOfTimeEnds() {
        desk.model("d", "-T")
                .scenario("\"time\": {\"end\": 1}, \"therapies\": [{\"into\": \"T\", \"amount\": 1, \"start\": 1,"
                        + " \"every\": 4.9e-324, \"until\": 2}]");
        refused(desk.run("run", "@s.json"), "/therapies/0/until: ");
        desk.scenario("\"time\": {\"end\": 1}, \"therapies\": [{\"into\": \"T\", \"amount\": 1, \"start\": 1,"
                + " \"every\": 4.9e-324}]");
        refused(desk.run("run", "@s.json"), "/therapies/0/every: ");
    }

    @Test
    void anArmThatChangesTheWholeScenarioIsRefused() {
        desk.model("d", "a*T")
                .scenario("\"time\": {\"end\": 5}, \"sweep\": {\"vary\": {\"parameters.a\": [0.1, 0.2]},"
                        + " \"arms\": {\"control\": {}, \"other\": {\"\": []}}}");
        refused(desk.run("sweep", "@s.json", "-o", "@results"), "/sweep/arms/other/: the path is empty;");
    }

    // a thousand million rows that nobody sees took half a minute
    @Test
    void anExplanationWithoutATableComputesNoRows() {
        desk.model("d", "a*T").scenario("\"time\": {\"end\": 5, \"points\": 1e9}, \"outcome\": {\"tumor\": \"T\"}");
        Shell.Result result = desk.run("explain", "@s.json");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("1000000000 rows of output");
        assertThat(result.out()).contains("gains");
    }
}

package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunoedit.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small inputs that ask for too much are refused, or given up, in words and in little time. */
class LimitsTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory).model("d", "-T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'therapies': [{'into': 'T', 'amount': 1, 'every': 1e-9, 'doses': 1000000000}] | at most 1000000 doses in a run",
                "'therapies': [{'into': 'T', 'amount': 1, 'every': 1e-9, 'until': 9}] | at most 1000000 doses in a run",
                "'therapies': [{'into': 'T', 'amount': 1, 'cycle': {'length': 7, 'days': [1], 'count': 2000000000}}] | at most 1e9",
                "'sweep': {'vary': {'parameters.a': {'from': 1, 'to': 2, 'count': 2000000000}}} | at most 1e9",
                "'indices': {'i': 1000000} | at most 100000"
            })
    void countsByMistake(String more, String words) {
        desk.scenario("\"time\": {\"end\": 10}, " + more.replace('\'', '"'));
        Shell.Result result = desk.run("validate", "@s.json");
        assertThat(result.err()).contains(words);
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void rowsByMistake() {
        desk.scenario("\"time\": {\"end\": 1e9, \"every\": 1e-3}");
        assertThat(desk.run("validate", "@s.json").err())
                .contains("1.00e+12 rows; expected fewer than 2147483647 rows");
        desk.scenario("\"time\": {\"end\": 1, \"points\": 20000000}");
        assertThat(desk.run("validate", "@s.json").err()).contains("20000000 rows of output");
    }

    @Test
    void nesting() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        desk.file("s.json", "{\"model\": " + deep + "}");
        assertThat(desk.run("validate", "@s.json").err()).contains("nested too deeply; expected at most 200 levels");
        desk.model("d", "(".repeat(100_000) + "T");
        assertThat(desk.run("validate", "@m.json").err()).contains("nested deeper than 200");
    }

    @Test
    void formulasThatGrow() {
        String functions = IntStream.range(1, 60)
                .mapToObj(k -> "\"f" + k + "(x)\": \"f" + (k - 1) + "(x) + f" + (k - 1) + "(x)\"")
                .collect(Collectors.joining(", "));
        desk.model(
                "\"time\": \"d\", \"states\": {\"T\": {\"unit\": \"cell\", \"initial\": 1}}, \"functions\": {\"f0(x)\": \"x + x\", "
                        + functions + "}, \"rates\": {\"T\": \"f59(T)\"}");
        assertThat(desk.run("validate", "@m.json").err()).contains("grows beyond 1000000 terms or 1000 levels");
    }

    @Test
    void moreStatesThanAMatrixCanHold() {
        desk.model(
                        "\"time\": \"d\", \"indices\": {\"i\": 5001}, \"states\": {\"T[i]\": {\"unit\": \"cell\", \"initial\": 1}},"
                                + " \"rates\": {\"T[i]\": \"-T[i]\"}")
                .scenario("\"time\": {\"end\": 1}, \"output\": {\"columns\": [\"T[1]\"]}");
        assertThat(desk.run("run", "@s.json").err())
                .contains(
                        "\"auto\" keeps a matrix of all pairs of the 5001 states; expected at most 5000 states, or \"method\":"
                                + " \"tsit5\"");
        assertThat(desk.run("run", "@s.json", "--method", "tsit5").code()).isZero();
    }

    @Test
    void aDocumentThatDoesNotEnd() {
        Shell.Result result = desk.run("validate", "/dev/zero");
        assertThat(result.err()).contains("/dev/zero: error: larger than 64 MiB");
        assertThat(result.code()).isEqualTo(4);
    }

    @Test
    void aTimeLimitEndsRows() {
        desk.scenario("\"time\": {\"end\": 1, \"points\": 1000000000}");
        Shell.Result result = desk.run("run", "@s.json", "-o", "@out.csv", "--time-limit", "0.2");
        assertThat(result.err()).contains("error: the time limit was reached at t = ");
        assertThat(result.code()).isEqualTo(1);
        assertThat(directory.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aTimeLimitEndsSteps() {
        desk.model("d", "sin(1e6*time)")
                .scenario("\"time\": {\"end\": 1e6}, \"solver\": {\"method\": \"tsit5\", \"max_steps\": 1000000000,"
                        + " \"max_seconds\": 0.2}");
        Shell.Result result = desk.run("run", "@s.json", "--rtol", "1e-10");
        assertThat(result.err()).contains("the time limit was reached").contains("\"--time-limit\"");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void aTimeLimitThatIsNotReachedChangesNothing() {
        desk.scenario("\"time\": {\"end\": 1}");
        assertThat(desk.run("run", "@s.json", "--time-limit", "1e300").out())
                .isEqualTo(desk.run("run", "@s.json").out());
        assertThat(desk.run("run", "@s.json", "--time-limit", "0").code()).isEqualTo(2);
    }

    @Test
    void aPointOfASweepThatTakesTooLongIsARow() throws IOException {
        desk.scenario("\"time\": {\"end\": 1e9}, \"solver\": {\"method\": \"tsit5\", \"max_steps\": 1000000000},"
                + " \"events\": [{\"when\": \"sin(time) > 2*a\", \"set\": {\"a\": \"a\"}}],"
                + " \"sweep\": {\"vary\": {\"parameters.a\": {\"values\": [1, 2]}}}");
        Shell.Result result = desk.run("sweep", "@s.json", "-o", "@out", "--time-limit", "0.05");
        assertThat(result.code()).isZero();
        List<String> rows = Files.readAllLines(directory.resolve("out").resolve("results.csv"));
        assertThat(rows).hasSize(3);
        assertThat(rows.subList(1, 3)).allMatch(row -> row.contains(",skipped,"));
    }
}

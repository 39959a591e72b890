package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units of what a sweep varies, as its manifest has them. */
class DeclaredUnitTest {
    private static final String SCENARIO = """
            {"model": "immunoediting", "indices": {"i": 2}, "patient": {"weight": 70},
             "therapies": [{"agent": "pembrolizumab", "amount": 200, "duration": 0.02, "start": 1, "every": 9, "doses": 2},
                           {"into": "tumor[1]", "amount": 5, "start": 1},
                           {"agent": "pembrolizumab", "amount": 200, "rate": 1000},
                           {"agent": "pembrolizumab", "amount": 200,
                            "cycle": {"length": 7, "times": [0, 0.1], "count": 1}}],
             "run_in": {"until": "tumor_total >= 1e6", "limit": 3000}, "initial": {"tumor[1]": 1e6},
             "outcome": {"escaped_above": 1e11, "window": 5, "watch": {"il6": {"bands": [5]}}},
             "time": {"end": 20, "every": 20}}""";

    @TempDir
    private Path directory;

    private JsonNode columns(String scenario, Object... words) throws IOException {
        Path file = Files.writeString(directory.resolve("s.json"), scenario);
        Object[] all = new Object[words.length + 5];
        System.arraycopy(new Object[] {"sweep", file, "--quiet", "-o", directory.resolve("d")}, 0, all, 0, 5);
        System.arraycopy(words, 0, all, 5, words.length);
        Shell.Result result = Shell.whole().run(all);
        assertThat(result.code()).as(result.err()).isZero();
        return new ObjectMapper()
                .readTree(Files.readString(directory.resolve("d").resolve("manifest.json")))
                .get("columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters.growth=0.02,0.03 | 1/d",
                "parameters.antigenicity=0.2,0.3 | 1",
                "parameters.antigenicity[2]=0.2,0.3 | 1",
                "parameters.pembrolizumab.CL=0.2:0.3:2 | L/d",
                "initial.tumor[1]=1e6,2e6 | cell",
                "initial.tumor=1e6,2e6 | cell",
                "therapies[0].amount=100,200 | mg",
                "therapies[1].amount=100,200 | cell",
                "therapies[2].rate=1000,2000 | mg/d",
                "therapies[0].start=1,2 | d",
                "therapies[0].every=9,8 | d",
                "therapies[0].duration=0.1,0.2 | d",
                "therapies[0].doses=1,2 | ''",
                "therapies[1].start=1 wk,2 wk | wk",
                "patient.weight=60,80 | kg",
                "run_in.limit=3000,4000 | d",
                "time.end=10,20 | d",
                "outcome.escaped_above=1e10,1e11 | cell",
                "outcome.growth=0.004,0.005 | 1/d",
                "outcome.assessments.volume=1e-6,2e-6 | mm^3",
                "outcome.watch.il6.bands[0]=5,6 | pg/mL",
                "therapies[3].cycle.times[1]=0.2,0.3 | d",
                "solver.atol.tumor[1]=1,2 | cell",
                "solver.max_seconds=100,200 | s",
                "solver.rtol=1e-5,1e-6 | ''",
                "solver.method=auto,rodas | ''",
            })
    void aBareNumberHasTheUnitThatIsDeclaredThere(String vary, String unit) throws IOException {
        JsonNode columns = columns(SCENARIO, "--vary", vary);
        String path = vary.substring(0, vary.indexOf('='));
        assertThat(columns.get(path).get("unit").asText()).isEqualTo(unit);
    }

    /** Rules that decide about doses, and doses from a table, change no unit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "therapies[0].amount=100,200 | mg",
                "therapies[0].rate=1000,2000 | mg/d",
                "therapies[2].amt=100,200 | cell",
                "rules[0].do.give[1].amount=100,200 | mg",
                "rules[0].do.give[0].rate=10,20 | cell/d",
                "rules[0].do.give[1].lag=1,2 | d",
                "rules[1].do.give.amount=3,4 | mg",
                "rules[1].do.give.until=3,4 | d",
                "rules[0].at.start=3,4 | d",
                "rules[0].confirm=1,2 | ''",
            })
    void treatmentThatIsDecidedOnTheWayHasUnits(String vary, String unit) throws IOException {
        Files.writeString(directory.resolve("doses.csv"), "time,amt\n1,200\n");
        JsonNode columns = columns("""
                {"model": "immunoediting", "indices": {"i": 2},
                 "therapies": [{"agent": "pembrolizumab", "amount": 200, "rate": 1000, "start": 1},
                               {"agent": "ipilimumab", "doses_file": "doses.csv"},
                               {"into": "tumor[1]", "amt": 5, "start": 1}],
                 "rules": [{"at": {"start": 5}, "when": "tumor_total > 1", "do": {"stop": ["pembrolizumab"],
                            "give": [{"into": "effector", "amount": 5, "rate": 9}, {"agent": "ipilimumab", "amount": 5}]}},
                           {"at": {"start": 6}, "when": "tumor_total > 1",
                            "do": {"give": {"agent": "nivolumab", "amount": 5, "every": 1, "until": 9}}}],
                 "time": {"end": 10}}""", "--vary", vary);
        String path = vary.substring(0, vary.indexOf('='));
        assertThat(columns.get(path).get("unit").asText()).isEqualTo(unit);
    }

    /** A model that keeps its time in hours. */
    @Test
    void armsThatReadANumberInOtherUnitsLeaveItWithoutOne() throws IOException {
        String model = """
                {"name": "m", "time": "h", "states": {"T": {"unit": "cell", "initial": 9}},
                 "parameters": {"a": {"value": 1, "unit": "1/h"}}, "rates": {"T": "-a*T"}}""";
        Files.writeString(directory.resolve("m.json"), model);
        Files.writeString(
                directory.resolve("n.json"), model.replace("\"h\"", "\"d\"").replace("1/h", "1/d"));
        JsonNode columns = columns("""
                {"model": "m.json", "time": {"end": 2}, "sweep": {
                 "vary": {"parameters.a": [1, 2], "initial.T": [5, 6]},
                 "arms": {"hours": {}, "days": {"model": "n.json"}}}}""");
        assertThat(columns.get("parameters.a").get("unit").asText()).isEmpty();
        assertThat(columns.get("initial.T").get("unit").asText()).isEqualTo("cell");
    }

    @Test
    void aBoundaryHasTheUnitOfWhatIsVaried() throws IOException {
        String find = "sweep={\"find\": {\"vary\": \"initial.T\", \"between\": [1e4, 4e8], \"scale\": \"log\","
                + " \"phase\": \"escape\", \"scan\": 3, \"rtol\": 0.5}}";
        JsonNode columns = columns("{\"model\": \"kuznetsov-1994\", \"time\": {\"end\": 300}}", "--set", find);
        assertThat(columns.get("boundary").get("unit").asText()).isEqualTo("cell");
        assertThat(columns.get("lower").get("unit").asText()).isEqualTo("cell");
        Shell.Result printed = Shell.whole().run("sweep", directory.resolve("s.json"), "--set", find);
        assertThat(printed.err()).containsPattern("smallest initial.T with escape: [0-9.e]+ cell \\([0-9.e]+ cell: ");
    }
}

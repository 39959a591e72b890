package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that {@code outcome} watches, from the document to the sidecar and to the results of a sweep. */
class WatchedRunTest {
    private static final double A = 2;
    private static final double B = 0.5;
    /** Of the substance M that D turns into: M = A/(A − B)·(e^(−B t) − e^(−A t)), in g/L. */
    private static final double PEAK_TIME = Math.log(A / B) / (A - B);

    private static final String RUN = "\"time\": {\"end\": 4}, \"solver\": {\"rtol\": 1e-10}";

    @TempDir
    Path directory;

    private Trial trial;

    @BeforeEach
    void writeModel() {
        trial = new Trial(directory)
                .model(
                        "\"D\": {\"unit\": \"g/L\", \"initial\": 1}, \"M\": {\"unit\": \"g/L\", \"initial\": 0},"
                                + " \"T\": {\"unit\": \"cell\", \"initial\": 1e6}",
                        "\"a\": {\"value\": 2, \"unit\": \"1/d\"}, \"b\": {\"value\": 0.5, \"unit\": \"1/d\"},"
                                + " \"c\": {\"value\": 0, \"unit\": \"1/d\"}",
                        "\"D\": \"-a*D\", \"M\": \"a*D - b*M\", \"T\": \"c*T^2\"",
                        "\"outcome\": {\"tumor\": \"T\", \"watch\": {\"D\": {}}}");
    }

    @Test
    void aSidecarHasPeakTimeEndAndBand() throws IOException {
        Map<String, Double> seen = endpoints(
                ", \"outcome\": {\"watch\": {\"M\": {\"bands\": [0.1, \"600 mg/L\", \"700 mg/L\"]}, \"a\": {}}}");
        assertThat(seen.get("peak_M")).isCloseTo(m(PEAK_TIME), within(1e-8));
        assertThat(seen.get("peak_M_time")).isCloseTo(PEAK_TIME, within(1e-4));
        assertThat(seen.get("end_M")).isCloseTo(m(4), within(1e-8));
        assertThat(seen.get("band_M")).isEqualTo(2);
        assertThat(seen).containsEntry("peak_a", 2.0).doesNotContainKeys("band_a", "peak_D");
    }

    @Test
    void theModelsWatchHoldsUnlessTheScenarioHasItsOwn() throws IOException {
        assertThat(endpoints("")).containsEntry("peak_D", 1.0).containsEntry("peak_D_time", 0.0);
        assertThat(endpoints(", \"outcome\": {\"watch\": {}}")).doesNotContainKey("peak_D");
    }

    @Test
    void faultsAreSaidWithTheirPlace() {
        assertThat(fault("{\"N\": {}}")).contains("/outcome/watch/N: \"N\" is not a column");
        assertThat(fault("{\"M\": {\"bands\": [\"3 d\"]}}")).contains("/outcome/watch/M/bands/0: a value in d");
        assertThat(fault("{\"M\": {\"band\": [3]}}"))
                .contains("\"band\" is not a known key")
                .contains("bands");
        assertThat(fault("[\"M\"]")).contains("/outcome/watch: a list is not an object");
    }

    /** An amount may be 0, a bound of the tumor may not; what is too small for a number is 0. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "eliminated_below, 0",
                "eliminated_below, 1e-400",
                "escaped_above, 0",
                "window, \"1e-323 s\"",
                "growth, 0",
                "regression, 1e-400",
            })
    void limitsOfPhasesAreAboveZero(String key, String value) throws IOException {
        assertThat(refused("\"" + key + "\": " + value)).contains("/outcome/" + key + ": " + key + " is not above 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"assessments\": {\"every\": \"1e-323 s\"} | /every: every is not above 0",
                "\"assessments\": {\"volume\": 0} | /volume: volume is not above 0",
                "\"assessments\": {\"first\": \"1e308 y\"} | /first: too large for a number",
                "\"window\": \"1e308 y\" | /outcome/window: too large for a number",
            })
    void whatHasNoNumberIsRefused(String outcome, String message) throws IOException {
        assertThat(refused(outcome)).contains(message);
    }

    private String refused(String outcome) throws IOException {
        Shell.Result result = trial.run(RUN + ", \"outcome\": {" + outcome + "}");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        return result.err();
    }

    @Test
    void aSweepHasThemAsColumnsWhichAreEmptyWhereThePointFailed() throws IOException {
        Path scenario = Files.writeString(directory.resolve("w.json"), "{\"model\": \"m.json\", " + RUN + "}");
        new Shell(new Workbench()).run("sweep", scenario, "--vary", "parameters.c=0,1", "-o", directory.resolve("d"));
        List<String> lines = Files.readAllLines(directory.resolve("d").resolve("results.csv"));
        assertThat(lines.get(0))
                .endsWith(",peak_D,peak_D_time,end_D,best_response,progression_free_until,observed_until");
        assertThat(lines.get(1)).startsWith("1,0,ok,").contains(",1,0,3.3546");
        assertThat(lines.get(2)).startsWith("2,1,failed").endsWith(",,,,,,");
    }

    private static double m(double t) {
        return A / (A - B) * (Math.exp(-B * t) - Math.exp(-A * t));
    }

    private String fault(String watch) {
        Shell.Result result = trial.run(RUN + ", \"outcome\": {\"watch\": " + watch + "}");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        return result.err();
    }

    private Map<String, Double> endpoints(String more) throws IOException {
        Shell.Result result = trial.run(RUN + more, "-o", directory.resolve("o.csv"), "--quiet");
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode sidecar =
                new ObjectMapper().readTree(directory.resolve("o.meta.json").toFile());
        Map<String, Double> values = new LinkedHashMap<>();
        for (JsonNode endpoint : sidecar.at("/verdict/endpoints")) {
            values.put(endpoint.get("name").asText(), endpoint.get("value").asDouble());
        }
        return values;
    }
}

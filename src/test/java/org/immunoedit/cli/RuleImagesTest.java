package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.immunoedit.cli.RuledTrial.STOP;
import static org.immunoedit.cli.RuledTrial.TIMES;
import static org.immunoedit.cli.RuledTrial.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that look at images of the tumor. */
class RuleImagesTest {
    @TempDir
    private Path directory;

    private RuledTrial ruled;

    @BeforeEach
    void writeModel() {
        ruled = new RuledTrial(directory);
    }

    @Test
    void progressionIsJudgedAgainstTheNadirOfTheImages() throws IOException {
        // without drug the diameter grows by e^(0.05 t/3): 20 % and 5 mm above the baseline of 12.407 mm at 20.3 d
        RuledTrial.Run run = ruled.run(TIMES
                + ", \"therapies\": [{\"agent\": \"drug\", \"amount\": 0.001, \"every\": 7}], \"rules\": ["
                + rule("\"every\": 4", "recist == PD", STOP, ", \"confirm\": 2, \"label\": \"progression\"") + "]");

        assertThat(run.ledger()).containsExactly("28 r0 stop drug 11");
        JsonNode because = run.meta().get("decisions").get(0).get("because").get(0);
        assertThat(because.get("what").asText()).isEqualTo("recist");
        assertThat(because.get("response").asText()).isEqualTo("PD");
    }

    @Test
    void imagesDecideInSweepsAndClaimsAsInRuns() throws IOException {
        String treated = TIMES + ", \"rules\": ["
                + rule("\"every\": 4", "recist == PD", "\"give\": {\"agent\": \"drug\", \"amount\": 9}", "") + "]";
        RuledTrial.Run run = ruled.run(treated);
        assertThat(run.ledger()).isNotEmpty().first().asString().startsWith("24 r0 give drug");

        Path table = directory.resolve("sweep");
        Shell.Result sweep = new Shell(new Workbench())
                .run(
                        "sweep",
                        directory.resolve("s.json"),
                        "--vary",
                        "parameters.g=0.05",
                        "--keep",
                        "trajectories",
                        "-o",
                        table);
        assertThat(sweep.code()).as(sweep.err()).isZero();
        assertThat(Files.readAllLines(table.resolve("trajectories.csv")).stream()
                        .skip(1))
                .containsExactlyElementsOf(
                        run.csv().lines().skip(1).map(row -> "1," + row).toList());

        double end = Trial.Table.of(run.csv()).last("T");
        assertThat(verify(treated, end).code()).isZero();
        assertThat(verify(treated, end * 1.001).code()).isEqualTo(1);
    }

    /** Of a model that claims an end of T. */
    private Shell.Result verify(String scenario, double end) throws IOException {
        String model = Files.readString(directory.resolve("m.json"));
        Path file = directory.resolve("claimed.json");
        Files.writeString(
                file,
                model.substring(0, model.lastIndexOf('}')) + ", \"claims\": [{\"about\": \"a\", \"run\": {" + scenario
                        + "}, \"expect\": {\"T@end\": " + end + "}, \"rtol\": 1e-9}]}");
        return new Shell(new Workbench()).run("verify", file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|/claims/0/run/rules/0/when: the condition is about images, but no tumor is named",
                "\"outcome\": {\"tumor\": \"Q\"}|/outcome/tumor: \"Q\" is not a column"
            })
    void aClaimWithImagesNeedsAnOutcome(String outcome, String fault) throws IOException {
        String more = outcome == null ? "" : outcome;
        ruled.trial().model("\"T\": {\"initial\": 1}", "\"g\": {\"value\": 1}", "\"T\": \"g*T\"", more);
        String give = "\"give\": {\"into\": \"T\", \"amount\": 9}";
        Shell.Result result =
                verify(TIMES + ", \"rules\": [" + rule("\"every\": 4", "recist == PD", give, "") + "]", 1);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(fault);
    }

    @Test
    void diametersAreInMillimeters() throws IOException {
        RuledTrial.Run run = ruled.run(TIMES + ", \"rules\": ["
                + rule(
                        "\"every\": 1",
                        "diameter > 1.5*baseline_diameter and nadir_diameter > 12.4",
                        "\"give\": {\"agent\": \"drug\", \"amount\": 1}",
                        "")
                + "]");

        // e^(0.05 t/3) = 1.5 at 24.33
        assertThat(run.doses()).containsExactly(25.0);
        JsonNode because = run.meta().get("decisions").get(0).get("because");
        double baseline = Math.cbrt(6000 / Math.PI);
        assertThat(because.get(0).get("what").asText()).isEqualTo("diameter");
        assertThat(because.get(0).get("value").asDouble()).isCloseTo(baseline * Math.exp(1.25 / 3), within(1e-5));
        assertThat(because.get(1).get("value").asDouble()).isCloseTo(1.5 * baseline, within(1e-9));
        assertThat(because.get(2).get("value").asDouble()).isCloseTo(baseline, within(1e-9));
    }

    @Test
    void imagesNeedATumorWithAVolume() {
        String states = "\"A\": {\"unit\": \"mg\"}, \"T\": {\"unit\": \"1\", \"initial\": 1}";
        String rates = "\"A\": \"0\", \"T\": \"T\"";
        String scenario = TIMES + ", \"rules\": ["
                + rule("\"every\": 1", "T > 0 or recist == PD", "\"give\": {\"into\": \"A\", \"amount\": 1}", "") + "]";
        Shell.Result none = ruled.trial().model(states, "", rates, "").run(scenario);
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("/rules/0/when: the condition is about images, but no tumor is named");

        Shell.Result flat = ruled.trial()
                .model(states, "", rates, "\"outcome\": {\"tumor\": \"T\"}")
                .run(scenario);
        assertThat(flat.code()).isEqualTo(3);
        assertThat(flat.err()).contains("/rules/0/when: the condition is about images, but the tumor has no volume");
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.io.SummaryDocument;
import org.immunoedit.io.SummaryTable;
import org.immunoedit.sweep.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code summary.csv} and {@code summary.json} say of a table that can be counted by hand. */
class SummaryFilesTest {
    private static final String COHORT = """
            point,arm,status,phase,tumor_end,progression_free_survival,best_response,progression_free_until,observed_until,phase_if_horizon_x0.5
            1,a,ok,escape,8,10,PD,,90,escape
            1,"b, c",ok,elimination,0,,CR,80,90,elimination
            2,a,ok,escape,6,20,PD,,90,equilibrium
            2,"b, c",ok,equilibrium,2,,SD,80,90,undetermined
            3,a,ok,escape,7,10,PD,,90,undetermined
            3,"b, c",failed:negative,,,,,,,
            4,a,ok,equilibrium,1,,SD,80,90,equilibrium
            4,"b, c",ok,escape,4,30,PD,,90,escape
            5,a,ok,undetermined,3,,NE,,90,undetermined
            5,"b, c",ok,elimination,0,,CR,80,90,elimination
            """;

    /** Weeks in remission with placebo (Freireich et al. 1963, Blood 21:699). */
    private static final int[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    @TempDir
    private Path directory;

    private Map<String, List<String>> lines;
    private JsonNode json;

    private void summarize(String table) throws IOException {
        summarize(table, 1 << 20);
    }

    /** Holding so many values of endpoints at once. */
    private void summarize(String table, long held) throws IOException {
        Path file = Files.writeString(directory.resolve("results.csv"), table);
        Map<String, String> units = new LinkedHashMap<>();
        for (String column : table.lines().findFirst().orElseThrow().split(",")) {
            units.put(column, column.equals("tumor_end") ? "cell" : "");
        }
        SweepSummary gathered = new SweepSummary(units, table.lines().count() - 1, held);
        gathered.read(file);
        Summary summary = gathered.of(file);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        SummaryTable.write(summary, "wk", csv);
        lines = new LinkedHashMap<>();
        csv.toString(StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            List<String> fields = Tally.fields(line, 10);
            lines.put(String.join("|", fields.subList(0, 4)), fields.subList(4, 10));
        });
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new SummaryDocument(summary, "", "wk").writeTo(text);
        json = new ObjectMapper().readTree(text.toByteArray());
    }

    /** A share with its interval, in both files. */
    private void share(String line, String pointer, long count, long of) {
        JsonNode node = json.at(pointer);
        assertThat(lines.get(line).subList(3, 6))
                .as(line)
                .containsExactly(Long.toString(count), Long.toString(of), "1");
        assertThat(node.get("count").asLong()).as(pointer).isEqualTo(count);
        assertThat(node.get("of").asLong()).as(pointer).isEqualTo(of);
        double n = of;
        double p = count / n;
        double z = 1.959963984540054;
        // the roots of (p - x)² = z² x (1 - x)/n
        double half = z * Math.sqrt(z * z + 4 * n * p * (1 - p));
        double low = (2 * n * p + z * z - half) / (2 * (n + z * z));
        double high = (2 * n * p + z * z + half) / (2 * (n + z * z));
        number(line, 0, node.get("share"), p);
        number(line, 1, node.get("low"), low);
        number(line, 2, node.get("high"), high);
    }

    private void number(String line, int field, JsonNode node, double expected) {
        assertThat(Double.parseDouble(lines.get(line).get(field))).as(line).isCloseTo(expected, within(1e-12));
        assertThat(node.asDouble())
                .as(line)
                .isEqualTo(Double.parseDouble(lines.get(line).get(field)));
    }

    @Test
    void everyShareStandsUnderItsName() throws IOException {
        summarize(COHORT);
        share("a||phase|escape", "/arms/0/phases/escape", 3, 5);
        share("a||phase|equilibrium", "/arms/0/phases/equilibrium", 1, 5);
        share("b, c||phase|elimination", "/arms/1/phases/elimination", 2, 4);
        share("a||best_response|PD", "/arms/0/responses/PD", 3, 5);
        share("a||objective_response|share", "/arms/0/objective_response", 0, 5);
        // who cannot be evaluated stays in the denominator
        share("a||disease_control|share", "/arms/0/disease_control", 1, 5);
        share("b, c||objective_response|share", "/arms/1/objective_response", 2, 4);
        share("b, c||disease_control|share", "/arms/1/disease_control", 3, 4);
        share("a||flip|horizon_x0.5", "/arms/0/flips/horizon_x0.5", 2, 5);
        share("b, c||flip|horizon_x0.5", "/arms/1/flips/horizon_x0.5", 1, 4);
        assertThat(lines.get("b, c||status|failed:negative").subList(3, 5)).containsExactly("1", "5");
        assertThat(json.at("/arms/1/status/failed:negative").asLong()).isEqualTo(1);
    }

    @Test
    void transitionsGoFromTheFirstArmToTheSecond() throws IOException {
        summarize(COHORT);
        assertThat(json.at("/pairs/0/from").asText()).isEqualTo("a");
        assertThat(json.at("/pairs/0/to").asText()).isEqualTo("b, c");
        JsonNode matrix = json.at("/pairs/0/phases");
        for (String[] cell : new String[][] {
            {"escape", "elimination"},
            {"escape", "equilibrium"},
            {"equilibrium", "escape"},
            {"undetermined", "elimination"}
        }) {
            String line = "a|b, c|phase|" + cell[0] + " to " + cell[1];
            assertThat(lines.get(line).subList(3, 5)).as(line).containsExactly("1", "4");
            assertThat(matrix.get(cell[0]).get(cell[1]).asLong()).as(line).isEqualTo(1);
        }
        assertThat(lines.get("a|b, c|phase|elimination to escape").get(3)).isEqualTo("0");
        share("a|b, c|benefit|better", "/pairs/0/better", 2, 4);
        share("a|b, c|benefit|worse", "/pairs/0/worse", 1, 4);
        share("a|b, c|benefit|unclear", "/pairs/0/unclear", 1, 4);
        // flips: from the label as it is to the label that is moved
        JsonNode flips = json.at("/arms/0/flips/horizon_x0.5/phases");
        assertThat(flips.get("escape").get("equilibrium").asLong()).isEqualTo(1);
        assertThat(flips.get("equilibrium").get("escape").asLong()).isZero();
    }

    @Test
    void endpointsHaveTheirQuantiles() throws IOException {
        summarize(COHORT);
        // 1 3 6 7 8: at 0.2 and 3.8 of 4 steps
        double[] expected = {5, 1.4, 3, 6, 7, 7.8};
        String[] names = {"mean", "q5", "q25", "q50", "q75", "q95"};
        for (int k = 0; k < names.length; k++) {
            String line = "a||tumor_end|" + names[k];
            number(line, 0, json.at("/arms/0/endpoints/tumor_end/" + names[k]), expected[k]);
            assertThat(lines.get(line).subList(3, 6)).containsExactly("5", "5", "cell");
        }
        // 0 0 2 4, without the run that failed; times of those who progressed only
        number("b, c||tumor_end|mean", 0, json.at("/arms/1/endpoints/tumor_end/mean"), 1.5);
        assertThat(lines.get("b, c||tumor_end|mean").subList(3, 5)).containsExactly("4", "4");
        assertThat(lines.get("a||progression_free_survival|mean").subList(3, 5)).containsExactly("3", "5");
        assertThat(json.at("/arms/0/endpoints/progression_free_survival/missing")
                        .asLong())
                .isEqualTo(2);
    }

    /** A table too large is read once for each endpoint. */
    @Test
    void howMuchIsHeldAtOnceChangesNothing() throws IOException {
        summarize(COHORT);
        Map<String, List<String>> once = lines;
        JsonNode whole = json;
        summarize(COHORT, 1);
        assertThat(lines).isEqualTo(once);
        assertThat(json).isEqualTo(whole);
    }

    /** In R: survfit(Surv(time, event) ~ 1, conf.type = "log-log") says 8, 4 to 11. */
    @Test
    void medianSurvivalStandsBetweenItsLimits() throws IOException {
        StringBuilder table = new StringBuilder(
                "point,status,phase,progression_free_survival,best_response,progression_free_until,observed_until\n");
        for (int i = 0; i < PLACEBO.length; i++) {
            table.append(i + 1).append(",ok,escape,").append(PLACEBO[i]).append(",PD,,30\n");
        }
        // last seen before the first event: counted, but at no time at risk
        summarize(table + "22,ok,equilibrium,,SD,0.5,30\n");
        assertThat(lines.get("||progression_free_survival|median")).containsExactly("8", "4", "11", "21", "22", "wk");
        JsonNode survival = json.at("/arms/0/progression_free_survival");
        assertThat(survival.get("median").asDouble()).isEqualTo(8);
        assertThat(survival.get("low").asDouble()).isEqualTo(4);
        assertThat(survival.get("high").asDouble()).isEqualTo(11);
        assertThat(survival.get("progressed").asLong()).isEqualTo(21);
        assertThat(survival.get("censored").asLong()).isEqualTo(1);
        assertThat(survival.get("unit").asText()).isEqualTo("wk");
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of a scenario, through the whole program: what they decide, when, and what becomes of the doses. */
class RulesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TIMES = "\"time\": {\"end\": 100, \"every\": 1}";
    private static final String WEEKLY = "\"therapies\": [{\"agent\": \"drug\", \"amount\": 2, \"every\": 7}]";

    @TempDir
    private Path directory;

    private Trial trial;

    /** A tumor that grows, a drug that kills: T is in cells, 1e6 of which are 1 mm³. */
    @BeforeEach
    void writeModel() {
        trial = new Trial(directory)
                .model(
                        "\"A\": {\"unit\": \"mg\"}, \"T\": {\"unit\": \"cell\", \"initial\": 1e9}",
                        "\"g\": {\"value\": 0.05, \"unit\": \"1/d\"}, \"k\": {\"value\": 0.02, \"unit\": \"1/d\"}",
                        "\"A\": \"-0.3*A\", \"T\": \"g*T - k*A*T\"",
                        "\"agents\": {\"drug\": {\"into\": \"A\"}}, \"outcome\": {\"tumor\": \"T\"}");
    }

    /** A run with its sidecar. */
    private record Run(String csv, JsonNode meta) {
        List<Double> doses() {
            List<Double> times = new ArrayList<>();
            meta.get("doses").forEach(dose -> times.add(dose.get("time").doubleValue()));
            return times;
        }

        /** The ledger: {@code 35 r0 stop drug 9}, one text per act. */
        List<String> ledger() {
            List<String> texts = new ArrayList<>();
            meta.get("decisions")
                    .forEach(decision -> decision.get("acts")
                            .forEach(act ->
                                    texts.add(decision.get("time").asText().replaceAll("\\.0$", "") + " r"
                                            + decision.get("rule").asInt() + " "
                                            + act.get("verb").asText() + " "
                                            + act.get("subject").asText() + " "
                                            + act.get("doses").asInt())));
            return texts;
        }
    }

    private Run run(String scenario) throws IOException {
        Path csv = directory.resolve("out.csv");
        Shell.Result result = trial.run(scenario, "-o", csv);
        assertThat(result.code()).as(result.err()).isZero();
        return new Run(Files.readString(csv), JSON.readTree(Files.readString(directory.resolve("out.meta.json"))));
    }

    private Run withRules(String... rules) throws IOException {
        return run(TIMES + ", " + WEEKLY + ", \"rules\": [" + String.join(", ", rules) + "]");
    }

    private static String rule(String at, String when, String orders, String more) {
        return "{\"at\": {" + at + "}, \"when\": \"" + when + "\", \"do\": {" + orders + "}" + more + "}";
    }

    private static final String STOP = "\"stop\": [\"drug\"]";
    private static final String HOLD = "\"hold\": [\"drug\"]";
    private static final String RESUME = "\"resume\": [\"drug\"]";

    @Test
    void aStopLeavesOutEveryFurtherDose() throws IOException {
        Run run = withRules(rule("\"start\": 5, \"every\": 10", "time > 20", STOP, ""));

        assertThat(run.doses()).containsExactly(0.0, 7.0, 14.0, 21.0);
        assertThat(run.ledger()).containsExactly("25 r0 stop drug 11");
    }

    @Test
    void aDoseAtTheInstantOfTheDecisionIsLeftOut() throws IOException {
        Run run = withRules(rule("\"every\": 7", "time >= 14", STOP, ""));

        assertThat(run.doses()).containsExactly(0.0, 7.0);
        assertThat(run.ledger()).containsExactly("14 r0 stop drug 13");
    }

    @Test
    void aRuleIsAskedAtTheStartBeforeTheFirstDose() throws IOException {
        Run run = withRules(rule("\"start\": 0", "A == 0", STOP, ""));

        assertThat(run.doses()).isEmpty();
        assertThat(run.ledger()).containsExactly("0 r0 stop drug 15");
    }

    @Test
    void aConditionMustHoldAtConsecutiveAssessments() throws IOException {
        String when = "time > 20 and time < 26 or time > 50";
        Run twice = withRules(rule("\"every\": 3", when, STOP, ", \"confirm\": 2"));
        Run thrice = withRules(rule("\"every\": 3", when, STOP, ", \"confirm\": 3"));

        // it holds at 21 and 24, then at 51, 54, 57
        assertThat(twice.ledger()).containsExactly("24 r0 stop drug 11");
        assertThat(thrice.ledger()).containsExactly("57 r0 stop drug 6");
        assertThat(twice.meta().get("decisions").get(0).get("confirmed").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatIsDueWhileHeldIsSkippedAndNotMadeUpFor() throws IOException {
        Run run = withRules(rule("\"start\": 10", "time > 1", HOLD, ""), rule("\"start\": 40", "time > 1", RESUME, ""));

        assertThat(run.doses()).startsWith(0.0, 7.0, 42.0, 49.0).hasSize(11);
        assertThat(run.ledger()).containsExactly("10 r0 hold drug 4", "40 r1 resume drug 0");
    }

    @Test
    void anInfusionThatRunsIsFinished() throws IOException {
        Run run =
                run(TIMES + ", \"therapies\": [{\"agent\": \"drug\", \"amount\": 10, \"duration\": 10, \"every\": 20}],"
                        + "\"rules\": [" + rule("\"start\": 5", "A > 0", STOP, "") + "]");

        assertThat(run.doses()).containsExactly(0.0);
        // 1 a day for ten days: A(10) = (1 - e^-3)/0.3
        double[] a = Trial.Table.of(run.csv()).numbers("A");
        assertThat(a[10]).isCloseTo((1 - Math.exp(-3)) / 0.3, within(1e-6));
        assertThat(a[20]).isCloseTo(a[10] * Math.exp(-3), within(1e-6));
    }

    @Test
    void ofTwoRulesAtOneInstantTheFirstDecidesAboutAnAgent() throws IOException {
        Run run = withRules(
                rule("\"start\": 10, \"every\": 10", "T > 0", HOLD, ""),
                rule("\"start\": 10, \"every\": 10", "T > 0", STOP, ""),
                rule("\"start\": 45", "T > 0", RESUME, ""));

        // at 20 the first rule changes nothing, but it still decides
        assertThat(run.ledger()).containsExactly("10 r0 hold drug 5", "45 r2 resume drug 0", "50 r0 hold drug 7");
    }

    @Test
    void whatIsStoppedStaysStopped() throws IOException {
        Run run = withRules(
                rule("\"start\": 10", "T > 0", STOP, ""),
                rule("\"start\": 20, \"every\": 10", "T > 0", RESUME, ""),
                rule("\"start\": 20, \"every\": 10", "T > 0", "\"give\": {\"agent\": \"drug\", \"amount\": 1}", ""));

        assertThat(run.doses()).containsExactly(0.0, 7.0);
        assertThat(run.ledger()).containsExactly("10 r0 stop drug 13");
    }

    @Test
    void dosesThatARuleGivesCountFromTheDecision() throws IOException {
        String gift = "\"give\": {\"agent\": \"drug\", \"amount\": 5, \"every\": 2, \"doses\": 3, \"lag\": 1}";
        Run run = run(
                TIMES + ", \"rules\": [" + rule("\"every\": 10", "time > 25", gift, ", \"label\": \"again\"") + "]");

        assertThat(run.doses()).containsExactly(31.0, 33.0, 35.0);
        assertThat(run.ledger()).containsExactly("30 r0 give drug 3");
        double[] a = Trial.Table.of(run.csv()).numbers("A");
        assertThat(a[30]).isZero();
        assertThat(a[31]).isEqualTo(5);
        assertThat(a[33]).isCloseTo(5 + 5 * Math.exp(-0.6), within(1e-6));
        assertThat(run.meta().get("doses").get(0).get("therapy").asInt()).isZero();
    }

    @Test
    void aDoseThatARuleGivesNowCountsNow() throws IOException {
        String gift = "\"give\": {\"into\": \"A\", \"amount\": 5}";
        Run run = run(TIMES + ", \"rules\": [" + rule("\"start\": 30.5", "T > 0", gift, "") + "]");

        assertThat(run.doses()).containsExactly(30.5);
        double[] a = Trial.Table.of(run.csv()).numbers("A");
        assertThat(a[31]).isCloseTo(5 * Math.exp(-0.15), within(1e-6));
    }

    @Test
    void givingIsBoundedAndConfirmedAnewEachTime() throws IOException {
        String gift = "\"give\": {\"agent\": \"drug\", \"amount\": 1}";
        Run once = run(TIMES + ", \"rules\": [" + rule("\"every\": 10", "T > 0", gift, "") + "]");
        assertThat(once.doses()).containsExactly(0.0);
        Run thrice = run(
                TIMES + ", \"rules\": [" + rule("\"every\": 10", "T > 0", gift, ", \"most\": 3, \"confirm\": 2") + "]");
        assertThat(thrice.doses()).containsExactly(10.0, 30.0, 50.0);
        assertThat(thrice.ledger()).containsExactly("10 r0 give drug 1", "30 r0 give drug 1", "50 r0 give drug 1");
        assertThat(thrice.meta().get("doses").get(2).get("therapy").asInt()).isEqualTo(2);
    }

    @Test
    void progressionIsJudgedAgainstTheNadirOfTheImages() throws IOException {
        // without drug the diameter grows by e^(0.05 t/3): 20 % and 5 mm above the baseline of 12.407 mm at 20.3 d
        Run run = run(TIMES + ", \"therapies\": [{\"agent\": \"drug\", \"amount\": 0.001, \"every\": 7}], \"rules\": ["
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
        Run run = run(treated);
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
        trial.model("\"T\": {\"initial\": 1}", "\"g\": {\"value\": 1}", "\"T\": \"g*T\"", more);
        String give = "\"give\": {\"into\": \"T\", \"amount\": 9}";
        Shell.Result result =
                verify(TIMES + ", \"rules\": [" + rule("\"every\": 4", "recist == PD", give, "") + "]", 1);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(fault);
    }

    @Test
    void diametersAreInMillimeters() throws IOException {
        Run run = run(TIMES + ", \"rules\": ["
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
    void aRuleThatNeverActsChangesNoBit() throws IOException {
        Run plain = run(TIMES + ", " + WEEKLY);
        Run asked =
                withRules(rule("\"every\": 0.7", "T < 0", STOP, ""), rule("\"every\": 5", "recist == CR", STOP, ""));

        assertThat(asked.csv()).isEqualTo(plain.csv());
        assertThat(asked.doses()).isEqualTo(plain.doses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsit5", "dop853", "rodas", "auto"})
    void theRealisedDosesAsAFixedScheduleGiveTheSameTrajectory(String method) throws IOException {
        String solver = "\"solver\": {\"method\": \"" + method + "\", \"atol\": {\"default\": 1e-6, \"T\": 1e-2}}";
        String infusions = "\"therapies\": [{\"agent\": \"drug\", \"amount\": 4, \"duration\": 0.5, \"every\": 7},"
                + "{\"agent\": \"drug\", \"amount\": 0.1, \"start\": 3, \"every\": 9.1}]";
        String rules = String.join(
                ", ",
                rule("\"every\": 3.5", "A > 2", HOLD, ""),
                rule("\"every\": 3.3", "A < 0.2", RESUME, ""),
                // with doses at the same instants
                rule("\"start\": 49, \"every\": 21", "T > 0", HOLD, ""),
                rule(
                        "\"every\": 13.7",
                        "T > 1.3e9",
                        "\"give\": {\"agent\": \"drug\", \"amount\": 3, \"duration\": 2, \"every\": 5, \"doses\": 3}",
                        ", \"most\": 2, \"confirm\": 2"),
                rule("\"start\": 91", "T > 0", STOP, ""));
        Run run = run(TIMES + ", " + solver + ", " + infusions + ", \"rules\": [" + rules + "]");
        assertThat(run.ledger()).hasSizeGreaterThan(6).anyMatch(act -> act.contains("give"));

        List<String> doses = new ArrayList<>();
        run.meta()
                .get("doses")
                .forEach(dose -> doses.add("{\"agent\": \"drug\", \"start\": " + dose.get("time") + ", \"amount\": "
                        + dose.get("amount") + ", \"duration\": " + dose.get("duration") + "}"));
        Run replayed = run(TIMES + ", " + solver + ", \"therapies\": [" + String.join(", ", doses) + "]");

        assertThat(replayed.csv()).isEqualTo(run.csv());
        assertThat(replayed.meta().get("decisions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold-on-toxicity", "reinfusion-on-relapse"})
    void shippedScenariosReplayToTheSameTrajectory(String name) throws IOException {
        ObjectNode scenario = (ObjectNode)
                JSON.readTree(Path.of("scenarios", "rules", name + ".json").toFile());
        Run ruled = run(scenario);
        assertThat(ruled.ledger()).isNotEmpty();

        scenario.remove("rules");
        ArrayNode therapies = scenario.putArray("therapies");
        for (JsonNode dose : ruled.meta().get("doses")) {
            ObjectNode therapy = therapies.addObject();
            therapy.set("agent", dose.get("agent"));
            therapy.set("amount", dose.get("amount"));
            therapy.set("start", dose.get("time"));
            therapy.set("duration", dose.get("duration"));
        }
        assertThat(run(scenario).csv()).isEqualTo(ruled.csv());
    }

    private Run run(JsonNode scenario) throws IOException {
        Path csv = directory.resolve("out.csv");
        Shell.Result result =
                new Shell(new Workbench()).stdin(scenario.toString()).run("run", "-", "-o", csv, "--quiet");
        assertThat(result.code()).as(result.err()).isZero();
        return new Run(Files.readString(csv), JSON.readTree(Files.readString(directory.resolve("out.meta.json"))));
    }

    @Test
    void theTerminalShowsTheDecisionsInALine() {
        Shell.Result result = trial.run(TIMES + ", " + WEEKLY + ", \"rules\": ["
                + rule("\"start\": 10", "T > 0", HOLD, ", \"label\": \"pause\"") + ", "
                + rule("\"start\": 20", "T > 0", RESUME, "") + "]");

        assertThat(result.err().lines().toList())
                .contains("decisions: at 10 d hold drug, 1 dose left out (pause); at 20 d resume drug");
    }

    @Test
    void decisionsThatRunAwayFailTheRun() {
        Shell.Result result = trial.run("\"time\": {\"end\": 40000, \"every\": 40000}, \"parameters\": {\"g\": 0},"
                + "\"therapies\": [{\"agent\": \"drug\", \"amount\": 1, \"start\": 39999}], \"rules\": ["
                + rule("\"every\": 1", "sin(3*time) > 0", HOLD, "") + ", "
                + rule("\"every\": 1", "sin(3*time) < 0", RESUME, "") + "]");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("more than 10000 treatment decisions").contains("\"most\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "T > 0|\"stop\": [\"drugg\"]|/do/stop/0: \"drugg\" is not given in this scenario; expected one of drug"
                        + " (did you mean \"drug\"?)",
                "T > 0|\"give\": {\"agent\": \"drugg\", \"amount\": 1}|/do/give/agent: \"drugg\" is not an agent of the model",
                "T > 0|\"give\": {\"agent\": \"drug\", \"amount\": \"1 cell\"}|/do/give/amount: \"1 cell\" is a number of cells",
                "X > 0|\"stop\": [\"drug\"]|/when: \"X\" is not known",
                "recsit == PD|\"stop\": [\"drug\"]|/when: \"recsit\" is not known (did you mean \"recist\"?)",
                "recist > PD|\"stop\": [\"drug\"]|/when: recist is compared by >; expected == or !=",
                "recist == PX|\"stop\": [\"drug\"]|/when: recist is compared with PX; expected one of CR, PR, SD,"
                        + " non_CR_non_PD, PD, NE",
                "recist == 3|\"stop\": [\"drug\"]|/when: recist is compared with 3; expected one of CR,",
                "T*recist > 3|\"stop\": [\"drug\"]|/when: recist is a word, not a number; expected recist == PD"
            })
    void aRuleThatCannotBeBoundIsExplained(String when, String orders, String message) {
        Shell.Result result =
                trial.run(TIMES + ", " + WEEKLY + ", \"rules\": [" + rule("\"every\": 1", when, orders, "") + "]");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("error: /rules/0" + message);
    }

    @Test
    void imagesNeedATumorWithAVolume() {
        String states = "\"A\": {\"unit\": \"mg\"}, \"T\": {\"unit\": \"1\", \"initial\": 1}";
        String rates = "\"A\": \"0\", \"T\": \"T\"";
        String scenario = TIMES + ", \"rules\": ["
                + rule("\"every\": 1", "T > 0 or recist == PD", "\"give\": {\"into\": \"A\", \"amount\": 1}", "") + "]";
        Shell.Result none = trial.model(states, "", rates, "").run(scenario);
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("/rules/0/when: the condition is about images, but no tumor is named");

        Shell.Result flat = trial.model(states, "", rates, "\"outcome\": {\"tumor\": \"T\"}")
                .run(scenario);
        assertThat(flat.code()).isEqualTo(3);
        assertThat(flat.err()).contains("/rules/0/when: the condition is about images, but the tumor has no volume");
    }

    @Test
    void aRuleThatIsNeverAskedIsPointedOut() {
        Shell.Result result =
                trial.run(TIMES + ", " + WEEKLY + ", \"rules\": [" + rule("\"start\": 200", "T > 0", STOP, "") + "]");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("warning: /rules/0/at: no assessment within the run");
    }

    @Test
    void dimensionsOfConditionsAreChecked() {
        Shell.Result result = new Shell(new Workbench())
                .stdin("{\"model\": \"barros-2021\", \"time\": {\"end\": 1}, \"therapies\": [{\"agent\": \"car-t\","
                        + " \"amount\": 1}], \"rules\": ["
                        + rule("\"every\": 1", "T > r or diameter > T", "\"stop\": [\"car-t\"]", "") + "]}")
                .run("run", "-");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()
                        .lines()
                        .filter(line -> line.contains("/rules/0/when"))
                        .collect(Collectors.toList()))
                .isNotEmpty()
                .noneMatch(line -> line.contains("rule(") || line.contains("asked("));
    }
}

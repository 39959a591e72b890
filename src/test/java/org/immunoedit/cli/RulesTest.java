package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.immunoedit.cli.RuledTrial.HOLD;
import static org.immunoedit.cli.RuledTrial.RESUME;
import static org.immunoedit.cli.RuledTrial.STOP;
import static org.immunoedit.cli.RuledTrial.TIMES;
import static org.immunoedit.cli.RuledTrial.WEEKLY;
import static org.immunoedit.cli.RuledTrial.rule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of a scenario, through the whole program: what they decide, when, and what becomes of the doses. */
class RulesTest {
    @TempDir
    private Path directory;

    private RuledTrial ruled;

    @BeforeEach
    void writeModel() {
        ruled = new RuledTrial(directory);
    }

    @Test
    void aStopLeavesOutEveryFurtherDose() throws IOException {
        RuledTrial.Run run = ruled.withRules(rule("\"start\": 5, \"every\": 10", "time > 20", STOP, ""));

        assertThat(run.doses()).containsExactly(0.0, 7.0, 14.0, 21.0);
        assertThat(run.ledger()).containsExactly("25 r0 stop drug 11");
    }

    @Test
    void aDoseAtTheInstantOfTheDecisionIsLeftOut() throws IOException {
        RuledTrial.Run run = ruled.withRules(rule("\"every\": 7", "time >= 14", STOP, ""));

        assertThat(run.doses()).containsExactly(0.0, 7.0);
        assertThat(run.ledger()).containsExactly("14 r0 stop drug 13");
    }

    @Test
    void aRuleIsAskedAtTheStartBeforeTheFirstDose() throws IOException {
        RuledTrial.Run run = ruled.withRules(rule("\"start\": 0", "A == 0", STOP, ""));

        assertThat(run.doses()).isEmpty();
        assertThat(run.ledger()).containsExactly("0 r0 stop drug 15");
    }

    @Test
    void aConditionMustHoldAtConsecutiveAssessments() throws IOException {
        String when = "time > 20 and time < 26 or time > 50";
        RuledTrial.Run twice = ruled.withRules(rule("\"every\": 3", when, STOP, ", \"confirm\": 2"));
        RuledTrial.Run thrice = ruled.withRules(rule("\"every\": 3", when, STOP, ", \"confirm\": 3"));

        // it holds at 21 and 24, then at 51, 54, 57
        assertThat(twice.ledger()).containsExactly("24 r0 stop drug 11");
        assertThat(thrice.ledger()).containsExactly("57 r0 stop drug 6");
        assertThat(twice.meta().get("decisions").get(0).get("confirmed").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatIsDueWhileHeldIsSkippedAndNotMadeUpFor() throws IOException {
        RuledTrial.Run run = ruled.withRules(
                rule("\"start\": 10", "time > 1", HOLD, ""), rule("\"start\": 40", "time > 1", RESUME, ""));

        assertThat(run.doses()).startsWith(0.0, 7.0, 42.0, 49.0).hasSize(11);
        assertThat(run.ledger()).containsExactly("10 r0 hold drug 4", "40 r1 resume drug 0");
    }

    @Test
    void anInfusionThatRunsIsFinished() throws IOException {
        RuledTrial.Run run = ruled.run(
                TIMES + ", \"therapies\": [{\"agent\": \"drug\", \"amount\": 10, \"duration\": 10, \"every\": 20}],"
                        + "\"rules\": [" + rule("\"start\": 5", "A > 0", STOP, "") + "]");

        assertThat(run.doses()).containsExactly(0.0);
        // 1 a day for ten days: A(10) = (1 - e^-3)/0.3
        double[] a = Trial.Table.of(run.csv()).numbers("A");
        assertThat(a[10]).isCloseTo((1 - Math.exp(-3)) / 0.3, within(1e-6));
        assertThat(a[20]).isCloseTo(a[10] * Math.exp(-3), within(1e-6));
    }

    @Test
    void ofTwoRulesAtOneInstantTheFirstDecidesAboutAnAgent() throws IOException {
        RuledTrial.Run run = ruled.withRules(
                rule("\"start\": 10, \"every\": 10", "T > 0", HOLD, ""),
                rule("\"start\": 10, \"every\": 10", "T > 0", STOP, ""),
                rule("\"start\": 45", "T > 0", RESUME, ""));

        // at 20 the first rule changes nothing, but it still decides
        assertThat(run.ledger()).containsExactly("10 r0 hold drug 5", "45 r2 resume drug 0", "50 r0 hold drug 7");
    }

    @Test
    void whatIsStoppedStaysStopped() throws IOException {
        RuledTrial.Run run = ruled.withRules(
                rule("\"start\": 10", "T > 0", STOP, ""),
                rule("\"start\": 20, \"every\": 10", "T > 0", RESUME, ""),
                rule("\"start\": 20, \"every\": 10", "T > 0", "\"give\": {\"agent\": \"drug\", \"amount\": 1}", ""));

        assertThat(run.doses()).containsExactly(0.0, 7.0);
        assertThat(run.ledger()).containsExactly("10 r0 stop drug 13");
    }

    @Test
    void dosesThatARuleGivesCountFromTheDecision() throws IOException {
        String gift = "\"give\": {\"agent\": \"drug\", \"amount\": 5, \"every\": 2, \"doses\": 3, \"lag\": 1}";
        RuledTrial.Run run = ruled.run(
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
        RuledTrial.Run run = ruled.run(TIMES + ", \"rules\": [" + rule("\"start\": 30.5", "T > 0", gift, "") + "]");

        assertThat(run.doses()).containsExactly(30.5);
        double[] a = Trial.Table.of(run.csv()).numbers("A");
        assertThat(a[31]).isCloseTo(5 * Math.exp(-0.15), within(1e-6));
    }

    @Test
    void givingIsBoundedAndConfirmedAnewEachTime() throws IOException {
        String gift = "\"give\": {\"agent\": \"drug\", \"amount\": 1}";
        RuledTrial.Run once = ruled.run(TIMES + ", \"rules\": [" + rule("\"every\": 10", "T > 0", gift, "") + "]");
        assertThat(once.doses()).containsExactly(0.0);
        RuledTrial.Run thrice = ruled.run(
                TIMES + ", \"rules\": [" + rule("\"every\": 10", "T > 0", gift, ", \"most\": 3, \"confirm\": 2") + "]");
        assertThat(thrice.doses()).containsExactly(10.0, 30.0, 50.0);
        assertThat(thrice.ledger()).containsExactly("10 r0 give drug 1", "30 r0 give drug 1", "50 r0 give drug 1");
        assertThat(thrice.meta().get("doses").get(2).get("therapy").asInt()).isEqualTo(2);
    }

    @Test
    void theTerminalShowsTheDecisionsInALine() {
        Shell.Result result = ruled.trial()
                .run(TIMES + ", " + WEEKLY + ", \"rules\": ["
                        + rule("\"start\": 10", "T > 0", HOLD, ", \"label\": \"pause\"") + ", "
                        + rule("\"start\": 20", "T > 0", RESUME, "") + "]");

        assertThat(result.err().lines().toList())
                .contains("decisions: at 10 d hold drug, 1 dose left out (pause); at 20 d resume drug");
    }

    @Test
    void decisionsThatRunAwayFailTheRun() {
        Shell.Result result = ruled.trial()
                .run("\"time\": {\"end\": 40000, \"every\": 40000}, \"parameters\": {\"g\": 0},"
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
        Shell.Result result = ruled.trial()
                .run(TIMES + ", " + WEEKLY + ", \"rules\": [" + rule("\"every\": 1", when, orders, "") + "]");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("error: /rules/0" + message);
    }

    @Test
    void aRuleThatIsNeverAskedIsPointedOut() {
        Shell.Result result = ruled.trial()
                .run(TIMES + ", " + WEEKLY + ", \"rules\": [" + rule("\"start\": 200", "T > 0", STOP, "") + "]");

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

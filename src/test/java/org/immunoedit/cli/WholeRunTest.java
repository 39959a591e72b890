package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.immunoedit.cli.Trial.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doses, rows, conditions and failures of whole runs, with answers known beforehand. */
class WholeRunTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    @TempDir
    Path directory;

    private Trial trial;

    @BeforeEach
    void pool() {
        trial = new Trial(directory)
                .model(
                        "\"A\": {\"unit\": \"mg\", \"initial\": 0}, \"B\": {\"unit\": \"mg\", \"initial\": 1}",
                        "\"k\": {\"value\": 0, \"unit\": \"1/d\"}",
                        "\"A\": \"-k*A\", \"B\": \"0\"",
                        "");
    }

    @Test
    void coincidentDosesAddAlsoAtTheStartAndTheEnd() {
        Table t = trial.table("\"therapies\": [{\"into\": \"A\", \"amount\": 1, \"start\": 1},"
                + " {\"into\": \"A\", \"amount\": 10, \"start\": \"24 h\"}, {\"into\": \"A\", \"amount\": 100},"
                + " {\"into\": \"A\", \"amount\": 1000, \"start\": 2}], \"time\": {\"end\": 2, \"points\": 5}");
        assertThat(t.numbers("A")).containsExactly(100, 100, 111, 111, 1111);
    }

    @Test
    void intervalsThatAreNotWholeDaysDoNotDouble() {
        Table t = trial.table("\"therapies\": [{\"into\": \"A\", \"amount\": 1, \"every\": \"4.5 h\", \"doses\": 11}],"
                + " \"time\": {\"end\": \"45 h\", \"every\": \"4.5 h\"}");
        assertThat(t.numbers("A")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 201, 301, 1000})
    void asManyRowsAsWereAskedFor(int points) {
        Table t = trial.table("\"time\": {\"end\": 3, \"points\": " + points + "}");
        assertThat(t.size()).isEqualTo(points);
        assertThat(t.last("time")).isEqualTo(3);
    }

    @Test
    void rowTimesAreMultipliedAndTheEndIsARow() {
        Table t = trial.table("\"time\": {\"start\": 1, \"end\": 2.05, \"every\": 0.1}");
        double[] expected = IntStream.rangeClosed(0, 11)
                .mapToDouble(i -> i == 11 ? 2.05 : 1 + i * 0.1)
                .toArray();
        assertThat(t.numbers("time")).containsExactly(expected);
    }

    @Test
    void rowsAtGivenTimesEndTheRunUnlessTheEndIsLater() {
        assertThat(trial.table("\"time\": {\"at\": [0, \"12 h\", 2]}").numbers("time"))
                .containsExactly(0, 0.5, 2);
        assertThat(trial.table("\"time\": {\"at\": [1], \"end\": 3}").numbers("time"))
                .containsExactly(1, 3);
    }

    @Test
    void aRowAtADoseShowsTheStateAfterAndOnRequestBefore() {
        Table t = trial.table("\"therapies\": [{\"into\": \"A\", \"amount\": 5}, {\"into\": \"A\", \"amount\": 2,"
                + " \"start\": 1}], \"time\": {\"end\": 2, \"every\": 1}, \"output\": {\"sides\": \"both\"}");
        assertThat(t.columns().get("side")).containsExactly("before", "after", "before", "after", "after");
        assertThat(t.numbers("A")).containsExactly(0, 5, 5, 7, 7);
        assertThat(t.numbers("time")).containsExactly(0, 0, 1, 1, 2);
    }

    @Test
    void anInfusionFollowsItsClosedForm() {
        String k = "\"parameters\": {\"k\": 2}, ";
        Table t =
                trial.table(k + "\"therapies\": [{\"into\": \"A\", \"amount\": 6, \"duration\": 0.5, \"start\": 0.25}],"
                        + " \"time\": {\"end\": 1, \"points\": 5}, \"solver\": {\"rtol\": 1e-10}");
        double half = 12.0 / 2 * (1 - Math.exp(-2 * 0.25));
        double full = 12.0 / 2 * (1 - Math.exp(-2 * 0.5));
        assertThat(t.numbers("A")).containsExactly(new double[] {0, 0, half, full, full * Math.exp(-2 * 0.25)}, CLOSE);
    }

    @Test
    void aFinerGridLeavesSharedRowsEqualToTheBit() {
        String scenario = "\"parameters\": {\"k\": 0.7}, \"therapies\": [{\"into\": \"A\", \"amount\": 3, \"every\": 2,"
                + " \"doses\": 4}], \"time\": {\"end\": 8, \"points\": ";
        double[] coarse = trial.table(scenario + "5}").numbers("A");
        double[] fine = trial.table(scenario + "4001}").numbers("A");
        assertThat(coarse)
                .containsExactly(
                        IntStream.range(0, 5).mapToDouble(i -> fine[1000 * i]).toArray());
    }

    @Test
    void anEventFiresWhenItsConditionTurnsTrue() {
        clock("{\"when\": \"x >= 3\", \"set\": {\"x\": \"x - 3\", \"n\": \"n + 1\"}}");
        Table t = trial.table("\"time\": {\"end\": 10, \"every\": 1}");
        assertThat(t.numbers("n")).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3);
        assertThat(t.last("x")).isCloseTo(1, CLOSE);
    }

    @Test
    void anEventThatHoldsAtTheStartFiresOnlyOnRequest() {
        clock("{\"when\": \"x >= 0\", \"set\": {\"n\": \"n + 1\"}}, "
                + "{\"when\": \"time >= 0\", \"set\": {\"n\": \"n + 10\"}, \"at_start\": true}");
        assertThat(trial.table("\"time\": {\"end\": 1, \"points\": 2}").numbers("n"))
                .containsExactly(10, 10);
    }

    @Test
    void aDoseAtTheStartCanFireAnEvent() {
        clock("{\"when\": \"x >= 2\", \"set\": {\"n\": \"x\"}}");
        Table t = trial.table(
                "\"therapies\": [{\"into\": \"x\", \"amount\": 2.5}], \"time\": {\"end\": 1, \"points\": 2}");
        assertThat(t.numbers("n")).containsExactly(2.5, 2.5);
    }

    @Test
    void valuesOfAnEventAreThoseBeforeIt() {
        clock("{\"when\": \"time >= 1\", \"set\": {\"x\": \"n\", \"n\": \"x\"}}");
        Table t = trial.table("\"initial\": {\"n\": 7}, \"time\": {\"end\": 1, \"points\": 2}");
        assertThat(t.last("x")).isEqualTo(7);
        assertThat(t.last("n")).isCloseTo(1, CLOSE);
    }

    @Test
    void eventsOfOneInstantFollowEachOther() {
        clock("{\"when\": \"n == 2\", \"set\": {\"n\": \"5\"}}, {\"when\": \"x >= 1\", \"set\": {\"n\": \"n + 2\"}}");
        assertThat(trial.table("\"time\": {\"end\": 2, \"every\": 1}").numbers("n"))
                .containsExactly(0, 5, 5);
    }

    @Test
    void onceIsOnce() {
        clock("{\"when\": \"sin(6.283185307179586*time) > 0.5\", \"set\": {\"n\": \"n + 1\"}}, "
                + "{\"when\": \"cos(6.283185307179586*time) < 0\", \"set\": {\"n\": \"n + 100\"}, \"once\": true}");
        assertThat(trial.table("\"time\": {\"end\": 5, \"points\": 2}").last("n"))
                .isEqualTo(105);
    }

    @Test
    void anEventCanEndTheRun() {
        clock("{\"when\": \"x > 2.5\", \"stop\": true, \"label\": \"full\"}");
        Table t = trial.table("\"time\": {\"end\": 10, \"every\": 1}");
        assertThat(t.numbers("time")).containsExactly(new double[] {0, 1, 2, 2.5}, CLOSE);
    }

    @Test
    void anEventCanSetAParameter() {
        clock("{\"when\": \"time >= 2\", \"set\": {\"v\": \"3*v\"}}");
        assertThat(trial.table("\"time\": {\"end\": 4, \"points\": 2}").last("x"))
                .isCloseTo(8, CLOSE);
    }

    @Test
    void eventsWithoutEndAreAFailureInWords() {
        clock(
                "{\"when\": \"x >= 1\", \"set\": {\"x\": \"0.5\"}}, {\"when\": \"x < 0.6 and time > 0.9\", \"set\": {\"x\": \"1\"},"
                        + " \"label\": \"back\"}");
        Shell.Result result = trial.run("\"time\": {\"end\": 4, \"points\": 2}");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("events keep firing at t = 1 d").doesNotContain("\tat ");
    }

    @Test
    void conditionsOfRatesAreMetExactly() {
        trial.model(
                "\"x\": {\"unit\": \"1\", \"initial\": 1}, \"y\": {\"unit\": \"1\", \"initial\": 0}",
                "",
                "\"x\": \"if(time < 0.37, 1, -x)\", \"y\": \"if(x > 1.2, 1, 0)\"",
                "");
        Table t = trial.table("\"time\": {\"end\": 1, \"points\": 2}, \"solver\": {\"rtol\": 1e-10}");
        assertThat(t.last("x")).isCloseTo(1.37 * Math.exp(-0.63), CLOSE);
        double above = 0.37 + Math.log(1.37 / 1.2) - 0.2;
        assertThat(t.last("y")).isCloseTo(above, CLOSE);
    }

    @Test
    void aRateMayBeUndefinedBeyondItsCondition() {
        trial.model("\"x\": {\"unit\": \"1\", \"initial\": 1}", "", "\"x\": \"if(x > 0, -sqrt(x), 0)\"", "");
        Table t = trial.table("\"time\": {\"end\": 4, \"every\": 1}");
        assertThat(t.numbers("x")).containsExactly(new double[] {1, 0.25, 0, 0, 0}, within(1e-8));
    }

    @Test
    void extinctionSetsAPopulationToZeroAndSaysSo() {
        trial.model(
                "\"x\": {\"unit\": \"cell\", \"initial\": 1000, \"extinct_below\": 1}",
                "",
                "\"x\": \"if(time < 20, -x, x)\"",
                "");
        Table t = trial.table("\"time\": {\"end\": 40, \"every\": 5}");
        assertThat(t.numbers("x")[1]).isCloseTo(1000 * Math.exp(-5), within(1e-5));
        assertThat(Arrays.copyOfRange(t.numbers("x"), 2, 9)).containsOnly(0);
    }

    @Test
    void aRunInEndsWhereItsConditionHolds() {
        trial.model(
                "\"x\": {\"unit\": \"1\", \"initial\": 1}, \"d\": {\"unit\": \"1\", \"initial\": 0}",
                "",
                "\"x\": \"0.5*x\", \"d\": \"0\"",
                "");
        String scenario = "\"run_in\": {\"until\": \"x >= 100\", \"limit\": \"1 y\", \"keep\": KEEP},"
                + " \"therapies\": [{\"into\": \"d\", \"amount\": 1}], \"time\": {\"end\": 2, \"every\": 1}";
        Table t = trial.table(scenario.replace("KEEP", "false"));
        assertThat(t.numbers("x"))
                .containsExactly(new double[] {100, 100 * Math.exp(0.5), 100 * Math.exp(1)}, within(1e-5));
        assertThat(t.numbers("d")).containsExactly(1, 1, 1);
        Table kept = trial.table(scenario.replace("KEEP", "true"));
        assertThat(kept.size()).isEqualTo(3 + 9);
        assertThat(kept.numbers("time")[0]).isEqualTo(-9);
        assertThat(kept.numbers("x")[0]).isCloseTo(100 * Math.exp(-4.5), within(1e-7));
        assertThat(kept.numbers("d")[8]).isZero();
    }

    @Test
    void aRunInThatNeverEndsIsAFailure() {
        Shell.Result result = trial.run(
                "\"run_in\": {\"until\": \"B > 2\", \"limit\": \"3 d\"}, \"time\": {\"end\": 2, \"every\": 1}");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("did not hold within its limit of 3");
    }

    @Test
    void anAgentThatIsDosedAddsItsStatesAndItsConcentration() throws IOException {
        Path file = directory.resolve("dosed.json");
        String scenario = """
                {"model": "kuznetsov-1994", "time": {"end": 1, "points": 2}, "therapies": [%s],
                 "effects": [{"parameter": "n", "becomes": "n*(1 + %s)"}]}
                """;
        Files.writeString(
                file,
                scenario.formatted(
                        "{\"agent\": \"pembrolizumab\", \"amount\": \"348 mg\"}",
                        "pembrolizumab.concentration/(10 + pembrolizumab.concentration)"));
        Table dosed = Table.of(Shell.whole().run("run", file, "--quiet").out());
        assertThat(dosed.columns().keySet())
                .containsExactly(
                        "time",
                        "E",
                        "T",
                        "pembrolizumab.central",
                        "pembrolizumab.peripheral",
                        "T_total",
                        "pembrolizumab.concentration");
        assertThat(dosed.numbers("pembrolizumab.central")[0]).isEqualTo(348);
        assertThat(dosed.numbers("pembrolizumab.concentration")[0]).isEqualTo(100);
        Files.writeString(file, scenario.formatted("", "0"));
        Table plain = Table.of(Shell.whole().run("run", file, "--quiet").out());
        assertThat(plain.columns().keySet()).containsExactly("time", "E", "T", "T_total");
    }

    @Test
    void anEffectReplacesAParameter() {
        Table t = trial.table(
                "\"parameters\": {\"k\": 3}, \"initial\": {\"A\": 1}, \"effects\": [{\"parameter\": \"k\","
                        + " \"becomes\": \"k*(1 - B/2)\"}], \"time\": {\"end\": 1, \"points\": 2}, \"solver\": {\"rtol\": 1e-10}");
        assertThat(t.last("A")).isCloseTo(Math.exp(-1.5), CLOSE);
    }

    @Test
    void dosesCanComeFromANonmemTable() {
        trial.file("doses.csv", "time,amt,rate,ii,addl,cmt,evid\n0,4,0,0,0,A,1\n1,2,0,0.5,2,1,1\n1,8,4,0,0,B,1\n");
        Table t = trial.table("\"doses_file\": \"doses.csv\", \"time\": {\"end\": 3, \"every\": 1}");
        assertThat(t.numbers("A")).containsExactly(4, 6, 10, 10);
        assertThat(t.numbers("B")).containsExactly(new double[] {1, 1, 5, 9}, CLOSE);
    }

    @Test
    void aPopulationThatTurnsNegativeFailsByName() {
        trial.model("\"cells\": {\"unit\": \"cell\", \"initial\": 1}", "", "\"cells\": \"-1\"", "");
        Shell.Result result = trial.run("\"time\": {\"end\": 5, \"every\": 1}");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("cells fell to -")
                .contains("at t = 1 d")
                .contains("\"signed\": true");
    }

    @Test
    void aStateThatTurnsNegativeUnderAConditionFailsByNameToo() {
        trial.model(
                "\"clock\": {\"unit\": \"1\", \"initial\": 0}, \"share\": {\"unit\": \"1\", \"initial\": 1}",
                "",
                "\"clock\": \"1\", \"share\": \"if(clock > 3, 0, -1)\"",
                "");
        Shell.Result result = trial.run("\"time\": {\"end\": 5, \"every\": 1}");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).containsPattern("share fell to -[0-9.]+e-10 at t = 1 d, below its tolerance band");
    }

    @Test
    void aRunStoppedByAnEventWithoutALabelSaysWhen() {
        trial.model(
                "\"cells\": {\"unit\": \"cell\", \"initial\": 10}",
                "",
                "\"cells\": \"cells\"",
                "\"outcome\": {\"tumor\": \"cells\"}");
        Shell.Result result =
                trial.run("\"events\": [{\"when\": \"cells > 20\", \"stop\": true}], \"time\": {\"end\": 5}");
        assertThat(result.err()).endsWith("; the run was stopped at 0.6931 d" + System.lineSeparator());
    }

    @Test
    void aBlowUpFailsByNameAndAdvises() {
        trial.model("\"cells\": {\"unit\": \"cell\", \"initial\": 1}", "", "\"cells\": \"cells^2\"", "");
        Shell.Result result = trial.run("\"time\": {\"end\": 5, \"every\": 1}", "-o", directory.resolve("o.csv"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("at t = 1 d; cells grows without bound");
        assertThat(directory.resolve("o.csv")).doesNotExist();
        assertThat(directory.resolve("o.meta.json")).doesNotExist();
    }

    @Test
    void everyRunGetsAVerdict() {
        assertThat(trial.run("\"time\": {\"end\": 1}").err())
                .startsWith("undetermined: nothing says what the tumor is");
        assertThat(trial.run("\"time\": {\"end\": 200}, \"outcome\": {\"tumor\": \"B\", \"eliminated_below\": 0.1,"
                                + " \"escaped_above\": 0.5}")
                        .err())
                .startsWith("escape: ");
    }

    @Test
    void oneFaultDoesNotMakeOthersUp() {
        trial.file("s.json", """
                {"model": "kuznetsov-1994", "time": {"end": 9},
                 "therapies": [{"agent": "pembrolizumab", "amount": "200 mg"}],
                 "effects": [{"parameter": "p", "becomes": "p*(1 + pembrolizumab.concentration)"}],
                 "output": {"columns": ["T", "pembrolizumab.concentration", "phase"]}}
                """);
        Shell.Result result = new Shell(new Workbench()).run("run", directory.resolve("s.json"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("3:45: error: /effects/0/becomes:").contains("expected 1/d");
    }

    private void clock(String events) {
        trial.model(
                "\"x\": {\"unit\": \"1\", \"initial\": 0}, \"n\": {\"unit\": \"1\", \"initial\": 0}",
                "\"v\": {\"value\": 1, \"unit\": \"1\"}",
                "\"x\": \"v\", \"n\": \"0\"",
                "\"events\": [" + events + "]");
    }
}

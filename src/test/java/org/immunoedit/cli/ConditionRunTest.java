package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions of whole runs whose truth lasts an instant, or changes at known times; c is cos t, x is the clock. */
class ConditionRunTest {
    @TempDir
    private Path directory;

    private double counted(String when, String scenario) {
        return new Trial(directory)
                .model(
                        "\"x\": {\"unit\": \"1\", \"initial\": 0}, \"n\": {\"unit\": \"1\", \"initial\": 0},"
                                + " \"s\": {\"unit\": \"1\", \"initial\": 0, \"signed\": true},"
                                + " \"c\": {\"unit\": \"1\", \"initial\": 1, \"signed\": true}",
                        "",
                        "\"x\": \"1\", \"n\": \"0\", \"s\": \"c\", \"c\": \"-s\"",
                        "\"events\": [{\"when\": \"" + when + "\", \"set\": {\"n\": \"n + 1\"}}]")
                .table("\"time\": {\"end\": 8, \"points\": 2}" + scenario)
                .last("n");
    }

    /** cos t is 1/2 at π/3, 5π/3 and 7π/3. */
    @ParameterizedTest
    @CsvSource({
        "x == 2, 1",
        "c == 0.5, 3",
        "c == 0.5 and s > 0, 2",
        "c != 0.5, 0",
        "not c != 0.5, 3",
        "c == 0.5 or x > 4, 2", // at π/3, then from 4 on, in which the others lie
        "x == 9, 0",
        "time == 3, 1",
        "time > 3, 1",
        "5 < time, 1",
        "time < 3, 0",
        "not time < 3, 1",
        "time >= 3 and time < 4, 1",
        "x + time > 6, 1"
    })
    void anEventFiresAsOftenAsItsConditionTurnsTrue(String when, int times) {
        assertThat(counted(when, "")).isEqualTo(times);
    }

    /** A dose lifts x from below the level to above it, or onto it. */
    @ParameterizedTest
    @CsvSource({
        "x > 5, 10, 1",
        "x == 5, 10, 0", // leapt over
        "x == 5, 4, 1", // hit, at t = 1
        "x >= 5, 4, 1",
        "x > 5, 4, 1",
        "x < 5, 10, 0",
        "x != 5, 4, 0"
    })
    void aDoseChangesTheTruthToo(String when, double dose, int times) {
        String given = ", \"therapies\": [{\"into\": \"x\", \"amount\": " + dose + ", \"start\": 1}]";
        assertThat(counted(when, given)).isEqualTo(times);
    }

    /**
     * A dose puts x onto 5 at t = 1, and x grows on: the sides are equal for an instant only. Where nothing else moves
     * x, they stay equal until something does.
     */
    @ParameterizedTest
    @CsvSource({
        "x == 5 and time > 3, 1, 0",
        "x == 5 and time > 3, 0, 1",
        "x == 5 or time > 3, 1, 2",
        "x == 5 or time > 3, 0, 1",
        "not x != 5 and time > 3, 1, 0",
        "x != 5 and time > 3, 1, 1",
        "x != 5 and time > 3, 0, 0"
    })
    void whatADoseMakesEqualStaysSoAsLongAsNothingMovesIt(String when, double rate, int times) {
        Trial.Table rows = new Trial(directory)
                .model(
                        "\"x\": {\"unit\": \"1\", \"initial\": 0}, \"n\": {\"unit\": \"1\", \"initial\": 0}",
                        "",
                        "\"x\": \"if(time > 1, " + rate + ", 0)\", \"n\": \"0\"",
                        "\"events\": [{\"when\": \"" + when + "\", \"set\": {\"n\": \"n + 1\"}}]")
                .table("\"time\": {\"end\": 8, \"points\": 2},"
                        + " \"therapies\": [{\"into\": \"x\", \"amount\": 5, \"start\": 1}]");
        assertThat(rows.last("n")).isEqualTo(times);
    }

    /** A row before a dose shows the state there, not that of the row before it; nothing jumps at the other rows. */
    @Test
    void bothSidesOfADoseAreStatesAtThatTime() {
        Trial.Table rows = new Trial(directory)
                .model("\"x\": {\"unit\": \"1\", \"initial\": 0}", "", "\"x\": \"1\"", "")
                .table("\"time\": {\"end\": 4, \"at\": [1, 2, 3.5, 4]}, \"output\": {\"sides\": \"both\"},"
                        + " \"therapies\": [{\"into\": \"x\", \"amount\": 10, \"start\": 2},"
                        + " {\"into\": \"x\", \"amount\": 100, \"start\": 3}]");
        assertThat(rows.numbers("time")).containsExactly(1, 2, 2, 3.5, 4);
        assertThat(rows.columns().get("side")).containsExactly("after", "before", "after", "after", "after");
        assertThat(rows.numbers("x")).containsExactly(new double[] {1, 2, 12, 113.5, 114}, within(1e-9));
    }

    @Test
    void ratesSwitchAtKnownTimesWhicheverSideTheTimeIsOn() {
        double[] x = new Trial(directory)
                .model(
                        "\"x\": {\"unit\": \"1\", \"initial\": 0}",
                        "",
                        "\"x\": \"if(time >= 2, 1, 0) + if(4 > time, 10, 0) + if(0.5*time == 1, 1e6, 0)"
                                + " + if(time < 1 or time > 5, 100, 0)\"",
                        "")
                .table("\"time\": {\"end\": 6, \"at\": [1, 2, 4, 5, 6]}")
                .numbers("x");
        assertThat(x).containsExactly(new double[] {110, 120, 142, 143, 244}, within(1e-9));
    }
}

package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import java.util.List;
import org.immunoedit.sim.Bench.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sides that a jump or the start has made exactly equal: how long {@code ==} holds, and when events see it. */
class EqualityTest {
    private static List<Double> times(Bench.Run run) {
        assertThat(run.report().status()).as(run.report().message()).isEqualTo(Report.Status.COMPLETE);
        assertThat(run.report().warnings()).isEmpty();
        assertThat(run.told()).as("no stops without end").hasSizeLessThan(20);
        return run.report().happenings().stream().map(Report.Happened::time).toList();
    }

    /** A dose puts x onto 5 at t = 1, when its rate begins. */
    private static Bench dosed(String rate) {
        return new Bench()
                .state("x", 0, "if(time > 1, " + rate + ", 0)")
                .state("clock", 0, "1")
                .doses("x", 5, 1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1",
                "1e-9",
                "-1e-9",
                "1e9",
                "time - 1",
                "1 - time",
                "(time - 1)^3",
                "x",
                "5 - x + clock",
                "sin(x)"
            })
    void sidesThatPartAreNoLongerEqual(String rate) {
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "x == 5 and clock > 3")
                        .run()))
                .isEmpty();
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "not x != 5 and clock > 3")
                        .run()))
                .isEmpty();
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "x != 5 and clock > 3")
                        .run()))
                .singleElement(DOUBLE)
                .isCloseTo(3, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0*clock",
                "x - 5",
                "if(x == 5, 0, 1)",
                "if(clock > 7, 1, 0)",
                "if(time > 3.5, time - 3.5, 0)"
            })
    void sidesThatNothingMovesStayEqual(String rate) {
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "x == 5 and clock > 3")
                        .run()))
                .singleElement(DOUBLE)
                .isCloseTo(3, within(1e-8));
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "x != 5 and clock > 3 and clock < 3.4")
                        .run()))
                .isEmpty();
    }

    /** An equality for an instant is no turning of its negation, whatever brings it about. */
    @ParameterizedTest
    @CsvSource({"1, 1", "-1, 1", "1e-9, 1", "1e9, 1", "0, 1"})
    void theInstantOfADoseFiresTheEqualityOnly(String rate, int fired) {
        assertThat(times(dosed(rate).event(Kind.USUAL, "e", "x == 5").run())).containsExactly(1.0);
        assertThat(times(dosed(rate).event(Kind.USUAL, "e", "x != 5").run())).isEmpty();
        assertThat(times(new Bench()
                        .state("x", 5, rate)
                        .event(Kind.USUAL, "equal", "x == 5")
                        .event(Kind.USUAL, "other", "x != 5")
                        .run()))
                .isEmpty();
        assertThat(times(new Bench()
                        .state("x", 5, rate)
                        .event(Kind.AT_START, "equal", "x == 5")
                        .run()))
                .containsExactly(0.0);
    }

    /** Here x rests on 5 from 1 to 3: its leaving is a turning, at 3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if(clock > 3, 1, 0)",
                "if(time > 3, -1, 0)",
                "if(3 < clock, 1e9, 0)",
                "if(x == 5 and clock < 3, 0, 1)",
                "if(x > 7, 1, if(time > 3, 1, 0))"
            })
    void whatMovesLaterPartsThen(String rate) {
        assertThat(times(dosed(rate).event(Kind.USUAL, "e", "x != 5").run()))
                .singleElement(DOUBLE)
                .isCloseTo(3, within(1e-8));
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "x == 5 and clock > 3.5")
                        .run()))
                .isEmpty();
        assertThat(times(dosed(rate).event(Kind.USUAL, "e", "x == 5").run())).containsExactly(1.0);
    }

    @Test
    void aSecondDoseMovesWhatRests() {
        Bench twice = new Bench()
                .state("x", 0, "0")
                .state("clock", 0, "1")
                .doses("x", 5, 1, 1.5, 2)
                .event(Kind.USUAL, "other", "x != 5")
                .event(Kind.USUAL, "late", "x == 5 and clock > 3");
        assertThat(times(twice.run())).containsExactly(2.5);
    }

    /** Stages that events set and nothing else moves; the first event at 1 is undone at once by the second. */
    @Test
    void stagesStay() {
        Bench.Run run = new Bench()
                .state("stage", 0, "0")
                .state("clock", 0, "1")
                .state("sum", 0, "if(stage == 2, 10, 0) + if(stage != 2, 1, 0)")
                .event(Kind.USUAL, "one", "clock > 1", "stage = 2")
                .event(Kind.USUAL, "two", "stage == 2 and clock < 2", "stage = 1")
                .event(Kind.USUAL, "three", "stage == 1 and clock > 2", "stage = 2")
                .event(Kind.USUAL, "four", "stage == 2 and clock > 3", "stage = 3")
                .run();
        assertThat(run.report().happenings())
                .extracting(Report.Happened::label)
                .containsExactly("one", "two", "three", "four");
        assertThat(run.end()[2]).isCloseTo(10 + 3, within(1e-8));
        assertThat(times(run).get(3)).isCloseTo(3, within(1e-8));
    }

    /** A setting at the instant of a dose onto the level comes after it and undoes it, or makes it. */
    @Test
    void aDoseAndAnEventAtOneInstant() {
        assertThat(times(dosed("0")
                        .event(Kind.USUAL, "away", "x >= 5", "x = 6")
                        .event(Kind.USUAL, "late", "x == 5 and clock > 3")
                        .run()))
                .containsExactly(1.0);
        assertThat(times(new Bench()
                        .state("x", 0, "if(time > 1, 1, 0)")
                        .state("clock", 0, "1")
                        .doses("x", 4, 1, 1, 1)
                        .event(Kind.USUAL, "onto", "x >= 4", "x = 5")
                        .event(Kind.USUAL, "equal", "x == 5")
                        .event(Kind.USUAL, "late", "x == 5 and clock > 3")
                        .run()))
                .containsExactly(1.0, 1.0);
    }

    /** What has parted or jumped is let alone: the stretches are those of the clock, the dose and what is armed. */
    @Test
    void onlyWhatRestsIsWatchedOnBothSides() {
        Bench.Run passed =
                dosed("1").event(Kind.USUAL, "e", "x == 5 and clock > 3").run();
        assertThat(passed.told().stream().filter(told -> told.startsWith("stretch")))
                .hasSize(3)
                .element(2)
                .asString()
                .startsWith("stretch 3");
        Bench.Run jumped = new Bench()
                .state("x", 5, "0")
                .doses("x", 5, 1, 1, 1)
                .event(Kind.USUAL, "e", "x == 5")
                .run();
        assertThat(jumped.told().stream().filter(told -> told.startsWith("stretch")))
                .hasSize(2);
    }

    /** Sides that depend on the time part by it, or stay equal when the other keeps pace. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.999, 0", "-1, 0"})
    void sidesThatMoveWithTime(String rate, int fired) {
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "x == 4 + time and clock > 3")
                        .run()))
                .hasSize(fired);
        assertThat(times(dosed(rate).event(Kind.USUAL, "e", "x != 4 + time").run()))
                .isEmpty();
    }

    /** Slopes look ahead: below 5 the larger of x and 5 is 5. */
    @ParameterizedTest
    @CsvSource({"-1, 1", "1, 0"})
    void kinksPartToOneSide(String rate, int fired) {
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "max(x, 5) == 5 and clock > 3 and clock < 3.5")
                        .run()))
                .hasSize(fired);
        assertThat(times(dosed(rate)
                        .event(Kind.USUAL, "e", "max(x, 5) != 5 and clock > 0.5")
                        .run()))
                .hasSize(1 - fired);
    }

    /** x passes 5 at t = 2, where an event puts it onto 5 and stops it; or it only stops it, a rounding beside 5. */
    @ParameterizedTest
    @CsvSource({"x = 5, 1", "x = x, 0"})
    void whatPassesMayBeMadeToStay(String set, int fired) {
        assertThat(times(new Bench()
                        .state("x", 3, "v")
                        .state("clock", 0, "1")
                        .parameter("v", 1)
                        .event(Kind.USUAL, "hold", "x == 5", set, "v = 0")
                        .event(Kind.USUAL, "late", "x == 5 and clock > 3")
                        .run()))
                .hasSize(1 + fired);
    }

    /**
     * Populations that obey the same equations stay equal but for rounding, also those that exchange what they have.
     */
    @Test
    void equalPopulationsStayEqual() {
        Bench.Run same = new Bench()
                .state("x", 1, "0.7*x*(1 - x/50)*(1.1 + sin(clock))")
                .state("z", 1, "(1.1 + sin(clock))*(0.7*z - 0.7*z*z/50)")
                .state("clock", 0, "1")
                .event(Kind.USUAL, "e", "x == z and clock > 3")
                .event(Kind.USUAL, "other", "x != z")
                .run();
        assertThat(times(same)).singleElement(DOUBLE).isCloseTo(3, within(1e-8));
        Bench.Run kept = new Bench()
                .state("x", 3, "-0.3*x + 0.9*z")
                .state("z", 7, "0.3*x - 0.9*z")
                .state("clock", 0, "1")
                .event(Kind.USUAL, "e", "x + z == 10 and clock > 3")
                .event(Kind.USUAL, "other", "x + z != 10")
                .run();
        assertThat(times(kept)).singleElement(DOUBLE).isCloseTo(3, within(1e-8));
    }

    /** A population at 0 is there for good without an influx, and leaves at once with one. */
    @ParameterizedTest
    @CsvSource({"x, 1", "-x, 1", "x*clock, 1", "x + 1e-30, 0", "x + clock, 0", "1, 0"})
    void aPopulationAtNothing(String rate, int fired) {
        assertThat(times(new Bench()
                        .state("x", 0, rate)
                        .state("clock", 0, "1")
                        .event(Kind.USUAL, "e", "x == 0 and clock > 3")
                        .run()))
                .hasSize(fired);
        assertThat(times(new Bench()
                        .state("x", 0, rate)
                        .state("clock", 0, "1")
                        .event(Kind.USUAL, "e", "x != 0")
                        .run()))
                .hasSize(rate.contains("+ clock") ? 1 : 0);
    }

    /** The clock, the time and what is made of them pass any value in an instant, also that of the start. */
    @ParameterizedTest
    @ValueSource(strings = {"time == 0", "clock == 0", "2*time == clock", "time*clock == 0", "0 == time"})
    void theStartIsAnInstant(String equality) {
        Bench bench = new Bench()
                .state("x", 0, "if(" + equality + ", 1, 0)")
                .state("clock", 0, "1")
                .event(Kind.USUAL, "e", equality + " and clock > 3");
        Bench.Run run = bench.run();
        assertThat(times(run)).isEmpty();
        assertThat(run.end()[0]).isCloseTo(0, within(1e-4));
    }

    /** A rate follows an equality that a dose makes for as long as it lasts. */
    @Test
    void ratesFollowEqualities() {
        Bench moving = new Bench()
                .state("sum", 0, "if(x == 5, 10, 0)")
                .state("x", 0, "if(time > 1, 1, 0)")
                .doses("x", 5, 1, 1, 1);
        assertThat(moving.run().end()[0]).isEqualTo(0);
        Bench resting = new Bench()
                .state("sum", 0, "if(x == 5, 10, 0)")
                .state("x", 0, "if(time > 2, 1, 0)")
                .doses("x", 5, 1, 1, 1);
        assertThat(resting.run().end()[0]).isCloseTo(10, within(1e-8));
    }

    /** What a comparison by {@code >} and its kin says of equal sides, right after a dose has made them equal. */
    @ParameterizedTest
    @CsvSource({
        "x > 5, 1, 1", "x >= 5, 1, 1", "x < 5, 1, 0", "x <= 5, 1, 0",
        "x > 5, -1, 0", "x >= 5, -1, 1", "x < 5, -1, 1", "x <= 5, -1, 0",
        "x > 5, 0, 0", "x >= 5, 0, 1", "x < 5, 0, 0", "x <= 5, 0, 0"
    })
    void ordersAtEqualSides(String when, String rate, int fired) {
        List<Double> times = times(dosed(rate).event(Kind.USUAL, "e", when).run());
        assertThat(times).hasSize(fired).allSatisfy(time -> assertThat(time).isCloseTo(1, within(1e-9)));
    }

    /** Conditions left to the rates: an equality that rests goes on, one that parts does not. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void equalitiesOutliveConditionsThatAreLeftToTheRates(String rate, int fired) {
        assertThat(times(new Bench()
                        .state("w", 0, "if(w < 1, sqrt(1 - w) + 0.1, 0.5)")
                        .state("x", 5, rate)
                        .state("z", 0, rate)
                        .state("clock", 0, "1")
                        .doses("z", 5, 2.5, 1, 1)
                        .event(Kind.USUAL, "x", "x == 5 and clock > 3")
                        .event(Kind.USUAL, "z", "z == 5 and clock > 3")
                        .run()))
                .hasSize(2 * fired);
    }
}

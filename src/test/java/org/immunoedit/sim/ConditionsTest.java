package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunoedit.sim.Bench.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions whose sides depend on other conditions, and those that change at known times. */
class ConditionsTest {
    /** The level falls from 3 to 2 at t = 1, below v = 2.5, and with it in turn that of w. */
    @ParameterizedTest
    @ValueSource(strings = {"clock > 1", "time > 1", "1 < time", "not time < 1", "not 1 > time", "dosed > 1"})
    void aConditionThatDependsOnOthersChangesWithThem(String first) {
        double[] end = new Bench()
                .state("x", 0, "if(w > if(v > if(" + first + ", 2, 3), 2, 3), 1, 0)")
                .state("y", 0, "if(v > if(" + first + ", 2, 3), 1, 0)")
                .state("v", 2.5, "0")
                .state("w", 2.5, "0")
                .state("clock", 0, "1")
                .state("dosed", 0, "0")
                .doses("dosed", 5, 1, 1, 1)
                .run()
                .end();
        assertThat(end[0]).isCloseTo(3, within(1e-8));
        assertThat(end[1]).isCloseTo(3, within(1e-8));
    }

    /** A known time is a stop: no step goes over it, and rates after it do not reach back. */
    @Test
    void runsStopAtKnownTimes() {
        Bench.Run run = new Bench().state("x", 0, "if(time < 1, 1, 0)").run();
        assertThat(run.told()).contains("stretch 1.0 [1.0]");
        assertThat(run.end()[0]).isCloseTo(1, within(1e-14));
    }

    @Test
    void anEventSetsAParameterThatItsOwnConditionDependsOn() {
        Bench.Run run = new Bench()
                .state("x", 0, "1")
                .parameter("level", 1)
                .event(Kind.USUAL, "e", "x > level", "level = level + 1")
                .time(0, 3.5)
                .run();
        assertThat(run.report().happenings()).hasSize(3);
        assertThat(run.report().happenings().get(2).time()).isCloseTo(3, within(1e-9));
    }

    @Test
    void anEqualityHoldsAtItsInstantOnly() {
        Bench.Run crossed = new Bench()
                .state("x", 0, "1")
                .event(Kind.USUAL, "e", "x == 2")
                .event(Kind.USUAL, "f", "x == 1 and x > 3")
                .run();
        assertThat(crossed.report().happenings()).hasSize(1);
        assertThat(crossed.report().happenings().get(0).time()).isCloseTo(2, within(1e-9));
    }

    /** A population that falls to nothing: its rate is undone at 0, and it does not fall on below. */
    @Test
    void aRateMayEndWhereThePopulationDoes() {
        Bench.Run run = new Bench().state("x", 1, "if(x > 0, -1, 0)", false).run();
        assertThat(run.report().status()).as(run.report().message()).isEqualTo(Report.Status.COMPLETE);
        assertThat(run.end()[0]).isCloseTo(0, within(1e-8));
    }
}

package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.immunoedit.outcome.Criteria.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseTest {
    /** ln of the geometric mean and half the ln ratio of the extremes of Kirschner–Panetta at c = 0.03. */
    private static final double CYCLE_MIDDLE = Math.log(2186 * 6.883e4) / 2;

    private static final double CYCLE_SWING = Math.log(6.883e4 / 2186) / 2;

    private static double cycle(double t) {
        return Math.exp(CYCLE_MIDDLE + CYCLE_SWING * Math.sin(2 * Math.PI * t / 107.1));
    }

    /** Kuznetsov's dormant spiral near its center: period 99.07 d, decay 181 d. */
    private static double spiral(double t) {
        return 8.186e6 * Math.exp(2 * Math.exp(-t / 181) * Math.cos(2 * Math.PI * t / 99.07));
    }

    @ParameterizedTest
    @ValueSource(doubles = {400, 410, 420, 430, 440, 450, 460, 470, 480, 490, 500, 1500})
    void aLimitCycleIsEquilibriumWhereverTheRunEnds(double end) {
        for (Feed feed : new Feed[] {Feed.cells(), Feed.cells(1e9)}) {
            Verdict verdict = feed.until(end, PhaseTest::cycle).run();
            assertThat(verdict.phase()).as(verdict.why()).isEqualTo(Phase.EQUILIBRIUM);
            assertThat(verdict.why()).contains("oscillates between 2186 and 6.883e4 cell with a period of 107.1 d");
            assertThat(verdict.neededHorizon()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {380, 420, 460, 500, 600, 1000, 2000})
    void aDampedSpiralIsEquilibrium(double end) {
        Verdict verdict = Feed.cells().until(end, PhaseTest::spiral).run();
        assertThat(verdict.phase()).as(verdict.why()).isEqualTo(Phase.EQUILIBRIUM);
    }

    @Test
    void tooFewCyclesAreUndeterminedAndTheNeededHorizonTells() {
        Verdict verdict = Feed.cells(1e9).until(240, PhaseTest::cycle).run();
        assertThat(verdict.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(verdict.why()).contains("too few cycles");
        double needed = verdict.neededHorizon().orElseThrow();
        assertThat(needed).isBetween(260.0, 320.0);
        assertThat(Feed.cells(1e9).until(needed, PhaseTest::cycle).run().phase())
                .isEqualTo(Phase.EQUILIBRIUM);
    }

    @Test
    void aGrowingOscillationIsUndetermined() {
        Verdict verdict = Feed.cells(1e9)
                .until(600, t -> 1e5 * Math.exp(0.3 * Math.exp(t / 400) * Math.sin(2 * Math.PI * t / 60)))
                .run();
        assertThat(verdict.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(verdict.why()).contains("not yet bounded");
        assertThat(verdict.neededHorizon().orElseThrow()).isGreaterThan(600);
    }

    @Test
    void ripplesOnADriftDoNotHideTheDrift() {
        // every ripple moves by 0.5 %, the window by 18 %
        Verdict verdict = Feed.cells(1e12)
                .until(1000, t -> 1e5 * Math.exp(0.002 * t + 0.05 * Math.sin(2 * Math.PI * t / 2.5)))
                .stepping(0.4)
                .run();
        assertThat(verdict.phase()).as(verdict.why()).isEqualTo(Phase.UNDETERMINED);
    }

    @Test
    void cyclesThatEndInGrowthAreNotEquilibrium() {
        Feed feed =
                Feed.cells().until(1071, PhaseTest::cycle).until(1500, t -> cycle(1071) * Math.exp(0.03 * (t - 1071)));
        Verdict verdict = feed.run();
        assertThat(verdict.phase()).as(verdict.why()).isEqualTo(Phase.ESCAPE);
        assertThat(verdict.timeline().get(verdict.timeline().size() - 2).phase())
                .isNotEqualTo(Phase.ESCAPE);
    }

    @Test
    void anOscillationAcrossTheLimitOfEscapeIsNotEscapeAtOnePhaseAndEquilibriumAtAnother() {
        for (double end = 500; end < 610; end += 10) {
            Verdict verdict = Feed.cells(5e4).until(end, PhaseTest::cycle).run();
            assertThat(verdict.phase()).as(verdict.why()).isEqualTo(Phase.UNDETERMINED);
            assertThat(verdict.why()).contains("across 5e4 cell");
        }
    }

    @Test
    void anOscillationThroughLessThanOneCellIsNotElimination() {
        for (double end = 500; end < 610; end += 10) {
            Verdict verdict = Feed.cells(1e9).until(end, t -> cycle(t) / 1e4).run();
            assertThat(verdict.phase()).as(verdict.why()).isEqualTo(Phase.UNDETERMINED);
            assertThat(verdict.why()).contains("across 1 cell");
        }
    }

    @Test
    void aSteadyTumorIsEquilibriumAfterOneWindow() {
        Verdict verdict = Feed.cells(1e9).until(90, t -> 1e6).run();
        assertThat(verdict.phase()).isEqualTo(Phase.EQUILIBRIUM);
        assertThat(verdict.since()).isZero();
        assertThat(verdict.why()).isEqualTo("tumor = 1e6 cell is steady: +0.00 % in 90 d");
        Verdict shorter = Feed.cells(1e9).until(60, t -> 1e6).run();
        assertThat(shorter.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(shorter.neededHorizon()).hasValue(90);
        assertThat(shorter.why()).isEqualTo("the run is shorter than the window of 90 d");
    }

    @Test
    void driftOfTenPercentAWindowIsTheLine() {
        Verdict below =
                Feed.cells(1e9).until(300, t -> 1e6 * Math.exp(0.099 * t / 90)).run();
        assertThat(below.phase()).isEqualTo(Phase.EQUILIBRIUM);
        Verdict above =
                Feed.cells(1e9).until(300, t -> 1e6 * Math.exp(0.101 * t / 90)).run();
        assertThat(above.phase()).isEqualTo(Phase.UNDETERMINED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.03})
    void growthBelowTheLimitIsUndeterminedUntilItWouldCross(double rate) {
        double end = rate > 0.01 ? 150 : 500;
        Verdict verdict =
                Feed.cells(1e9).until(end, t -> 1e6 * Math.exp(rate * t)).run();
        assertThat(verdict.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(verdict.neededHorizon().orElseThrow()).isCloseTo(Math.log(1000) / rate, within(1e-6));
        assertThat(verdict.why()).contains("still drifts").contains("in 90 d, more than 10.52 %");
    }

    @Test
    void slowDecayIsUndeterminedUntilItWouldBeGone() {
        Verdict verdict =
                Feed.cells(1e9).until(500, t -> 1e6 * Math.exp(-0.005 * t)).run();
        assertThat(verdict.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(verdict.neededHorizon().orElseThrow()).isCloseTo(Math.log(1e6) / 0.005, within(1e-6));
    }

    @Test
    void aRelaxationNeedsAsLongAsItsRateSays() {
        Verdict verdict = Feed.cells(1e12)
                .until(200, t -> 1e6 * Math.exp(-Math.exp(-t / 200)))
                .run();
        assertThat(verdict.phase()).isEqualTo(Phase.UNDETERMINED);
        double needed = verdict.neededHorizon().orElseThrow();
        // the window's drift is e^(-t/200) (e^(90/200) - 1); it falls to 0.1
        assertThat(needed).isCloseTo(200 * Math.log(Math.expm1(0.45) / 0.1), within(2.0));
        Verdict then = Feed.cells(1e12)
                .until(needed + 5, t -> 1e6 * Math.exp(-Math.exp(-t / 200)))
                .run();
        assertThat(then.phase()).isEqualTo(Phase.EQUILIBRIUM);
    }

    @Test
    void aTumorAtItsCapacityHasEscapedOnlyIfALimitSaysSo() {
        Feed limited = Feed.cells(1e8).until(400, t -> 4.47e8 / (1 + 99 * Math.exp(-0.18 * t)));
        assertThat(limited.run().phase()).isEqualTo(Phase.ESCAPE);
        assertThat(limited.run().since()).isCloseTo(Math.log(99 / 3.47) / 0.18, within(1e-6));
        Verdict free = Feed.cells()
                .until(400, t -> 4.47e8 / (1 + 99 * Math.exp(-0.18 * t)))
                .run();
        assertThat(free.phase()).isEqualTo(Phase.EQUILIBRIUM);
        assertThat(free.why()).contains("no escaped_above given");
    }

    @Test
    void growthWithoutALimitIsEscape() {
        Verdict verdict = Feed.cells()
                .until(100, t -> 1e6 * Math.exp(-0.02 * t))
                .until(500, t -> 1e6 * Math.exp(-2 + 0.01 * (t - 100)))
                .run();
        assertThat(verdict.phase()).isEqualTo(Phase.ESCAPE);
        // known from the day on which it passes its old size; grows since its nadir
        assertThat(verdict.since()).isCloseTo(100, within(1e-6));
        assertThat(verdict.endpoint("escape_time").value()).isCloseTo(100, within(1e-6));
        assertThat(verdict.why()).contains("no escaped_above given");
        Verdict slow = Feed.cells().until(400, t -> 1e6 * Math.exp(0.0039 * t)).run();
        assertThat(slow.phase()).isEqualTo(Phase.UNDETERMINED);
        Verdict fast = Feed.cells().until(400, t -> 1e6 * Math.exp(0.0041 * t)).run();
        assertThat(fast.phase()).isEqualTo(Phase.ESCAPE);
    }

    @Test
    void anEscapedTumorThatShrinksIsUndetermined() {
        Verdict verdict =
                Feed.cells(1e9).until(200, t -> 1e11 * Math.exp(-0.002 * t)).run();
        assertThat(verdict.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(verdict.neededHorizon().orElseThrow()).isCloseTo(Math.log(100) / 0.002, within(1e-6));
        Verdict hardly =
                Feed.cells(1e9).until(200, t -> 1e11 * Math.exp(-0.0009 * t)).run();
        assertThat(hardly.phase()).isEqualTo(Phase.ESCAPE);
    }

    @Test
    void whereNothingSaysWhatGoneMeansOnlyEscapeIsFound() {
        Bounds none = new Bounds(OptionalDouble.empty(), OptionalDouble.empty());
        Verdict steady = new Feed(Feed.criteria(none, 1)).until(300, t -> 1e6).run();
        assertThat(steady.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(steady.why()).contains("give eliminated_below");
        Bounds escape = new Bounds(OptionalDouble.empty(), OptionalDouble.of(1e5));
        assertThat(new Feed(Feed.criteria(escape, 1)).until(300, t -> 1e6).run().phase())
                .isEqualTo(Phase.ESCAPE);
    }

    @Test
    void aTumorThatWasNeverThereIsNotEliminated() {
        Verdict verdict = Feed.cells(1e9).until(300, t -> 0).run();
        assertThat(verdict.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(verdict.why()).isEqualTo("tumor has never reached 1 cell");
    }

    @Test
    void aTumorThatIsNotANumberIsUndetermined() {
        Verdict verdict = Feed.cells(1e9).until(300, t -> Double.NaN).run();
        assertThat(verdict.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(verdict.why()).isEqualTo("tumor is not a number");
    }

    @Test
    void theTimelineTellsDormancyAndOutgrowth() {
        Verdict verdict = Feed.cells(1e9)
                .until(1000, t -> 1e5)
                .until(2000, t -> 1e5 * Math.exp(0.02 * (t - 1000)))
                .run();
        assertThat(verdict.timeline())
                .extracting(Episode::phase)
                .containsExactly(Phase.EQUILIBRIUM, Phase.UNDETERMINED, Phase.ESCAPE);
        double escape = 1000 + Math.log(1e4) / 0.02;
        assertThat(verdict.timeline().get(0).from()).isZero();
        assertThat(verdict.timeline().get(0).to()).isBetween(1000.0, 1020.0);
        assertThat(verdict.timeline().get(1).to()).isCloseTo(escape, within(1e-6));
        assertThat(verdict.timeline().get(2).to()).isEqualTo(2000);
        assertThat(verdict.endpoint("equilibrium_duration").value())
                .isEqualTo(verdict.timeline().get(0).length());
    }

    @Test
    void theTimelineTellsRemissionAndRelapse() {
        Verdict verdict = Feed.cells(1e9)
                .until(300, t -> 1e10 * Math.exp(-0.1 * t))
                .until(700, t -> 1e-3 * Math.exp(0.1 * (t - 300)))
                .run();
        assertThat(verdict.timeline())
                .extracting(Episode::phase)
                .containsExactly(Phase.ESCAPE, Phase.UNDETERMINED, Phase.ELIMINATION, Phase.UNDETERMINED, Phase.ESCAPE);
        assertThat(verdict.timeline().get(2).from()).isCloseTo(Math.log(1e10) / 0.1, within(1e-6));
        assertThat(verdict.timeline().get(2).to()).isCloseTo(300 + Math.log(1e3) / 0.1, within(1e-6));
        assertThat(verdict.since()).isCloseTo(300 + Math.log(1e12) / 0.1, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 3, 50, 5000})
    void theVerdictDoesNotDependOnTheSteps(double step) {
        Verdict verdict =
                Feed.cells(1e9).stepping(step).until(2000, PhaseTest::spiral).run();
        assertThat(verdict.phase()).isEqualTo(Phase.EQUILIBRIUM);
        assertThat(verdict.why()).contains("is steady");
    }

    @Test
    void aStepOfManyWindowsIsCheap() {
        Verdict verdict = Feed.cells(1e9).stepping(1e6).until(1e6, t -> 1e6).run();
        assertThat(verdict.phase()).isEqualTo(Phase.EQUILIBRIUM);
    }

    @Test
    void defaultsFollowTheUnitOfTime() {
        Criteria hours = Criteria.defaults("tumor", "cell", "h", 24);
        assertThat(hours.steadiness().window()).isEqualTo(2160);
        assertThat(hours.steadiness().growth()).isCloseTo(0.004 / 24, within(1e-18));
        assertThat(hours.imaging().every()).isEqualTo(1344);
        Verdict verdict = new Feed(hours)
                .until(24 * 400, t -> cycle(t / 24))
                .stepping(100)
                .run();
        assertThat(verdict.phase()).isEqualTo(Phase.EQUILIBRIUM);
        assertThat(verdict.why()).contains("period of 2570 h");
    }
}

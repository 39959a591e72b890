package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.outcome.Criteria.Bounds;
import org.immunoedit.sim.Report.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private static final double WAVE = 2 * Math.PI / 100;

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 7.3, 25, 40})
    void nadirAndPeakAreFoundBetweenTheStepsWhateverTheirSize(double step) {
        Verdict verdict = Feed.cells()
                .stepping(step)
                .until(130, t -> 1000 + 500 * Math.sin(WAVE * t))
                .run();
        assertThat(value(verdict, "tumor_start")).isEqualTo(1000);
        assertThat(value(verdict, "tumor_end")).isCloseTo(1000 + 500 * Math.sin(WAVE * 130), within(1e-9));
        assertThat(value(verdict, "peak")).isCloseTo(1500, within(1e-9));
        assertThat(value(verdict, "peak_time")).isCloseTo(25, within(1e-4));
        assertThat(value(verdict, "nadir")).isCloseTo(500, within(1e-9));
        assertThat(value(verdict, "nadir_time")).isCloseTo(75, within(1e-4));
    }

    @Test
    void theFirstOfEqualExtremesCounts() {
        Verdict verdict = Feed.cells().until(300, t -> 1000).run();
        assertThat(value(verdict, "nadir_time")).isZero();
        assertThat(value(verdict, "peak_time")).isZero();
    }

    @Test
    void exponentialGrowthHasItsRateAndDoublingTimeAndEscapesWhereItCrosses() {
        Verdict verdict =
                Feed.cells(1e9).until(800, t -> 1e6 * Math.exp(0.01 * t)).run();
        assertThat(verdict.phase()).isEqualTo(Phase.ESCAPE);
        assertThat(verdict.since()).isCloseTo(Math.log(1000) / 0.01, within(1e-6));
        assertThat(value(verdict, "escape_time")).isCloseTo(Math.log(1000) / 0.01, within(1e-6));
        assertThat(value(verdict, "growth_rate_end")).isCloseTo(0.01, within(1e-12));
        assertThat(value(verdict, "doubling_time_end")).isCloseTo(Math.log(2) / 0.01, within(1e-8));
        assertThat(verdict.endpoint("growth_rate_end").unit()).isEqualTo("1/d");
        assertThat(verdict.endpoint("elimination_time").censoredAt()).hasValue(800);
        assertThat(value(verdict, "elimination_time")).isNaN();
    }

    @Test
    void exponentialDecayIsEliminatedWhereItCrossesOneCell() {
        Verdict verdict =
                Feed.cells(1e9).until(900, t -> 1e6 * Math.exp(-0.02 * t)).run();
        assertThat(verdict.phase()).isEqualTo(Phase.ELIMINATION);
        assertThat(value(verdict, "elimination_time")).isCloseTo(Math.log(1e6) / 0.02, within(1e-6));
        assertThat(verdict.since()).isEqualTo(value(verdict, "elimination_time"));
        assertThat(verdict.endpoint("escape_time").censoredAt()).hasValue(900);
        assertThat(value(verdict, "doubling_time_end")).isNaN();
        assertThat(value(verdict, "growth_rate_end")).isNaN();
    }

    @Test
    void aShrinkingTumorHasARateAndNoDoublingTime() {
        Verdict verdict =
                Feed.cells(1e9).until(200, t -> 1e6 * Math.exp(-0.02 * t)).run();
        assertThat(value(verdict, "growth_rate_end")).isCloseTo(-0.02, within(1e-12));
        assertThat(verdict.endpoint("doubling_time_end").isCensored()).isFalse();
        assertThat(value(verdict, "doubling_time_end")).isNaN();
    }

    @Test
    void eliminationThatDoesNotLastIsNotTheOneThatCounts() {
        Verdict verdict = Feed.cells(1e9)
                .until(100, t -> 10 * Math.exp(-0.1 * t))
                .until(200, t -> 1e3)
                .until(500, t -> 1e3 * Math.exp(-0.1 * (t - 200)))
                .run();
        assertThat(value(verdict, "elimination_time")).isCloseTo(200 + Math.log(1e3) / 0.1, within(1e-6));
        Verdict back = Feed.cells(1e9)
                .until(100, t -> 10 * Math.exp(-0.1 * t))
                .until(200, t -> 1e3)
                .run();
        assertThat(back.endpoint("elimination_time").censoredAt()).hasValue(200);
    }

    @Test
    void theLastEscapeThatLastsCounts() {
        Verdict verdict = Feed.cells(1e9)
                .until(100, t -> 2e9)
                .until(200, t -> 1e8)
                .until(500, t -> 1e8 * Math.exp(0.05 * (t - 200)))
                .run();
        assertThat(value(verdict, "escape_time")).isCloseTo(200 + Math.log(10) / 0.05, within(1e-6));
    }

    @Test
    void aTumorAboveTheLimitFromTheStartHasEscapedAtTheStart() {
        Verdict verdict = Feed.cells(1e9).from(3).until(300, t -> 2e9).run();
        assertThat(value(verdict, "escape_time")).isEqualTo(3);
    }

    @Test
    void aShortDipBetweenTwoPointsOfAStepIsNotMissed() {
        // falls below 1 for about 0.4 d within a step of 40 d
        Verdict verdict = Feed.cells(1e9)
                .stepping(40)
                .until(120, t -> 0.9 + 2.5 * Math.pow(t - 67, 2))
                .until(240, t -> 1e3)
                .run();
        assertThat(value(verdict, "nadir")).isCloseTo(0.9, within(1e-9));
        assertThat(value(verdict, "nadir_time")).isCloseTo(67, within(1e-4));
    }

    @Test
    void aJumpIsCrossedAtItsInstant() {
        Verdict verdict =
                Feed.cells(1e9).until(100, t -> 1e6).until(300, t -> 0).run();
        assertThat(value(verdict, "elimination_time")).isEqualTo(100);
        assertThat(value(verdict, "nadir_time")).isEqualTo(100);
        assertThat(value(verdict, "nadir")).isZero();
    }

    @Test
    void theGrowthRateDoesNotReachBackOverAJump() {
        Verdict verdict = Feed.cells(1e9)
                .until(100, t -> 1e8)
                .until(101, t -> 1e6 * Math.exp(0.03 * (t - 100)))
                .run();
        assertThat(value(verdict, "growth_rate_end")).isCloseTo(0.03, within(1e-9));
    }

    @Test
    void relapseIsTheFirstReturnAboveTenTimesTheNadirAndWhatIsNoticed() {
        Verdict verdict = Feed.cells(1e11)
                .until(100, t -> 1e10 * Math.exp(-0.1 * t))
                .until(600, t -> 1e10 * Math.exp(-10) * Math.exp(0.03 * (t - 100)))
                .run();
        assertThat(value(verdict, "nadir_time")).isEqualTo(100);
        double atNoticed = 100 + Math.log(1e8 / (1e10 * Math.exp(-10))) / 0.03;
        assertThat(value(verdict, "relapse_time")).isCloseTo(atNoticed, within(1e-6));
    }

    @Test
    void relapseIsCensoredOnlyAfterARemission() {
        Verdict remitted =
                Feed.cells(1e11).until(100, t -> 1e10 * Math.exp(-0.1 * t)).run();
        assertThat(remitted.endpoint("relapse_time").censoredAt()).hasValue(100);
        Verdict never = Feed.cells(1e11).until(100, t -> 1e10).run();
        assertThat(never.endpoint("relapse_time").isCensored()).isFalse();
        assertThat(value(never, "relapse_time")).isNaN();
    }

    @Test
    void theEditingIndexIsThatOfTheFirstAndTheLastState() {
        Verdict verdict =
                Feed.cells(1e9).editing(t -> 1 - t / 1000).until(300, t -> 1e6).run();
        assertThat(value(verdict, "editing_index_start")).isEqualTo(1);
        assertThat(value(verdict, "editing_index_end")).isCloseTo(0.7, within(1e-12));
        Verdict gone = Feed.cells(1e9)
                .editing(t -> 0.3)
                .until(300, t -> t < 100 ? 5 : 0)
                .run();
        assertThat(value(gone, "editing_index_end")).isNaN();
    }

    @Test
    void theStartIsTheTumorAfterTheJumpsThere() {
        Verdict verdict = Feed.cells(1e9).until(0, t -> 0).until(200, t -> 1e5).run();
        assertThat(value(verdict, "tumor_end")).isEqualTo(1e5);
        assertThat(value(verdict, "peak_time")).isZero();
    }

    @Test
    void aFailedRunHasTheSameEndpointsAllEmpty() {
        Verdict failed = Feed.cells(1e9)
                .editing(t -> 1)
                .ending(Status.FAILED)
                .until(300, t -> 1e6)
                .run();
        Verdict done = Feed.cells(1e9).editing(t -> 1).until(300, t -> 1e6).run();
        assertThat(failed.phase()).isEqualTo(Phase.UNDETERMINED);
        assertThat(failed.since()).isEqualTo(300);
        assertThat(failed.why()).isEqualTo("the run failed at 300 d: step fell to 3e-16 d");
        assertThat(failed.timeline()).isEmpty();
        assertThat(failed.endpoints()).allSatisfy(e -> {
            assertThat(e.value()).isNaN();
            assertThat(e.isCensored()).isFalse();
        });
        assertThat(Verdict.missingEndpoints(done.criteria(), true)).isEqualTo(failed.endpoints());
        assertThat(names(failed)).isEqualTo(names(done)).hasSize(16).startsWith("tumor_start", "tumor_end", "nadir");
    }

    @Test
    void aStoppedRunIsJudgedAndSaysWhatStoppedIt() {
        Verdict verdict = Feed.cells(1e9)
                .ending(Status.STOPPED)
                .until(300, t -> 2e9 * Math.exp(0.01 * t))
                .run();
        assertThat(verdict.phase()).isEqualTo(Phase.ESCAPE);
        assertThat(verdict.why()).endsWith("; the run was stopped at 300 d by progressed");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 - 1e-15, 1, 1 + 1e-15})
    void aRunThatWasStoppedAtALimitHasReachedIt(double share) {
        Verdict escaped = Feed.cells(1e9)
                .ending(Status.STOPPED)
                .until(300, t -> 1e9 * share * Math.exp(0.01 * (t - 300)))
                .run();
        assertThat(escaped.phase()).isEqualTo(Phase.ESCAPE);
        assertThat(value(escaped, "escape_time")).isCloseTo(300, within(1e-6));
        Verdict gone = Feed.cells(1e9)
                .ending(Status.STOPPED)
                .until(300, t -> share * Math.exp(-0.1 * (t - 300)))
                .run();
        assertThat(gone.phase()).isEqualTo(Phase.ELIMINATION);
        assertThat(value(gone, "elimination_time")).isCloseTo(300, within(1e-6));
    }

    @Test
    void thereIsNoVerdictBeforeTheEnd() {
        Criteria criteria = Feed.criteria(new Bounds(OptionalDouble.of(1), OptionalDouble.empty()), 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Judge(criteria, 0, OptionalInt.empty()).verdict())
                .withMessage("the run has not ended");
    }

    private static List<String> names(Verdict verdict) {
        return verdict.endpoints().stream().map(Endpoint::name).toList();
    }

    private static double value(Verdict verdict, String name) {
        return verdict.endpoint(name).value();
    }
}

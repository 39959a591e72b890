package org.immunoedit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.immunoedit.outcome.Phase;
import org.immunoedit.outcome.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers: R 4 with its packages stats (prop.test, quantile) and survival (survfit, conf.type "log-log"). */
class SummaryStatisticsTest {
    @ParameterizedTest
    @CsvSource({
        "3, 20, 0.0523687458962166, 0.360418864740757",
        "0, 7, 0, 0.354330435066687",
        "7, 7, 0.645669564933313, 1",
        "81, 263, 0.255288519878, 0.366209576983",
    })
    void intervalsOfSharesAreWilsons(long count, long of, double low, double high) {
        Proportion proportion = new Proportion(count, of);
        assertThat(proportion.share()).isEqualTo((double) count / of);
        assertThat(proportion.interval().low()).isCloseTo(low, within(1e-12));
        assertThat(proportion.interval().high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void aShareOfNothingIsMissing() {
        assertThat(new Proportion(0, 0).share()).isNaN();
        assertThat(new Proportion(0, 0).interval().low()).isNaN();
        assertThat(new Proportion(0, 0).interval().high()).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(2, 1));
    }

    /** Remission with 6-mercaptopurine (Freireich et al. 1963, Blood 21:699), weeks. */
    private static KaplanMeier mercaptopurine() {
        return new KaplanMeier(
                new double[] {6, 23, 7, 6, 10, 13, 16, 22, 6},
                new double[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});
    }

    @Test
    void survivalIsThatOfKaplanAndMeier() {
        KaplanMeier times = mercaptopurine();
        assertThat(times.events()).isEqualTo(9);
        assertThat(times.censored()).isEqualTo(12);
        assertThat(times.survival(5)).isEqualTo(1);
        assertThat(times.survival(6)).isCloseTo(18.0 / 21, within(1e-15));
        assertThat(times.survival(9.9)).isCloseTo(0.80672268907563, within(1e-13));
        assertThat(times.survival(10)).isCloseTo(0.75294117647058, within(1e-13));
        assertThat(times.survival(100)).isCloseTo(0.44817927170868, within(1e-13));
    }

    @Test
    void theMedianHasItsInterval() {
        KaplanMeier times = mercaptopurine();
        assertThat(times.median()).isEqualTo(23);
        assertThat(times.medianInterval().low()).isEqualTo(13);
        assertThat(times.medianInterval().high()).isNaN();
        double[] placebo = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
        KaplanMeier all = new KaplanMeier(placebo, new double[0]);
        assertThat(all.median()).isEqualTo(8);
        assertThat(all.medianInterval()).isEqualTo(new Interval(4, 11));
        // Greenwood's variance: with d/n² instead the upper limit would be 4
        KaplanMeier five = new KaplanMeier(new double[] {1, 2, 3, 4, 5}, new double[0]);
        assertThat(five.median()).isEqualTo(3);
        assertThat(five.medianInterval().low()).isEqualTo(1);
        assertThat(five.medianInterval().high()).isNaN();
        // maintained remission of acute myelogenous leukemia (Miller 1997, Survival Analysis, p. 49)
        KaplanMeier maintained =
                new KaplanMeier(new double[] {9, 13, 18, 23, 31, 34, 48}, new double[] {13, 28, 45, 161});
        assertThat(maintained.median()).isEqualTo(31);
        assertThat(maintained.medianInterval().low()).isEqualTo(13);
    }

    @Test
    void aMedianThatWasNotReachedIsMissing() {
        KaplanMeier few = new KaplanMeier(new double[] {3}, new double[] {4, 5, 6});
        assertThat(few.median()).isNaN();
        assertThat(new KaplanMeier(new double[0], new double[0]).median()).isNaN();
        assertThat(new KaplanMeier(new double[] {2, 2}, new double[0]).median()).isEqualTo(2);
    }

    @Test
    void halfIsReachedInSpiteOfRounding() {
        // 23/24 · 22/23 · … · 12/13 comes to 0.5000000000000001
        double[] events = new double[12];
        java.util.Arrays.setAll(events, i -> i + 1);
        double[] censored = new double[12];
        java.util.Arrays.fill(censored, 100);
        assertThat(new KaplanMeier(events, censored).median()).isEqualTo(12);
    }

    @Test
    void quantilesAreExact() {
        Values values = new Values(0);
        for (double number : new double[] {3, 1, Double.NaN, 4, 1, 5, 9, 2, 6}) {
            values.add(number);
        }
        Statistics statistics = values.statistics(0.05, 0.25, 0.5, 0.75, 0.95, 1);
        assertThat(statistics.count()).isEqualTo(8);
        assertThat(statistics.missing()).isEqualTo(1);
        assertThat(statistics.mean()).isEqualTo(31.0 / 8);
        assertThat(statistics.quantiles().get(4)).isCloseTo(7.95, within(1e-12));
        assertThat(statistics.quantiles()).contains(1.0, 1.75, 3.5, 5.25, 9.0).isSorted();
        assertThat(new Values(3).statistics(0.5).mean()).isNaN();
        assertThat(new Values(3).statistics(0.5).quantiles()).containsExactly(Double.NaN);
    }

    @Test
    void transitionsTellWhoBenefits() {
        Transitions transitions = new Transitions();
        add(transitions, 5, Phase.ESCAPE, Phase.ELIMINATION);
        add(transitions, 2, Phase.ESCAPE, Phase.ESCAPE);
        add(transitions, 1, Phase.EQUILIBRIUM, Phase.ESCAPE);
        add(transitions, 4, Phase.UNDETERMINED, Phase.ELIMINATION);
        transitions.add(Optional.of(Phase.ESCAPE), Optional.empty());
        assertThat(transitions.better()).isEqualTo(new Proportion(5, 12));
        assertThat(transitions.worse()).isEqualTo(new Proportion(1, 12));
        assertThat(transitions.unclear()).isEqualTo(new Proportion(4, 12));
        assertThat(transitions.changed()).isEqualTo(new Proportion(10, 12));
        assertThat(transitions.matrix().get(Phase.ESCAPE).get(Phase.ELIMINATION))
                .isEqualTo(5);
    }

    private static void add(Transitions transitions, int times, Phase from, Phase to) {
        for (int i = 0; i < times; i++) {
            transitions.add(Optional.of(from), Optional.of(to));
        }
    }

    @Test
    void aCensusCountsRunsThatEndedWell() {
        Census census = new Census();
        census.add(new Fate("ok", Optional.of(Phase.ELIMINATION), Optional.of(Response.COMPLETE)));
        census.add(new Fate("ok", Optional.of(Phase.ESCAPE), Optional.of(Response.PROGRESSIVE)));
        census.add(new Fate("ok", Optional.of(Phase.ESCAPE), Optional.of(Response.STABLE)));
        census.add(new Fate("ok", Optional.of(Phase.UNDETERMINED), Optional.of(Response.NOT_EVALUABLE)));
        census.add(new Fate("ok", Optional.of(Phase.ELIMINATION), Optional.of(Response.NEITHER)));
        census.add(new Fate("failed:step", Optional.empty(), Optional.empty()));
        census.add(new Fate("skipped", Optional.empty(), Optional.empty()));
        assertThat(census.runs()).isEqualTo(7);
        assertThat(census.good()).isEqualTo(5);
        assertThat(census.statuses()).containsEntry("failed:step", 1L).containsEntry("skipped", 1L);
        assertThat(census.phases()).containsEntry(Phase.ESCAPE, new Proportion(2, 5));
        assertThat(census.objectiveResponse()).isEqualTo(new Proportion(1, 5));
        assertThat(census.diseaseControl()).isEqualTo(new Proportion(3, 5));
    }

    @Test
    void rowsOfArmsAreCountedPointByPoint() {
        Arms arms = new Arms(java.util.List.of("a", "b", "c"));
        assertThat(arms.rows(7)).isEqualTo(21);
        assertThat(arms.point(20)).isEqualTo(6);
        assertThat(arms.arm(19)).isEqualTo(1);
        assertThat(Arms.NONE.rows(7)).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> new Arms(java.util.List.of("a", "a")));
    }
}

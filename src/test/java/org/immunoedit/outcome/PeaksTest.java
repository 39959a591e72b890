package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.immunoedit.sim.Report.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeaksTest {
    private static final double WAVE = 2 * Math.PI / 100;

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 7.3, 25, 40})
    void aPeakIsFoundBetweenTheStepsWhateverTheirSize(double step) {
        Verdict verdict = Feed.watching(t -> 300 + 200 * Math.sin(WAVE * t))
                .stepping(step)
                .run();
        assertThat(value(verdict, "peak_il6")).isCloseTo(500, within(1e-9));
        assertThat(value(verdict, "peak_il6_time")).isCloseTo(25, within(1e-4));
        assertThat(value(verdict, "end_il6")).isEqualTo(300 + 200 * Math.sin(WAVE * 130));
        assertThat(verdict.endpoint("peak_il6").unit()).isEqualTo("pg/mL");
        assertThat(verdict.endpoint("peak_il6_time").unit()).isEqualTo("d");
    }

    @ParameterizedTest
    @CsvSource({"49.9, 0", "50, 1", "499, 1", "500, 2", "5000, 3", "1e5, 3"})
    void aBandIsTheNumberOfLevelsThatThePeakReaches(double level, int band) {
        Verdict verdict = Feed.watching(t -> level, 50.0, 500.0, 5000.0).run();
        assertThat(value(verdict, "band_il6")).isEqualTo(band);
        assertThat(value(verdict, "peak_il6_time")).isZero();
    }

    @Test
    void theEndpointsComeLastAndABandOnlyWithBands() {
        assertThat(names(Feed.watching(t -> 1).run()))
                .hasSize(14 + 3)
                .endsWith("progression_free_survival", "peak_il6", "peak_il6_time", "end_il6");
        assertThat(names(Feed.watching(t -> 1, 2.0).run())).hasSize(14 + 4).endsWith("end_il6", "band_il6");
    }

    @Test
    void aFailedRunHasThemEmpty() {
        Verdict failed = Feed.watching(t -> 700, 50.0).ending(Status.FAILED).run();
        assertThat(failed.endpoints())
                .hasSize(18)
                .allSatisfy(e -> assertThat(e.value()).isNaN());
        assertThat(Verdict.missingEndpoints(failed.criteria(), false)).isEqualTo(failed.endpoints());
    }

    @Test
    void aJumpCanBeThePeak() {
        Peaks peaks = new Peaks(1);
        peaks.arrive(0, new double[] {7, 1});
        peaks.during(0, 2, t -> new double[] {7, 1 + t});
        peaks.arrive(2, new double[] {7, 9});
        peaks.during(2, 4, t -> new double[] {7, 9 / (t - 1)});
        assertThat(List.of(peaks.peak(0), peaks.peakTime(0), peaks.end(0))).containsExactly(9.0, 2.0, 3.0);
    }

    @Test
    void whatIsNotANumberAtFirstPeaksLater() {
        Verdict verdict =
                Feed.watching(t -> t < 20 ? Double.NaN : 40 - t / 10, 30.0).run();
        assertThat(value(verdict, "peak_il6")).isCloseTo(38, within(0.5));
        assertThat(value(verdict, "band_il6")).isEqualTo(1);
        assertThat(value(verdict, "end_il6")).isEqualTo(27);
    }

    @Test
    void whatFallsFromItsPeakIsReadFourTimesAStep() {
        AtomicInteger readings = new AtomicInteger();
        Peaks peaks = new Peaks(1);
        peaks.arrive(0, new double[] {1});
        for (int step = 0; step < 10; step++) {
            peaks.during(step, step + 1, t -> {
                readings.incrementAndGet();
                return new double[] {Math.exp(-t)};
            });
        }
        assertThat(readings).hasValue(40);
        assertThat(peaks.peak(0)).isEqualTo(1);
    }

    private static double value(Verdict verdict, String name) {
        return verdict.endpoint(name).value();
    }

    private static List<String> names(Verdict verdict) {
        return verdict.endpoints().stream().map(Endpoint::name).toList();
    }
}

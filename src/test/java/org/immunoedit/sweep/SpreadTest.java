package org.immunoedit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.immunoedit.sweep.Spread.Beta;
import org.immunoedit.sweep.Spread.Continuous;
import org.immunoedit.sweep.Spread.Levels;
import org.immunoedit.sweep.Spread.LogNormal;
import org.immunoedit.sweep.Spread.LogUniform;
import org.immunoedit.sweep.Spread.Normal;
import org.immunoedit.sweep.Spread.Truncated;
import org.immunoedit.sweep.Spread.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadTest {
    static Stream<Continuous> distributions() {
        return Stream.of(
                new Uniform(-2, 5),
                new LogUniform(1e-5, 5e-2),
                new Normal(3, 2),
                LogNormal.ofMedian(1e7, 0.8),
                LogNormal.ofMean(2, 3),
                new Beta(2, 3, 0, 1),
                new Beta(0.5, 0.5, -1, 4),
                new Beta(40, 2, 0, 1),
                new Truncated(new Normal(0, 1), 1, Double.POSITIVE_INFINITY),
                new Truncated(LogNormal.ofMedian(1, 1), 0.5, 2));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void quantileIsTheInverseOfTheCumulative(Continuous distribution) {
        double before = Double.NEGATIVE_INFINITY;
        for (double u : new double[] {1e-6, 0.01, 0.2, 0.5, 0.7, 0.99, 0.999999}) {
            double x = distribution.quantile(u);
            assertThat(x).isGreaterThan(before);
            assertThat(distribution.cumulative(x)).isCloseTo(u, within(1e-9));
            before = x;
        }
    }

    // R: qnorm, pnorm
    @ParameterizedTest
    @CsvSource({
        "0.975, 1.959963984540054",
        "0.5, 0",
        "1e-10, -6.361340902404056",
        "0.0013498980316300933, -3",
        "0.999, 3.090232306167813"
    })
    void normalQuantilesAreThoseOfTables(double u, double x) {
        assertThat(Gauss.quantile(u)).isCloseTo(x, within(1e-12));
        assertThat(Gauss.cumulative(x)).isCloseTo(u, within(1e-14));
    }

    @Test
    void betaQuantilesAreThoseOfClosedForms() {
        // beta(1/2, 1/2) is the arcsine law, beta(1, b) a power, beta(2, 3) has the median of 6x² − 8x³ + 3x⁴ = 1/2
        assertThat(new Beta(0.5, 0.5, 0, 1).quantile(0.2))
                .isCloseTo(Math.pow(Math.sin(Math.PI / 10), 2), within(1e-12));
        assertThat(new Beta(1, 4, 0, 1).quantile(0.3)).isCloseTo(1 - Math.pow(0.7, 0.25), within(1e-12));
        double x = new Beta(2, 3, 0, 1).quantile(0.5);
        assertThat(6 * x * x - 8 * x * x * x + 3 * x * x * x * x).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void lognormalHasTheMeanMedianAndDeviationAskedFor() {
        LogNormal byMean = LogNormal.ofMean(2, 0.5);
        double variance = byMean.sigma() * byMean.sigma();
        assertThat(Math.exp(byMean.mu() + variance / 2)).isCloseTo(2, within(1e-12));
        assertThat(Math.sqrt(Math.expm1(variance))).isCloseTo(0.5, within(1e-12));
        LogNormal byMedian = LogNormal.ofMedianAndSd(3, 1.5);
        double v = byMedian.sigma() * byMedian.sigma();
        assertThat(byMedian.quantile(0.5)).isCloseTo(3, within(1e-12));
        double mean = Math.exp(byMedian.mu() + v / 2);
        assertThat(mean * Math.sqrt(Math.expm1(v))).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void finiteValuesFollowTheirWeights() {
        Levels even = new Levels(List.of(1.0, 2.0, 4.0), List.of());
        assertThat(even.quantile(0.33)).isEqualTo(1);
        assertThat(even.quantile(0.34)).isEqualTo(2);
        assertThat(even.quantile(0.999)).isEqualTo(4);
        Levels weighted = new Levels(List.of(1.0, 2.0, 4.0), List.of(1.0, 0.0, 3.0));
        assertThat(weighted.quantile(0.2)).isEqualTo(1);
        assertThat(weighted.quantile(0.26)).isEqualTo(4);
    }

    @Test
    void aTruncatedDistributionStaysWithinItsEnds() {
        Truncated tail = new Truncated(new Normal(0, 1), 2, 3);
        assertThat(tail.quantile(1e-15)).isBetween(2.0, 2.0001);
        assertThat(tail.quantile(1 - 1e-15)).isBetween(2.9999, 3.0);
        assertThatThrownBy(() -> new Truncated(new Uniform(0, 1), 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decadesOfALogarithmicScaleAreExact() {
        assertThat(LogUniform.between(1e-5, 1e-1, 0.5)).isEqualTo(1e-3);
        assertThat(LogUniform.between(1e-5, 1e-1, 0.75)).isEqualTo(1e-2);
        assertThat(LogUniform.between(100, 1, 0)).isEqualTo(100);
    }
}

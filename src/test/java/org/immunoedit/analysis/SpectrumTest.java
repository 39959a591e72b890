package org.immunoedit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, -2, stable node",
        "-1, 5, -5, -1, stable spiral",
        "1, 0, 0, -2, saddle",
        "1, 0, 0, 2, unstable node",
        "1, 5, -5, 1, unstable spiral",
        "0, 5, -5, 0, center",
        "0, 0, 0, 0, undecided",
        "-1, 1, 0, -1, stable node"
    })
    void namesTheKinds(double a, double b, double c, double d, String stability) {
        assertThat(Spectrum.of(new double[][] {{a, b}, {c, d}}).orElseThrow().stability())
                .hasToString(stability);
    }

    /** Commons Math takes entries below 1e-12 for zeros; the eigenvalues here are ±1e-8 i. */
    @Test
    void sizesOfEntriesDoNotMatter() {
        Spectrum spectrum =
                Spectrum.of(new double[][] {{0, 1e6}, {-1e-22, 0}}).orElseThrow();
        assertThat(spectrum.eigenvalues().get(0).imaginary()).isCloseTo(1e-8, withinPercentage(1e-6));
        assertThat(spectrum.stability()).isEqualTo(Stability.CENTER);
    }

    @Test
    void whatIsNotFiniteHasNoEigenvalues() {
        assertThat(Spectrum.of(new double[][] {{Double.NaN, 0}, {0, 1}})).isEmpty();
        assertThat(Spectrum.of(new double[][] {{Double.POSITIVE_INFINITY, 0}, {0, 1}}))
                .isEmpty();
    }
}

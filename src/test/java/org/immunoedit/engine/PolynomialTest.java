package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each step as a polynomial is each step as it is evaluated. */
class PolynomialTest {
    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5", "rodas"})
    void aStepIsItsPolynomial(String method) {
        Engine engine = Methods.named(method).orElseThrow().engine(Tolerances.uniform(2, 1e-6, 1e-9), Limits.DEFAULT);
        List<Double> distances = new ArrayList<>();
        double[] c = new double[Interpolant.COEFFICIENTS];
        double[] y = new double[2];
        engine.advance(new Prey(), new double[] {3, 0.5}, new Span(0, 12), Guards.NONE, (from, to, within) -> {
            for (int state = 0; state < 2; state++) {
                assertThat(within.polynomial(state, from, to, c)).isTrue();
                for (double share : new double[] {0, 0.1, 0.5, 0.77, 1}) {
                    within.at(from + share * (to - from), y);
                    double value = c[0] + share * (c[1] + share * (c[2] + share * (c[3] + share * c[4])));
                    distances.add(Math.abs(value - y[state]));
                    assertThat(Math.abs(value - y[state])).isLessThanOrEqualTo(within.rounding(state));
                }
                assertThat(within.rounding(state)).isBetween(1e-14 * y[state], 1e-8);
            }
            assertThat(within.polynomial(0, from, 0.5 * (from + to), c)).isFalse();
        });
        assertThat(distances).hasSizeGreaterThan(100).allMatch(distance -> distance < 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = "dop853")
    void aStepOfHigherDegreeHasNone(String method) {
        Engine engine = Methods.named(method).orElseThrow().engine(Tolerances.uniform(2, 1e-6, 1e-9), Limits.DEFAULT);
        double[] c = new double[Interpolant.COEFFICIENTS];
        int[] steps = {0};
        engine.advance(new Prey(), new double[] {3, 0.5}, new Span(0, 5), Guards.NONE, (from, to, within) -> {
            assertThat(within.polynomial(0, from, to, c)).isFalse();
            assertThat(within.rounding(0)).isInfinite();
            steps[0]++;
        });
        assertThat(steps[0]).isCloseTo(10, within(9));
    }
}

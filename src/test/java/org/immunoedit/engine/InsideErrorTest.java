package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On y = t⁵ from 0 to 1, where all is known. */
class InsideErrorTest {
    private static final double ERROR = 0.0104;
    private static final OdeSystem FIFTH_POWER =
            ReferenceProblem.system(1, (t, y, d) -> d[0] = 5 * t * t * t * t, (t, y, j) -> {}, (t, y, d) -> {});

    static Stream<Pair> pairs() {
        return Stream.of(Pair.tsitouras(), Pair.dormandPrince());
    }

    private static double[][] slopes(Pair pair) {
        double[][] k = new double[7][1];
        for (int s = 0; s < k.length; s++) {
            FIFTH_POWER.rates(pair.nodes()[s], new double[] {0}, k[s]);
        }
        return k;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theDenseOutputMissesByWhatIsAssumed(Pair pair) {
        double[][] k = slopes(pair);
        double largest = 0;
        for (int j = 0; j <= 1000; j++) {
            double theta = j / 1000.0;
            double u = 0;
            for (int s = 0; s < k.length; s++) {
                double[] d = pair.dense()[s];
                u += theta * (d[0] + theta * (d[1] + theta * (d[2] + theta * d[3]))) * k[s][0];
            }
            largest = Math.max(largest, Math.abs(u - Math.pow(theta, 5)));
        }
        assertThat(largest).isBetween(0.99 * ERROR, ERROR);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theRatesAtTheMiddleTellIt(Pair pair) {
        double[] errors = {7};
        new InsideError(pair, 1).measure(errors, FIFTH_POWER, 0, new double[] {0}, 1, slopes(pair));
        assertThat(Math.abs(errors[0])).isCloseTo(ERROR, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.125, 1, 4})
    void theEndsOfTwoStepsTellIt(double before) {
        InsideError inside = new InsideError(Pair.tsitouras(), 1);
        assertThat(inside.isFirst()).isTrue();
        inside.passed(before, new double[] {-Math.pow(before, 5)}, new double[] {5 * Math.pow(before, 4)});
        assertThat(inside.isFirst()).isFalse();
        double[] errors = {-0.001};
        inside.widen(errors, 1, new double[] {0}, new double[] {0}, new double[] {1}, new double[] {5});
        assertThat(errors[0]).isCloseTo(ERROR, within(1e-12));
        inside.forget();
        assertThat(inside.isFirst()).isTrue();
    }

    @Test
    void aLargerErrorAtTheEndStays() {
        InsideError inside = new InsideError(Pair.tsitouras(), 1);
        inside.passed(1, new double[] {-1}, new double[] {5});
        double[] errors = {-0.5};
        inside.widen(errors, 1, new double[] {0}, new double[] {0}, new double[] {1}, new double[] {5});
        assertThat(errors[0]).isEqualTo(0.5);
    }

    @Test
    void theBendOfARosenbrockMethodTellsIt() {
        OdeSystem fifthPower = ReferenceProblem.system(
                1, (t, y, d) -> d[0] = 5 * Math.pow(t, 4), (t, y, j) -> {}, (t, y, d) -> d[0] = 20 * Math.pow(t, 3));
        Rosenbrock method = Rosenbrock.rodas5p();
        Bend bend = new Bend(method.inside(), 1);
        double[] c = new double[5];
        double[] at = {0};
        double largest = 0;
        for (int t = 0; t < 2; t++) {
            Stepper stepper = new RosenbrockStepper(method, Tolerances.uniform(1, 1, 1), new Counter());
            stepper.begin(fifthPower, t, new double[] {t});
            stepper.attempt(1);
            for (int j = 0; j <= 1000; j++) {
                stepper.at(j / 1000.0, at);
                largest = Math.max(largest, Math.abs(at[0] - Math.pow(t + j / 1000.0, 5)));
            }
            stepper.polynomial(0, c);
            bend.tried(1);
            assertThat(bend.error(0, c[4])).isCloseTo(t == 0 ? 0 : method.inside(), within(1e-12));
            bend.passed(1);
        }
        assertThat(largest).isBetween(0.99 * method.inside(), method.inside());
    }
}

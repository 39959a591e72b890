package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a state may stray beyond its values at the ends of a step. */
class ExcursionTest {
    private static final double[] Y = {3};

    private static Pair pair(String name) {
        return name.equals("tsit5") ? Pair.tsitouras() : Pair.dormandPrince();
    }

    private static double weight(Pair pair, int s, double theta) {
        double[] d = pair.dense()[s];
        return theta * (d[0] + theta * (d[1] + theta * (d[2] + theta * d[3])));
    }

    private static double at(Pair pair, double h, double[][] k, double theta) {
        double sum = 0;
        for (int s = 0; s < k.length; s++) {
            sum += weight(pair, s, theta) * k[s][0];
        }
        return Y[0] + h * sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsit5", "dopri5"})
    void noValueOfAStepIsFarther(String name) {
        Pair pair = pair(name);
        Excursion excursion = pair.excursion();
        Random random = new Random(31);
        for (int trial = 0; trial < 2_000; trial++) {
            double common = 2 * random.nextDouble() - 1;
            double spread = Math.pow(10, -6 * random.nextDouble());
            double[][] k = new double[7][1];
            for (double[] slope : k) {
                slope[0] = common + spread * (2 * random.nextDouble() - 1);
            }
            double h = Math.pow(10, 2 - 4 * random.nextDouble());
            double bound = excursion.of(0, Y[0], h, k, 1e-14);
            double end = at(pair, h, k, 1);
            for (int i = 0; i <= 100; i++) {
                assertThat(at(pair, h, k, i / 100.0))
                        .as("trial %d", trial)
                        .isBetween(Math.min(Y[0], end) - bound, Math.max(Y[0], end) + bound);
            }
            // of slopes that are nearly the same the way is nearly straight
            assertThat(bound).isLessThanOrEqualTo(h * 20 * spread + 1e-9);
        }
    }

    /** One slope differs; the last one, too, does in what all late ones have in common. */
    @ParameterizedTest
    @CsvSource({"tsit5,2", "tsit5,4", "tsit5,6", "dopri5,2", "dopri5,3", "dopri5,6"})
    void theBoundIsNearlyReached(String name, int differs) {
        Pair pair = pair(name);
        double[][] k = new double[7][1];
        for (int s = 0; s < k.length; s++) {
            k[s][0] = s == differs || differs == 6 && s >= Excursion.LATE ? 3 : 1;
        }
        double end = at(pair, 0.1, k, 1);
        double farthest = 0;
        for (int i = 0; i <= 1000; i++) {
            double line = Y[0] + i / 1000.0 * (end - Y[0]);
            farthest = Math.max(farthest, Math.abs(at(pair, 0.1, k, i / 1000.0) - line));
        }
        assertThat(pair.excursion().of(0, Y[0], 0.1, k, 0)).isBetween(farthest, 1.05 * farthest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsit5", "dopri5"})
    void lateSlopesAreNearTheEnd(String name) {
        double[] nodes = pair(name).nodes();
        for (int s = 0; s < nodes.length; s++) {
            assertThat(nodes[s]).isBetween(s < Excursion.LATE ? 0 : 0.8, s < Excursion.LATE ? 0.4 : 1.0);
        }
    }

    /** Rounding counts for the value and for slopes that cancel, too. */
    @Test
    void roundingIsAShareOfAllThatIsAddedUp() {
        Excursion excursion = Pair.tsitouras().excursion();
        double[][] still = new double[7][1];
        assertThat(excursion.of(0, -3, 0.5, still, 1e-3)).isEqualTo(3e-3);
        double[][] large = new double[7][1];
        large[6][0] = 1e20;
        double exact = excursion.of(0, 3, 0.5, large, 0);
        assertThat(excursion.of(0, 3, 0.5, large, 1e-3)).isGreaterThan(exact + 1e-3 * exact);
        large[3][0] = Double.NaN;
        assertThat(excursion.of(0, 3, 0.5, large, 0)).isNaN();
    }

    /** Decay from 1: within a short step it stays above what a longer one may pass. */
    @Test
    void aStepKnowsWhatItStaysBeyond() {
        Tolerances tolerances = Tolerances.uniform(1, 1e-6, 1e-9);
        PairStepper stepper = new PairStepper(Pair.tsitouras(), tolerances, new Counter());
        OdeSystem decay = ReferenceProblem.decay(1);
        stepper.begin(decay, 0, new double[] {1});
        Trial trial = new Trial();
        trial.start(0);
        trial.attempt(stepper, 0, 0.1);
        // it ends at 0.9048
        assertThat(trial.staysBeyond(0, 0.9, true)).isTrue();
        assertThat(trial.staysBeyond(0, 0.906, true)).isFalse();
        assertThat(trial.staysBeyond(0, 1.005, false)).isTrue();
        assertThat(trial.staysBeyond(0, 0.5, false)).isFalse();
        assertThat(trial.staysBeyond(0, 2, true)).isFalse();
        trial.attempt(stepper, 0, 1);
        assertThat(trial.staysBeyond(0, 0.369, true)).isFalse();
        // a step that time does not resolve proves nothing
        trial.start(1e18);
        trial.attempt(stepper, 0, 0.1);
        assertThat(trial.staysBeyond(0, 0.1, true)).isFalse();
    }
}

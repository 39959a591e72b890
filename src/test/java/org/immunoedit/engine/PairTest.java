package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions between the coefficients that a slip of a digit would break. */
class PairTest {
    static List<Pair> pairs() {
        return List.of(Pair.dormandPrince(), Pair.tsitouras());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void weightsOfAStageSumToItsNode(Pair pair) {
        for (int s = 1; s < 7; s++) {
            assertThat(Arrays.stream(pair.stages()[s - 1]).sum()).isCloseTo(pair.nodes()[s], within(2e-14));
        }
        assertThat(Arrays.stream(pair.error()).sum()).isCloseTo(0, within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theSolutionIntegratesPowersOfTimeExactly(Pair pair) {
        double[] solution = pair.stages()[5];
        for (int power = 0; power < 5; power++) {
            double sum = 0;
            double embedded = 0;
            for (int s = 0; s < 7; s++) {
                double node = Math.pow(pair.nodes()[s], power);
                sum += (s < 6 ? solution[s] : 0) * node;
                embedded += pair.error()[s] * node;
            }
            assertThat(sum).isCloseTo(1.0 / (power + 1), within(1e-14));
            if (power < 4) {
                assertThat(embedded).isCloseTo(0, within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theInterpolantEndsOnTheSolutionWithItsSlope(Pair pair) {
        double[] solution = pair.stages()[5];
        for (int s = 0; s < 7; s++) {
            double[] d = pair.dense()[s];
            assertThat(d[0]).as("slope at the start").isEqualTo(s == 0 ? 1 : 0);
            assertThat(d[0] + d[1] + d[2] + d[3]).as("end").isCloseTo(s < 6 ? solution[s] : 0, within(5e-14));
            assertThat(d[0] + 2 * d[1] + 3 * d[2] + 4 * d[3])
                    .as("slope at the end")
                    .isCloseTo(s == 6 ? 1 : 0, within(2e-13));
        }
    }
}

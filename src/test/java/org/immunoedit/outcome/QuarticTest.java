package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.immunoedit.ode.Interpolant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarticTest {
    /** States that are polynomials of the share of the step from 0 to 1. */
    private static Interpolant of(double[]... states) {
        return new Interpolant() {
            @Override
            public void at(double t, double[] into) {
                for (int i = 0; i < states.length; i++) {
                    double[] c = states[i];
                    into[i] = c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * c[4])));
                }
            }

            @Override
            public boolean polynomial(int state, double from, double to, double[] into) {
                System.arraycopy(states[state], 0, into, 0, into.length);
                return true;
            }
        };
    }

    private static List<Double> turns(Quartic quartic) {
        List<Double> turns = new ArrayList<>();
        for (int i = 0; i < quartic.turns(); i++) {
            turns.add(quartic.turn(i));
        }
        return turns;
    }

    // antiderivatives of 1; 1 - 2x; (x - 1/4)(x - 3/4); (x - 1/4)(x - 1/2)(x - 3/4); (x - 1/2)^2; x - 2; 1 - 4x^3
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, ''",
        "1, -1, 0, 0, 0.5",
        "0.1875, -0.5, 0.3333333333333333, 0, 0.25 0.75",
        "-0.09375, 0.34375, -0.5, 0.25, 0.25 0.5 0.75",
        "0.25, -0.5, 0.3333333333333333, 0, ''",
        "-2, 0.5, 0, 0, ''",
        "1, 0, 0, -1, 0.6299605249474366",
        "0, 0, 0, 0, ''",
    })
    void turnsAreTheZerosOfTheSlope(double c1, double c2, double c3, double c4, String expected) {
        Quartic quartic = new Quartic(List.of(0));
        assertThat(quartic.read(of(new double[] {7, c1, c2, c3, c4}), 0, 1)).isTrue();
        List<Double> turns = turns(quartic);
        String[] texts = expected.isEmpty() ? new String[0] : expected.split(" ");
        assertThat(turns).hasSize(texts.length);
        for (int i = 0; i < texts.length; i++) {
            assertThat(turns.get(i)).isCloseTo(Double.parseDouble(texts[i]), within(1e-14));
        }
    }

    /** No turn is missed and none is made up: where the slope changes its sign on a fine grid, there is one. */
    @Test
    void turnsOfRandomPolynomialsAreWhereTheSlopeChangesItsSign() {
        Random random = new Random(5);
        Quartic quartic = new Quartic(List.of(0));
        int found = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] c = random.doubles(5, -1, 1).toArray();
            quartic.read(of(c), 0, 1);
            List<Double> expected = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                if (slope(c, i / 1000.0) * slope(c, (i + 1) / 1000.0) < 0) {
                    expected.add((i + 0.5) / 1000);
                }
            }
            List<Double> turns = turns(quartic);
            assertThat(turns).as("%s", (Object) c).hasSize(expected.size()).isSorted();
            for (int i = 0; i < turns.size(); i++) {
                assertThat(turns.get(i)).isCloseTo(expected.get(i), within(0.0005 + 1e-12));
            }
            found += turns.size();
        }
        assertThat(found).isGreaterThan(500);
    }

    private static double slope(double[] c, double x) {
        return c[1] + x * (2 * c[2] + x * (3 * c[3] + x * 4 * c[4]));
    }

    @Test
    void aSumOfStatesIsTheSumOfTheirPolynomials() {
        Quartic quartic = new Quartic(List.of(0, 2));
        double[] a = {1, 2, 3, 4, 5};
        double[] b = {9, 9, 9, 9, 9};
        double[] c = {10, -6, 0, 1, 0};
        assertThat(quartic.read(of(a, b, c), 0, 1)).isTrue();
        assertThat(quartic.at(0.5)).isEqualTo(11 - 4 * 0.5 + 3 * 0.25 + 5 * 0.125 + 5 * 0.0625);
        assertThat(quartic.isConstant()).isFalse();
    }

    @Test
    void withoutPolynomialsThereIsNone() {
        assertThat(new Quartic(List.of()).read(of(new double[5]), 0, 1)).isFalse();
        assertThat(new Quartic(List.of(0)).read((t, into) -> into[0] = t, 0, 1)).isFalse();
    }
}

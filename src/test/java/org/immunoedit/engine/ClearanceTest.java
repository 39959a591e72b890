package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Threshold;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Excluding a crossing is never wrong, mostly possible, and seen by nobody. */
class ClearanceTest {
    /** The distances of states from values, told as what they are or not. */
    private static final class Distances implements Formulas {
        private final double[] values;
        private final boolean told;
        private int evaluations;

        Distances(boolean told, double... values) {
            this.told = told;
            this.values = values;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void evaluate(double t, double[] y, double[] into) {
            evaluations++;
            for (int k = 0; k < values.length; k++) {
                into[k] = y[k % y.length] - values[k];
            }
        }

        @Override
        public Optional<Threshold> threshold(int k) {
            return told ? Optional.of(new Threshold(k % 2, values[k])) : Optional.empty();
        }
    }

    /** One state over a step from 0 to 1. */
    private record Shape(double[] c, double rounding) implements Interpolant {
        @Override
        public void at(double t, double[] into) {
            into[0] = c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * c[4])));
        }

        @Override
        public boolean polynomial(int state, double from, double to, double[] into) {
            System.arraycopy(c, 0, into, 0, c.length);
            return true;
        }

        @Override
        public double rounding(int state) {
            return rounding;
        }
    }

    private static boolean isCertain(Interpolant shape, double value, boolean above) {
        Clearance clearance = new Clearance(1);
        clearance.watch(new Guards(new Distances(true, value), above ? EngineUnderTest.bits(0) : new BitSet()));
        return clearance.isCertain(0, 1, shape);
    }

    @Test
    void noPointOfAClearPolynomialIsAcross() {
        Random random = new Random(20);
        double[] y = new double[1];
        int certain = 0;
        int clear = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            double[] c = random.doubles(5, -1, 1).toArray();
            double spread = Math.pow(10, -3 * random.nextDouble());
            for (int i = 1; i < c.length; i++) {
                c[i] *= spread * 4;
            }
            Shape shape = new Shape(c, 1e-13);
            double value = 2 * random.nextDouble() - 1;
            boolean above = c[0] > value;
            boolean across = false;
            for (int i = 0; i <= 400; i++) {
                shape.at(i / 400.0, y);
                across |= above ? y[0] < value : y[0] > value;
            }
            boolean sure = isCertain(shape, value, above);
            assertThat(sure && across).as("trial %d", trial).isFalse();
            certain += sure ? 1 : 0;
            clear += across ? 0 : 1;
        }
        assertThat(certain).isBetween(clear * 9 / 10, clear);
    }

    /** A dip to 0 between two samples of a quarter, a touch of a threshold, rounding as far as the threshold. */
    @Test
    void whatComesTooNearIsNotCertain() {
        double[] dip = {0.140625, -0.75, 1, 0, 0};
        assertThat(isCertain(new Shape(dip, 1e-13), 1e-9, true)).isFalse();
        assertThat(isCertain(new Shape(dip, 1e-13), 1, true)).isFalse();
        assertThat(isCertain(new Shape(dip, 1e-13), 1, false)).isTrue();
        double[] still = {2, 0, 0, 0, 0};
        assertThat(isCertain(new Shape(still, 1e-13), 2, true)).isFalse();
        assertThat(isCertain(new Shape(still, 0.9), 1, true)).isTrue();
        assertThat(isCertain(new Shape(still, 1.1), 1, true)).isFalse();
        assertThat(isCertain(new Shape(still, Double.POSITIVE_INFINITY), 1, true))
                .isFalse();
        assertThat(isCertain(new Shape(still, Double.NaN), 1, true)).isFalse();
        assertThat(isCertain(new Shape(new double[] {2, 0, 0, 0, Double.NaN}, 1e-13), 1, true))
                .isFalse();
    }

    /** The polynomial on [0, 1] with five coefficients in Bernstein's form. */
    private static double[] fromBernstein(double... b) {
        double c1 = 4 * (b[1] - b[0]);
        double c2 = 6 * (b[2] - b[0]) - 3 * c1;
        double c3 = 4 * (b[3] - b[0]) - 3 * c1 - 2 * c2;
        return new double[] {b[0], c1, c2, c3, b[4] - b[0] - c1 - c2 - c3};
    }

    /** Each coefficient is needed: one alone beyond the value makes the polynomial cross it twice. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aDipThatOneCoefficientTellsIsNotCertain(int k) {
        double[] b = {1, 1, 1, 1, 1};
        b[k] = -2;
        double[] c = fromBernstein(b);
        double[] mirrored = Arrays.stream(c).map(x -> -x).toArray();
        double[] dip = new double[1];
        new Shape(c, 1e-13).at(k / 4.0, dip);
        assertThat(dip[0]).isNegative();
        assertThat(isCertain(new Shape(c, 1e-13), 0, true)).isFalse();
        assertThat(isCertain(new Shape(mirrored, 1e-13), 0, false)).isFalse();
        assertThat(isCertain(new Shape(c, 1e-13), -2.001, true)).isTrue();
        assertThat(isCertain(new Shape(mirrored, 1e-13), 2.001, false)).isTrue();
    }

    /** y = 1 - 18 t²(1 - t)² is above 0 at both ends of a step and below between them. */
    @ParameterizedTest
    @ValueSource(strings = {"tsit5", "dopri5", "rodas", "dop853", "auto"})
    void aCrossingThereAndBackWithinOneStepStopsTheRun(String method) {
        OdeSystem system = new OdeSystem() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public void rates(double t, double[] y, double[] dydt) {
                dydt[0] = -36 * t * (1 - t) * (1 - 2 * t);
            }

            @Override
            public void jacobian(double t, double[] y, double[][] dfdy) {
                dfdy[0][0] = 0;
            }

            @Override
            public void timeDerivative(double t, double[] y, double[] dfdt) {
                dfdt[0] = -36 * (1 - 6 * t + 6 * t * t);
            }
        };
        Engine engine = Methods.named(method).orElseThrow().engine(Tolerances.uniform(1, 1e-2, 1e-2), Limits.DEFAULT);
        Guards guards = new Guards(new Distances(true, 0), EngineUnderTest.bits(0));
        Ending ending = engine.advance(system, new double[] {1}, new Span(0, 1), guards, StepListener.NONE);
        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        double first = (1 - Math.sqrt(1 - 4 / Math.sqrt(18))) / 2;
        assertThat(ending.time()).isCloseTo(first, within(1e-2));
    }

    /** The end of a step is the state that the step gives, not a value of its polynomial. */
    @Test
    void anEndAcrossIsNotCertain() {
        double[] still = {2, 0, 0, 0, 0};
        Shape shape = new Shape(still, 1e-13);
        Interpolant fallen = new Interpolant() {
            @Override
            public void at(double t, double[] into) {
                into[0] = t == 1 ? 0.999 : 2;
            }

            @Override
            public boolean polynomial(int state, double from, double to, double[] into) {
                return shape.polynomial(state, from, to, into);
            }

            @Override
            public double rounding(int state) {
                return shape.rounding(state);
            }
        };
        assertThat(isCertain(shape, 1, true)).isTrue();
        assertThat(isCertain(fallen, 1, true)).isFalse();
        assertThat(isCertain(fallen, 0.999, true)).isTrue();
        assertThat(isCertain(fallen, 3, false)).isTrue();
    }

    private static final OdeSystem PREY = new Prey();

    /** Where a run stops, ten times, and the bits of the state there. */
    private static List<Object> stops(String method, Distances distances) {
        Engine engine = Methods.named(method).orElseThrow().engine(Tolerances.uniform(2, 1e-6, 1e-9), Limits.DEFAULT);
        double[] y = {3, 0.5};
        BitSet above = EngineUnderTest.bits();
        for (int k = 0; k < distances.values.length; k++) {
            above.set(k, y[k % 2] > distances.values[k]);
        }
        List<Object> stops = new ArrayList<>();
        double t = 0;
        for (int stop = 0; stop < 10 && t < 30; stop++) {
            Ending ending = engine.advance(PREY, y, new Span(t, 30), new Guards(distances, above), StepListener.NONE);
            if (ending instanceof Ending.Stopped stopped) {
                above.xor(stopped.crossed());
            }
            t = ending.time();
            stops.add(List.of(ending, y[0], y[1]));
        }
        return stops;
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5", "rodas", "dop853"})
    void aRunStopsAtTheSameBitsWithAndWithoutIt(String method) {
        Random random = new Random(7);
        int saved = 0;
        int all = 0;
        for (int trial = 0; trial < 60; trial++) {
            double[] values = random.doubles(3, 0, 4).toArray();
            Distances told = new Distances(true, values);
            Distances untold = new Distances(false, values);
            assertThat(stops(method, told)).isEqualTo(stops(method, untold));
            saved += untold.evaluations - told.evaluations;
            all += untold.evaluations;
        }
        if (method.equals("dop853")) {
            assertThat(saved).isZero();
        } else {
            assertThat(saved).isGreaterThan(all / 10);
        }
    }

    /** Extinction far away: the guards need not be evaluated at all. */
    @Test
    void farFromTheThresholdGuardsAreNotEvaluated() {
        Distances far = new Distances(true, 1e-3);
        int[] steps = {0};
        Engine engine = Methods.named("tsit5").orElseThrow().engine(Tolerances.uniform(2, 1e-6, 1e-9), Limits.DEFAULT);
        Guards guards = new Guards(far, EngineUnderTest.bits(0));
        engine.advance(PREY, new double[] {3, 0.5}, new Span(0, 12), guards, (from, to, within) -> steps[0]++);
        assertThat(steps[0]).isGreaterThan(20);
        assertThat(far.evaluations).isZero();
    }
}

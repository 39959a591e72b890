package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Statistics;
import org.immunoedit.outcome.Judge.Shape;
import org.immunoedit.sim.Observer.Views;
import org.immunoedit.sim.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The noise of a tumor that is gone is passed over without changing a bit of the verdict. */
class GoneTest {
    private static final Views VIEWS = Feed.watching(new Formulas() {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            values[0] = y[0];
        }
    });

    /** One step from time {@code from}, a polynomial of its share. */
    private record Step(double from, double size, double[] c, double error, int[] evaluations) implements Interpolant {
        double to() {
            return from + size;
        }

        double value(double t) {
            double x = (t - from) / size;
            return c[0] + x * (c[1] + x * (c[2] + x * (c[3] + x * c[4])));
        }

        @Override
        public void at(double t, double[] into) {
            evaluations[0]++;
            into[0] = value(t);
        }

        @Override
        public boolean polynomial(int state, double start, double end, double[] into) {
            System.arraycopy(c, 0, into, 0, c.length);
            return true;
        }

        @Override
        public double rounding(int state) {
            return error;
        }

        Step with(double rounding, int[] count) {
            return new Step(from, size, c, rounding, count);
        }
    }

    /** Steps that fit together, from a value. */
    private static final class Steps {
        private final List<Step> all = new ArrayList<>();
        private double t;
        private double value;

        Steps(double start) {
            value = start;
        }

        /** On to a value; between them c2 to c4 bend the curve. */
        Steps to(double end, double size, double... bend) {
            double[] c = {value, end - value - bend[0] - bend[1] - bend[2], bend[0], bend[1], bend[2]};
            all.add(new Step(t, size, c, 0, null));
            t = all.get(all.size() - 1).to();
            value = all.get(all.size() - 1).value(t);
            return this;
        }

        Steps noise(Random random, double size, double width, int count) {
            for (int i = 0; i < count; i++) {
                to(
                        size * random.nextGaussian(),
                        width * (0.2 + random.nextDouble()),
                        size * random.nextGaussian(),
                        size * random.nextGaussian(),
                        size * random.nextGaussian());
            }
            return this;
        }
    }

    private static Verdict judge(Steps steps, Criteria criteria, double rounding, int[] evaluations) {
        Shape shape = new Shape(List.of(0), OptionalDouble.of(steps.t));
        Judge judge = new Judge(criteria, 0, OptionalInt.empty(), shape);
        double[] y = {steps.all.get(0).c()[0]};
        judge.start(0, y, VIEWS);
        judge.stretch(0, y, VIEWS);
        for (Step step : steps.all) {
            judge.step(step.from(), step.to(), step.with(rounding, evaluations));
        }
        Report report = new Report(Report.Status.COMPLETE, steps.t, "", "", List.of(), Statistics.ZERO, List.of());
        judge.end(steps.t, new double[] {steps.value}, VIEWS, report);
        return judge.verdict();
    }

    /** How many evaluations were spared; without a bound on rounding nothing is passed over. */
    private static int spared(Steps steps, Criteria criteria) {
        int[] closely = {0};
        int[] quickly = {0};
        Verdict expected = judge(steps, criteria, Double.POSITIVE_INFINITY, closely);
        Verdict verdict = judge(steps, criteria, 1e-20, quickly);
        assertThat(verdict).isEqualTo(expected);
        return closely[0] - quickly[0];
    }

    // steps from far below the distance of samples (2.8 d) to more than a window
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 4, 150})
    void noiseChangesNothing(double width) {
        Random random = new Random(6);
        Criteria criteria = Feed.criteria(1, OptionalDouble.of(1e9));
        int spared = 0;
        for (int run = 0; run < 60; run++) {
            double size = Math.pow(10, -12 + 14 * random.nextDouble());
            Steps steps = new Steps(1e6)
                    .to(1e3, 20, 0, 0, 0)
                    .noise(random, size, width, 60)
                    .to(random.nextInt(3) == 0 ? 2e8 : 0, 50, 0, 0, 0)
                    .noise(random, size, width, 20);
            spared += spared(steps, criteria);
        }
        assertThat(spared).isGreaterThan(50_000);
    }

    /** Between two steps of noise one that rises to a height and falls again. */
    private static Steps bump(double height) {
        return new Steps(1e6)
                .to(-1e-9, 20, 0, 0, 0)
                .noise(new Random(1), 1e-9, 5, 10)
                .to(0, 5, 0, 0, 0)
                // 16 h x^2 (1 - x)^2
                .to(0, 5, 16 * height, -32 * height, 16 * height)
                .noise(new Random(2), 1e-9, 5, 10);
    }

    // its coefficients come to 64 times its height
    @ParameterizedTest
    @CsvSource({"0.01, true", "0.02, false", "0.999, false", "1.001, false", "30, false", "2e8, false"})
    void aTumorThatComesBackInsideAStepIsSeen(double height, boolean passed) {
        Criteria criteria = Feed.criteria(1, OptionalDouble.of(1e9));
        int noise = spared(bump(0), criteria);
        assertThat(noise).isPositive();
        int spared = spared(bump(height), criteria);
        assertThat(spared > noise).isEqualTo(passed);
        Verdict verdict = judge(bump(height), criteria, 1e-20, new int[1]);
        assertThat(Double.isNaN(verdict.endpoint("relapse_time").value())).isEqualTo(height < 1e8);
    }

    /** A tumor that never was more than noise has its peak in the noise. */
    @Test
    void theHighestNoiseIsThePeakOfATumorThatNeverWas() {
        Random random = new Random(9);
        for (int run = 0; run < 30; run++) {
            spared(new Steps(0).noise(random, 1e-3, 4, 50), Feed.criteria(1, OptionalDouble.empty()));
        }
    }
}

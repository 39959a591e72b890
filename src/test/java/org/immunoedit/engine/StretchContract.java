package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine promises of a stretch that goes well. */
interface StretchContract extends EngineUnderTest {
    @ParameterizedTest
    @MethodSource("smooth")
    default void reachesTheEndAndInterpolatesToTheTolerance(ReferenceProblem problem) {
        double rtol = 1e-9;
        Engine engine = engine(Tolerances.uniform(problem.start().length, rtol, problem.atol()));
        double[] y = problem.start().clone();
        int n = y.length;
        double[] worst = new double[n];
        double[] range = new double[n];
        double[] at = new double[n];
        Ending ending =
                engine.advance(problem.system(), y, new Span(0, problem.end()), Guards.NONE, (from, to, inside) -> {
                    for (int j = 0; j <= 10; j++) {
                        double time = j == 10 ? to : from + (to - from) * j / 10;
                        inside.at(time, at);
                        double[] exact = problem.exact().apply(time);
                        for (int i = 0; i < n; i++) {
                            worst[i] = Math.max(worst[i], Math.abs(at[i] - exact[i]));
                            range[i] = Math.max(range[i], Math.abs(exact[i]));
                        }
                    }
                });
        assertThat(ending).isEqualTo(new Ending.Reached(problem.end()));
        for (int i = 0; i < n; i++) {
            assertThat(worst[i] / range[i]).isLessThan(3e-8);
        }
        double[] exact = problem.exact().apply(problem.end());
        for (int i = 0; i < n; i++) {
            assertThat(y[i]).isCloseTo(exact[i], within(3e-8 * range[i]));
        }
    }

    @Test
    default void aSpanOfLengthZeroIsReachedAtOnce() {
        Engine engine = engine(1);
        double[] y = {3};
        List<Double> told = new ArrayList<>();
        Ending ending = engine.advance(
                ReferenceProblem.decay(1), y, new Span(2, 2), Guards.NONE, (from, to, inside) -> told.add(to));
        assertThat(ending).isEqualTo(new Ending.Reached(2));
        assertThat(y).containsExactly(3);
        assertThat(told).isEmpty();
        assertThat(engine.statistics().rates()).isZero();
    }

    @Test
    default void aSpanOfAFewRoundingErrorsIsReached() {
        double start = 1000;
        double end = start + 4 * Math.ulp(start);
        double[] y = {1};
        Ending ending =
                engine(1).advance(ReferenceProblem.clock(), y, new Span(start, end), Guards.NONE, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(end));
        assertThat(y[0]).isCloseTo(1 + (end - start), within(1e-15));
    }

    @Test
    default void dosesBetweenStretchesFollowTheClosedForm() {
        // bolus of 2 at 0, infusion of 3 per day from 1 to 1.25, bolus of 1 at 4, to day 10
        Engine engine = engine(2);
        double[] y = {2, 0};
        reach(engine, ReferenceProblem.compartments(0), y, 0, 1);
        reach(engine, ReferenceProblem.compartments(3), y, 1, 1.25);
        reach(engine, ReferenceProblem.compartments(0), y, 1.25, 4);
        y[0] += 1;
        reach(engine, ReferenceProblem.compartments(0), y, 4, 10);
        for (int i = 0; i < 2; i++) {
            double exact = 2 * ReferenceProblem.bolus(10)[i]
                    + 3 * (ReferenceProblem.infusion(9)[i] - ReferenceProblem.infusion(8.75)[i])
                    + ReferenceProblem.bolus(6)[i];
            assertThat(y[i]).isCloseTo(exact, within(1e-8));
        }
    }

    @Test
    default void theListenerSeesContiguousStepsThatAgreeAtTheirEnds() {
        double[] y = {0, 1};
        double[] last = {0};
        double[] lastState = {0, 1};
        double[] at = new double[2];
        long[] steps = {0};
        Engine engine = engine(2);
        engine.advance(ReferenceProblem.oscillatorSystem(), y, new Span(0, 20), Guards.NONE, (from, to, inside) -> {
            assertThat(from).isEqualTo(last[0]);
            assertThat(to).isGreaterThan(from);
            inside.at(from, at);
            assertThat(at).containsExactly(lastState, within(1e-14));
            inside.at(to, at);
            System.arraycopy(at, 0, lastState, 0, 2);
            last[0] = to;
            steps[0]++;
        });
        assertThat(last[0]).isEqualTo(20);
        assertThat(y).isEqualTo(lastState);
        assertThat(engine.statistics().steps()).isEqualTo(steps[0]);
        assertThat(engine.statistics().rates()).isGreaterThanOrEqualTo(6 * steps[0]);
    }

    @Test
    default void theSameRunTwiceGivesTheSameBits() {
        double[] one = {0, 1};
        double[] two = {0, 1};
        engine(2).advance(ReferenceProblem.oscillatorSystem(), one, new Span(0, 20), Guards.NONE, StepListener.NONE);
        engine(2).advance(ReferenceProblem.oscillatorSystem(), two, new Span(0, 20), Guards.NONE, StepListener.NONE);
        assertThat(Arrays.equals(one, two)).isTrue();
    }

    @Test
    default void decayToNothingStaysWithinItsBand() {
        Tolerances tolerances = new Tolerances(1e-6, new double[] {1e-6}, new boolean[] {false});
        double[] y = {1e9};
        Ending ending = engine(tolerances)
                .advance(ReferenceProblem.decay(3), y, new Span(0, 400), Guards.NONE, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(400));
        assertThat(y[0]).isBetween(-1e-5, 1e-5);
    }

    private static void reach(Engine engine, OdeSystem system, double[] y, double from, double to) {
        assertThat(engine.advance(system, y, new Span(from, to), Guards.NONE, StepListener.NONE))
                .isEqualTo(new Ending.Reached(to));
    }

    static List<ReferenceProblem> smooth() {
        return ReferenceProblem.smooth();
    }
}

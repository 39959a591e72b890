package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.Statistics;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StiffTest {
    static Stream<Arguments> problems() {
        return StiffProblem.all().stream()
                .flatMap(p -> List.of("rodas", "auto").stream().map(m -> Arguments.of(m, p)));
    }

    private static Tolerances tolerances(double relative, double[] scale) {
        double[] absolute = new double[scale.length];
        for (int i = 0; i < scale.length; i++) {
            absolute[i] = relative * scale[i];
        }
        boolean[] signed = new boolean[scale.length];
        Arrays.fill(signed, true);
        return new Tolerances(relative, absolute, signed);
    }

    private static Engine engine(String method, Tolerances tolerances) {
        return Methods.named(method).orElseThrow().engine(tolerances, Limits.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void thePublishedEndStateIsReachedCheaply(String method, StiffProblem problem) {
        Engine engine = engine(method, tolerances(1e-8, problem.scale()));
        double[] y = problem.start().clone();
        Ending ending = engine.advance(problem.system(), y, new Span(0, problem.end()), Guards.NONE, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(problem.end()));
        for (int i = 0; i < y.length; i++) {
            double error = Math.abs(y[i] - problem.expected()[i]) / Math.abs(problem.expected()[i]);
            assertThat(error).as("state %d", i).isLessThan(1e-6);
        }
        assertThat(engine.statistics().steps()).isLessThan(4000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8})
    void aTighterToleranceGivesASmallerError(double rtol) {
        StiffProblem problem = StiffProblem.hires();
        double[] y = problem.start().clone();
        engine("rodas", tolerances(rtol, problem.scale()))
                .advance(problem.system(), y, new Span(0, problem.end()), Guards.NONE, StepListener.NONE);
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isCloseTo(problem.expected()[i], within(50 * rtol * problem.expected()[i]));
        }
    }

    /** Fast binding (1e17 per day) beside slow growth, disturbed on day 14 where such a step cannot be resolved. */
    @ParameterizedTest
    @ValueSource(strings = {"rodas", "auto"})
    void ratesBeyondTheResolutionOfTimeAreCarriedAcrossADose(String method) {
        OdeSystem system = ReferenceProblem.autonomous(
                2,
                (t, y, d) -> {
                    d[0] = -1e17 * (y[0] - y[1]);
                    d[1] = 0.1 * y[1];
                },
                (t, y, j) -> {
                    j[0][0] = -1e17;
                    j[0][1] = 1e17;
                    j[1][1] = 0.1;
                });
        Engine engine = engine(method, Tolerances.uniform(2, 1e-8, 1e-8));
        double[] y = {5, 1};
        double t = 0;
        for (double to : new double[] {14, 28}) {
            assertThat(engine.advance(system, y, new Span(t, to), Guards.NONE, StepListener.NONE))
                    .isEqualTo(new Ending.Reached(to));
            double exact = Math.exp(0.1 * to);
            assertThat(y[1]).isCloseTo(exact, within(1e-6 * exact));
            assertThat(y[0]).isCloseTo(exact, within(1e-6 * exact));
            y[0] += 3;
            t = to;
        }
        assertThat(engine.statistics().steps() + engine.statistics().rejected()).isLessThan(2000);
    }

    /** A tumor killed at 4.5e15 per day goes through denormal numbers to 0 and stays there. */
    @ParameterizedTest
    @ValueSource(strings = {"rodas", "auto"})
    void aStateDrivenToNothingDoesNotStall(String method) {
        OdeSystem system = ReferenceProblem.autonomous(
                2,
                (t, y, d) -> {
                    d[0] = 1 - 0.1 * y[0];
                    d[1] = 0.4 * y[1] - 3e15 * y[0] * y[1];
                },
                (t, y, j) -> {
                    j[0][0] = -0.1;
                    j[1][0] = -3e15 * y[1];
                    j[1][1] = 0.4 - 3e15 * y[0];
                });
        Tolerances tolerances = new Tolerances(1e-9, new double[] {1e-9, 1e-3}, new boolean[] {false, false});
        Engine engine = engine(method, tolerances);
        double[] y = {1, 1e8};
        assertThat(engine.advance(system, y, new Span(0, 100), Guards.NONE, StepListener.NONE))
                .isEqualTo(new Ending.Reached(100));
        assertThat(y[0]).isCloseTo(10 - 9 * Math.exp(-10), within(1e-7));
        assertThat(y[1]).isBetween(-1e-2, 1e-3);
        assertThat(engine.statistics().steps()).isLessThan(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rodas", "auto"})
    void aRelapseFromFarBelowTheToleranceComesInTime(String method) {
        assertThat(relapse(method, 1e-6)).isCloseTo(1, within(0.05));
    }

    /** No step may by chance look moderate where the tumor changes by orders of magnitude. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-5, 2e-6, 5e-7, 1e-7, 1e-8})
    void aRelapseComesInTimeWhateverTheTolerance(double rtol) {
        assertThat(relapse("rodas", rtol)).isCloseTo(1, within(0.1));
        assertThat(relapse("auto", rtol)).isCloseTo(1, within(0.1));
    }

    /** A tumor that falls to 4e-18 beside something stiff and grows back to 1: T = exp(20 (cos t − 1)). */
    private static double relapse(String method, double rtol) {
        OdeSystem system = ReferenceProblem.system(
                2,
                (t, y, d) -> {
                    d[0] = -1e4 * (y[0] - Math.cos(t));
                    d[1] = -20 * Math.sin(t) * y[1];
                },
                (t, y, j) -> {
                    j[0][0] = -1e4;
                    j[1][1] = -20 * Math.sin(t);
                },
                (t, y, d) -> {
                    d[0] = -1e4 * Math.sin(t);
                    d[1] = -20 * Math.cos(t) * y[1];
                });
        Tolerances tolerances = new Tolerances(rtol, new double[] {rtol, rtol}, new boolean[] {true, false});
        Engine engine = engine(method, tolerances);
        double[] y = {1, 1};
        assertThat(engine.advance(system, y, new Span(0, 2 * Math.PI), Guards.NONE, StepListener.NONE))
                .isEqualTo(new Ending.Reached(2 * Math.PI));
        return y[1];
    }

    /** Two kinds of cells that died out make each other only; a large coupling draws the pivots away from them. */
    @ParameterizedTest
    @ValueSource(strings = {"rodas", "auto", "tsit5"})
    void whatHasDiedOutDoesNotComeBackByRounding(String method) {
        OdeSystem system = ReferenceProblem.autonomous(
                4,
                (t, y, d) -> {
                    d[0] = 1e4 * y[1] + 3 - 0.1 * y[0] * y[3];
                    d[1] = 2 * y[1] + 0.7 * y[2];
                    d[2] = y[2] + 0.3 * y[1] * y[0];
                    d[3] = 1e5 * y[2] + 7e3 * y[1] - 3000 * (y[3] - 0.7);
                },
                (t, y, j) -> {
                    System.arraycopy(new double[] {-0.1 * y[3], 1e4, 0, -0.1 * y[0]}, 0, j[0], 0, 4);
                    System.arraycopy(new double[] {0, 2, 0.7, 0}, 0, j[1], 0, 4);
                    System.arraycopy(new double[] {0.3 * y[1], 0.3 * y[0], 1, 0}, 0, j[2], 0, 4);
                    System.arraycopy(new double[] {0, 7e3, 1e5, -3000}, 0, j[3], 0, 4);
                });
        double[] y = {1, 0, 0, 1};
        Engine engine = engine(method, Tolerances.uniform(4, 1e-6, 1e-6));
        assertThat(engine.advance(system, y, new Span(0, 10), Guards.NONE, StepListener.NONE))
                .isEqualTo(new Ending.Reached(10));
        assertThat(y[1]).isZero();
        assertThat(y[2]).isZero();
    }

    @Test
    void theAutomaticChoiceChangesOnceForAStiffRelaxationAndReportsIt() {
        OdeSystem system = ReferenceProblem.decay(1e6);
        Engine engine = engine("auto", Tolerances.uniform(1, 1e-6, 1e-9));
        double[] y = {1};
        engine.advance(system, y, new Span(0, 10), Guards.NONE, StepListener.NONE);
        assertThat(engine.statistics().switches()).isEqualTo(1);
        assertThat(engine.statistics().jacobians()).isPositive();
        assertThat(engine.statistics().steps()).isLessThan(200);
        Map<String, Long> methods = engine.statistics().methods();
        assertThat(methods.keySet()).containsExactly("tsit5", "rodas");
        assertThat(methods.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(engine.statistics().steps());
    }

    @Test
    void theAutomaticChoiceStaysExplicitWhereAccuracyRules() {
        Engine engine = engine("auto", Tolerances.uniform(2, 1e-8, 1e-8));
        double[] y = {0, 1};
        engine.advance(ReferenceProblem.oscillatorSystem(), y, new Span(0, 200), Guards.NONE, StepListener.NONE);
        assertThat(engine.statistics().switches()).isZero();
        assertThat(engine.statistics().jacobians()).isZero();
        assertThat(engine.statistics().methods())
                .isEqualTo(Map.of("tsit5", engine.statistics().steps()));
    }

    /** Stability holds the explicit steps, but only a little: trials of the other method must stay rare. */
    @Test
    void manyDosesOfAMildlyStiffModelCostLittleMoreThanExplicit() {
        long explicit = ratesOverDoses("tsit5").rates();
        Statistics auto = ratesOverDoses("auto");
        assertThat(auto.rates()).isLessThan(explicit + explicit / 5);
        assertThat(auto.factorizations()).isLessThan(400);
    }

    /**
     * Stability holds the explicit steps, and a Rosenbrock step costs as much as very many of them; only with four
     * clones it pays.
     */
    @ParameterizedTest
    @ValueSource(ints = {4, 16, 64})
    void clonesThatFadeCostLittleMoreThanExplicit(int n) {
        Statistics explicit = fading("tsit5", n);
        Statistics auto = fading("auto", n);
        assertThat(auto.rates()).isLessThan(explicit.rates() + explicit.rates() / 20);
        assertThat(auto.factorizations()).isLessThanOrEqualTo(n < 10 ? 20 : n < 50 ? 8 : 0);
        if (n < 10) {
            assertThat(auto.rates()).isLessThan(explicit.rates() / 4);
        }
    }

    /** Clones share room S and are killed by what they are seen by, which leaves only the first of them. */
    private static Statistics fading(String method, int n) {
        OdeSystem system = ReferenceProblem.autonomous(
                n,
                (t, y, d) -> {
                    double s = Arrays.stream(y).sum();
                    for (int i = 0; i < n; i++) {
                        d[i] = y[i] * (0.2 * (1 - s) - 8.0 * i / n) + 1e-3 * s / n;
                    }
                },
                (t, y, j) -> {
                    double s = Arrays.stream(y).sum();
                    for (int i = 0; i < n; i++) {
                        Arrays.fill(j[i], -0.2 * y[i] + 1e-3 / n);
                        j[i][i] += 0.2 * (1 - s) - 8.0 * i / n;
                    }
                });
        Engine engine = engine(method, Tolerances.uniform(n, 1e-5, 1e-8));
        double[] y = new double[n];
        Arrays.fill(y, 1e-3 / n);
        engine.advance(system, y, new Span(0, 300), Guards.NONE, StepListener.NONE);
        return engine.statistics();
    }

    private static Statistics ratesOverDoses(String method) {
        int n = 14;
        OdeSystem system = ReferenceProblem.autonomous(
                n,
                (t, y, d) -> {
                    d[0] = -y[0];
                    for (int i = 1; i < n; i++) {
                        d[i] = y[i - 1] - (1 + 0.2 * i) * y[i];
                    }
                },
                (t, y, j) -> {
                    j[0][0] = -1;
                    for (int i = 1; i < n; i++) {
                        j[i][i - 1] = 1;
                        j[i][i] = -(1 + 0.2 * i);
                    }
                });
        Engine engine = engine(method, Tolerances.uniform(n, 1e-6, 1e-6));
        double[] y = new double[n];
        for (int dose = 0; dose < 104; dose++) {
            y[0] += 1;
            engine.advance(system, y, new Span(7 * dose, 7 * dose + 7), Guards.NONE, StepListener.NONE);
        }
        return engine.statistics();
    }
}

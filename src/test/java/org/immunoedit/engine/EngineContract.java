package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine promises. */
abstract class EngineContract {
    /** Name of the method under test. */
    abstract String method();

    Engine engine(Tolerances tolerances) {
        return Methods.named(method()).orElseThrow().engine(tolerances, Limits.DEFAULT);
    }

    Engine engine(int dimension) {
        return engine(Tolerances.uniform(dimension, 1e-9, 1e-12));
    }

    interface Guard {
        double value(double t, double[] y);
    }

    static Guards guards(BitSet above, Guard... each) {
        Formulas formulas = new Formulas() {
            @Override
            public int size() {
                return each.length;
            }

            @Override
            public void evaluate(double t, double[] y, double[] values) {
                for (int k = 0; k < each.length; k++) {
                    values[k] = each[k].value(t, y);
                }
            }
        };
        return new Guards(formulas, above);
    }

    static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int i : set) {
            bits.set(i);
        }
        return bits;
    }

    static List<ReferenceProblem> smooth() {
        return ReferenceProblem.smooth();
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void reachesTheEndAndInterpolatesToTheTolerance(ReferenceProblem problem) {
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
    void aSpanOfLengthZeroIsReachedAtOnce() {
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
    void aSpanOfAFewRoundingErrorsIsReached() {
        double start = 1000;
        double end = start + 4 * Math.ulp(start);
        double[] y = {1};
        Ending ending =
                engine(1).advance(ReferenceProblem.clock(), y, new Span(start, end), Guards.NONE, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(end));
        assertThat(y[0]).isCloseTo(1 + (end - start), within(1e-15));
    }

    @Test
    void dosesBetweenStretchesFollowTheClosedForm() {
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

    private static void reach(Engine engine, OdeSystem system, double[] y, double from, double to) {
        assertThat(engine.advance(system, y, new Span(from, to), Guards.NONE, StepListener.NONE))
                .isEqualTo(new Ending.Reached(to));
    }

    @Test
    void theListenerSeesContiguousStepsThatAgreeAtTheirEnds() {
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
    void theSameRunTwiceGivesTheSameBits() {
        double[] one = {0, 1};
        double[] two = {0, 1};
        engine(2).advance(ReferenceProblem.oscillatorSystem(), one, new Span(0, 20), Guards.NONE, StepListener.NONE);
        engine(2).advance(ReferenceProblem.oscillatorSystem(), two, new Span(0, 20), Guards.NONE, StepListener.NONE);
        assertThat(Arrays.equals(one, two)).isTrue();
    }

    @Test
    void aCrossingIsLocatedAndTheStateStandsOnIt() {
        double[] y = {0, 1};
        double[] last = {Double.NaN};
        Guards half = guards(bits(), (t, s) -> s[0] - 0.5);
        Ending ending = engine(2)
                .advance(
                        ReferenceProblem.oscillatorSystem(),
                        y,
                        new Span(0, 10),
                        half,
                        (from, to, inside) -> last[0] = to);
        Ending.Stopped stopped = (Ending.Stopped) ending;
        assertThat(stopped.time()).isCloseTo(Math.PI / 6, within(2e-9));
        assertThat(stopped.crossed()).isEqualTo(bits(0));
        assertThat(y[0]).isCloseTo(0.5, within(1e-13));
        assertThat(y[1]).isCloseTo(Math.sqrt(0.75), within(3e-9));
        assertThat(last[0]).isEqualTo(stopped.time());
    }

    @Test
    void guardsThatCrossTogetherAreReportedTogether() {
        double[] y = {1};
        Guards both = guards(bits(0, 1, 2), (t, s) -> s[0] - 0.5, (t, s) -> 2 * s[0] - 1, (t, s) -> s[0] - 0.4);
        Ending ending = engine(1).advance(ReferenceProblem.decay(1), y, new Span(0, 5), both, StepListener.NONE);
        assertThat(((Ending.Stopped) ending).crossed()).isEqualTo(bits(0, 1));
        assertThat(ending.time()).isCloseTo(Math.log(2), within(2e-9));
    }

    @Test
    void severalGuardsAreMetOneAfterAnother() {
        double[] y = {1};
        double t = 0;
        Engine engine = engine(1);
        BitSet above = bits(0, 1, 2);
        double[] levels = {0.9, 0.899, 0.5};
        for (int k = 0; k < 3; k++) {
            Guards guards = guards(above, (s, v) -> v[0] - 0.9, (s, v) -> v[0] - 0.899, (s, v) -> v[0] - 0.5);
            Ending ending = engine.advance(ReferenceProblem.decay(1), y, new Span(t, 5), guards, StepListener.NONE);
            assertThat(((Ending.Stopped) ending).crossed()).isEqualTo(bits(k));
            t = ending.time();
            assertThat(t).isCloseTo(-Math.log(levels[k]), within(2e-9));
            above.clear(k);
        }
    }

    @Test
    void aCrossingInTheLastInstantCounts() {
        double[] y = {0};
        Guards guards = guards(bits(), (t, s) -> t - Math.nextDown(3.0));
        Ending ending = engine(1).advance(ReferenceProblem.clock(), y, new Span(0, 3), guards, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Stopped(3, bits(0)));
        assertThat(y[0]).isCloseTo(3, within(1e-13));
    }

    @Test
    void aGuardReachedButNotLeftIsNotCrossed() {
        double[] y = {0};
        Guards guards = guards(bits(), (t, s) -> t - 3);
        Ending ending = engine(1).advance(ReferenceProblem.clock(), y, new Span(0, 3), guards, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(3));
    }

    @Test
    void aGuardAcrossFromTheStartStopsThere() {
        double[] y = {1};
        Guards guards = guards(bits(), (t, s) -> s[0] + 1);
        Ending ending = engine(1).advance(ReferenceProblem.decay(1), y, new Span(7, 9), guards, StepListener.NONE);
        assertThat(ending.time()).isCloseTo(7, within(1e-14));
        assertThat(y[0]).isCloseTo(1, within(1e-13));
    }

    @Test
    void aGuardOnTheWrongSideByRoundingMayRecover() {
        double[] y = {1};
        Guards guards = guards(bits(), (t, s) -> s[0] - Math.nextDown(1.0));
        Ending ending = engine(1).advance(ReferenceProblem.decay(1), y, new Span(0, 2), guards, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(2));
    }

    @Test
    void aShortDipWithinAStepIsSeen() {
        // steps of the clock grow without bound; the guard is below 0 for 0.02 around 61.3
        double[] y = {0};
        Guards guards = guards(bits(0), (t, s) -> (t - 61.3) * (t - 61.3) - 1e-4);
        Ending ending = engine(1).advance(ReferenceProblem.clock(), y, new Span(0, 100), guards, StepListener.NONE);
        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        assertThat(ending.time()).isCloseTo(61.29, within(1e-10));
    }

    @Test
    void aGrazingGuardThatStaysOnItsSideIsNotCrossed() {
        double[] y = {0, 1};
        Guards guards = guards(bits(), (t, s) -> s[0] - 1 - 1e-6);
        Ending ending =
                engine(2).advance(ReferenceProblem.oscillatorSystem(), y, new Span(0, 10), guards, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(10));
    }

    @Test
    void aGrazingGuardThatCrossesByAMillionthIsSeen() {
        double[] y = {0, 1};
        Guards guards = guards(bits(), (t, s) -> s[0] - 1 + 1e-6);
        Ending ending =
                engine(2).advance(ReferenceProblem.oscillatorSystem(), y, new Span(0, 10), guards, StepListener.NONE);
        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        assertThat(ending.time()).isCloseTo(Math.asin(1 - 1e-6), within(1e-6));
    }

    @Test
    void ratesThatAreNotANumberAtTheStartFailAtOnce() {
        OdeSystem system = ReferenceProblem.autonomous(
                2,
                (t, y, d) -> {
                    d[0] = 1;
                    d[1] = Double.NaN;
                },
                (t, y, j) -> {});
        Engine engine = engine(2);
        double[] y = {1, 2};
        Ending.Failed failed =
                (Ending.Failed) engine.advance(system, y, new Span(0, 1), Guards.NONE, StepListener.NONE);
        assertThat(failed.reason()).isEqualTo(Ending.Reason.NOT_FINITE);
        assertThat(failed.state()).isEqualTo(1);
        assertThat(failed.time()).isZero();
        assertThat(engine.statistics().rates()).isLessThan(3);
        assertThat(y).containsExactly(1, 2);
    }

    @Test
    void ratesThatTurnNotANumberFailSoonWithTheState() {
        OdeSystem system = ReferenceProblem.autonomous(
                2,
                (t, y, d) -> {
                    d[0] = 1;
                    d[1] = t > 2 ? Double.NaN : 0.1;
                },
                (t, y, j) -> {});
        Engine engine = engine(2);
        double[] y = {0, 0};
        Ending.Failed failed =
                (Ending.Failed) engine.advance(system, y, new Span(0, 5), Guards.NONE, StepListener.NONE);
        assertThat(failed.reason()).isEqualTo(Ending.Reason.NOT_FINITE);
        assertThat(failed.state()).isEqualTo(1);
        assertThat(failed.time()).isBetween(1.9, 2.0);
        assertThat(y[0]).isCloseTo(failed.time(), within(1e-12));
        assertThat(engine.statistics().rates()).isLessThan(2000);
    }

    @Test
    void aStageOutsideTheDomainOnlyShortensTheStep() {
        // y' = −√y from 1: y = (1 − t/2)²; NaN for y < 0
        OdeSystem system = ReferenceProblem.autonomous(
                1, (t, y, d) -> d[0] = -Math.sqrt(y[0]), (t, y, j) -> j[0][0] = -0.5 / Math.sqrt(y[0]));
        double[] y = {1};
        Ending ending = engine(1).advance(system, y, new Span(0, 1.9), Guards.NONE, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(1.9));
        assertThat(y[0]).isCloseTo(0.0025, within(1e-9));
    }

    @Test
    void growthToInfinityEndsQuickly() {
        Engine engine = engine(1);
        double[] y = {1};
        Ending.Failed failed = (Ending.Failed)
                engine.advance(ReferenceProblem.growthSquared(), y, new Span(0, 2), Guards.NONE, StepListener.NONE);
        assertThat(failed.reason()).isIn(Ending.Reason.STEP_UNDERFLOW, Ending.Reason.NOT_FINITE);
        assertThat(failed.state()).isZero();
        assertThat(failed.time()).isCloseTo(1, within(1e-6));
        assertThat(engine.statistics().rates()).isLessThan(60_000);
        assertThat(y[0]).isGreaterThan(1e5);
    }

    @Test
    void theLimitOnStepsHoldsOverAllStretches() {
        Limits limits = new Limits(30);
        Engine engine = Methods.named(method()).orElseThrow().engine(Tolerances.uniform(2, 1e-9, 1e-12), limits);
        double[] y = {0, 1};
        Ending ending = new Ending.Reached(0);
        double t = 0;
        while (ending instanceof Ending.Reached && t < 1000) {
            ending = engine.advance(
                    ReferenceProblem.oscillatorSystem(), y, new Span(t, t + 1), Guards.NONE, StepListener.NONE);
            t++;
        }
        assertThat(((Ending.Failed) ending).reason()).isEqualTo(Ending.Reason.TOO_MANY_STEPS);
        assertThat(engine.statistics().steps() + engine.statistics().rejected()).isEqualTo(30);
        assertThat(y[0]).isCloseTo(Math.sin(ending.time()), within(1e-7));
    }

    @Test
    void anUnsignedStateThatTurnsNegativeFailsByName() {
        Tolerances tolerances = new Tolerances(1e-6, new double[] {1e-6, 1e-6}, new boolean[] {true, false});
        OdeSystem system = ReferenceProblem.autonomous(
                2,
                (t, y, d) -> {
                    d[0] = -1;
                    d[1] = -1;
                },
                (t, y, j) -> {});
        double[] y = {0.5, 1};
        Engine engine = engine(tolerances);
        Ending.Failed failed =
                (Ending.Failed) engine.advance(system, y, new Span(0, 3), Guards.NONE, StepListener.NONE);
        assertThat(failed.reason()).isEqualTo(Ending.Reason.NEGATIVE);
        assertThat(failed.state()).isEqualTo(1);
        assertThat(failed.value()).isLessThan(-1e-5);
        assertThat(failed.time()).isCloseTo(1, within(2e-5));
        assertThat(y[1]).isGreaterThanOrEqualTo(-1e-5);
        assertThat(engine.statistics().rejected()).isLessThan(500);
    }

    @Test
    void decayToNothingStaysWithinItsBand() {
        Tolerances tolerances = new Tolerances(1e-6, new double[] {1e-6}, new boolean[] {false});
        double[] y = {1e9};
        Ending ending = engine(tolerances)
                .advance(ReferenceProblem.decay(3), y, new Span(0, 400), Guards.NONE, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(400));
        assertThat(y[0]).isBetween(-1e-5, 1e-5);
    }
}

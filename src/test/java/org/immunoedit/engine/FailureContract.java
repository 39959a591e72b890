package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;

/** What every engine promises of stretches that cannot go on. */
interface FailureContract extends EngineUnderTest {
    @Test
    default void ratesThatAreNotANumberAtTheStartFailAtOnce() {
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
    default void ratesThatTurnNotANumberFailSoonWithTheState() {
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
    default void aStageOutsideTheDomainOnlyShortensTheStep() {
        // y' = −√y from 1: y = (1 − t/2)²; NaN for y < 0
        OdeSystem system = ReferenceProblem.autonomous(
                1, (t, y, d) -> d[0] = -Math.sqrt(y[0]), (t, y, j) -> j[0][0] = -0.5 / Math.sqrt(y[0]));
        double[] y = {1};
        Ending ending = engine(1).advance(system, y, new Span(0, 1.9), Guards.NONE, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(1.9));
        assertThat(y[0]).isCloseTo(0.0025, within(1e-9));
    }

    @Test
    default void growthToInfinityEndsQuickly() {
        Engine engine = engine(1);
        double[] y = {1};
        Ending.Failed failed = (Ending.Failed)
                engine.advance(ReferenceProblem.growthSquared(), y, new Span(0, 2), Guards.NONE, StepListener.NONE);
        assertThat(failed.reason()).isIn(Ending.Reason.STEP_UNDERFLOW, Ending.Reason.NOT_FINITE);
        assertThat(failed.state()).isZero();
        assertThat(failed.time()).isCloseTo(1, within(1e-6));
        assertThat(engine.statistics().rates()).isLessThan(20_000);
        assertThat(y[0]).isGreaterThan(1e5);
    }

    @Test
    default void theLimitOnStepsHoldsOverAllStretches() {
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
    default void anUnsignedStateThatTurnsNegativeFailsByName() {
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
    default void aStateThatHasFallenToItsFloorFailsSoonOnceMore() {
        Tolerances tolerances = new Tolerances(1e-6, new double[] {1e-6}, new boolean[] {false});
        OdeSystem system = ReferenceProblem.autonomous(1, (t, y, d) -> d[0] = -1, (t, y, j) -> {});
        Engine engine = engine(tolerances);
        double[] y = {0.5};
        Ending first = engine.advance(system, y, new Span(0, 3), Guards.NONE, StepListener.NONE);
        Ending second = engine.advance(system, y, new Span(first.time(), 3), Guards.NONE, StepListener.NONE);
        Ending.Failed failed = (Ending.Failed) second;
        assertThat(failed.reason()).isEqualTo(Ending.Reason.NEGATIVE);
        assertThat(failed.value()).isLessThan(-1e-5);
        assertThat(failed.time()).isCloseTo(0.5, within(2e-5));
        assertThat(engine.statistics().rejected()).isLessThan(1000);
    }
}

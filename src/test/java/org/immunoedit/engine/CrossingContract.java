package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.StepListener;
import org.junit.jupiter.api.Test;

/** What every engine promises of guards. */
interface CrossingContract extends EngineUnderTest {
    @Test
    default void aCrossingIsLocatedAndTheStateStandsOnIt() {
        double[] y = {0, 1};
        double[] last = {Double.NaN};
        Guards half = EngineUnderTest.guards(EngineUnderTest.bits(), (t, s) -> s[0] - 0.5);
        Ending ending = engine(2)
                .advance(
                        ReferenceProblem.oscillatorSystem(),
                        y,
                        new Span(0, 10),
                        half,
                        (from, to, inside) -> last[0] = to);
        Ending.Stopped stopped = (Ending.Stopped) ending;
        assertThat(stopped.time()).isCloseTo(Math.PI / 6, within(2e-9));
        assertThat(stopped.crossed()).isEqualTo(EngineUnderTest.bits(0));
        assertThat(y[0]).isCloseTo(0.5, within(1e-13));
        assertThat(y[1]).isCloseTo(Math.sqrt(0.75), within(3e-9));
        assertThat(last[0]).isEqualTo(stopped.time());
    }

    @Test
    default void guardsThatCrossTogetherAreReportedTogether() {
        double[] y = {1};
        Guards both = EngineUnderTest.guards(
                EngineUnderTest.bits(0, 1, 2), (t, s) -> s[0] - 0.5, (t, s) -> 2 * s[0] - 1, (t, s) -> s[0] - 0.4);
        Ending ending = engine(1).advance(ReferenceProblem.decay(1), y, new Span(0, 5), both, StepListener.NONE);
        assertThat(((Ending.Stopped) ending).crossed()).isEqualTo(EngineUnderTest.bits(0, 1));
        assertThat(ending.time()).isCloseTo(Math.log(2), within(2e-9));
    }

    @Test
    default void severalGuardsAreMetOneAfterAnother() {
        double[] y = {1};
        double t = 0;
        Engine engine = engine(1);
        BitSet above = EngineUnderTest.bits(0, 1, 2);
        double[] levels = {0.9, 0.899, 0.5};
        for (int k = 0; k < 3; k++) {
            Guards guards =
                    EngineUnderTest.guards(above, (s, v) -> v[0] - 0.9, (s, v) -> v[0] - 0.899, (s, v) -> v[0] - 0.5);
            Ending ending = engine.advance(ReferenceProblem.decay(1), y, new Span(t, 5), guards, StepListener.NONE);
            assertThat(((Ending.Stopped) ending).crossed()).isEqualTo(EngineUnderTest.bits(k));
            t = ending.time();
            assertThat(t).isCloseTo(-Math.log(levels[k]), within(2e-9));
            above.clear(k);
        }
    }

    @Test
    default void aCrossingInTheLastInstantCounts() {
        double[] y = {0};
        Guards guards = EngineUnderTest.guards(EngineUnderTest.bits(), (t, s) -> t - Math.nextDown(3.0));
        Ending ending = engine(1).advance(ReferenceProblem.clock(), y, new Span(0, 3), guards, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Stopped(3, EngineUnderTest.bits(0)));
        assertThat(y[0]).isCloseTo(3, within(1e-13));
    }

    @Test
    default void aGuardReachedButNotLeftIsNotCrossed() {
        double[] y = {0};
        Guards guards = EngineUnderTest.guards(EngineUnderTest.bits(), (t, s) -> t - 3);
        Ending ending = engine(1).advance(ReferenceProblem.clock(), y, new Span(0, 3), guards, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(3));
    }

    @Test
    default void aGuardAcrossFromTheStartStopsThere() {
        double[] y = {1};
        Guards guards = EngineUnderTest.guards(EngineUnderTest.bits(), (t, s) -> s[0] + 1);
        Ending ending = engine(1).advance(ReferenceProblem.decay(1), y, new Span(7, 9), guards, StepListener.NONE);
        assertThat(ending.time()).isCloseTo(7, within(1e-14));
        assertThat(y[0]).isCloseTo(1, within(1e-13));
    }

    @Test
    default void aGuardOnTheWrongSideByRoundingMayRecover() {
        double[] y = {1};
        Guards guards = EngineUnderTest.guards(EngineUnderTest.bits(), (t, s) -> s[0] - Math.nextDown(1.0));
        Ending ending = engine(1).advance(ReferenceProblem.decay(1), y, new Span(0, 2), guards, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(2));
    }

    @Test
    default void aShortDipWithinAStepIsSeen() {
        // steps of the clock grow without bound; the guard is below 0 for 0.02 around 61.3
        double[] y = {0};
        Guards guards = EngineUnderTest.guards(EngineUnderTest.bits(0), (t, s) -> (t - 61.3) * (t - 61.3) - 1e-4);
        Ending ending = engine(1).advance(ReferenceProblem.clock(), y, new Span(0, 100), guards, StepListener.NONE);
        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        assertThat(ending.time()).isCloseTo(61.29, within(1e-10));
    }

    @Test
    default void aGrazingGuardThatStaysOnItsSideIsNotCrossed() {
        double[] y = {0, 1};
        Guards guards = EngineUnderTest.guards(EngineUnderTest.bits(), (t, s) -> s[0] - 1 - 1e-6);
        Ending ending =
                engine(2).advance(ReferenceProblem.oscillatorSystem(), y, new Span(0, 10), guards, StepListener.NONE);
        assertThat(ending).isEqualTo(new Ending.Reached(10));
    }

    @Test
    default void aGrazingGuardThatCrossesByAMillionthIsSeen() {
        double[] y = {0, 1};
        Guards guards = EngineUnderTest.guards(EngineUnderTest.bits(), (t, s) -> s[0] - 1 + 1e-6);
        Ending ending =
                engine(2).advance(ReferenceProblem.oscillatorSystem(), y, new Span(0, 10), guards, StepListener.NONE);
        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        assertThat(ending.time()).isCloseTo(Math.asin(1 - 1e-6), within(1e-6));
    }
}

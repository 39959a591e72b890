package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunoedit.compile.Compiler;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Program;
import org.junit.jupiter.api.Test;

/** When stops without progress are sliding, and when there is hope to step over; the rates are what is set here. */
class SlidingTest {
    /** Tolerances of the bench are 1e-9 and 1e-9 relative: at y = 3 a step across may err by 100·4e-9. */
    private static final double ALLOWED = 100 * 4e-9;

    private final Experiment experiment = new Bench()
            .parameter("a", 0)
            .parameter("b", 0)
            .state("x", 3, "a")
            .state("w", -3, "b")
            .time(10, 110)
            .experiment();
    private final Programs programs =
            Programs.of(experiment, (equations, formulas) -> Compiler.interpret(equations, formulas.groups()));
    private final Program program = programs.frozen();
    private final Moment moment = moment();
    private Sliding sliding = new Sliding(experiment, moment);

    private Moment moment() {
        Moment start = new Moment(experiment.equations(), programs.positions());
        start.y[0] = 3;
        start.y[1] = -3;
        start.time = 60;
        return start;
    }

    /** A stop after so much progress. */
    private boolean stop(double progress, double a, double b) {
        moment.set("a", a);
        moment.set("b", b);
        return sliding.isSeen(moment.time - progress, program);
    }

    @Test
    void thirtyTwoStopsAreNotYetSlidingAndOneMoreIs() {
        for (int k = 0; k < 32; k++) {
            assertThat(stop(0, 1, 0)).isFalse();
        }
        assertThat(stop(0, 1, 0)).isTrue();
        assertThat(stop(0, 1, 0)).isTrue();
    }

    /** The horizon is 100 long: progress from 1e-7 on counts. */
    @Test
    void visibleProgressStartsTheCountAnew() {
        moment.time = 0x1p-10; // so that differences are exact
        for (int k = 0; k < 32; k++) {
            assertThat(stop(0.9e-7, 1, 0)).isFalse();
        }
        assertThat(stop(1.1e-7, 1, 0)).isFalse();
        for (int k = 0; k < 32; k++) {
            assertThat(stop(0.9e-7, 1, 0)).isFalse();
        }
        assertThat(stop(0.9e-7, 1, 0)).isTrue();
    }

    @Test
    void theLeastAndTheMostRateOfTheSteepestStateAreTold() {
        stop(0, 0.5, 0.1);
        stop(0, -0.25, 0.2);
        stop(0, 0.125, 0.3);
        assertThat(sliding.message()).contains("at t = 60 d").contains("x changes by -0.25 and 0.5 per d");
        stop(0, 0, -2);
        assertThat(sliding.message()).contains("w changes by -2 and 0.3 per d");
    }

    @Test
    void ratesBeforeVisibleProgressAreForgotten() {
        stop(0, 100, 0);
        stop(1, 0, 0);
        stop(0, 0.5, 0);
        stop(0, 0.25, 0);
        assertThat(sliding.message()).contains("x changes by 0.25 and 0.5 per d");
    }

    @Test
    void ofTwoEquallySteepStatesTheFirstIsTold() {
        stop(0, 1, 1);
        stop(0, 2, 2);
        assertThat(sliding.message()).contains("x changes by 1 and 2");
    }

    /** A jump of j takes j/ALLOWED steps per day, and 50 days are left. */
    @Test
    void itIsHopelessWhenTheStepsAreMoreThanTheLimit() {
        stop(0, 1, 0.5);
        stop(0, 1 + 1e6 * ALLOWED / 50 * 1.001, 0.5);
        assertThat(sliding.isHopeless()).isTrue();
        stop(1, 1, 0.5);
        stop(0, 1, 0.5);
        stop(0, 1 + 1e6 * ALLOWED / 50 * 0.999, 0.5);
        assertThat(sliding.isHopeless()).isFalse();
    }

    @Test
    void theLastOfTheStatesMayBeTheHopelessOne() {
        sliding = new Sliding(experiment.within(experiment.tolerances(), new Limits(1000)), moment);
        stop(0, 1, -1);
        stop(0, 1, -1 + 1000 * ALLOWED / 50 * 1.001);
        assertThat(sliding.isHopeless()).isTrue();
        moment.time = 61;
        assertThat(sliding.isHopeless()).isFalse();
    }
}

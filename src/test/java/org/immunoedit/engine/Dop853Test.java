package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.Statistics;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Dop853Test extends EngineContract {
    private static final double WIDTH = 0.2;

    @Override
    public String method() {
        return "dop853";
    }

    /**
     * A population that from day 1 on dies at up to {@code most} per day. After its fall the steps go along the edge of
     * stability, where their ends are damped and what is between is not.
     */
    private static OdeSystem fall(double most) {
        return ReferenceProblem.system(
                1,
                (t, y, d) -> d[0] = -most * y[0] / (1 + Math.exp((1 - t) / WIDTH)),
                (t, y, j) -> {},
                (t, y, d) -> {});
    }

    private static double survivors(double most, double t) {
        double dose = Math.log1p(Math.exp((t - 1) / WIDTH)) - Math.log1p(Math.exp(-1 / WIDTH));
        return Math.exp(-most * WIDTH * dose);
    }

    @ParameterizedTest
    @CsvSource({"50, 1e-9, 1e-12", "50, 1e-12, 1e-15", "200, 1e-6, 1e-9", "200, 1e-12, 1e-15"})
    void insideEachStepTheToleranceOfThatPlaceIsMet(double most, double rtol, double atol) {
        double[] worst = {0};
        double[] at = {1};
        Engine engine = engine(new Tolerances(rtol, new double[] {atol}, new boolean[] {false}));
        Ending ending =
                engine.advance(fall(most), new double[] {1}, new Span(0, 5), Guards.NONE, (from, to, inside) -> {
                    for (int j = 0; j < 10; j++) {
                        double t = from + (to - from) * j / 10;
                        inside.at(t, at);
                        double exact = survivors(most, t);
                        worst[0] = Math.max(worst[0], Math.abs(at[0] - exact) / (atol + rtol * exact));
                    }
                });
        assertThat(ending).isEqualTo(new Ending.Reached(5));
        assertThat(worst[0]).isBetween(0.1, 2.0);
        Statistics counts = engine.statistics();
        assertThat(counts.rejected()).isLessThan(counts.steps() / 3);
    }

    /** A kink in a rate leaves an error inside that falls slowly; near a singularity steps cannot be made shorter. */
    @Test
    void anInsideThatStaysBadEndsToo() {
        OdeSystem kink =
                ReferenceProblem.system(1, (t, y, d) -> d[0] = Math.abs(t - 1.2345), (t, y, j) -> {}, (t, y, d) -> {});
        double[] y = {0};
        Engine engine = engine(Tolerances.uniform(1, 1e-12, 1e-15));
        assertThat(engine.advance(kink, y, new Span(0, 2), Guards.NONE, StepListener.NONE))
                .isEqualTo(new Ending.Reached(2));
        assertThat(engine.statistics().rates()).isLessThan(5000);
    }
}

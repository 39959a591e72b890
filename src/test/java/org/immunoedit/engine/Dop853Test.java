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
    @Override
    public String method() {
        return "dop853";
    }

    @ParameterizedTest
    @CsvSource({"50, 1e-9", "200, 1e-6"})
    void fewStepsAreTakenAgainForTheirInside(double most, double rtol) {
        Engine engine = engine(falling(rtol));
        assertThat(worstInFall(engine, most, rtol)).isBetween(0.1, 2.0);
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

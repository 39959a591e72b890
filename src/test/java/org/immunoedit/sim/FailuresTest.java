package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Ending.Reason;
import org.junit.jupiter.api.Test;

/** What is said of runs that fail; states and times are those of the bench. */
class FailuresTest {
    private final Experiment experiment =
            new Bench().state("x", 1, "0", false).steps(7).experiment();

    private String said(Reason reason, int state) {
        return Failures.describe(new Ending.Failed(1.5, reason, state, -0.25, 1e-20), experiment);
    }

    @Test
    void theStateIsNamedWhenItIsKnown() {
        assertThat(said(Reason.NOT_FINITE, 0)).startsWith("the rate of x is not a finite number at t = 1.5 d;");
        assertThat(said(Reason.NOT_FINITE, -1)).startsWith("a rate is not a finite number at t = 1.5 d;");
        assertThat(said(Reason.STEP_UNDERFLOW, 0)).startsWith("step fell to 1e-20 d at t = 1.5 d; x grows");
        assertThat(said(Reason.STEP_UNDERFLOW, -1)).contains("; a state grows");
        assertThat(said(Reason.NEGATIVE, 0))
                .startsWith("x fell to -0.25 at t = 1.5 d, below its tolerance band of -1e-8;");
    }

    @Test
    void limitsAreNamed() {
        assertThat(said(Reason.TOO_MANY_STEPS, -1)).startsWith("the limit of 7 steps was reached at t = 1.5 d;");
        assertThat(said(Reason.TOO_LONG, -1)).startsWith("the time limit was reached at t = 1.5 d;");
        assertThat(Failures.endlessDecisions(3, experiment.equations()))
                .isEqualTo("more than 10000 treatment decisions by t = 3 d; assess less often,"
                        + " or limit the rules with \"most\"");
        assertThat(Failures.chatter(3, experiment.equations()))
                .startsWith("a condition in the rates switches back and forth at t = 3 d;");
    }
}

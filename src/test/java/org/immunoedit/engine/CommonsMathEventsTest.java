package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

/** Why the state resets of Commons Math 3.6.1 are not used: it loses some, in silence. */
class CommonsMathEventsTest {
    /** Adds 1 to the state at a time, as a dose would. */
    private static final class Dose implements EventHandler {
        private final double time;
        private int fired;

        Dose(double time) {
            this.time = time;
        }

        @Override
        public void init(double t0, double[] y0, double t) {
            // no memory
        }

        @Override
        public double g(double t, double[] y) {
            return t - time;
        }

        @Override
        public Action eventOccurred(double t, double[] y, boolean increasing) {
            fired++;
            return Action.RESET_STATE;
        }

        @Override
        public void resetState(double t, double[] y) {
            y[0] += 1;
        }
    }

    private static double after(Dose... doses) {
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-10, 1, 1e-10, 1e-12);
        for (Dose dose : doses) {
            integrator.addEventHandler(dose, 0.1, 1e-10, 100);
        }
        double[] y = {1};
        integrator.integrate(
                new FirstOrderDifferentialEquations() {
                    @Override
                    public int getDimension() {
                        return 1;
                    }

                    @Override
                    public void computeDerivatives(double t, double[] state, double[] rates) {
                        rates[0] = -state[0];
                    }
                },
                0,
                y,
                3,
                y);
        return y[0];
    }

    @Test
    void ofThreeDosesAtOneTimeOnlyOneIsApplied() {
        Dose first = new Dose(1);
        Dose second = new Dose(1);
        Dose third = new Dose(1);
        double end = after(first, second, third);
        assertThat(first.fired + second.fired + third.fired).isEqualTo(3);
        assertThat(end).isCloseTo(Math.exp(-3) + Math.exp(-2), within(1e-8));
    }

    @Test
    void aDoseAtTheStartIsNotApplied() {
        Dose atStart = new Dose(0);
        assertThat(after(atStart)).isCloseTo(Math.exp(-3), within(1e-8));
        assertThat(atStart.fired).isZero();
    }
}

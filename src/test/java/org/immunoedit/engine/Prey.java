package org.immunoedit.engine;

import org.immunoedit.ode.OdeSystem;

/** Predators and their prey, in units of their equilibrium (Lotka and Volterra). */
final class Prey implements OdeSystem {
    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public void rates(double t, double[] y, double[] dydt) {
        dydt[0] = y[0] * (1 - y[1]);
        dydt[1] = y[1] * (y[0] - 1);
    }

    @Override
    public void jacobian(double t, double[] y, double[][] dfdy) {
        dfdy[0][0] = 1 - y[1];
        dfdy[0][1] = -y[0];
        dfdy[1][0] = y[1];
        dfdy[1][1] = y[0] - 1;
    }

    @Override
    public void timeDerivative(double t, double[] y, double[] dfdt) {
        dfdt[0] = 0;
        dfdt[1] = 0;
    }
}

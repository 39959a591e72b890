package org.immunoedit.ode;

/** Right-hand side of dy/dt = f(t, y) with exact derivatives. Stateless, shared by threads. */
public interface OdeSystem {
    /** Number of states n. */
    int dimension();

    /**
     * Writes f(t, y).
     *
     * @param y n values, not changed
     * @param dydt receives n values
     */
    void rates(double t, double[] y, double[] dydt);

    /**
     * Writes the Jacobian.
     *
     * @param dfdy n rows of n values; receives df_i/dy_j at [i][j], zeros included
     */
    void jacobian(double t, double[] y, double[][] dfdy);

    /**
     * Writes the partial derivative of f with respect to time.
     *
     * @param dfdt receives n values
     */
    void timeDerivative(double t, double[] y, double[] dfdt);

    /**
     * What one evaluation of the rates costs, in additions; an estimate, by which methods are chosen. It must be the
     * same whenever the same equations are made, so that runs can be repeated.
     */
    default double work() {
        return 10.0 * dimension();
    }
}

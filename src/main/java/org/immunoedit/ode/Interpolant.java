package org.immunoedit.ode;

/** The state anywhere within one step, to the accuracy of the method. */
@FunctionalInterface
public interface Interpolant {
    /**
     * Writes the state at a time within the step, ends included.
     *
     * @param into receives one value per state
     */
    void at(double t, double[] into);
}

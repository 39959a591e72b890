package org.immunoedit.ode;

import java.util.Optional;

/** Several scalar functions of time and state, evaluated together. Stateless, shared by threads. */
public interface Formulas {
    /** No functions. */
    Formulas NONE = new Formulas() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            // nothing to write
        }
    };

    /** How many functions. */
    int size();

    /**
     * Writes the values at (t, y).
     *
     * @param values receives {@link #size()} values
     */
    void evaluate(double t, double[] y, double[] values);

    /** Function {@code k} as a state minus a constant, when it is known to be one. */
    default Optional<Threshold> threshold(int k) {
        return Optional.empty();
    }
}

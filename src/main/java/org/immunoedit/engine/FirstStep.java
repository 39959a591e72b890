package org.immunoedit.engine;

import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;

/**
 * A first step size from the state, its rates and one Euler step, after Hairer, Nørsett and Wanner, Solving Ordinary
 * Differential Equations I (1993), section II.4.
 */
final class FirstStep {
    private final Tolerances tolerances;
    private final double[] there;
    private final double[] ratesThere;

    FirstStep(Tolerances tolerances) {
        this.tolerances = tolerances;
        this.there = new double[tolerances.dimension()];
        this.ratesThere = new double[tolerances.dimension()];
    }

    /**
     * A size that is rarely too large; costs one evaluation of the rates.
     *
     * @param length of the stretch, an upper bound of the size
     */
    double guess(OdeSystem system, double t, Stepper from, double length) {
        double[] y = from.state();
        double[] rates = from.rates();
        double small = norm(y, y);
        double fast = norm(y, rates);
        double euler = Math.min(length, small < 1e-5 || fast < 1e-5 ? 1e-6 * length : 0.01 * small / fast);
        for (int i = 0; i < y.length; i++) {
            there[i] = y[i] + euler * rates[i];
        }
        system.rates(t + euler, there, ratesThere);
        for (int i = 0; i < y.length; i++) {
            ratesThere[i] -= rates[i];
        }
        double bend = norm(y, ratesThere) / euler;
        double steepest = Math.max(fast, bend);
        if (!(steepest < Double.POSITIVE_INFINITY)) {
            return euler;
        }
        double size = steepest <= 1e-15
                ? Math.max(1e-6 * length, euler * 1e-3)
                : StepControl.exp2(StepControl.log2(0.01 / steepest) / from.errorOrder());
        return Math.min(Math.min(100 * euler, size), length);
    }

    private double norm(double[] y, double[] v) {
        double largest = 0;
        for (int i = 0; i < v.length; i++) {
            double scale = tolerances.absolute(i) + tolerances.relative() * Math.abs(y[i]);
            largest = Math.max(largest, Math.abs(v[i]) / scale);
        }
        return largest;
    }
}

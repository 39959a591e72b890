package org.immunoedit.engine;

import org.apache.commons.math3.ode.sampling.StepInterpolator;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;

/**
 * Estimates the error of a dense output inside a step from how far it misses the equations.
 *
 * <p>What separates the dense output u from the solution through the start of the step is, as long as it is small, the
 * integral of u′ − f(t, u). It is summed up by the trapezoidal rule; u′ has no error at the ends of the step.
 */
final class DenseError {
    private static final int PARTS = 8;
    /** Evaluations of the rates that an estimate takes. */
    static final int RATES = PARTS - 1;

    /** Share of a state's size in the step that rounding may take from the sum. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    private final double relative;
    private final double[] absolute;
    private final double[] rates;
    private final double[] sum;
    private final double[] magnitudes;

    DenseError(Tolerances tolerances) {
        relative = tolerances.relative();
        absolute = Norms.absolute(tolerances);
        rates = new double[absolute.length];
        sum = new double[absolute.length];
        magnitudes = new double[absolute.length];
    }

    /**
     * The largest error in units of the tolerance there, of all states at seven places; infinite if one is no number.
     *
     * @param step without rounding of its ends; left at any time
     */
    double largest(OdeSystem system, StepInterpolator step) {
        double from = step.getPreviousTime();
        double part = (step.getCurrentTime() - from) / PARTS;
        measureEnds(step);
        double largest = 0;
        for (int j = 1; j < PARTS; j++) {
            double t = from + j * part;
            step.setInterpolatedTime(t);
            double[] y = step.getInterpolatedState();
            double[] slopes = step.getInterpolatedDerivatives();
            system.rates(t, y, rates);
            for (int i = 0; i < y.length; i++) {
                double miss = part * (slopes[i] - rates[i]);
                double error = Math.abs(sum[i] + 0.5 * miss);
                double allowed = absolute[i] + relative * Math.abs(y[i]) + ROUNDING * magnitudes[i];
                largest = Math.max(largest, error / allowed);
                sum[i] += miss;
            }
        }
        return largest == largest ? largest : Double.POSITIVE_INFINITY;
    }

    private void measureEnds(StepInterpolator step) {
        step.setInterpolatedTime(step.getPreviousTime());
        double[] y = step.getInterpolatedState();
        for (int i = 0; i < sum.length; i++) {
            magnitudes[i] = Math.abs(y[i]);
            sum[i] = 0;
        }
        step.setInterpolatedTime(step.getCurrentTime());
        y = step.getInterpolatedState();
        for (int i = 0; i < sum.length; i++) {
            magnitudes[i] = Math.max(magnitudes[i], Math.abs(y[i]));
        }
    }
}

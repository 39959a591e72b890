package org.immunoedit.engine;

import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Threshold;

/**
 * Proves that no guard is crossed inside a step, for guards that are a state minus a constant.
 *
 * <p>A polynomial lies between the least and the largest of its coefficients in Bernstein's form (Farouki, Comput.
 * Aided Geom. Des. 29 (2012) 379–419). Where all of them are on the guard's side of the constant, farther from it than
 * rounding reaches, every value that the step can give is on that side too. Without a proof nothing is known.
 */
final class Clearance {
    /** Beyond this sums of coefficients may overflow. */
    private static final double LARGEST_ROUNDING = 1e280;

    private final double[] c = new double[Interpolant.COEFFICIENTS];
    private final double[] end;
    private int[] states = {};
    private double[] values = {};
    private boolean[] above = {};
    private boolean possible;

    /** @param dimension number of states */
    Clearance(int dimension) {
        end = new double[dimension];
    }

    /** Takes up these guards. */
    void watch(Guards guards) {
        int count = guards.size();
        if (states.length != count) {
            states = new int[count];
            values = new double[count];
            above = new boolean[count];
        }
        possible = count > 0;
        for (int k = 0; k < count && possible; k++) {
            Threshold threshold = guards.functions().threshold(k).orElse(null);
            possible = threshold != null;
            if (possible) {
                states[k] = threshold.state();
                values[k] = threshold.value();
                above[k] = guards.above().get(k);
            }
        }
    }

    /** Whether all guards are of the kind that can be proved clear. */
    boolean isPossible() {
        return possible;
    }

    /** Whether it is certain that no guard is across anywhere between the ends of this step, nor at its end. */
    boolean isCertain(double from, double to, Interpolant within) {
        within.at(to, end);
        return isKeptAtEnd() && isKeptBetween(from, to, within);
    }

    /** The end is no value of the polynomial: it is the state that the step gives. */
    private boolean isKeptAtEnd() {
        for (int k = 0; k < states.length; k++) {
            double value = end[states[k]];
            if (above[k] ? value < values[k] : value > values[k]) {
                return false;
            }
        }
        return true;
    }

    private boolean isKeptBetween(double from, double to, Interpolant within) {
        for (int k = 0; k < states.length; k++) {
            if (!within.staysBeyond(states[k], values[k], above[k]) && !isKeptBetween(k, from, to, within)) {
                return false;
            }
        }
        return true;
    }

    private boolean isKeptBetween(int k, double from, double to, Interpolant within) {
        double margin = within.rounding(states[k]);
        return margin < LARGEST_ROUNDING
                && within.polynomial(states[k], from, to, c)
                && isBeyond(values[k], margin, above[k]);
    }

    private boolean isBeyond(double value, double margin, boolean upwards) {
        double b0 = c[0];
        double b1 = b0 + 0.25 * c[1];
        double b2 = b0 + 0.5 * c[1] + c[2] / 6;
        double b3 = b0 + 0.75 * c[1] + 0.5 * c[2] + 0.25 * c[3];
        double b4 = b0 + c[1] + c[2] + c[3] + c[4];
        return upwards
                ? b0 - value >= margin
                        && b1 - value >= margin
                        && b2 - value >= margin
                        && b3 - value >= margin
                        && b4 - value >= margin
                : value - b0 >= margin
                        && value - b1 >= margin
                        && value - b2 >= margin
                        && value - b3 >= margin
                        && value - b4 >= margin;
    }
}

package org.immunoedit.outcome;

import java.util.List;
import org.immunoedit.ode.Interpolant;

/**
 * The tumor over one step as a polynomial of degree 4 of the share of the step, with its turns. One object for all
 * steps of a run.
 */
final class Quartic {
    private static final int MOST_TURNS = 3;
    private static final int MOST_ROUNDS = 60;
    private static final double RESOLUTION = 1e-15;

    private final int[] states;
    private final double[] sum = new double[Interpolant.COEFFICIENTS];
    private final double[] part = new double[Interpolant.COEFFICIENTS];
    private final double[] turns = new double[MOST_TURNS];
    private int count;

    /** @param states whose sum is the tumor; none when it is something else */
    Quartic(List<Integer> states) {
        this.states = states.stream().mapToInt(i -> i).toArray();
    }

    /** Whether the tumor of this step is such a polynomial, which it then is. */
    boolean read(Interpolant within, double from, double to) {
        if (states.length == 0 || !within.polynomial(states[0], from, to, sum)) {
            return false;
        }
        for (int s = 1; s < states.length; s++) {
            within.polynomial(states[s], from, to, part);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        count = 0;
        if (!hasOneDirection()) {
            findTurns();
        }
        return true;
    }

    boolean isConstant() {
        return sum[1] == 0 && sum[2] == 0 && sum[3] == 0 && sum[4] == 0;
    }

    /** The tumor, to rounding. */
    double at(double share) {
        return sum[0] + share * (sum[1] + share * (sum[2] + share * (sum[3] + share * sum[4])));
    }

    /**
     * Not less than any value of the tumor on the step, rounding included; infinite when rounding is not known.
     *
     * @param within the step that was read
     * @param end the tumor at its end
     */
    double most(Interpolant within, double end) {
        double most = 0;
        for (double coefficient : sum) {
            most += Math.abs(coefficient);
        }
        for (int state : states) {
            most += within.rounding(state);
        }
        return Math.max(most, end);
    }

    /** How many turns there are inside the step. */
    int turns() {
        return count;
    }

    /** Where turn {@code i} is, as a share of the step; ascending. */
    double turn(int i) {
        return turns[i];
    }

    private double slope(double share) {
        return sum[1] + share * (2 * sum[2] + share * (3 * sum[3] + share * (4 * sum[4])));
    }

    /** Certain when the coefficients of the slope in Bernstein's form have one sign; most steps are seen so. */
    private boolean hasOneDirection() {
        double b0 = sum[1];
        double b1 = b0 + 2.0 / 3 * sum[2];
        double b2 = b0 + 4.0 / 3 * sum[2] + sum[3];
        double b3 = b0 + 2 * sum[2] + 3 * sum[3] + 4 * sum[4];
        return b0 > 0 && b1 > 0 && b2 > 0 && b3 > 0 || b0 < 0 && b1 < 0 && b2 < 0 && b3 < 0;
    }

    /** The slope is monotone between the zeros of its own slope, so that it has at most one zero there. */
    private void findTurns() {
        double a = 12 * sum[4];
        double b = 6 * sum[3];
        double c = 2 * sum[2];
        double root = Math.sqrt(b * b - 4 * a * c);
        // of the two forms of each root the one without cancellation; without a real root all is NaN
        double q = -0.5 * (b + Math.copySign(root, b));
        double low = Math.min(q / a, c / q);
        double high = Math.max(q / a, c / q);
        double from = 0;
        if (low > from && low < 1) {
            findTurn(from, low);
            from = low;
        }
        if (high > from && high < 1) {
            findTurn(from, high);
            from = high;
        }
        findTurn(from, 1);
    }

    private void findTurn(double from, double to) {
        double left = slope(from);
        if (left * slope(to) < 0) {
            double turn = zero(from, to, left > 0);
            if (turn > 0 && turn < 1) {
                turns[count++] = turn;
            }
        }
    }

    /** Newton's method on the slope, kept between two shares by halving. */
    private double zero(double from, double to, boolean falls) {
        double a = from;
        double b = to;
        double at = 0.5 * (a + b);
        for (int round = 0; round < MOST_ROUNDS && b - a > RESOLUTION; round++) {
            double slope = slope(at);
            if (slope > 0 == falls) {
                a = at;
            } else {
                b = at;
            }
            double bend = 2 * sum[2] + at * (6 * sum[3] + at * 12 * sum[4]);
            double next = at - slope / bend;
            // the slope's own slope is a parabola without a zero between: the zero is at most three such moves away
            if (Math.abs(next - at) <= RESOLUTION) {
                return at;
            }
            at = next > a && next < b ? next : 0.5 * (a + b);
        }
        return at;
    }
}

package org.immunoedit.engine;

/**
 * Estimates the error inside a step of a dense output of degree 4 from how its coefficient of θ⁴ changes, θ being the
 * share of the step: a fifth of its change over a step is the coefficient of θ⁵, what the dense output lacks first.
 *
 * <p>Unlike differences of rates, the coefficient of a Rosenbrock method is not drowned by fast decays. In the first
 * step of a stretch nothing is known.
 */
final class Bend {
    private final double error;
    private double[] fourth;
    private double[] fourthBefore;
    /** 0 when there is no step before in this stretch. */
    private double sizeBefore;

    private double share;
    private double scaled;

    /**
     * @param error largest error inside for a coefficient of θ⁵ of 1
     * @param n number of states
     */
    Bend(double error, int n) {
        this.error = error;
        this.fourth = new double[n];
        this.fourthBefore = new double[n];
    }

    /** The next step is the first of a stretch. */
    void forget() {
        sizeBefore = 0;
    }

    /** A step of this size is tried. */
    void tried(double size) {
        double ratio = sizeBefore > 0 ? size / sizeBefore : 0;
        scaled = ratio * ratio * (ratio * ratio);
        // the middles of the two steps are half the sum of their sizes apart
        share = error / 5 * (2 * ratio / (1 + ratio));
    }

    /** Size of the error of a state inside the step tried, whose coefficient of θ⁴ is given; 0 if not known. */
    double error(int state, double coefficient) {
        fourth[state] = coefficient;
        return share * Math.abs(coefficient - scaled * fourthBefore[state]);
    }

    /** The step tried last, of this size, was taken. */
    void passed(double size) {
        double[] old = fourthBefore;
        fourthBefore = fourth;
        fourth = old;
        sizeBefore = size;
    }
}

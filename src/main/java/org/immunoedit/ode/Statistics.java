package org.immunoedit.ode;

/**
 * What a run has cost.
 *
 * @param steps accepted steps
 * @param rejected rejected steps
 * @param rates evaluations of the right-hand side
 * @param jacobians evaluations of the Jacobian
 * @param factorizations LU factorizations
 * @param switches changes of method by an automatic choice
 */
public record Statistics(long steps, long rejected, long rates, long jacobians, long factorizations, long switches) {
    /** Nothing done. */
    public static final Statistics ZERO = new Statistics(0, 0, 0, 0, 0, 0);

    /** The sum of two counts. */
    public Statistics plus(Statistics o) {
        return new Statistics(
                steps + o.steps,
                rejected + o.rejected,
                rates + o.rates,
                jacobians + o.jacobians,
                factorizations + o.factorizations,
                switches + o.switches);
    }
}

package org.immunoedit.ode;

/**
 * What one run may cost.
 *
 * @param maxSteps most steps, rejected ones included, over all stretches of the run
 */
public record Limits(long maxSteps) {
    /** One million steps. */
    public static final Limits DEFAULT = new Limits(1_000_000);

    public Limits {
        if (maxSteps < 1) {
            throw new IllegalArgumentException("at least one step must be allowed, got " + maxSteps);
        }
    }
}

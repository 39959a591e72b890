package org.immunoedit.engine;

/**
 * Lands a step on a crossing. The dense output is of lower order than the step, so the step is repeated with its end on
 * the crossing until the two agree: then state and time have the accuracy of the method.
 */
final class Landing {
    private static final int ROUNDS = 4;

    private final Crossings crossings;

    Landing(Crossings crossings) {
        this.crossings = crossings;
    }

    /** What counts as one instant near the end of a step. */
    static double sameInstant(double from, double to) {
        return 8 * Math.ulp(to) + 4e-13 * (to - from);
    }

    /**
     * Shortens the step tried last, which has a crossing at {@code crossing}.
     *
     * @return the end of the shortened step, on the crossing; {@code trial} then holds a step that ends there, or, when
     *     repeating does not settle, the whole step as before
     */
    double land(Trial trial, Stepper stepper, double crossing) {
        double from = trial.from();
        double to = trial.to();
        double since = trial.since();
        double size = trial.size();
        double at = crossing;
        for (int round = 0; round < ROUNDS && at < to && at - from > 1e4 * Math.ulp(at); round++) {
            double error = trial.attempt(stepper, since, at - from);
            trial.endsAt(at);
            double margin = 1e-3 * (at - from);
            if (!(error <= 1) || crossings.crossedAt(at - margin, trial) || !crossings.crossedAt(at + margin, trial)) {
                break;
            }
            double again = crossings.locate(at - margin, at + margin, trial);
            if (Math.abs(again - at) <= 0.5 * sameInstant(from, at)) {
                return at;
            }
            at = again;
        }
        if (trial.to() != to || trial.size() != size) {
            trial.attempt(stepper, since, size);
            trial.endsAt(to);
        }
        return crossing;
    }
}

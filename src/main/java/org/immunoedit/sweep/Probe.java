package org.immunoedit.sweep;

import java.util.Objects;

/**
 * A run that was made to find a boundary.
 *
 * @param value of the name that is varied
 * @param reason why it failed; empty if it did not
 * @param phase at its end; empty if it failed or nothing is judged
 * @param measured the endpoint that decides; NaN where it was not observed or a phase decides
 * @param wanted whether it ended as wanted; never after a failure
 */
public record Probe(double value, String reason, String phase, double measured, boolean wanted) {
    public Probe {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(phase, "phase");
        if (wanted && !reason.isEmpty()) {
            throw new IllegalArgumentException("a failed run cannot be wanted");
        }
    }

    /** Whether the run failed: it shows neither that the value is as wanted nor that it is not. */
    public boolean failed() {
        return !reason.isEmpty();
    }
}

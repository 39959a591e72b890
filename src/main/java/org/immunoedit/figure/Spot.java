package org.immunoedit.figure;

import java.util.Objects;
import java.util.Optional;
import org.immunoedit.outcome.Phase;

/**
 * One run of a sweep in a plane of two varied values, or over one.
 *
 * @param x the first varied value
 * @param y the second varied value, or what was measured over the first
 * @param phase that the run ended in; empty if it failed
 * @param value an endpoint, NaN if it has none
 * @param level how often the mesh was halved around it, 0 for a uniform mesh
 */
public record Spot(double x, double y, Optional<Phase> phase, double value, int level) {
    public Spot {
        Objects.requireNonNull(phase, "phase");
    }
}

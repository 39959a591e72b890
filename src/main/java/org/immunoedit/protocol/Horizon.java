package org.immunoedit.protocol;

import java.util.Objects;
import org.immunoedit.unit.Unit;

/**
 * The time a run covers.
 *
 * @param start first instant (model time)
 * @param end last instant, not before the first (model time)
 * @param time the model's unit of time
 */
public record Horizon(double start, double end, Unit time) {
    public Horizon {
        Objects.requireNonNull(time, "time");
        if (!(start <= end) || Double.isInfinite(start) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("not a span of time: " + start + " to " + end);
        }
    }
}

package org.immunoedit.outcome;

import java.util.OptionalDouble;

/**
 * One number that sums up a run.
 *
 * @param name as in columns of a sweep
 * @param value NaN when it was not observed; written as an empty field
 * @param unit of the value
 * @param censoredAt for a time to something that had not happened yet: the time until which it is known not to have
 */
public record Endpoint(String name, double value, String unit, OptionalDouble censoredAt) {
    public Endpoint {
        if (Double.isFinite(value) && censoredAt.isPresent()) {
            throw new IllegalArgumentException(name + " was observed and cannot be censored");
        }
    }

    /** A value that is there, or NaN. */
    static Endpoint of(String name, double value, String unit) {
        return new Endpoint(name, value, unit, OptionalDouble.empty());
    }

    /** A time that was observed, or else is censored. */
    static Endpoint censored(String name, double value, String unit, double at) {
        return new Endpoint(name, value, unit, Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(at));
    }

    /** Whether it is a time that lies beyond what was observed. */
    public boolean isCensored() {
        return censoredAt.isPresent();
    }
}

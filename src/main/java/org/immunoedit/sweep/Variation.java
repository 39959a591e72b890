package org.immunoedit.sweep;

import java.util.Objects;

/**
 * A name that differs from point to point.
 *
 * @param path as in an override: {@code parameters.a}, {@code therapies[0].amount}
 * @param unit of the coordinates, empty for bare numbers and for words
 */
public record Variation(String path, String unit, Spread spread) {
    public Variation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(spread, "spread");
    }
}

package org.immunoedit.figure;

import java.util.Objects;

/**
 * One column of a run over time.
 *
 * @param name of the column
 * @param unit as declared, empty when unknown
 * @param about meaning in words, may be empty
 * @param points values against time
 */
public record Trace(String name, String unit, String about, Points points) {
    public Trace {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(points, "points");
    }
}

package org.immunoedit.figure;

import java.awt.Color;
import java.util.List;
import java.util.Objects;

/**
 * A row of texts under the horizontal axis, as the numbers at risk of a survival curve.
 *
 * @param label left of it
 * @param entries texts at values of the horizontal axis
 */
public record FootRow(String label, Color color, List<Tick> entries) {
    public FootRow {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(color, "color");
        entries = List.copyOf(entries);
    }
}

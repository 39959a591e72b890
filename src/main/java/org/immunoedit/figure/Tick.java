package org.immunoedit.figure;

import java.util.Objects;

/**
 * A tick of an axis.
 *
 * @param value where, in data coordinates
 * @param label empty for a minor tick
 */
public record Tick(double value, String label) {
    public Tick {
        Objects.requireNonNull(label, "label");
    }

    /** Whether it carries a label. */
    public boolean isMajor() {
        return !label.isEmpty();
    }
}

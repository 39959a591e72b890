package org.immunoedit.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How someone wants to see results.
 *
 * @param size of the paper; empty to fit the content
 * @param columns to show, in this order; empty to have them chosen
 * @param linear whether vertical axes are linear throughout
 * @param multiples whether every column has a panel of its own
 */
public record View(Optional<Size> size, List<String> columns, boolean linear, boolean multiples) {
    /** Everything chosen by content. */
    public static final View PLAIN = new View(Optional.empty(), List.of(), false, false);

    public View {
        Objects.requireNonNull(size, "size");
        columns = List.copyOf(columns);
    }

    /** The size asked for, or one of a column of text with a height. */
    Size sizeOr(double height) {
        return size.orElseGet(() -> new Size(170, Math.min(Size.MOST, height)));
    }
}

package org.immunoedit.figure;

import java.util.List;
import java.util.Objects;

/**
 * One pair of axes with what is drawn between them.
 *
 * @param title above it, may be empty
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers what is drawn, in the order of the legend
 * @param footer rows of numbers under the horizontal axis
 * @param weight its share of the height, 1 as a rule
 */
public record Panel(String title, Axis x, Axis y, List<Layer> layers, List<FootRow> footer, double weight) {
    public Panel {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        layers = List.copyOf(layers);
        footer = List.copyOf(footer);
        if (!(weight > 0)) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }

    /** A panel without title and footer. */
    public static Panel of(Axis x, Axis y, List<Layer> layers) {
        return new Panel("", x, y, layers, List.of(), 1);
    }

    /** The same panel under a title. */
    public Panel titled(String newTitle) {
        return new Panel(newTitle, x, y, layers, footer, weight);
    }

    /** The same panel with another share of the height. */
    public Panel weighing(double newWeight) {
        return new Panel(title, x, y, layers, footer, newWeight);
    }
}

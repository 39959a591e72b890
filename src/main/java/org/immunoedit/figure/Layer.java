package org.immunoedit.figure;

import java.awt.Color;
import java.util.List;
import java.util.Objects;

/**
 * Something drawn in data coordinates between the axes of a panel. Areas lie under lines, thin lines under thick ones,
 * points on top; of layers of one kind the earlier lie under the later.
 */
public sealed interface Layer {
    /** What the legend says. */
    Key key();

    /** How a line is drawn. */
    enum Stroke {
        /** Joined by straight lines. */
        SOLID,
        /** Joined by dashes. */
        DASHED,
        /** Horizontal until the next point, then vertical. */
        STEPS
    }

    /**
     * A line through points; gaps stay open.
     *
     * @param width in points of 1/72 inch
     */
    record Line(Key key, Points points, Color color, Stroke stroke, double width) implements Layer {}

    /** The area between two lines with the same horizontal values. */
    record Ribbon(Key key, Points lower, Points upper, Color color) implements Layer {
        public Ribbon {
            if (lower.size() != upper.size()) {
                throw new IllegalArgumentException(lower.size() + " and " + upper.size() + " points");
            }
        }
    }

    /** The filled area between two lines with the same horizontal values; a gap in one of them is a gap in it. */
    record Area(Key key, Points lower, Points upper, Color color) implements Layer {
        public Area {
            if (lower.size() != upper.size()) {
                throw new IllegalArgumentException(lower.size() + " and " + upper.size() + " points");
            }
        }
    }

    /** Single points. */
    record Dots(Key key, Points points, Color color, Shape shape) implements Layer {}

    /** The form of a point. */
    enum Shape {
        /** An open circle: an observation. */
        CIRCLE,
        /** A filled circle: a run of a sweep. */
        DOT,
        /** A short vertical tick: a censored time. */
        TICK
    }

    /** Rectangles, each with its color; the legend says what the colors mean. */
    record Cells(Key key, List<Cell> cells) implements Layer {
        public Cells {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One rectangle.
     *
     * @param crossed whether it is crossed out: a run that failed
     */
    record Cell(double fromX, double toX, double fromY, double toY, Color color, boolean crossed) {}

    /**
     * A stretch of the horizontal axis with a background.
     *
     * @param label above the panel where there is room, may be empty
     */
    record Band(Key key, String label, double from, double to, Color color) implements Layer {
        public Band {
            Objects.requireNonNull(label, "label");
        }
    }

    /** A horizontal line at a level, with its label at the right end unless that is empty. */
    record Level(Key key, double value, String label) implements Layer {}

    /**
     * A vertical line at an instant, with a letter above the panel.
     *
     * @param letter that the legend explains
     */
    record Instant(Key key, double at, String letter) implements Layer {}

    /** Triangles above the panel at instants: doses of one agent. */
    record Pins(Key key, List<Double> at, Color color) implements Layer {
        public Pins {
            at = List.copyOf(at);
        }
    }

    /** What the colors of numeric cells mean: a bar in the legend. */
    record ColorBar(Key key, Scale scale) implements Layer {}
}

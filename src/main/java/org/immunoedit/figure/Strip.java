package org.immunoedit.figure;

import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What stands right above the data of a panel: names of bands, letters of instants, triangles of doses. */
final class Strip {
    private static final double BANDS = 9;
    private static final double LETTERS = 8;
    private static final double PINS = 6;
    private static final double SIDE = 4;
    private static final double LEAST_DISTANCE = 5.5;
    /** A letter farther from its line than this would be taken for that of another one. */
    private static final double MOST_SHIFT = 12;

    private static final double TEXT = 7;

    private final Panel panel;
    private final Rectangle2D data;

    Strip(Panel panel, Rectangle2D data) {
        this.panel = panel;
        this.data = data;
    }

    /** How high the strip of a panel is. */
    static double height(Panel panel) {
        return (bands(panel).isEmpty() ? 0 : BANDS)
                + (count(panel, Layer.Instant.class) > 0 ? LETTERS : 0)
                + PINS * count(panel, Layer.Pins.class);
    }

    private static long count(Panel panel, Class<? extends Layer> kind) {
        return panel.layers().stream().filter(kind::isInstance).count();
    }

    void draw(Pen pen) {
        double top = data.getMinY() - height(panel);
        if (!bands(panel).isEmpty()) {
            for (Layer.Band band : bands(panel)) {
                drawBand(pen, band, top);
            }
            top += BANDS;
        }
        if (count(panel, Layer.Instant.class) > 0) {
            drawLetters(pen, top + TEXT - 0.5);
            top += LETTERS;
        }
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Pins pins) {
                drawPins(pen, pins, top);
                top += PINS;
            }
        }
    }

    private static List<Layer.Band> bands(Panel panel) {
        return panel.layers().stream()
                .filter(Layer.Band.class::isInstance)
                .map(Layer.Band.class::cast)
                .filter(band -> !band.label().isEmpty())
                .toList();
    }

    private void drawBand(Pen pen, Layer.Band band, double top) {
        double from = Math.max(data.getMinX(), place(band.from()));
        double to = Math.min(data.getMaxX(), place(band.to()));
        if (!(from < to)) {
            return;
        }
        pen.fill(new Rectangle2D.Double(from, top, to - from, BANDS - 1), band.color());
        Font font = pen.font(TEXT);
        if (pen.width(band.label(), font) + 2 <= to - from) {
            pen.text(band.label(), (from + to) / 2, top + TEXT - 0.6, Pen.Align.CENTER, font, Palette.INK);
        }
    }

    private void drawLetters(Pen pen, double baseline) {
        double free = Double.NEGATIVE_INFINITY;
        String last = "";
        List<Layer.Instant> instants = panel.layers().stream()
                .filter(Layer.Instant.class::isInstance)
                .map(Layer.Instant.class::cast)
                .sorted((a, b) -> Double.compare(a.at(), b.at()))
                .toList();
        for (Layer.Instant instant : instants) {
            double at = place(instant.at());
            boolean crowded = at < free;
            double shown = crowded ? free : at;
            boolean astray = shown > Math.min(at + MOST_SHIFT, data.getMaxX() + SIDE);
            if (astray || !isWithin(instant.at()) || crowded && instant.letter().equals(last)) {
                continue;
            }
            pen.text(instant.letter(), shown, baseline, Pen.Align.CENTER, pen.font(TEXT), Palette.INK);
            free = shown + LEAST_DISTANCE;
            last = instant.letter();
        }
    }

    private void drawPins(Pen pen, Layer.Pins pins, double top) {
        for (double at : pins.at()) {
            if (isWithin(at)) {
                pen.fill(triangle(place(at), top + PINS - 1), pins.color());
            }
        }
    }

    /** A triangle that points down to a place. */
    static Path2D triangle(double x, double y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(x - SIDE / 2, y - SIDE);
        path.lineTo(x + SIDE / 2, y - SIDE);
        path.closePath();
        return path;
    }

    /** Whether the axis reaches there, but for a rounding. */
    private boolean isWithin(double x) {
        double position = panel.x().scale().position(x);
        return position > -1e-9 && position < 1 + 1e-9;
    }

    private double place(double x) {
        return data.getMinX() + panel.x().scale().position(x) * data.getWidth();
    }
}

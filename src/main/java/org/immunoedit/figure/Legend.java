package org.immunoedit.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Composite;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and meanings of the layers of all panels, beside the panels or below them: never over data. */
final class Legend {
    private static final double TEXT = 7;
    private static final double LINE = 8.6;
    private static final double SWATCH = 12;
    private static final double GAP = 4;
    private static final double BAR = 90;
    private static final float RIBBON = 0.25f;

    private final Pen pen;
    private final Font font;

    /** For each panel the layers that have a name, each name once. */
    private final List<List<Layer>> groups = new ArrayList<>();

    Legend(List<Panel> panels, Pen pen) {
        this.pen = pen;
        font = pen.font(TEXT);
        Map<String, Layer> seen = new LinkedHashMap<>();
        for (Panel panel : panels) {
            List<Layer> own = new ArrayList<>();
            for (Layer layer : panel.layers()) {
                String identity = layer.getClass().getSimpleName() + layer.key();
                if (!layer.key().name().isEmpty() && seen.putIfAbsent(identity, layer) == null) {
                    own.add(layer);
                }
            }
            groups.add(own);
        }
    }

    boolean isEmpty() {
        return groups.stream().allMatch(List::isEmpty);
    }

    /** Whether colors stand for numbers, which takes a bar beside the panels. */
    boolean hasBar() {
        return groups.stream().flatMap(List::stream).anyMatch(Layer.ColorBar.class::isInstance);
    }

    /** The width it would like beside the panels, at most a share of the sheet. */
    double width(double most) {
        double widest = groups.stream()
                .flatMap(List::stream)
                .mapToDouble(layer -> SWATCH + GAP + 1 + pen.width(words(layer, true), font))
                .max()
                .orElse(0);
        return Math.min(widest, most);
    }

    /** Draws it beside the panels; each panel's names begin at its top unless those above need the room. */
    void drawBeside(List<Frame> frames, double x, double width, double bottom) {
        boolean meanings = height(frames, width, true) <= bottom;
        double y = 0;
        for (int i = 0; i < groups.size(); i++) {
            y = Math.max(y, frames.get(i).data().getMinY());
            for (Layer layer : groups.get(i)) {
                y = drawItem(layer, x, y, width, meanings);
            }
            y += GAP;
        }
    }

    /** Where it would end. */
    private double height(List<Frame> frames, double width, boolean meanings) {
        double y = 0;
        for (int i = 0; i < groups.size(); i++) {
            y = Math.max(y, frames.get(i).data().getMinY());
            for (Layer layer : groups.get(i)) {
                y += itemHeight(layer, width, meanings);
            }
            y += GAP;
        }
        return y - GAP;
    }

    private double itemHeight(Layer layer, double width, boolean meanings) {
        double words = LINE
                * pen.wrapped(words(layer, meanings), font, width - SWATCH - GAP)
                        .size();
        return layer instanceof Layer.ColorBar ? words + BAR + 8 : words;
    }

    private double drawItem(Layer layer, double x, double y, double width, boolean meanings) {
        boolean bar = layer instanceof Layer.ColorBar;
        double left = bar ? x : x + SWATCH + GAP;
        double baseline = y + TEXT - 0.5;
        swatch(layer, x, baseline - 0.36 * TEXT);
        int named = layer.key().name().length();
        int written = 0;
        for (String line : pen.wrapped(words(layer, meanings), font, width - SWATCH - GAP)) {
            int dark = Math.max(0, Math.min(line.length(), named - written));
            String front = line.substring(0, dark);
            pen.text(front, left, baseline, Pen.Align.LEFT, font, Palette.INK);
            double after = left + pen.width(front, font);
            pen.text(line.substring(dark), after, baseline, Pen.Align.LEFT, font, Palette.GRAY);
            written += line.length() + 1;
            baseline += LINE;
        }
        if (layer instanceof Layer.ColorBar colors) {
            bar(colors.scale(), x, baseline);
        }
        return y + itemHeight(layer, width, meanings);
    }

    /** The height it takes below the panels. */
    double heightBelow(double width) {
        return LINE * rows(width).size() + (isEmpty() ? 0 : GAP);
    }

    /** Draws it below the panels, names only, in rows. */
    void drawBelow(double x, double y, double width) {
        double baseline = y + GAP + TEXT - 0.5;
        for (List<Layer> row : rows(width)) {
            double at = x;
            for (Layer layer : row) {
                swatch(layer, at, baseline - 0.36 * TEXT);
                pen.text(words(layer, false), at + SWATCH + GAP, baseline, Pen.Align.LEFT, font, Palette.INK);
                at += itemWidth(layer);
            }
            baseline += LINE;
        }
    }

    private double itemWidth(Layer layer) {
        return SWATCH + GAP + pen.width(words(layer, false), font) + 2.5 * GAP;
    }

    private List<List<Layer>> rows(double width) {
        List<List<Layer>> rows = new ArrayList<>();
        for (List<Layer> group : groups) {
            double used = Double.POSITIVE_INFINITY; // a new row for each panel: colors recur
            for (Layer layer : group) {
                if (used + itemWidth(layer) > width) {
                    rows.add(new ArrayList<>());
                    used = 0;
                }
                rows.get(rows.size() - 1).add(layer);
                used += itemWidth(layer);
            }
        }
        return rows;
    }

    private static String words(Layer layer, boolean meanings) {
        Key key = layer.key();
        return meanings && !key.meaning().isEmpty() ? key.name() + "  " + key.meaning() : key.name();
    }

    private void swatch(Layer layer, double x, double y) {
        if (layer instanceof Layer.Line line) {
            float[] dashes = {3, 1.5f};
            pen.graphics()
                    .setStroke(
                            line.stroke() == Layer.Stroke.DASHED
                                    ? new BasicStroke((float) line.width(), 0, 0, 1, dashes, 0)
                                    : new BasicStroke((float) line.width()));
            pen.graphics().setColor(line.color());
            pen.graphics().draw(new Line2D.Double(x, y, x + SWATCH, y));
        } else if (layer instanceof Layer.Ribbon ribbon) {
            Composite before = pen.graphics().getComposite();
            pen.graphics().setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, RIBBON));
            pen.fill(box(x, y), ribbon.color());
            pen.graphics().setComposite(before);
        } else if (layer instanceof Layer.Area area) {
            pen.fill(box(x, y), area.color());
        } else if (layer instanceof Layer.Dots dots) {
            mark(dots, x + SWATCH / 2, y);
        } else if (layer instanceof Layer.Cells cells && !cells.cells().isEmpty()) {
            cell(cells.cells().get(0), x, y);
        } else if (layer instanceof Layer.Band band) {
            pen.fill(box(x, y), band.color());
        } else if (layer instanceof Layer.Instant instant) {
            pen.text(instant.letter(), x + SWATCH / 2, y + 0.36 * TEXT, Pen.Align.CENTER, font, Palette.INK);
        } else if (layer instanceof Layer.Pins pins) {
            pen.fill(Strip.triangle(x + SWATCH / 2, y + 2), pins.color());
        }
    }

    private void mark(Layer.Dots dots, double x, double y) {
        pen.graphics().setStroke(new BasicStroke(0.9f));
        pen.graphics().setColor(dots.color());
        pen.graphics()
                .draw(
                        dots.shape() == Layer.Shape.TICK
                                ? new Line2D.Double(x, y - 2.5, x, y + 2.5)
                                : new Ellipse2D.Double(x - 2, y - 2, 4, 4));
        if (dots.shape() == Layer.Shape.DOT) {
            pen.fill(new Ellipse2D.Double(x - 2, y - 2, 4, 4), dots.color());
        }
    }

    private void cell(Layer.Cell cell, double x, double y) {
        Rectangle2D box = box(x, y);
        pen.fill(box, cell.color());
        if (cell.crossed()) {
            pen.line(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), Palette.GRAY, 0.5);
            pen.line(box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMinY(), Palette.GRAY, 0.5);
        }
    }

    private static Rectangle2D box(double x, double y) {
        return new Rectangle2D.Double(x, y - 3, SWATCH, 6);
    }

    private void bar(Scale scale, double x, double top) {
        int steps = 64;
        for (int i = 0; i < steps; i++) {
            double share = (i + 0.5) / steps;
            Rectangle2D step = new Rectangle2D.Double(x, top + BAR * (steps - 1 - i) / steps, 8, BAR / steps);
            pen.fillSharply(step, Palette.share(share));
        }
        for (Tick tick : scale.ticks(6)) {
            double y = top + BAR * (1 - scale.position(tick.value()));
            pen.line(x + 8, y, x + (tick.isMajor() ? 10.5 : 9.5), y, Palette.INK, 0.6);
            pen.text(tick.label(), x + 12, y + 0.36 * TEXT, Pen.Align.LEFT, font, Palette.INK);
        }
    }
}

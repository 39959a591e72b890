package org.immunoedit.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A panel with its place on the sheet.
 *
 * @param data the area between the axes
 * @param titleX where the baseline of the vertical title runs, from the left
 * @param x ticks of the horizontal axis
 * @param y ticks of the vertical axis
 * @param labelled whether the horizontal axis carries labels and its title here
 */
record Frame(Panel panel, Rectangle2D data, double titleX, List<Tick> x, List<Tick> y, boolean labelled) {
    private static final int BUCKETS_PER_POINT = 2;
    private static final double TITLE = 8;
    private static final double LABEL = 7;
    private static final double FOOT_ROW = 8.5;
    private static final double NEAR_TOP = 9;
    /** How much longer than its axis a vertical title may be without touching the next one. */
    private static final double BESIDE_TITLE = 8;

    private static final double AXIS = 0.7;
    private static final Color VEIL = new Color(255, 255, 255, 170);

    /** Height of ticks, labels, title and footer below the data. */
    static double below(Panel panel, boolean labelled) {
        double footer =
                panel.footer().isEmpty() ? 0 : 4 + FOOT_ROW * panel.footer().size();
        double title = panel.x().title().isEmpty() ? 0 : TITLE + 3;
        return labelled ? ScaledAxis.GAP + LABEL + 2 + title + footer : 5;
    }

    /** Width of ticks, labels and title left of the data. */
    static double left(Panel panel, List<Tick> ticks, Pen pen) {
        Font font = pen.font(LABEL);
        double labels = ticks.stream()
                .mapToDouble(t -> pen.width(t.label(), font))
                .max()
                .orElse(0);
        double footer = panel.footer().stream()
                .mapToDouble(row -> pen.width(row.label(), font) + 4)
                .max()
                .orElse(0);
        double title = panel.y().title().isEmpty() ? 0 : TITLE + 4;
        return Math.max(footer, ScaledAxis.GAP + labels + title + 1);
    }

    /** Draws the panel, its axes and everything around them. */
    void draw(Pen pen) {
        Font font = pen.font(LABEL);
        ScaledAxis across = new ScaledAxis(panel.x().scale(), x, pen, font, labelled);
        ScaledAxis up = new ScaledAxis(panel.y().scale(), y, pen, font, true);
        new PanelPlot(panel, across, up, (int) (BUCKETS_PER_POINT * data.getWidth())).draw(pen, data);
        drawAxes(pen);
        new Strip(panel, data).draw(pen);
        drawLevels(pen, font);
        drawTitles(pen);
        drawFooter(pen, font);
    }

    /** The two axes, and two strokes across the vertical one where the strip for lower values begins. */
    private void drawAxes(Pen pen) {
        pen.line(data.getMinX(), data.getMinY(), data.getMinX(), data.getMaxY(), Palette.INK, AXIS);
        pen.line(data.getMinX(), data.getMaxY(), data.getMaxX(), data.getMaxY(), Palette.INK, AXIS);
        if (!panel.y().scale().floor().isEmpty()) {
            double y = data.getMaxY() - (Scale.FLOOR + Scale.ABOVE_FLOOR) / 2 * data.getHeight();
            for (double shift : new double[] {-0.8, 0.8}) {
                double x = data.getMinX();
                pen.line(x - 3, y + shift + 1, x + 3, y + shift - 1, Palette.INK, AXIS);
            }
        }
    }

    private void drawTitles(Pen pen) {
        if (!panel.y().title().isEmpty()) {
            double room = data.getHeight() + BESIDE_TITLE;
            Font font = pen.font(fitting(pen, panel.y().title(), room));
            pen.textUpwards(pen.fitted(panel.y().title(), font, room), titleX, data.getCenterY(), font, Palette.INK);
        }
        if (labelled && !panel.x().title().isEmpty()) {
            double at = data.getMaxY() + ScaledAxis.GAP + LABEL + 2 + TITLE;
            pen.text(panel.x().title(), data.getCenterX(), at, Pen.Align.CENTER, pen.font(TITLE), Palette.INK);
        }
        if (!panel.title().isEmpty()) {
            double at = data.getMinY() - Strip.height(panel) - 3;
            String title = pen.fitted(panel.title(), pen.bold(LABEL), data.getWidth() + 10);
            pen.text(title, data.getMinX(), at, Pen.Align.LEFT, pen.bold(LABEL), Palette.INK);
        }
    }

    /** A title that is too long for its axis is set in the size of the labels. */
    private static double fitting(Pen pen, String title, double room) {
        return pen.width(title, pen.font(TITLE)) <= room ? TITLE : LABEL;
    }

    private void drawLevels(Pen pen, Font font) {
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Level level && !level.label().isEmpty()) {
                double at = data.getMaxY() - panel.y().scale().position(level.value()) * data.getHeight();
                boolean above = at - data.getMinY() > NEAR_TOP;
                double wide = pen.width(level.label(), font);
                double baseline = above ? at - 2 : at + LABEL;
                pen.fill(
                        new Rectangle2D.Double(data.getMaxX() - wide - 2, baseline - LABEL + 1, wide + 1, LABEL), VEIL);
                pen.text(level.label(), data.getMaxX() - 1, baseline, Pen.Align.RIGHT, font, Palette.GRAY);
            }
        }
    }

    private void drawFooter(Pen pen, Font font) {
        double at =
                data.getMaxY() + below(panel, true) - FOOT_ROW * panel.footer().size() + LABEL;
        for (FootRow row : panel.footer()) {
            pen.text(row.label(), data.getMinX() - 6, at, Pen.Align.RIGHT, font, row.color());
            for (Tick entry : row.entries()) {
                double place = data.getMinX() + panel.x().scale().position(entry.value()) * data.getWidth();
                pen.text(entry.label(), place, at, Pen.Align.CENTER, font, Palette.INK);
            }
            at += FOOT_ROW;
        }
    }
}

package org.immunoedit.figure;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Lays a figure out on its paper and draws it: title, panels in rows, legend. */
final class Sheet {
    private static final double MARGIN = 5;
    private static final double TITLE = 9;
    private static final double TEXT = 7;
    private static final double BESIDE_FROM = 300;
    private static final double LEGEND_SHARE = 0.34;
    private static final double BETWEEN = 9;
    private static final double TICK_HEIGHT = 13;
    private static final int MOST_TICKS = 9;
    private static final double PANEL_TITLE = 10;
    private static final double LEAST_DATA = 20;

    private final Figure figure;
    private final Pen pen;
    private final Legend legend;
    private final double width;
    private final double height;

    Sheet(Figure figure, Pen pen) {
        this.figure = figure;
        this.pen = pen;
        this.legend = new Legend(figure.panels(), pen);
        this.width = figure.size().pointsWide();
        this.height = figure.size().pointsHigh();
    }

    void draw() {
        double top = drawHeading();
        boolean beside = !legend.isEmpty() && (legend.hasBar() || figure.columns() == 1 && width >= BESIDE_FROM);
        double legendWidth = beside ? legend.width(LEGEND_SHARE * width) : 0;
        double right = width - MARGIN - (beside ? legendWidth + BETWEEN : 0);
        double legendHeight = beside ? 0 : legend.heightBelow(width - 2 * MARGIN);
        double bottom = height - MARGIN - legendHeight;
        List<Frame> frames = frames(new Rectangle2D.Double(MARGIN, top, right - MARGIN, bottom - top));
        frames.forEach(frame -> frame.draw(pen));
        if (beside) {
            legend.drawBeside(frames, right + BETWEEN, legendWidth, height - MARGIN);
        } else if (!legend.isEmpty()) {
            legend.drawBelow(MARGIN, bottom, width - 2 * MARGIN);
        }
    }

    private double drawHeading() {
        double y = MARGIN;
        y = drawLines(figure.title(), pen.bold(TITLE), y, TITLE + 2);
        y = drawLines(figure.subtitle(), pen.font(TEXT), y, TEXT + 2);
        return y > MARGIN ? y + 2 : y;
    }

    private double drawLines(String text, Font font, double top, double step) {
        double y = top;
        for (String line : pen.wrapped(text, font, width - 2 * MARGIN)) {
            pen.text(line, MARGIN, y + font.getSize2D(), Pen.Align.LEFT, font, Palette.INK);
            y += step;
        }
        return y;
    }

    private int rows() {
        return (figure.panels().size() + figure.columns() - 1) / figure.columns();
    }

    /** Whether panels under each other show one horizontal axis for all. */
    private boolean sharesAxis() {
        Axis first = figure.panels().get(0).x();
        return figure.columns() == 1
                && figure.panels().stream()
                        .allMatch(panel ->
                                panel.x().equals(first) && panel.footer().isEmpty());
    }

    private boolean labelled(int panel) {
        return !sharesAxis() || panel == figure.panels().size() - 1;
    }

    private List<Frame> frames(Rectangle2D body) {
        double[] heights = dataHeights(body);
        List<List<Tick>> ticks = new ArrayList<>();
        double[] left = new double[figure.columns()];
        for (int i = 0; i < figure.panels().size(); i++) {
            Panel panel = figure.panels().get(i);
            int column = i % figure.columns();
            List<Tick> own = panel.y().scale().ticks(mostTicks(heights[i / figure.columns()]));
            left[column] = Math.max(left[column], Frame.left(panel, own, pen));
            ticks.add(own);
        }
        double cell = (body.getWidth() + BETWEEN) / figure.columns();
        List<Frame> frames = new ArrayList<>();
        double y = body.getMinY();
        for (int i = 0; i < figure.panels().size(); i++) {
            Panel panel = figure.panels().get(i);
            int column = i % figure.columns();
            int row = i / figure.columns();
            double x = body.getMinX() + column * cell;
            double indent = left[column];
            double wide = Math.max(LEAST_DATA, cell - BETWEEN - indent - 8);
            Rectangle2D data = whole(new Rectangle2D.Double(x + indent, y + above(row), wide, heights[row]));
            List<Tick> across = acrossTicks(panel, data.getWidth());
            frames.add(new Frame(panel, data, x + 8, across, ticks.get(i), labelled(i)));
            if (column == figure.columns() - 1) {
                y = data.getMaxY() + below(row);
            }
        }
        return frames;
    }

    /** JFreeChart draws in whole points: then what we draw around it must stand on them too. */
    private static Rectangle2D whole(Rectangle2D area) {
        double x = Math.ceil(area.getX());
        double y = Math.ceil(area.getY());
        return new Rectangle2D.Double(x, y, Math.floor(area.getMaxX()) - x, Math.floor(area.getMaxY()) - y);
    }

    private static int mostTicks(double height) {
        return Math.max(2, Math.min(MOST_TICKS, (int) (height / TICK_HEIGHT)));
    }

    /** As many ticks as their labels leave room for. */
    private List<Tick> acrossTicks(Panel panel, double room) {
        Font font = pen.font(TEXT);
        for (int most = 12; most > 2; most--) {
            List<Tick> ticks = panel.x().scale().ticks(most);
            double needed = ticks.stream()
                    .filter(Tick::isMajor)
                    .mapToDouble(tick -> pen.width(tick.label(), font) + 8)
                    .sum();
            if (needed <= room) {
                return ticks;
            }
        }
        return panel.x().scale().ticks(2);
    }

    private double[] dataHeights(Rectangle2D body) {
        int rows = rows();
        double[] heights = new double[rows];
        double room = body.getHeight();
        double weights = 0;
        for (int row = 0; row < rows; row++) {
            room -= above(row) + below(row);
            heights[row] = figure.panels().get(row * figure.columns()).weight();
            weights += heights[row];
        }
        for (int row = 0; row < rows; row++) {
            heights[row] = Math.max(LEAST_DATA, room * heights[row] / weights);
        }
        return heights;
    }

    private double above(int row) {
        return inRow(row).stream()
                .mapToDouble(panel -> Strip.height(panel) + (panel.title().isEmpty() ? 4 : PANEL_TITLE + 2))
                .max()
                .orElse(0);
    }

    private double below(int row) {
        boolean last = labelled(row * figure.columns());
        return inRow(row).stream()
                .mapToDouble(panel -> Frame.below(panel, last))
                .max()
                .orElse(0);
    }

    private List<Panel> inRow(int row) {
        int from = row * figure.columns();
        return figure.panels()
                .subList(from, Math.min(from + figure.columns(), figure.panels().size()));
    }
}

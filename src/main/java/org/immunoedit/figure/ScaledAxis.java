package org.immunoedit.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of JFreeChart that maps values and sets ticks as a {@link Scale} does; for the left and the lower edge. */
final class ScaledAxis extends NumberAxis {
    /** Length of a tick with a label. */
    static final double TICK = 3;

    /** From the axis to its labels. */
    static final double GAP = 4.5;

    private static final long serialVersionUID = 1L;
    private static final double MINOR_TICK = 1.7;

    private final transient Scale scale;
    private final transient List<Tick> tickList;
    private final transient Pen pen;
    private final transient Font font;
    private final boolean labelled;

    /** An axis with ticks; without labels where a panel below has them. */
    ScaledAxis(Scale scale, List<Tick> ticks, Pen pen, Font font, boolean labelled) {
        super(null);
        this.scale = scale;
        this.tickList = ticks;
        this.pen = pen;
        this.font = font;
        this.labelled = labelled;
        setAutoRange(false);
        setRange(scale.from(), scale.to());
        setAxisLineVisible(false);
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        double position = scale.position(value);
        return RectangleEdge.isTopOrBottom(edge)
                ? area.getMinX() + position * area.getWidth()
                : area.getMaxY() - position * area.getHeight();
    }

    @Override
    public double java2DToValue(double place, Rectangle2D area, RectangleEdge edge) {
        return scale.value(
                RectangleEdge.isTopOrBottom(edge)
                        ? (place - area.getMinX()) / area.getWidth()
                        : (area.getMaxY() - place) / area.getHeight());
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return tickList.stream()
                .filter(tick -> tick.value() >= scale.from() && tick.value() <= scale.to())
                .map(tick -> new NumberTick(
                        tick.isMajor() ? TickType.MAJOR : TickType.MINOR,
                        tick.value(),
                        "",
                        TextAnchor.CENTER,
                        TextAnchor.CENTER,
                        0))
                .toList();
    }

    @Override
    protected AxisState drawTickMarksAndLabels(
            Graphics2D g2, double cursor, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge) {
        AxisState state = new AxisState(cursor);
        double lastLabel = Double.POSITIVE_INFINITY;
        for (Tick tick : tickList) {
            double at = valueToJava2D(tick.value(), dataArea, edge);
            double length = scale.kind() == Scale.Kind.NAMES ? 0 : tick.isMajor() ? TICK : MINOR_TICK;
            if (edge == RectangleEdge.LEFT) {
                boolean fits = lastLabel - at > font.getSize2D();
                drawLeft(tick, cursor, at, length, fits);
                lastLabel = fits && tick.isMajor() ? at : lastLabel;
            } else {
                drawBelow(tick, at, cursor, length);
            }
        }
        state.setTicks(refreshTicks(g2, state, dataArea, edge));
        return state;
    }

    private void drawLeft(Tick tick, double x, double y, double length, boolean fits) {
        pen.line(x - length, y, x, y, Palette.INK, 0.6);
        if (labelled && fits) {
            pen.text(tick.label(), x - GAP, y + 0.36 * font.getSize2D(), Pen.Align.RIGHT, font, Palette.INK);
        }
    }

    private void drawBelow(Tick tick, double x, double y, double length) {
        pen.line(x, y, x, y + length, Palette.INK, 0.6);
        if (labelled) {
            pen.text(tick.label(), x, y + GAP + 0.75 * font.getSize2D(), Pen.Align.CENTER, font, Palette.INK);
        }
    }
}

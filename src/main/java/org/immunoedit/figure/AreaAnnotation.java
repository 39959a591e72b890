package org.immunoedit.figure;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The filled area between two lines, a shape for each part without gaps. */
final class AreaAnnotation extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    private final transient Layer.Area area;

    AreaAnnotation(Layer.Area area) {
        this.area = area;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D data,
            ValueAxis x,
            ValueAxis y,
            int renderer,
            PlotRenderingInfo info) {
        Pen pen = new Pen(g2);
        int from = 0;
        for (int i = 0; i <= area.lower().size(); i++) {
            if (i == area.lower().size() || isGap(i)) {
                if (i - from > 1) {
                    pen.fill(part(from, i, data, x, y), area.color());
                }
                from = i + 1;
            }
        }
    }

    private boolean isGap(int i) {
        return !Double.isFinite(area.lower().y(i))
                || !Double.isFinite(area.upper().y(i));
    }

    /** Along the upper line and back along the lower one. */
    private Path2D part(int from, int to, Rectangle2D data, ValueAxis x, ValueAxis y) {
        Path2D path = new Path2D.Double();
        for (int i = from; i < to; i++) {
            double across = x.valueToJava2D(area.upper().x(i), data, RectangleEdge.BOTTOM);
            double up = y.valueToJava2D(area.upper().y(i), data, RectangleEdge.LEFT);
            if (i == from) {
                path.moveTo(across, up);
            } else {
                path.lineTo(across, up);
            }
        }
        for (int i = to - 1; i >= from; i--) {
            path.lineTo(
                    x.valueToJava2D(area.lower().x(i), data, RectangleEdge.BOTTOM),
                    y.valueToJava2D(area.lower().y(i), data, RectangleEdge.LEFT));
        }
        path.closePath();
        return path;
    }
}

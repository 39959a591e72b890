package org.immunoedit.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Rectangles between data coordinates, without seams between neighbors. */
final class CellsAnnotation extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    private final transient List<Layer.Cell> cells;

    CellsAnnotation(List<Layer.Cell> cells) {
        this.cells = cells;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis x,
            ValueAxis y,
            int renderer,
            PlotRenderingInfo info) {
        Pen pen = new Pen(g2);
        for (Layer.Cell cell : cells) {
            Rectangle2D box = new Rectangle2D.Double();
            box.setFrameFromDiagonal(
                    x.valueToJava2D(cell.fromX(), area, RectangleEdge.BOTTOM),
                    y.valueToJava2D(cell.fromY(), area, RectangleEdge.LEFT),
                    x.valueToJava2D(cell.toX(), area, RectangleEdge.BOTTOM),
                    y.valueToJava2D(cell.toY(), area, RectangleEdge.LEFT));
            pen.fillSharply(box, cell.color());
            if (cell.crossed()) {
                pen.line(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), Palette.GRAY, 0.5);
                pen.line(box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMinY(), Palette.GRAY, 0.5);
            }
        }
    }
}

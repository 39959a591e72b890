package org.immunoedit.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** A panel as a plot of JFreeChart: what lies between the axes, and the axes. */
final class PanelPlot {
    private static final float[] DASHES = {4, 2.5f};
    private static final float[] DOTS = {1, 2};
    private static final double RIBBON = 0.25;

    private final Panel panel;
    private final XYPlot plot = new XYPlot();
    private final int buckets;

    /** A plot that thins lines to the given number of buckets. */
    PanelPlot(Panel panel, ScaledAxis x, ScaledAxis y, int buckets) {
        this.panel = panel;
        this.buckets = buckets;
        plot.setDomainAxis(x);
        plot.setRangeAxis(y);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(panel.y().scale().kind() != Scale.Kind.NAMES);
        plot.setRangeGridlinePaint(Palette.FAINT);
        plot.setRangeGridlineStroke(new BasicStroke(0.5f));
        plot.setFixedDomainAxisSpace(new AxisSpace());
        plot.setFixedRangeAxisSpace(new AxisSpace());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        panel.layers().stream()
                .sorted(Comparator.comparingDouble(PanelPlot::height))
                .forEach(this::add);
    }

    /** Areas lie under lines, thin lines under thick ones, and points on top. */
    private static double height(Layer layer) {
        if (layer instanceof Layer.Line line) {
            return line.width();
        }
        return layer instanceof Layer.Dots ? Double.POSITIVE_INFINITY : 0;
    }

    /** Draws the plot so that its data fill the area; ticks and labels stand outside. */
    void draw(Pen pen, Rectangle2D area) {
        plot.draw(pen.graphics(), area, null, null, null);
    }

    private void add(Layer layer) {
        if (layer instanceof Layer.Line line) {
            add(dataset(line.points().thinned(buckets)), renderer(line));
        } else if (layer instanceof Layer.Ribbon ribbon) {
            addRibbon(ribbon);
        } else if (layer instanceof Layer.Dots dots) {
            add(dataset(dots.points()), renderer(dots));
        } else if (layer instanceof Layer.Cells cells) {
            add(new CellsAnnotation(cells.cells()));
        } else if (layer instanceof Layer.Area area) {
            add(new AreaAnnotation(area));
        } else if (layer instanceof Layer.Band band) {
            plot.addDomainMarker(
                    new IntervalMarker(band.from(), band.to(), Palette.faint(band.color())),
                    org.jfree.chart.ui.Layer.BACKGROUND);
        } else if (layer instanceof Layer.Level level) {
            plot.addRangeMarker(new ValueMarker(level.value(), Palette.GRAY, dashed(0.7f, DASHES)));
        } else if (layer instanceof Layer.Instant instant) {
            plot.addDomainMarker(
                    new ValueMarker(instant.at(), Palette.GRAY, dashed(0.6f, DOTS)),
                    org.jfree.chart.ui.Layer.BACKGROUND);
        }
    }

    private void add(XYAnnotation annotation) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, false);
        renderer.addAnnotation(annotation, org.jfree.chart.ui.Layer.BACKGROUND);
        add(new DefaultXYDataset(), renderer);
    }

    private void add(XYDataset dataset, XYItemRenderer renderer) {
        int index = plot.getDatasetCount();
        if (index == 1 && plot.getDataset() == null) {
            index = 0;
        }
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }

    private static XYItemRenderer renderer(Layer.Line line) {
        XYLineAndShapeRenderer renderer =
                line.stroke() == Layer.Stroke.STEPS ? new XYStepRenderer() : new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(line.stroke() != Layer.Stroke.STEPS);
        renderer.setSeriesPaint(0, line.color());
        float width = (float) line.width();
        renderer.setSeriesStroke(
                0,
                line.stroke() == Layer.Stroke.DASHED
                        ? dashed(width, DASHES)
                        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return renderer;
    }

    private static XYItemRenderer renderer(Layer.Dots dots) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        boolean tick = dots.shape() == Layer.Shape.TICK;
        renderer.setSeriesShape(0, tick ? new Line2D.Double(0, -2.5, 0, 2.5) : new Ellipse2D.Double(-2, -2, 4, 4));
        renderer.setSeriesPaint(0, dots.color());
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, dots.shape() == Layer.Shape.DOT ? dots.color() : Color.WHITE);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, dots.color());
        renderer.setSeriesOutlineStroke(0, new BasicStroke(0.9f));
        return renderer;
    }

    private void addRibbon(Layer.Ribbon ribbon) {
        YIntervalSeries series = new YIntervalSeries("");
        Points lower = ribbon.lower();
        for (int i = 0; i < lower.size(); i++) {
            double low = clipped(lower.y(i));
            double high = clipped(ribbon.upper().y(i));
            if (Double.isFinite(low) && Double.isFinite(high)) {
                series.add(lower.x(i), low, low, high);
            }
        }
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        dataset.addSeries(series);
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setAlpha((float) RIBBON);
        renderer.setSeriesFillPaint(0, ribbon.color());
        add(dataset, renderer);
    }

    /** A value that the axis can show. */
    private double clipped(double value) {
        Scale scale = panel.y().scale();
        return scale.kind() == Scale.Kind.LOG && scale.floor().isEmpty() ? Math.max(value, scale.from()) : value;
    }

    private static XYDataset dataset(Points points) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries("", points.columns());
        return dataset;
    }

    private static BasicStroke dashed(float width, float[] pattern) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }
}

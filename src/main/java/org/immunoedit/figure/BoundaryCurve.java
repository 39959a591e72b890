package org.immunoedit.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A boundary that was searched for, over one varied value, with the bracket that holds it. */
public final class BoundaryCurve {
    private static final Size SIZE = new Size(140, 85);
    private static final double WIDTH = 1.3;

    private BoundaryCurve() {}

    /**
     * A point of the curve.
     *
     * @param at the varied value
     * @param boundary NaN where there is none
     * @param lower end of its bracket
     * @param upper end of its bracket
     */
    public record Found(double at, double boundary, double lower, double upper) {}

    /** The figure; what was searched for stands on the vertical axis. */
    public static Figure of(String title, Varied x, Varied searched, List<Found> found, View view) {
        List<Found> sorted =
                found.stream().sorted(Comparator.comparingDouble(Found::at)).toList();
        double[] at = sorted.stream().mapToDouble(Found::at).toArray();
        Points line = Points.of(at, sorted.stream().mapToDouble(Found::boundary).toArray());
        Points lower = Points.of(at, sorted.stream().mapToDouble(Found::lower).toArray());
        Points upper = Points.of(at, sorted.stream().mapToDouble(Found::upper).toArray());
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Ribbon(Key.of("bracket"), lower, upper, Palette.line(0)));
        layers.add(new Layer.Line(Key.of("boundary"), line, Palette.line(0), Layer.Stroke.SOLID, WIDTH));
        layers.add(new Layer.Dots(Key.NONE, line, Palette.line(0), Layer.Shape.DOT));
        Range range = Range.of(List.of(lower, upper, line));
        boolean log = !view.linear() && searched.log() && range.allowsLog();
        Axis y = new Axis(searched.title(), log ? range.log(Double.NaN) : range.linear());
        double first = at[0];
        double last = at[at.length - 1];
        Axis across = x.axis(first, last > first ? last : first + Math.max(1e-9, Math.abs(first)));
        return new Figure(title, "", view.size().orElse(SIZE), 1, List.of(Panel.of(across, y, layers)));
    }
}

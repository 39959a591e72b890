package org.immunoedit.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A boundary that was searched for, over one varied value, with the bracket that holds it. */
public final class BoundaryCurve {
    private static final Size SIZE = new Size(140, 85);
    private static final double WIDTH = 1.3;
    private static final double ROOM = 0.02;

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

    /** The figure; what was searched for stands on the vertical axis, and each arm has a line of its own. */
    public static Figure of(String title, Varied x, Varied searched, Map<String, List<Found>> arms, View view) {
        List<Layer> layers = new ArrayList<>();
        List<Points> all = new ArrayList<>();
        double[] across = arms.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Found::at)
                .sorted()
                .toArray();
        int number = 0;
        for (Map.Entry<String, List<Found>> arm : arms.entrySet()) {
            List<Found> sorted = arm.getValue().stream()
                    .sorted(Comparator.comparingDouble(Found::at))
                    .toList();
            Points line = points(sorted, Found::boundary);
            Points lower = points(sorted, Found::lower);
            Points upper = points(sorted, Found::upper);
            Color color = Palette.line(number++);
            Key key = Key.of(arm.getKey().isEmpty() ? "boundary" : arm.getKey());
            layers.add(new Layer.Ribbon(Key.of(arm.getKey().isEmpty() ? "bracket" : ""), lower, upper, color));
            layers.add(new Layer.Line(key, line, color, Layer.Stroke.SOLID, WIDTH));
            layers.add(new Layer.Dots(Key.NONE, line, color, Layer.Shape.DOT));
            all.addAll(List.of(lower, upper, line));
        }
        Range range = Range.of(all);
        boolean log = !view.linear() && searched.log() && range.allowsLog();
        Axis y = new Axis(searched.title(), log ? range.log(Double.NaN) : range.linear());
        Axis horizontal = widened(x, across[0], across[across.length - 1]);
        return new Figure(title, "", view.size().orElse(SIZE), 1, List.of(Panel.of(horizontal, y, layers)));
    }

    private static Points points(List<Found> found, ToDoubleFunction<Found> value) {
        return Points.of(
                found.stream().mapToDouble(Found::at).toArray(),
                found.stream().mapToDouble(value).toArray());
    }

    /** A little room, so that the outer points are whole. */
    private static Axis widened(Varied x, double first, double last) {
        if (!(last > first)) {
            return x.axis(first, first + Math.max(1e-9, Math.abs(first)));
        }
        if (x.log()) {
            double factor = Math.pow(last / first, ROOM);
            return x.axis(first / factor, last * factor);
        }
        double room = ROOM * (last - first);
        return x.axis(first - room, last + room);
    }
}

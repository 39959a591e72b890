package org.immunoedit.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Quantiles of cohorts over time: pairs of them as bands, the middle one as a line; a panel for each column. */
public final class Quantiles {
    private static final double WIDTH = 1.3;
    private static final double HEADING = 16;
    private static final double PANEL = 55;

    private Quantiles() {}

    /**
     * Quantiles of one column in one arm.
     *
     * @param arm empty when there is only one
     * @param shares ascending, between 0 and 1
     * @param lines values over time, one for each share
     * @param runs what the legend says about the number of runs, may be empty
     */
    public record Fan(String arm, List<Double> shares, List<Points> lines, String runs) {
        public Fan {
            shares = List.copyOf(shares);
            lines = List.copyOf(lines);
            if (shares.size() != lines.size()) {
                throw new IllegalArgumentException(shares.size() + " shares of " + lines.size() + " lines");
            }
        }
    }

    /**
     * The figure.
     *
     * @param timeUnit empty when unknown
     * @param columns fans of each column, by its title
     */
    public static Figure of(String title, String timeUnit, Map<String, List<Fan>> columns, View view) {
        List<Panel> panels = new ArrayList<>();
        columns.forEach((column, fans) -> {
            List<Points> all =
                    fans.stream().flatMap(fan -> fan.lines().stream()).toList();
            Range range = Range.of(all);
            boolean log = !view.linear() && range.allowsLog() && range.isWide();
            List<Layer> layers = new ArrayList<>();
            for (int i = 0; i < fans.size(); i++) {
                addFan(fans.get(i), Palette.line(i), layers);
            }
            Axis y = new Axis(column, log ? range.log(Double.NaN) : range.linear());
            panels.add(Panel.of(time(all, timeUnit), y, layers));
        });
        return new Figure(title, "", view.sizeOr(HEADING + PANEL * panels.size()), 1, panels);
    }

    private static void addFan(Fan fan, Color color, List<Layer> layers) {
        int last = fan.shares().size() - 1;
        String arm = fan.arm().isEmpty() ? "" : fan.arm() + ": ";
        for (int i = 0; i < last - i; i++) {
            String name = arm + percent(fan.shares().get(i)) + "–"
                    + percent(fan.shares().get(last - i)) + " %";
            layers.add(new Layer.Ribbon(
                    Key.of(name), fan.lines().get(i), fan.lines().get(last - i), color));
        }
        if (last % 2 == 0) {
            double middle = fan.shares().get(last / 2);
            String name = arm + (middle == 0.5 ? "median" : percent(middle) + " %");
            layers.add(new Layer.Line(
                    new Key(name, fan.runs()), fan.lines().get(last / 2), color, Layer.Stroke.SOLID, WIDTH));
        }
    }

    private static String percent(double share) {
        return Numerals.of(100 * share, 4);
    }

    private static Axis time(List<Points> lines, String unit) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (Points line : lines) {
            for (int i = 0; i < line.size(); i++) {
                from = Math.min(from, line.x(i));
                to = Math.max(to, line.x(i));
            }
        }
        return new Axis(Axis.titled("time", unit), from < to ? Scale.linear(from, to) : Scale.linear(0, 1));
    }
}

package org.immunoedit.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immunoedit.outcome.Phase;

/** An endpoint over one varied value, with the phases of the runs as background. */
public final class ResponseCurve {
    private static final Size SIZE = new Size(150, 80);
    private static final double WIDTH = 1.1;

    private ResponseCurve() {}

    /**
     * Runs that share a line.
     *
     * @param name e.g. of an arm; empty if there is only one line
     * @param spots with the endpoint as their {@code y}
     */
    public record Part(String name, List<Spot> spots) {
        public Part {
            spots = spots.stream().sorted(Comparator.comparingDouble(Spot::x)).toList();
        }
    }

    /**
     * The curves, a panel for each part.
     *
     * @param measured title of the vertical axis
     */
    public static Figure of(String title, Varied x, String measured, List<Part> parts, View view) {
        List<Points> all = new ArrayList<>();
        parts.forEach(part -> all.add(points(part.spots())));
        Range range = Range.of(all);
        boolean log = !view.linear() && range.allowsLog() && range.isWide();
        Axis y = new Axis(measured, log ? range.log(Double.NaN) : range.linear());
        List<Panel> panels = new ArrayList<>();
        for (Part part : parts) {
            Mesh mesh = Mesh.of(x, part.spots(), Spot::x);
            List<Layer> layers = new ArrayList<>(bands(part.spots(), mesh));
            Points points = points(part.spots());
            Color color = Palette.line(0);
            if (x.names().isEmpty()) {
                layers.add(new Layer.Line(Key.NONE, points, color, Layer.Stroke.SOLID, WIDTH));
            }
            layers.add(new Layer.Dots(Key.NONE, points, color, Layer.Shape.DOT));
            panels.add(Panel.of(mesh.axis(), y, layers).titled(part.name()));
        }
        double height = SIZE.height() * (1 + 0.7 * (parts.size() - 1));
        return new Figure(title, "", view.size().orElse(new Size(SIZE.width(), height)), 1, panels);
    }

    private static Points points(List<Spot> spots) {
        return Points.of(
                spots.stream().mapToDouble(Spot::x).toArray(),
                spots.stream().mapToDouble(Spot::y).toArray());
    }

    /** Neighbors of one phase share a band. */
    private static List<Layer> bands(List<Spot> spots, Mesh mesh) {
        List<Layer> bands = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= spots.size(); i++) {
            Optional<Phase> phase = spots.get(start).phase();
            if (i < spots.size() && spots.get(i).phase().equals(phase)) {
                continue;
            }
            double from = mesh.lower(spots.get(start).x(), 0);
            double to = mesh.upper(spots.get(i - 1).x(), 0);
            String name = phase.map(Phase::toString).orElse("failed");
            Color color = phase.map(Palette::pale).orElse(Palette.MISSING);
            bands.add(new Layer.Band(new Key(name, "(background)"), name, from, to, color));
            start = i;
        }
        return bands;
    }
}

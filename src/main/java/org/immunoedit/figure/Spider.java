package org.immunoedit.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The change of each patient's tumor from baseline over time, a panel for each arm. */
public final class Spider {
    private static final double CUT = 100;
    private static final double WIDTH = 0.5;
    private static final double HEADING = 14;
    private static final double PANEL = 65;

    private Spider() {}

    /**
     * The figure.
     *
     * @param timeUnit empty when unknown
     * @param arms for each arm its patients: change of the diameter in % against time
     */
    public static Figure of(String title, String timeUnit, Map<String, List<Points>> arms, View view) {
        List<Points> all = arms.values().stream().flatMap(List::stream).toList();
        double high = all.stream()
                .flatMapToDouble(points -> java.util.Arrays.stream(points.values()))
                .max()
                .orElse(0);
        double end = all.stream()
                .filter(points -> points.size() > 0)
                .mapToDouble(points -> points.x(points.size() - 1))
                .max()
                .orElse(1);
        String measured = "change of diameter (%)" + (high > CUT ? ", cut at " + Numerals.of(CUT, 3) : "");
        Axis x = new Axis(Axis.titled("time", timeUnit), Scale.linear(0, end > 0 ? end : 1));
        Axis y = new Axis(measured, Scale.linear(-CUT * 1.02, Math.min(CUT, Math.max(30, high * 1.05))));
        List<Panel> panels = new ArrayList<>();
        arms.forEach((arm, patients) -> {
            List<Layer> layers = new ArrayList<>();
            for (Points patient : patients) {
                double last = patient.size() == 0 ? 0 : patient.y(patient.size() - 1);
                Key key = new Key(last < 0 ? "smaller at the end" : "larger at the end", "");
                layers.add(new Layer.Line(
                        key, patient, last < 0 ? Palette.line(0) : Palette.TUMOR, Layer.Stroke.SOLID, WIDTH));
            }
            layers.add(new Layer.Level(Key.NONE, -30, "−30 %"));
            layers.add(new Layer.Level(Key.NONE, 20, "+20 %"));
            panels.add(Panel.of(x, y, layers).titled(arm));
        });
        Size size = view.size().orElse(new Size(150, HEADING + PANEL * panels.size()));
        return new Figure(title, "", size, 1, panels);
    }
}

package org.immunoedit.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.immunoedit.outcome.Response;

/** The best change of each patient's tumor, worst first, a panel for each arm: bars colored by best response. */
public final class Waterfall {
    private static final double CUT = 100;
    private static final double PARTIAL = -30;
    private static final double PROGRESSION = 20;
    private static final double HEADING = 14;
    private static final double PANEL = 62;

    /** A color for each response of RECIST 1.1, best first. */
    private static final List<Color> COLORS = List.of(
            new Color(0x0072B2),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            new Color(0xF0E442),
            new Color(0xD55E00),
            new Color(0x999999));

    private Waterfall() {}

    /**
     * A patient.
     *
     * @param change best change of the diameter from baseline in %; NaN if there is none
     * @param response best response, as results have it
     */
    public record Patient(double change, String response) {
        public Patient {
            Objects.requireNonNull(response, "response");
        }
    }

    /** The figure; arms by their names, of which one may be empty when it is alone. */
    public static Figure of(String title, Map<String, List<Patient>> arms, View view) {
        List<Panel> panels = new ArrayList<>();
        double top = arms.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Patient::change)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double high = Math.min(CUT, Math.max(PROGRESSION * 1.5, top * 1.05));
        boolean cut = top > CUT;
        String measured = "best change of diameter (%)" + (cut ? ", cut at " + Numerals.of(CUT, 3) : "");
        arms.forEach((arm, patients) -> {
            Axis x = new Axis("patients", Scale.linear(0, Math.max(1, patients.size())));
            Axis y = new Axis(measured, Scale.linear(-CUT * 1.02, high));
            panels.add(Panel.of(x, y, layers(patients, high)).titled(arm));
        });
        Size size = view.size().orElse(new Size(150, HEADING + PANEL * panels.size()));
        return new Figure(title, "", size, 1, panels);
    }

    private static List<Layer> layers(List<Patient> patients, double high) {
        List<Patient> sorted = patients.stream()
                .filter(patient -> Double.isFinite(patient.change()))
                .sorted((a, b) -> Double.compare(b.change(), a.change()))
                .toList();
        Map<String, List<Layer.Cell>> bars = new LinkedHashMap<>();
        for (Response response : Response.values()) {
            bars.put(response.toString(), new ArrayList<>());
        }
        for (int i = 0; i < sorted.size(); i++) {
            Patient patient = sorted.get(i);
            Color color = color(patient.response());
            double change = Math.min(high, patient.change());
            bars.computeIfAbsent(patient.response(), response -> new ArrayList<>())
                    .add(new Layer.Cell(i + 0.1, i + 0.9, Math.min(0, change), Math.max(0, change), color, false));
        }
        List<Layer> layers = new ArrayList<>();
        bars.forEach((response, cells) -> {
            if (!cells.isEmpty()) {
                layers.add(new Layer.Cells(new Key(response, cells.size() + " of " + patients.size()), cells));
            }
        });
        layers.add(new Layer.Level(Key.NONE, PARTIAL, "−30 %"));
        layers.add(new Layer.Level(Key.NONE, PROGRESSION, "+20 %"));
        return layers;
    }

    private static Color color(String response) {
        return Arrays.stream(Response.values())
                .filter(known -> known.toString().equals(response))
                .map(known -> COLORS.get(known.ordinal()))
                .findFirst()
                .orElse(Palette.GRAY);
    }
}

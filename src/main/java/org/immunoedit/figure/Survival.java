package org.immunoedit.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.immunoedit.sweep.KaplanMeier;

/**
 * The share of patients whose tumor has not progressed, after Kaplan and Meier: a line of steps for each arm, ticks
 * where patients were last seen, and under the axis how many were still watched.
 */
public final class Survival {
    private static final Size SIZE = new Size(150, 95);
    private static final double WIDTH = 1.3;
    private static final int TICKS = 7;

    /** Beyond the last time and above 1, so that marks and lines there are whole. */
    private static final double ROOM = 1.02;

    private Survival() {}

    /** The times of one arm. */
    public static final class Times {
        private final double[] events;
        private final double[] censored;

        /**
         * Keeps copies without what is missing.
         *
         * @param events when it happened
         * @param censored when those to whom it did not happen were last seen
         */
        public Times(double[] events, double[] censored) {
            this.events =
                    Arrays.stream(events).filter(Double::isFinite).sorted().toArray();
            this.censored =
                    Arrays.stream(censored).filter(Double::isFinite).sorted().toArray();
        }

        /** How many there are. */
        public int size() {
            return events.length + censored.length;
        }

        private double end() {
            return DoubleStream.concat(Arrays.stream(events), Arrays.stream(censored))
                    .max()
                    .orElse(0);
        }

        /** Who is watched right before a time. */
        private long atRisk(double time) {
            return DoubleStream.concat(Arrays.stream(events), Arrays.stream(censored))
                    .filter(t -> t >= time)
                    .count();
        }
    }

    /**
     * The figure.
     *
     * @param measured title of the vertical axis
     * @param timeUnit empty when unknown
     * @param arms times by the name of the arm
     */
    public static Figure of(String title, String measured, String timeUnit, Map<String, Times> arms, View view) {
        double end = arms.values().stream().mapToDouble(Times::end).max().orElse(0);
        Scale time = Scale.linear(0, ROOM * (end > 0 ? end : 1));
        List<Layer> layers = new ArrayList<>();
        List<Layer> seen = new ArrayList<>();
        List<FootRow> footer = new ArrayList<>();
        for (Map.Entry<String, Times> arm : arms.entrySet()) {
            Color color = Palette.line(footer.size());
            Times times = arm.getValue();
            KaplanMeier curve = new KaplanMeier(times.events.clone(), times.censored.clone());
            layers.add(line(arm.getKey(), times, curve, timeUnit, color));
            seen.add(ticks(times, curve, color));
            List<Tick> counts = time.ticks(TICKS).stream()
                    .map(tick -> new Tick(tick.value(), Long.toString(times.atRisk(tick.value()))))
                    .toList();
            String label = arm.getKey().isEmpty() ? "at risk" : arm.getKey();
            footer.add(new FootRow(label, color, counts));
        }
        layers.addAll(seen);
        Axis x = new Axis(Axis.titled("time", timeUnit), time);
        Axis y = new Axis(measured, Scale.linear(0, ROOM));
        Panel panel = new Panel("", x, y, layers, footer, 1);
        return new Figure(title, "", view.size().orElse(SIZE), 1, List.of(panel));
    }

    private static Layer line(String arm, Times times, KaplanMeier curve, String timeUnit, Color color) {
        double[] at = DoubleStream.concat(
                        DoubleStream.of(0),
                        DoubleStream.concat(Arrays.stream(times.events), DoubleStream.of(times.end())))
                .sorted()
                .distinct()
                .toArray();
        Points steps = Points.of(at, Arrays.stream(at).map(curve::survival).toArray());
        double median = curve.median();
        // a number is not parted from its unit by the end of a line
        String words = times.events.length + " of " + times.size() + " progressed, median "
                + (Double.isNaN(median) ? "not reached" : Numerals.of(median, 4) + "\u00a0" + timeUnit);
        Key key = arm.isEmpty() ? Key.of(words) : new Key(arm, words);
        return new Layer.Line(key, steps, color, Layer.Stroke.STEPS, WIDTH);
    }

    private static Layer ticks(Times times, KaplanMeier curve, Color color) {
        double[] seen = Arrays.stream(times.censored).distinct().toArray();
        Points ticks = Points.of(seen, Arrays.stream(seen).map(curve::survival).toArray());
        return new Layer.Dots(Key.of("last seen"), ticks, color, Layer.Shape.TICK);
    }
}

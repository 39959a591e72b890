package org.immunoedit.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.outcome.Episode;

/**
 * A run over time: populations, drugs and watched columns in panels over one time axis, with phases as background,
 * doses as triangles, events and decisions as lettered lines.
 */
public final class Course {
    private static final double TUMOR_WIDTH = 1.7;
    private static final double WIDTH = 1.1;
    private static final double HEADING = 32;
    private static final double PANEL = 42;
    private static final double SMALL_PANEL = 34;
    private static final int SMALL_COLUMNS = 3;
    private static final double LEGIBLE_SHARE = 0.15;
    private static final int LONGEST_TITLE = 18;
    private static final double LEAST_SHARE = 0.002;

    private final Recording recording;
    private final List<Trace> observations;
    private final View view;
    private final Map<String, Color> colors = new LinkedHashMap<>();

    private Course(Recording recording, List<Trace> observations, View view) {
        this.recording = recording;
        this.observations = observations;
        this.view = view;
    }

    /**
     * The figure of a recording.
     *
     * @param observations measured values, drawn as circles in the panel of the column of their name
     * @throws IllegalArgumentException if the view names a column that the recording lacks
     */
    public static Figure of(Recording recording, List<Trace> observations, View view) {
        Course course = new Course(recording, observations, view);
        return view.multiples() ? course.multiples() : course.panels();
    }

    /** The columns that {@link #of} draws. */
    public static List<String> shown(Recording recording, View view) {
        return new Course(recording, List.of(), view)
                .groups().stream().flatMap(List::stream).map(Trace::name).toList();
    }

    private List<List<Trace>> groups() {
        if (!view.columns().isEmpty()) {
            Map<String, List<Trace>> byUnit = new LinkedHashMap<>();
            for (String name : view.columns()) {
                Trace trace = recording
                        .trace(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no column " + name));
                String group = view.multiples() ? name : trace.unit();
                byUnit.computeIfAbsent(group, unit -> new ArrayList<>()).add(trace);
            }
            return List.copyOf(byUnit.values());
        }
        return view.multiples()
                ? recording.traces().stream()
                        .filter(trace -> !trace.points().isConstant())
                        .map(List::of)
                        .toList()
                : Selection.of(recording);
    }

    private Figure panels() {
        List<Panel> panels = new ArrayList<>();
        List<List<Trace>> groups = groups();
        for (List<Trace> group : groups) {
            List<Layer> lines = lines(group);
            Axis y = new Axis(title(group), scale(group));
            panels.add(Panel.of(time(recording), y, lines).weighing(panels.isEmpty() ? 1.5 : 1));
        }
        panels.replaceAll(panel -> around(panel, panel == panels.get(0)));
        double height = HEADING + PANEL * (panels.size() + 0.5);
        return new Figure(recording.title(), recording.subtitle(), view.sizeOr(height), 1, panels);
    }

    private Figure multiples() {
        List<Panel> panels = new ArrayList<>();
        List<List<Trace>> groups = groups();
        int columns = Math.min(groups.size(), SMALL_COLUMNS);
        for (List<Trace> group : groups) {
            Trace trace = group.get(0);
            List<Layer> lines = new ArrayList<>();
            lines.add(new Layer.Line(Key.NONE, trace.points(), color(trace, 0), Layer.Stroke.SOLID, WIDTH));
            addObservations(trace, lines);
            Axis time = time(recording);
            boolean last = panels.size() >= groups.size() - columns;
            Panel panel = Panel.of(last ? time : new Axis("", time.scale()), new Axis("", scale(group)), lines)
                    .titled(Axis.titled(trace.name(), trace.unit()));
            panels.add(background(panel, false));
        }
        int rows = (panels.size() + columns - 1) / columns;
        double height = HEADING + SMALL_PANEL * rows;
        return new Figure(recording.title(), recording.subtitle(), view.sizeOr(height), columns, panels);
    }

    /** The time axis of a recording. */
    static Axis time(Recording recording) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (Trace trace : recording.traces()) {
            for (int i = 0; i < trace.points().size(); i++) {
                from = Math.min(from, trace.points().x(i));
                to = Math.max(to, trace.points().x(i));
            }
        }
        double end = to > from ? to : from + 1;
        return new Axis(Axis.titled("time", recording.timeUnit()), Scale.linear(from, end));
    }

    private List<Layer> lines(List<Trace> group) {
        List<Layer> lines = new ArrayList<>();
        int next = 0;
        for (Trace trace : group) {
            boolean tumor = trace.name().equals(recording.tumor());
            Color color = color(trace, next);
            next += tumor ? 0 : 1;
            colors.put(trace.name(), color);
            Key key = new Key(trace.name(), meaning(trace));
            lines.add(new Layer.Line(key, trace.points(), color, Layer.Stroke.SOLID, tumor ? TUMOR_WIDTH : WIDTH));
            addObservations(trace, lines);
        }
        return lines;
    }

    /** The meaning without remarks that follow a semicolon, as on where a number came from. */
    private static String meaning(Trace trace) {
        int remark = trace.about().indexOf(';');
        return remark < 0 ? trace.about() : trace.about().substring(0, remark);
    }

    private Color color(Trace trace, int i) {
        return trace.name().equals(recording.tumor()) ? Palette.TUMOR : Palette.line(i);
    }

    private void addObservations(Trace trace, List<Layer> layers) {
        for (Trace observed : observations) {
            if (observed.name().equals(trace.name())) {
                Color color = ((Layer.Line) layers.get(layers.size() - 1)).color();
                Key key = Key.of("observed " + trace.name());
                layers.add(new Layer.Dots(key, observed.points(), color, Layer.Shape.CIRCLE));
            }
        }
    }

    /** What the lines of a panel have in common; the legend has the names of columns. */
    private static String title(List<Trace> group) {
        Trace first = group.get(0);
        if (group.size() == 1 && first.name().length() <= LONGEST_TITLE) {
            return Axis.titled(first.name(), first.unit());
        }
        if (first.unit().isEmpty() || first.unit().equals("1")) {
            return "value";
        }
        return first.unit().equals("cell") ? "cells" : Axis.readable(first.unit());
    }

    private Scale scale(List<Trace> group) {
        List<Points> points = new ArrayList<>(group.stream().map(Trace::points).toList());
        observations.stream()
                .filter(seen -> group.stream().anyMatch(trace -> trace.name().equals(seen.name())))
                .forEach(seen -> points.add(seen.points()));
        Range range = Range.of(points);
        boolean ofTumor = recording
                .trace(recording.tumor())
                .filter(tumor -> tumor.unit().equals(group.get(0).unit()))
                .isPresent();
        boolean unknown = recording.trace(recording.tumor()).isEmpty();
        boolean wide = ofTumor || Range.haveUnlikeTops(points) || unknown && range.isWide();
        if (view.linear() || !range.allowsLog() || !wide) {
            return range.linear();
        }
        double least = ofTumor ? least(recording) : unknown ? Double.NaN : Range.hundredthOfLeastTop(points);
        boolean withTumor = group.stream().anyMatch(trace -> trace.name().equals(recording.tumor()));
        List<Double> levels =
                recording.bounds().stream().map(Recording.Bound::value).toList();
        return (withTumor ? range.reaching(levels) : range).log(least);
    }

    /** Below a tenth of the level that counts as no tumor, numbers of cells need not be told apart; NaN if unknown. */
    static double least(Recording recording) {
        return recording.bounds().stream()
                .mapToDouble(bound -> bound.value() / 10)
                .min()
                .orElse(Double.NaN);
    }

    /** The panel with what happened to the run: words on the first one, lines on all. */
    private Panel around(Panel panel, boolean first) {
        List<Layer> layers = new ArrayList<>(background(panel, first).layers());
        boolean ofTumor = layers.stream().anyMatch(layer -> layer.key().name().equals(recording.tumor()));
        for (Recording.Bound bound : recording.bounds()) {
            Scale scale = panel.y().scale();
            if (ofTumor && bound.value() >= scale.from() && bound.value() <= scale.to()) {
                layers.add(new Layer.Level(Key.NONE, bound.value(), bound.label()));
            }
        }
        if (first) {
            recording.doses().forEach(doses -> layers.add(pins(doses)));
            addRemarks(layers);
        }
        return new Panel(panel.title(), panel.x(), panel.y(), layers, panel.footer(), panel.weight());
    }

    private Panel background(Panel panel, boolean labelled) {
        List<Layer> layers = new ArrayList<>();
        Scale time = panel.x().scale();
        for (Episode episode : recording.episodes()) {
            if (share(episode, time) < LEAST_SHARE) {
                continue;
            }
            boolean legible = recording.episodes().stream()
                    .filter(other -> other.phase() == episode.phase())
                    .anyMatch(other -> share(other, time) > LEGIBLE_SHARE);
            String name = episode.phase().toString();
            boolean listed = view.multiples() || labelled && !legible;
            Key key = listed ? new Key(name, "(background)") : Key.NONE;
            layers.add(new Layer.Band(
                    key, labelled ? name : "", episode.from(), episode.to(), Palette.pale(episode.phase())));
        }
        layers.addAll(panel.layers());
        return new Panel(panel.title(), panel.x(), panel.y(), layers, panel.footer(), panel.weight());
    }

    /** How much of the axis an episode takes. */
    private static double share(Episode episode, Scale time) {
        return time.position(Math.min(episode.to(), time.to())) - time.position(Math.max(episode.from(), time.from()));
    }

    private Layer pins(Recording.Doses doses) {
        double least = doses.amounts().stream().mapToDouble(v -> v).min().orElseThrow();
        double most = doses.amounts().stream().mapToDouble(v -> v).max().orElseThrow();
        String unit = recording.trace(doses.state()).map(Trace::unit).orElse("");
        String range = Numerals.of(least, 3) + (least == most ? "" : "–" + Numerals.of(most, 3));
        String amount = range + (unit.isEmpty() || unit.equals("1") ? "" : " " + Axis.readable(unit));
        int count = doses.times().size();
        Color color = colors.getOrDefault(doses.state(), Palette.INK);
        return new Layer.Pins(new Key(doses.agent(), (count == 1 ? "" : count + " × ") + amount), doses.times(), color);
    }

    private void addRemarks(List<Layer> layers) {
        char letter = 'a';
        for (Recording.Remark remark : recording.remarks()) {
            if (letter > 'z') {
                return;
            }
            for (double at : remark.times()) {
                Key key = new Key(
                        remark.words(),
                        remark.times().size() == 1 ? "" : remark.times().size() + " times");
                layers.add(new Layer.Instant(key, at, String.valueOf(letter)));
            }
            letter++;
        }
    }
}

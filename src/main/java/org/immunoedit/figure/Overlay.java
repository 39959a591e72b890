package org.immunoedit.figure;

import java.util.ArrayList;
import java.util.List;

/** Several runs on one time axis: a panel for each column, a line for each run. */
public final class Overlay {
    private static final int MOST_PANELS = 4;
    private static final double WIDTH = 1.2;
    private static final double HEADING = 18;
    private static final double PANEL = 45;

    private final List<Recording> recordings;
    private final View view;

    private Overlay(List<Recording> recordings, View view) {
        this.recordings = recordings;
        this.view = view;
    }

    /**
     * The figure of several recordings.
     *
     * @param view its columns, if any, exist in one of the recordings at least; without columns, the tumor and what is
     *     drawn with it are chosen by the first recording
     */
    public static Figure of(List<Recording> recordings, View view) {
        Overlay overlay = new Overlay(List.copyOf(recordings), view);
        List<Panel> panels = overlay.columns().stream().map(overlay::panel).toList();
        return new Figure("", "", view.sizeOr(HEADING + PANEL * panels.size()), 1, panels);
    }

    private List<String> columns() {
        if (!view.columns().isEmpty()) {
            return view.columns();
        }
        return Course.shown(recordings.get(0), view).stream()
                .limit(view.multiples() ? Integer.MAX_VALUE : MOST_PANELS)
                .toList();
    }

    private Panel panel(String column) {
        List<Layer> lines = new ArrayList<>();
        List<Points> all = new ArrayList<>();
        String unit = "";
        for (int i = 0; i < recordings.size(); i++) {
            Recording recording = recordings.get(i);
            Trace trace = recording.trace(column).orElse(null);
            if (trace != null) {
                unit = unit.isEmpty() ? trace.unit() : unit;
                all.add(trace.points());
                Layer.Stroke stroke = i < Palette.lines() ? Layer.Stroke.SOLID : Layer.Stroke.DASHED;
                lines.add(new Layer.Line(Key.of(recording.title()), trace.points(), Palette.line(i), stroke, WIDTH));
            }
        }
        Range range = Range.of(all);
        boolean log = !view.linear() && range.allowsLog() && (isTumor(column) || Range.haveUnlikeTops(all));
        double least = isTumor(column) ? Course.least(recordings.get(0)) : Range.hundredthOfLeastTop(all);
        Axis y = new Axis(Axis.titled(column, unit), log ? range.log(least) : range.linear());
        return Panel.of(time(), y, lines);
    }

    private boolean isTumor(String column) {
        return recordings.stream().anyMatch(recording -> recording.tumor().equals(column));
    }

    private Axis time() {
        List<Axis> axes = recordings.stream().map(Course::time).toList();
        double from =
                axes.stream().mapToDouble(axis -> axis.scale().from()).min().orElseThrow();
        double to = axes.stream().mapToDouble(axis -> axis.scale().to()).max().orElseThrow();
        return new Axis(axes.get(0).title(), Scale.linear(from, to));
    }
}

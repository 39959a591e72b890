package org.immunoedit.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.outcome.Phase;

/**
 * A map over two varied values: the phase of each run, or an endpoint. Runs on a mesh are cells, also on a mesh that
 * was refined; scattered runs are dots.
 */
public final class SweepMap {
    private static final double HEADING = 22;
    private static final double HEIGHT = 88;
    private static final int COLUMNS = 2;

    /** A mesh with fewer of its places taken than this share is no mesh. */
    private static final double LEAST_FILLED = 0.5;

    private final Varied x;
    private final Varied y;
    private final View view;

    private SweepMap(Varied x, Varied y, View view) {
        this.x = x;
        this.y = y;
        this.view = view;
    }

    /**
     * Runs that share a map.
     *
     * @param name e.g. of an arm; empty if there is only one map
     */
    public record Part(String name, List<Spot> spots) {
        public Part {
            spots = List.copyOf(spots);
        }
    }

    /** A map of phases, for each part one. */
    public static Figure phases(String title, Varied x, Varied y, List<Part> parts, View view) {
        SweepMap map = new SweepMap(x, y, view);
        return map.figure(title, parts, map::phaseLayers);
    }

    /** A map of an endpoint, for each part one; the colors mean the same in all of them. */
    public static Figure endpoint(String title, Key endpoint, Varied x, Varied y, List<Part> parts, View view) {
        SweepMap map = new SweepMap(x, y, view);
        Scale colors = colors(parts, view.linear());
        return map.figure(title, parts, spots -> map.numberLayers(spots, colors, endpoint));
    }

    private interface Layers {
        List<Layer> of(List<Spot> spots);
    }

    private Figure figure(String title, List<Part> parts, Layers layers) {
        List<Panel> panels = new ArrayList<>();
        for (Part part : parts) {
            Mesh across = Mesh.of(x, part.spots(), Spot::x);
            Mesh up = Mesh.of(y, part.spots(), Spot::y);
            panels.add(
                    Panel.of(across.axis(), up.axis(), layers.of(part.spots())).titled(part.name()));
        }
        int columns = Math.min(COLUMNS, panels.size());
        int rows = (panels.size() + columns - 1) / columns;
        Size size = view.size().orElse(new Size(columns == 1 ? 130 : 170, HEADING + HEIGHT * rows));
        return new Figure(title, "", size, columns, panels);
    }

    private List<Layer> phaseLayers(List<Spot> spots) {
        Map<Phase, List<Spot>> byPhase = new EnumMap<>(Phase.class);
        List<Spot> failed = new ArrayList<>();
        for (Spot spot : spots) {
            if (spot.phase().isPresent()) {
                byPhase.computeIfAbsent(spot.phase().get(), phase -> new ArrayList<>())
                        .add(spot);
            } else {
                failed.add(spot);
            }
        }
        boolean meshed = isMesh(spots);
        List<Layer> layers = new ArrayList<>();
        if (meshed && spots.stream().anyMatch(spot -> spot.level() > 0)) {
            return refinedLayers(spots);
        }
        byPhase.forEach(
                (phase, own) -> layers.add(layer(Key.of(phase.toString()), own, spots, Palette.cell(phase), meshed)));
        if (!failed.isEmpty()) {
            layers.add(layer(Key.of("failed"), failed, spots, Palette.MISSING, meshed));
        }
        return layers;
    }

    /** Fine cells lie over coarse ones, whatever their phase; the legend comes from empty layers below. */
    private List<Layer> refinedLayers(List<Spot> spots) {
        List<Layer> layers = new ArrayList<>();
        List<Layer.Cell> cells = new ArrayList<>();
        Mesh across = Mesh.of(x, spots, Spot::x);
        Mesh up = Mesh.of(y, spots, Spot::y);
        List<Spot> byLevel =
                spots.stream().sorted(Comparator.comparingInt(Spot::level)).toList();
        for (Spot spot : byLevel) {
            Color color = spot.phase().map(Palette::cell).orElse(Palette.MISSING);
            Layer.Cell cell = cell(spot, across, up, color);
            cells.add(cell);
            String name = spot.phase().map(Phase::toString).orElse("failed");
            if (layers.stream().noneMatch(layer -> layer.key().name().equals(name))) {
                layers.add(new Layer.Cells(Key.of(name), List.of(cell)));
            }
        }
        layers.add(new Layer.Cells(Key.NONE, cells));
        return layers;
    }

    private Layer layer(Key key, List<Spot> own, List<Spot> all, Color color, boolean meshed) {
        if (!meshed) {
            return new Layer.Dots(
                    key,
                    Points.of(
                            own.stream().mapToDouble(Spot::x).toArray(),
                            own.stream().mapToDouble(Spot::y).toArray()),
                    color,
                    color.equals(Palette.MISSING) ? Layer.Shape.CIRCLE : Layer.Shape.DOT);
        }
        Mesh across = Mesh.of(x, all, Spot::x);
        Mesh up = Mesh.of(y, all, Spot::y);
        return new Layer.Cells(
                key, own.stream().map(spot -> cell(spot, across, up, color)).toList());
    }

    private static Layer.Cell cell(Spot spot, Mesh across, Mesh up, Color color) {
        return new Layer.Cell(
                across.lower(spot.x(), spot.level()),
                across.upper(spot.x(), spot.level()),
                up.lower(spot.y(), spot.level()),
                up.upper(spot.y(), spot.level()),
                color,
                spot.phase().isEmpty());
    }

    private boolean isMesh(List<Spot> spots) {
        double places = (double) Mesh.of(x, spots, Spot::x).count()
                * Mesh.of(y, spots, Spot::y).count();
        return spots.stream().anyMatch(spot -> spot.level() > 0) || spots.size() >= LEAST_FILLED * places;
    }

    private List<Layer> numberLayers(List<Spot> spots, Scale colors, Key endpoint) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.ColorBar(endpoint, colors));
        Mesh across = Mesh.of(x, spots, Spot::x);
        Mesh up = Mesh.of(y, spots, Spot::y);
        List<Layer.Cell> missing = new ArrayList<>();
        List<Layer.Cell> cells = new ArrayList<>();
        List<Spot> byLevel =
                spots.stream().sorted(Comparator.comparingInt(Spot::level)).toList();
        for (Spot spot : byLevel) {
            boolean there = Double.isFinite(spot.value());
            Color color = there ? Palette.share(colors.position(spot.value())) : Palette.NONE;
            cells.add(cell(spot, across, up, color));
            if (!there && spot.phase().isPresent()) {
                missing.add(cell(spot, across, up, color));
            }
        }
        if (!isMesh(spots)) {
            for (Spot spot : spots) {
                Color color =
                        Double.isFinite(spot.value()) ? Palette.share(colors.position(spot.value())) : Palette.NONE;
                Points at = Points.of(new double[] {spot.x()}, new double[] {spot.y()});
                layers.add(new Layer.Dots(Key.NONE, at, color, Layer.Shape.DOT));
            }
            return layers;
        }
        layers.add(new Layer.Cells(Key.NONE, cells));
        if (!missing.isEmpty()) {
            layers.add(new Layer.Cells(Key.of("no value"), missing));
        }
        return layers;
    }

    /** One scale of colors for all parts. */
    private static Scale colors(List<Part> parts, boolean linear) {
        double[] values = parts.stream()
                .flatMap(part -> part.spots().stream())
                .mapToDouble(Spot::value)
                .filter(Double::isFinite)
                .toArray();
        Range range = Range.of(List.of(Points.of(values, values)));
        double low = java.util.Arrays.stream(values).min().orElse(0);
        double high = java.util.Arrays.stream(values).max().orElse(1);
        if (!linear && range.allowsLog() && range.isWide()) {
            return range.log(Double.NaN);
        }
        return Scale.linear(low, high > low ? high : low + Math.max(1e-9, Math.abs(low)));
    }
}

package org.immunoedit.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.outcome.Phase;
import org.junit.jupiter.api.Test;

class SweepFiguresTest {
    private static final Varied A = new Varied("parameters.a", "1/d", false, List.of());
    private static final Varied C = new Varied("parameters.c", "", true, List.of());
    private static final String ESCAPE = "rgb(238,136,102)";
    private static final String EQUILIBRIUM = "rgb(238,221,136)";
    private static final String ELIMINATION = "rgb(119,170,221)";

    @Test
    void cellsEndHalfwayToTheirNeighbors() {
        List<Spot> spots = List.of(
                spot(0.1, 1e-4, Phase.ESCAPE),
                spot(0.2, 1e-4, Phase.ESCAPE),
                spot(0.4, 1e-4, Phase.EQUILIBRIUM),
                spot(0.1, 1e-2, Phase.ESCAPE),
                spot(0.2, 1e-2, Phase.ELIMINATION),
                failed(0.4, 1e-2));
        Mesh across = Mesh.of(A, spots, Spot::x);
        assertThat(across.lower(0.1, 0)).isCloseTo(0.05, within(1e-12));
        assertThat(across.upper(0.1, 0)).isCloseTo(0.15, within(1e-12));
        assertThat(across.upper(0.2, 0)).isCloseTo(0.3, within(1e-12));
        assertThat(across.upper(0.4, 0)).isCloseTo(0.5, within(1e-12));
        Mesh up = Mesh.of(C, spots, Spot::y);
        assertThat(up.lower(1e-4, 0)).isCloseTo(1e-5, within(1e-12));
        assertThat(up.upper(1e-4, 0)).isCloseTo(1e-3, within(1e-12));
        Svg svg = Svg.parse(SweepMap.phases("t", A, C, List.of(new SweepMap.Part("", spots)), View.PLAIN)
                .svg());
        assertThat(svg.words()).contains("a (1/d)", "c", "escape", "equilibrium", "elimination", "failed");
        List<Svg.Area> escaped = boxes(svg, ESCAPE);
        double width = 0.45; // of the axis, from 0.05 to 0.5
        double left = escaped.stream().mapToDouble(Svg.Area::left).min().orElseThrow();
        double right = boxes(svg, EQUILIBRIUM).stream()
                .mapToDouble(Svg.Area::right)
                .max()
                .orElseThrow();
        assertThat(escaped).anyMatch(box -> Math.abs(box.right() - left - 0.1 / width * (right - left)) < 0.03);
        assertThat(escaped).anyMatch(box -> Math.abs(box.left() - left - 0.1 / width * (right - left)) < 0.03);
        assertThat(boxes(svg, "white")).hasSize(1);
    }

    @Test
    void fineCellsLieOverCoarseOnes() {
        List<Spot> spots = new ArrayList<>();
        for (double x : new double[] {0, 1, 2}) {
            for (double y : new double[] {1, 10, 100}) {
                spots.add(spot(x, y, x < 1 ? Phase.ESCAPE : Phase.EQUILIBRIUM));
            }
        }
        spots.add(new Spot(0.5, 10, Optional.of(Phase.ELIMINATION), 0, 1));
        Mesh across = Mesh.of(A, spots, Spot::x);
        assertThat(across.lower(0.5, 1)).isEqualTo(0.25);
        assertThat(across.upper(0.5, 1)).isEqualTo(0.75);
        assertThat(across.upper(0, 0)).isEqualTo(0.5);
        assertThat(across.axis().scale()).isEqualTo(Scale.linear(0, 2));
        Mesh up = Mesh.of(C, spots, Spot::y);
        assertThat(up.upper(10, 1)).isCloseTo(Math.pow(10, 1.25), within(1e-9));
        Svg svg = Svg.parse(SweepMap.phases("", A, C, List.of(new SweepMap.Part("", spots)), View.PLAIN)
                .svg());
        List<String> colors = svg.boxes().stream().map(Svg.Area::fill).toList();
        // of the map the fine cell is the last; after it the legend
        assertThat(colors.subList(colors.size() - 4, colors.size()))
                .containsExactly(ELIMINATION, ESCAPE, EQUILIBRIUM, ELIMINATION);
    }

    @Test
    void scatteredRunsAreDots() {
        List<Spot> spots = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            spots.add(spot(i, i * 7 % 20 + 1, Phase.ESCAPE));
        }
        Svg svg = Svg.parse(SweepMap.phases("", A, C, List.of(new SweepMap.Part("", spots)), View.PLAIN)
                .svg());
        assertThat(boxes(svg, ESCAPE)).isEmpty();
        assertThat(svg.paths("fill", ESCAPE)).hasSize(20);
    }

    @Test
    void colorsOfNumbersSpanTheirRange() {
        List<Spot> spots = List.of(number(1, 1, 10), number(2, 1, 20), number(1, 10, 15), number(2, 10, Double.NaN));
        Svg svg =
                Svg.parse(SweepMap.endpoint("", Key.of("peak"), A, C, List.of(new SweepMap.Part("", spots)), View.PLAIN)
                        .svg());
        assertThat(svg.words()).contains("peak", "10", "20", "no value");
        assertThat(boxes(svg, "rgb(0,34,78)")).hasSize(1);
        assertThat(boxes(svg, "rgb(254,232,56)")).hasSize(1);
        assertThat(boxes(svg, "rgb(238,238,238)")).isNotEmpty();
        assertThat(Palette.share(0.5)).isEqualTo(new java.awt.Color(0x7D7C76));
    }

    @Test
    void aCurveHasPhasesBehindIt() {
        List<Spot> spots = List.of(
                new Spot(1, 5, Optional.of(Phase.ESCAPE), 5, 0),
                new Spot(3, 7, Optional.of(Phase.ELIMINATION), 7, 0),
                new Spot(2, 6, Optional.of(Phase.ESCAPE), 6, 0));
        Figure figure = ResponseCurve.of("", A, "peak", List.of(new ResponseCurve.Part("", spots)), View.PLAIN);
        assertThat(figure.panels().get(0).layers())
                .filteredOn(Layer.Band.class::isInstance)
                .extracting(layer -> ((Layer.Band) layer).label() + " " + ((Layer.Band) layer).from() + " "
                        + ((Layer.Band) layer).to())
                .containsExactly("escape 0.5 2.5", "elimination 2.5 3.5");
    }

    @Test
    void survivalIsThatOfAWorkedExample() {
        // Six times 6, 7+, 10, 15, 19+, 25 (+ last seen): shares 5/6, then 5/6*3/4, then *2/3, then 0
        Survival.Times times =
                new Survival.Times(new double[] {10, 6, 25, 15, Double.NaN}, new double[] {7, 19, Double.NaN});
        Figure figure = Survival.of("", "share", "d", Map.of("", times), View.PLAIN);
        Layer.Line line = (Layer.Line) figure.panels().get(0).layers().get(0);
        assertThat(line.stroke()).isEqualTo(Layer.Stroke.STEPS);
        double[][] steps = line.points().columns();
        assertThat(steps[0]).containsExactly(0, 6, 10, 15, 25);
        assertThat(steps[1]).containsExactly(new double[] {1, 5 / 6.0, 0.625, 0.625 * 2 / 3, 0}, within(1e-12));
        double[][] seen =
                ((Layer.Dots) figure.panels().get(0).layers().get(1)).points().columns();
        assertThat(seen[0]).containsExactly(7, 19);
        assertThat(seen[1]).containsExactly(new double[] {5 / 6.0, 0.625 * 2 / 3}, within(1e-12));
        assertThat(line.key().name()).isEqualTo("4 of 6 progressed, median 15\u00a0d");
        assertThat(figure.panels().get(0).footer().get(0).entries())
                .containsExactly(
                        new Tick(0, "6"),
                        new Tick(5, "6"),
                        new Tick(10, "4"),
                        new Tick(15, "3"),
                        new Tick(20, "1"),
                        new Tick(25, "1"));
        assertThat(Svg.parse(figure.svg()).words()).contains("share", "at risk", "last seen");
        // a mark at the last time is whole, and so is the line at 1
        assertThat(figure.panels().get(0).x().scale()).isEqualTo(Scale.linear(0, 25.5));
        assertThat(figure.panels().get(0).y().scale().to()).isGreaterThan(1);
    }

    @Test
    void aWaterfallIsSortedAndCut() {
        Map<String, List<Waterfall.Patient>> arms = new LinkedHashMap<>();
        arms.put(
                "treated",
                List.of(
                        new Waterfall.Patient(-100, "CR"),
                        new Waterfall.Patient(250, "PD"),
                        new Waterfall.Patient(Double.NaN, ""),
                        new Waterfall.Patient(-40, "PR")));
        Figure figure = Waterfall.of("", arms, View.PLAIN);
        List<Layer> layers = figure.panels().get(0).layers();
        assertThat(layers)
                .extracting(Layer::key)
                .startsWith(new Key("CR", "1 of 4"), new Key("PR", "1 of 4"), new Key("PD", "1 of 4"));
        Layer.Cell worst = ((Layer.Cells) layers.get(2)).cells().get(0);
        assertThat(worst.fromX()).isEqualTo(0.1);
        assertThat(worst.toY()).isEqualTo(100);
        Layer.Cell best = ((Layer.Cells) layers.get(0)).cells().get(0);
        assertThat(best.fromX()).isEqualTo(2.1);
        assertThat(best.fromY()).isEqualTo(-100);
        assertThat(Svg.parse(figure.svg()).words()).contains("best change of diameter (%), cut at 100", "treated");
    }

    @Test
    void quantilesAreRibbonsAroundTheirMedian() {
        List<Points> lines =
                List.of(PointsTest.points(1, 2, 3), PointsTest.points(2, 3, 4), PointsTest.points(5, 6, 7));
        Quantiles.Fan fan = new Quantiles.Fan("arm", List.of(0.05, 0.5, 0.95), lines, "9 runs");
        Figure figure = Quantiles.of("", "d", Map.of("T", List.of(fan)), View.PLAIN);
        List<Layer> layers = figure.panels().get(0).layers();
        assertThat(layers)
                .extracting(Layer::key)
                .containsExactly(Key.of("arm: 5–95 %"), new Key("arm: median", "9 runs"));
        Layer.Ribbon ribbon = (Layer.Ribbon) layers.get(0);
        assertThat(ribbon.lower()).isSameAs(lines.get(0));
        assertThat(ribbon.upper()).isSameAs(lines.get(2));
        assertThat(figure.svg()).contains("opacity=\"0.25\"");
    }

    @Test
    void aSpiderColorsByTheEnd() {
        Points grows = PointsTest.points(0, 10, 150);
        Points shrinks = PointsTest.points(0, -20, -60);
        Figure figure = Spider.of("", "d", Map.of("", List.of(grows, shrinks)), View.PLAIN);
        assertThat(figure.panels().get(0).layers().subList(0, 2))
                .extracting(layer -> layer.key().name())
                .containsExactly("larger at the end", "smaller at the end");
        assertThat(figure.panels().get(0).y().scale()).isEqualTo(Scale.linear(-102, 100));
    }

    @Test
    void aBoundaryStandsInItsBracket() {
        Varied dose = new Varied("therapies[0].amount", "cell", true, List.of());
        Figure figure = BoundaryCurve.of(
                "",
                A,
                dose,
                Map.of(
                        "",
                        List.of(
                                new BoundaryCurve.Found(2, 200, 150, 250),
                                new BoundaryCurve.Found(1, 20, 15, 25),
                                new BoundaryCurve.Found(3, Double.NaN, Double.NaN, Double.NaN))),
                View.PLAIN);
        Panel panel = figure.panels().get(0);
        assertThat(panel.y()).isEqualTo(new Axis("therapies[0].amount (cell)", Scale.log(10, 1000)));
        assertThat(((Layer.Line) panel.layers().get(1)).points().columns()[1]).containsExactly(20, 200, Double.NaN);
        assertThat(Svg.parse(figure.svg()).words()).contains("bracket", "boundary");
    }

    @Test
    void eachArmHasABoundaryOfItsOwn() {
        Map<String, List<BoundaryCurve.Found>> arms = new java.util.LinkedHashMap<>();
        arms.put("alone", List.of(new BoundaryCurve.Found(1, 20, 15, 25), new BoundaryCurve.Found(2, 40, 35, 45)));
        arms.put("with IL-2", List.of(new BoundaryCurve.Found(1, 2, 1, 3), new BoundaryCurve.Found(2, 4, 3, 5)));
        Figure figure = BoundaryCurve.of("", A, new Varied("dose", "", false, List.of()), arms, View.PLAIN);
        List<Layer.Line> lines = figure.panels().get(0).layers().stream()
                .filter(Layer.Line.class::isInstance)
                .map(Layer.Line.class::cast)
                .toList();
        assertThat(lines.stream().map(line -> line.key().name())).containsExactly("alone", "with IL-2");
        assertThat(lines.get(0).points().columns()[1]).containsExactly(20, 40);
        assertThat(lines.get(1).points().columns()[1]).containsExactly(2, 4);
        assertThat(lines.stream().map(Layer.Line::color).distinct()).hasSize(2);
        // the outer points are whole
        assertThat(figure.panels().get(0).x().scale().from()).isLessThan(1);
        assertThat(figure.panels().get(0).x().scale().to()).isGreaterThan(2);
    }

    private static List<Svg.Area> boxes(Svg svg, String fill) {
        return svg.boxes().stream()
                .filter(box -> box.fill().equals(fill))
                .filter(box -> box.bottom() - box.top() > 6.5) // those of the legend are 6 high
                .toList();
    }

    private static Spot spot(double x, double y, Phase phase) {
        return new Spot(x, y, Optional.of(phase), 0, 0);
    }

    private static Spot failed(double x, double y) {
        return new Spot(x, y, Optional.empty(), Double.NaN, 0);
    }

    private static Spot number(double x, double y, double value) {
        return new Spot(x, y, Optional.of(Phase.ESCAPE), value, 0);
    }
}

package org.immunoedit.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunoedit.outcome.Episode;
import org.immunoedit.outcome.Phase;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final Scale TIME = Scale.linear(0, 4);
    private static final List<Double> EDGES = List.of(0.0, 1.0, 2.0, 3.0, 4.0);

    private static final Recording RUN = new Recording(
            "A tumor",
            "gone",
            "d",
            List.of(new Trace("T", "cell", "tumor cells", Points.of(new double[] {0, 1, 2, 3, 4}, new double[] {
                100, 200, 100, 0, 0
            }))),
            "T",
            List.of(),
            List.of(new Recording.Doses("drug", "drug.central", List.of(1.0), List.of(1.0))),
            List.of(new Episode(Phase.ELIMINATION, 0, 4)),
            List.of(new Recording.Remark("peak: kill decided", List.of(1.0))),
            List.of());

    private static Balance.Part part(String name, boolean gain, Double... amounts) {
        return new Balance.Part(Key.of(name), gain, Arrays.asList(amounts));
    }

    private static Figure figure(Balance.Part... parts) {
        List<Double> held = List.of(100.0, 100.0, 50.0, Double.NaN);
        return Balance.of(RUN, new Balance.Account(TIME, EDGES, held, List.of(parts)), View.PLAIN);
    }

    private static List<Layer.Area> areas(Panel panel) {
        return panel.layers().stream()
                .filter(Layer.Area.class::isInstance)
                .map(Layer.Area.class::cast)
                .toList();
    }

    private static double at(Points points, double x) {
        for (int i = 0; i < points.size(); i++) {
            if (points.x(i) == x) {
                return points.y(i);
            }
        }
        throw new AssertionError("nothing at " + x);
    }

    /** 30 births, 10 mutants, 40 killed, 20 lost: gains up and losses down from zero, in shares of these 100. */
    @Test
    void gainsAreStackedUpwardsAndLossesDownwards() {
        Figure figure = figure(
                part("births", true, 30.0, 30.0, 1.0, 0.0),
                part("kill", false, -40.0, -40.0, -99.0, 0.0),
                part("mutants", true, 10.0, 10.0, 0.0, 0.0),
                part("loss", false, -20.0, -20.0, 0.0, 0.0));
        List<Layer.Area> shares = areas(figure.panels().get(2));
        List<Layer.Area> rates = areas(figure.panels().get(1));
        assertThat(rates.stream().map(area -> area.key().name())).containsExactly("mutants", "births", "kill", "loss");
        double[][] expected = {{30, 40}, {0, 30}, {0, -40}, {-40, -60}};
        for (int k = 0; k < 4; k++) {
            assertThat(at(shares.get(k).lower(), 0.5)).isCloseTo(expected[k][0], within(1e-9));
            assertThat(at(shares.get(k).upper(), 0.5)).isCloseTo(expected[k][1], within(1e-9));
        }
        // 40 killed of 100 held for a day; in the third interval 99 of 50
        assertThat(at(rates.get(2).upper(), 0.5)).isCloseTo(-40, within(1e-9));
        assertThat(at(rates.get(2).upper(), 2.5)).isCloseTo(-198, within(1e-9));
        Layer.Line net = (Layer.Line) figure.panels().get(1).layers().stream()
                .filter(layer -> layer.key().name().equals("net"))
                .findFirst()
                .orElseThrow();
        assertThat(at(net.points(), 1.5)).isCloseTo(-20, within(1e-9));
    }

    @Test
    void whereThereIsNoTumorThereIsAGap() {
        Figure figure = figure(part("births", true, 1.0, 1.0, 1.0, 1.0), part("kill", false, -1.0, -1.0, -1.0, -1.0));
        for (Layer.Area area : areas(figure.panels().get(2))) {
            assertThat(at(area.upper(), 3.5)).isNaN();
            assertThat(at(area.lower(), 3.5)).isNaN();
            assertThat(at(area.upper(), 3)).isNotNaN(); // up to the edge of the gap
        }
        Svg svg = Svg.parse(figure.svg());
        assertThat(svg.words())
                .contains("A tumor", "gone", "births", "kill", "net", "a", "peak: kill decided", "elimination")
                .contains("% per d", "share (%)", "time (d)");
        assertThat(svg.paths("fill", "rgb(68,170,153)")).hasSize(2); // rates and shares
    }

    @Test
    void smallTermsAreAddedUpAndGray() {
        Figure figure = figure(
                part("births", true, 100.0, 100.0, 100.0, 0.0),
                part("a", true, 0.1, 0.1, 0.1, 0.0),
                part("b", true, 0.2, 0.2, 0.2, 0.0),
                part("death", false, -0.3, -0.3, -0.3, 0.0));
        List<Layer.Area> areas = areas(figure.panels().get(1));
        assertThat(areas.stream().map(area -> area.key().name())).containsExactly("other gains", "births", "death");
        assertThat(areas.get(0).key().meaning()).isEqualTo("2 smaller terms");
        assertThat(areas.get(0).color()).isEqualTo(areas.get(2).color()).isEqualTo(Palette.OTHER);
        assertThat(at(areas.get(0).upper(), 0.5) - at(areas.get(0).lower(), 0.5))
                .isCloseTo(0.3, within(1e-9));
    }

    @Test
    void ofManyTermsTheLargestKeepTheirNames() {
        List<Balance.Part> parts = new ArrayList<>();
        for (int k = 1; k <= 12; k++) {
            parts.add(part("loss" + k, false, -(double) k, -(double) k, -(double) k, 0.0));
        }
        List<Layer.Area> areas =
                areas(figure(parts.toArray(new Balance.Part[0])).panels().get(1));
        assertThat(areas.stream().map(area -> area.key().name()))
                .containsExactly("loss8", "loss9", "loss10", "loss11", "loss12", "other losses");
        assertThat(areas.get(5).key().meaning()).isEqualTo("7 smaller terms");
        assertThat(areas.stream().map(Layer.Area::color).distinct()).hasSize(6);
    }

    @Test
    void earlyTurnsAreSpreadByALogarithmicAxis() {
        assertThat(Balance.time(0, 1000, List.of(16.0, 115.0))).isEqualTo(Scale.log(1, 1000));
        assertThat(Balance.time(0, 1000, List.of(300.0, 600.0))).isEqualTo(Scale.linear(0, 1000));
        assertThat(Balance.time(0, 1000, List.of())).isEqualTo(Scale.linear(0, 1000));
        assertThat(Balance.time(-5, 1000, List.of(1.0, 20.0))).isEqualTo(Scale.linear(-5, 1000));
        // as crowded by factors as by differences
        assertThat(Balance.time(0, 1000, List.of(500.0, 501.0))).isEqualTo(Scale.linear(0, 1000));
        List<Double> edges = Balance.edges(Scale.log(1, 100));
        assertThat(edges.get(0)).isEqualTo(1);
        assertThat(edges.get(edges.size() / 2)).isCloseTo(10, within(1e-9));
        assertThat(edges.get(edges.size() - 1)).isEqualTo(100);
        assertThat(figure(part("births", true, 1.0, 1.0, 1.0, 0.0)).panels()).hasSize(3);
    }

    @Test
    void moreTurnsThanCanBeToldApartHaveNoLinesThroughTheAreas() {
        long few = figure(part("births", true, 1.0, 1.0, 1.0, 0.0)).panels().get(2).layers().stream()
                .filter(Layer.Line.class::isInstance)
                .count();
        assertThat(few).isEqualTo(1);
        List<Double> times = java.util.stream.DoubleStream.iterate(0.1, t -> t + 0.1)
                .limit(30)
                .boxed()
                .toList();
        Recording cycles = new Recording(
                "",
                "",
                "",
                RUN.traces(),
                "T",
                List.of(),
                List.of(),
                List.of(),
                List.of(new Recording.Remark("peak", times)),
                List.of());
        Balance.Account account = new Balance.Account(
                TIME, EDGES, List.of(1.0, 1.0, 1.0, 1.0), List.of(part("births", true, 1.0, 1.0, 1.0, 1.0)));
        Panel panel = Balance.of(cycles, account, View.PLAIN).panels().get(2);
        assertThat(panel.layers()).noneMatch(Layer.Line.class::isInstance);
    }
}

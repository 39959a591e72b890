package org.immunoedit.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.immunoedit.outcome.Episode;
import org.immunoedit.outcome.Phase;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final String TUMOR = "rgb(213,94,0)";
    private static final double[] TIME = {0, 10, 20, 30, 40};

    private static final Recording RUN = new Recording(
            "A <tumor> & its end",
            "gone for good",
            "d",
            List.of(
                    trace("T", "cell", "tumor cells; start as published", 1e6, 1e4, 0, 0, 0),
                    trace("T_total", "cell", "tumor burden", 1e6, 1e4, 0, 0, 0),
                    trace("E", "cell", "effector cells", 1e3, 1e5, 1e5, 1e4, 1e4),
                    trace("still", "cell", "never changes", 5, 5, 5, 5, 5),
                    trace("drug.central", "mg", "in plasma", 0, 200, 100, Double.NaN, 20)),
            "T",
            List.of(),
            List.of(new Recording.Doses(
                    "drug", "drug.central", List.of(200.0, 200.0, 100.0), List.of(10.0, 12.0, 30.0))),
            List.of(new Episode(Phase.UNDETERMINED, 0, 20), new Episode(Phase.ELIMINATION, 20, 40)),
            List.of(new Recording.Remark("T extinct", List.of(20.0))),
            List.of(new Recording.Bound("eliminated below", 1), new Recording.Bound("escaped above", 1e9)));

    @Test
    void drawsWhatChangesOnce() {
        assertThat(Course.shown(RUN, View.PLAIN)).containsExactly("T", "E", "drug.central");
        Svg svg = draw(View.PLAIN);
        assertThat(svg.words())
                .contains("A <tumor> & its end", "time (d)", "cells", "drug.central (mg)")
                .contains("T", " tumor cells", "E", " effector cells", "drug", " 3 × 100–200 mg")
                .contains("eliminated below", "T extinct")
                .doesNotContain("T_total", "still", "escaped above");
    }

    @Test
    void timeAndPhasesStandWhereTheyBelong() {
        Svg svg = draw(View.PLAIN);
        Svg.Stroke axis = axis(svg);
        assertThat(ticks(svg, axis)).first().isEqualTo(axis.x1());
        assertThat(ticks(svg, axis)).last().isEqualTo(axis.x2());
        double middle = (axis.x1() + axis.x2()) / 2;
        assertThat(svg.boxes())
                .anyMatch(box -> box.fill().equals("rgb(238,238,238)")
                        && box.left() == axis.x1()
                        && Math.abs(box.right() - middle) < 0.02);
        assertThat(svg.boxes())
                .anyMatch(box -> box.fill().equals("rgb(204,238,255)")
                        && Math.abs(box.left() - middle) < 0.02
                        && Math.abs(box.right() - axis.x2()) < 0.02);
        assertThat(svg.words()).containsOnlyOnce("elimination", "undetermined");
    }

    @Test
    void dosesAreTrianglesAtTheirTimes() {
        Svg svg = draw(View.PLAIN);
        Svg.Stroke axis = axis(svg);
        double perDay = (axis.x2() - axis.x1()) / 40;
        List<String> triangles = svg.paths("fill", "rgb(0,114,178)").stream()
                .filter(d -> d.split("L").length == 3 && d.endsWith("Z"))
                .toList();
        assertThat(triangles).hasSize(4); // three doses and the legend
        double[] tips = triangles.stream()
                .mapToDouble(d -> Double.parseDouble(d.substring(1).split(" ")[0]))
                .toArray();
        assertThat(tips[0]).isCloseTo(axis.x1() + 10 * perDay, within(0.02));
        assertThat(tips[1]).isCloseTo(axis.x1() + 12 * perDay, within(0.02));
        assertThat(tips[2]).isCloseTo(axis.x1() + 30 * perDay, within(0.02));
    }

    @Test
    void anExtinctTumorRunsAlongTheStripOfZero() {
        Svg svg = draw(View.PLAIN);
        assertThat(svg.words()).contains("0");
        String line = svg.paths("stroke", TUMOR).get(0);
        double[] y = heights(line);
        assertThat(y).hasSize(5);
        assertThat(y[2]).isEqualTo(y[3]).isEqualTo(y[4]).isGreaterThan(y[1]);
        Svg.Stroke left = svg.strokes().stream()
                .filter(stroke -> stroke.isVertical() && stroke.width().equals("0.7"))
                .findFirst()
                .orElseThrow();
        double height = left.y2() - left.y1();
        assertThat(y[2]).isCloseTo(left.y2() - Scale.FLOOR * height, within(0.02));
        // 1e6 is the top decade, 1 the lowest
        assertThat(y[0]).isCloseTo(left.y1(), within(0.02));
        assertThat(y[1]).isCloseTo(left.y1() + height * (1 - Scale.ABOVE_FLOOR) / 3, within(0.02));
    }

    @Test
    void whatIsMissingIsAGap() {
        Svg svg = draw(new View(Optional.empty(), List.of("drug.central"), true, false));
        List<String> lines = svg.paths("stroke", "rgb(0,114,178)").stream()
                .filter(d -> d.contains("L") && !d.endsWith("Z"))
                .toList();
        assertThat(lines.get(0).split("L")).hasSize(3); // 0, 10 and 20 days are joined, 40 stands apart
    }

    @Test
    void linearAndMultiplesAreOnRequest() {
        Svg linear = draw(new View(Optional.empty(), List.of("T"), true, false));
        assertThat(linear.words()).contains("2×10", "8×10");
        Svg multiples = draw(new View(Optional.empty(), List.of(), false, true));
        assertThat(multiples.words())
                .contains("T (cell)", "T_total (cell)", "E (cell)", "drug.central (mg)", "undetermined", "elimination")
                .doesNotContain("still (cell)");
    }

    @Test
    void observationsAreCirclesInThePanelOfTheirColumn() {
        Trace seen = trace("T", "", "", 9e5, 2e4, 0, 0, Double.NaN);
        Svg svg = Svg.parse(Course.of(RUN, List.of(seen), View.PLAIN).svg());
        assertThat(svg.words()).contains("observed T");
        assertThat(svg.document().getElementsByTagNameNS("*", "circle").getLength()
                        + svg.paths("stroke", TUMOR).stream()
                                .filter(d -> d.contains("C") && d.endsWith("Z"))
                                .count())
                .isEqualTo(5); // four of the five, and the legend
    }

    @Test
    void bytesAreAlikeInAnyLocaleAndOnAnyRun() {
        String first = Course.of(RUN, List.of(), View.PLAIN).svg();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(Course.of(RUN, List.of(), View.PLAIN).svg()).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(first)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ")
                .contains("width=\"170mm\"");
    }

    @Test
    void figuresOfOnePageShareNoIds() {
        Figure figure = Course.of(RUN, List.of(), View.PLAIN);
        assertThat(figure.svg("a-")).contains("id=\"a-").contains("url(#a-").doesNotContain("id=\"clip", "<?xml");
    }

    @Test
    void fontsAreReadableAtPaperSize() {
        String svg = Course.of(RUN, List.of(), new View(Optional.of(new Size(85, 90)), List.of(), false, false))
                .svg();
        assertThat(svg).contains("width=\"85mm\"", "viewBox=\"0 0 240.94 255.12\"");
        // 5.04 is the raised exponent of a label of 7
        assertThat(java.util.regex.Pattern.compile("font-size=\"([0-9.]+)px\"")
                        .matcher(svg)
                        .results()
                        .map(found -> Double.parseDouble(found.group(1))))
                .allMatch(size -> size >= 7 || size == 5.04);
    }

    @Test
    void pixelsAreThoseOfPrint() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Course.of(RUN, List.of(), new View(Optional.of(new Size(127, 76.2)), List.of(), false, false))
                .png(200, out);
        var image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(1000);
        assertThat(image.getHeight()).isEqualTo(600);
        long tumor = java.util.stream.IntStream.range(0, 600_000)
                .filter(i -> (image.getRGB(i % 1000, i / 1000) & 0xFFFFFF) == 0xD55E00)
                .count();
        assertThat(tumor).isGreaterThan(1000);
        assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        View view = new View(Optional.empty(), List.of("X"), false, false);
        assertThatThrownBy(() -> Course.of(RUN, List.of(), view)).hasMessageContaining("X");
    }

    @Test
    void manyPopulationsLeaveTheTumorAPanelOfItsOwn() {
        List<Trace> many = new java.util.ArrayList<>();
        for (int i = 0; i < 9; i++) {
            many.add(trace("cell" + i, "cell", "", 1, 10 + i, 3, 4, 5));
        }
        many.add(trace("tumor[1]", "cell", "", 1, 2, 3, 4, 9));
        many.add(trace("tumor_total", "cell", "", 2, 3, 4, 5, 10));
        Recording run =
                new Recording("", "", "d", many, "tumor_total", List.of(), List.of(), List.of(), List.of(), List.of());
        List<List<Trace>> groups = Selection.of(run);
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0)).extracting(Trace::name).containsExactly("tumor_total", "tumor[1]");
        assertThat(groups.get(1))
                .extracting(Trace::name)
                .containsExactly("cell2", "cell3", "cell4", "cell5", "cell6", "cell7", "cell8");
    }

    private static Svg draw(View view) {
        return Svg.parse(Course.of(RUN, List.of(), view).svg());
    }

    /** The lowest horizontal axis. */
    private static Svg.Stroke axis(Svg svg) {
        return svg.strokes().stream()
                .filter(stroke -> !stroke.isVertical() && stroke.width().equals("0.7"))
                .filter(stroke -> stroke.y1() == stroke.y2())
                .reduce((a, b) -> a.y1() > b.y1() ? a : b)
                .orElseThrow();
    }

    /** Where its ticks stand. */
    private static List<Double> ticks(Svg svg, Svg.Stroke axis) {
        return svg.strokes().stream()
                .filter(stroke -> stroke.isVertical() && stroke.y1() == axis.y1() && stroke.y2() > axis.y1())
                .map(Svg.Stroke::x1)
                .toList();
    }

    private static double[] heights(String path) {
        return java.util.Arrays.stream(path.split("[ML]"))
                .filter(pair -> !pair.isBlank())
                .mapToDouble(pair -> Double.parseDouble(pair.strip().split(" ")[1]))
                .toArray();
    }

    private static Trace trace(String name, String unit, String about, double... values) {
        return new Trace(name, unit, about, Points.of(TIME, values));
    }
}

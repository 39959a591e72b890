package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.immunoedit.cli.Trial.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue's models, run by shipped scenarios, show what their papers say. Sources are in the model documents. */
class PublishedResultsTest {
    private static final Path SCENARIOS = Path.of("scenarios");

    @Test
    void kuznetsovDormancy() {
        Table t = run("dormancy/kuznetsov-dormancy.json", "--set", "time={\"end\": 4000, \"points\": 2}");
        assertThat(t.last("T")).isCloseTo(8.186e6, withinPercentage(0.01));
        assertThat(t.last("E")).isCloseTo(1.608e6, withinPercentage(0.01));
    }

    @Test
    void kuznetsovEscape() {
        assertThat(run("dormancy/kuznetsov-escape.json").last("T")).isCloseTo(4.470e8, withinPercentage(0.01));
    }

    @Test
    void kirschnerPanettaCycles() {
        Table t = run(
                "dormancy/kirschner-panetta-cycles.json",
                "--set",
                "parameters.c=0.03",
                "--set",
                "time={\"end\": 6000, \"every\": 0.05}");
        double[] time = t.numbers("time");
        double[] tumor = t.numbers("T");
        int settled = tumor.length * 3 / 4;
        double[] late = Arrays.copyOfRange(tumor, settled, tumor.length);
        assertThat(Arrays.stream(late).min().orElseThrow()).isCloseTo(2186, withinPercentage(0.1));
        assertThat(Arrays.stream(late).max().orElseThrow()).isCloseTo(6.88e4, withinPercentage(0.1));
        List<Double> peaks = new ArrayList<>();
        for (int i = settled; i < tumor.length - 1; i++) {
            if (tumor[i] > tumor[i - 1] && tumor[i] >= tumor[i + 1]) {
                peaks.add(time[i]);
            }
        }
        double period = (peaks.get(peaks.size() - 1) - peaks.get(0)) / (peaks.size() - 1);
        assertThat(period).isCloseTo(107.1, withinPercentage(0.1));
    }

    /** The tumor-free state becomes stable at s1 = r2 g2 mu2/a = 540. */
    @ParameterizedTest
    @CsvSource({"530, grows", "550, dies"})
    void kirschnerPanettaThresholdOfAdoptiveCells(double s1, String fate) {
        Table t = run(
                "adoptive/kirschner-panetta-s1-500.json",
                "--set",
                "parameters.s1=" + s1,
                "--set",
                "initial={\"E\": " + s1 / 0.03 + ", \"T\": 0.001, \"I\": 0}",
                "--set",
                "time={\"end\": 400, \"points\": 5}");
        double[] tumor = t.numbers("T");
        assertThat(tumor[4] > tumor[3]).isEqualTo(fate.equals("grows"));
    }

    @Test
    void barrosClearanceAndRechallenge() {
        Table t = run(
                "car-t/barros-rechallenge.json",
                "--set",
                "time={\"end\": 255, \"at\": [42, 44.7, 44.9, 249, 250, 254.1, 254.4]}");
        double[] tumor = t.numbers("T");
        assertThat(tumor[0]).isCloseTo(2.146e7, withinPercentage(0.1));
        assertThat(tumor[1]).isGreaterThan(1);
        assertThat(tumor[2]).isLessThan(1);
        assertThat(t.numbers("M")[4]).isCloseTo(1.197e6, withinPercentage(0.1));
        assertThat(tumor[4]).isCloseTo(1e6, withinPercentage(1e-9));
        assertThat(tumor[5]).isGreaterThan(1);
        assertThat(tumor[6]).isLessThan(1);
    }

    @Test
    void kimmelPeak() {
        Table t = run("car-t/kimmel-lymphodepleted.json", "--set", "time={\"end\": 30, \"every\": 0.01}");
        double[] cells = t.numbers("C");
        int peak = IntStream.range(0, cells.length)
                .reduce((a, b) -> cells[b] > cells[a] ? b : a)
                .orElseThrow();
        assertThat(cells[peak]).isCloseTo(30.1, withinPercentage(0.1));
        assertThat(t.numbers("time")[peak]).isCloseTo(7.0, withinPercentage(0.3));
    }

    /** Two methods of different kinds, the second a hundred times tighter, give the same trajectory. */
    @ParameterizedTest
    @CsvSource({
        "dormancy/kuznetsov-dormancy.json, auto, rodas",
        "dormancy/kuznetsov-escape.json, tsit5, dop853",
        "dormancy/kirschner-panetta-cycles.json, auto, dop853",
        "cytokine/kirschner-panetta-il2.json, auto, rodas",
        "checkpoint/tsur-early-treatment.json, auto, dop853",
        "checkpoint/nikolopoulou-anti-pd1.json, auto, rodas",
        "car-t/barros-rechallenge.json, auto, dop853",
        "car-t/kimmel-relapse.json, auto, rodas"
    })
    void twoMethodsAgree(String scenario, String method, String other) {
        Table first = run(scenario, "--method", method, "--rtol", "1e-9");
        Table second = run(scenario, "--method", other, "--rtol", "1e-11");
        assertThat(first.size()).isEqualTo(second.size());
        for (String column : first.columns().keySet()) {
            double[] a = first.numbers(column);
            double[] b = second.numbers(column);
            double range = Arrays.stream(b).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < a.length; i++) {
                assertThat(Math.abs(a[i] - b[i])).as(column + " in row " + i).isLessThanOrEqualTo(1e-6 * range);
            }
        }
    }

    private static Table run(String scenario, String... options) {
        List<Object> words = new ArrayList<>(List.of("run", SCENARIOS.resolve(scenario)));
        words.addAll(Arrays.asList(options));
        Shell.Result result = new Shell(new Workbench()).run(words.toArray());
        assertThat(result.code()).as(result.err()).isZero();
        return Table.of(result.out());
    }
}

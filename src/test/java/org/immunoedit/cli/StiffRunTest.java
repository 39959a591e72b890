package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stiff problems as JSON documents through the whole program; a limit on steps keeps every method honest. */
class StiffRunTest {
    private static final double[] ROBERTSON = {0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050};
    private static final double[] VAN_DER_POL = {1.706167732170483, -0.8928097010247975};
    private static final double[] HIRES = {
        0.7371312573325668e-3,
        0.1442485726316185e-3,
        0.5888729740967575e-4,
        0.1175651343283149e-2,
        0.2386356198831331e-2,
        0.6238968252742796e-2,
        0.2849998395185769e-2,
        0.2850001604814231e-2
    };
    /** Radau IIA of SciPy 1.17.1 at rtol 1e-12, atol 1e-14, restarted at each dose. */
    private static final double[] TMDD = {
        247.004709836,
        227.624195327,
        65.0462066683,
        0.00279085655127,
        6.66224073234,
        0.0332682718632,
        20.9288603314,
        0.00203427426405,
        4.96736363175,
        6.01143136062e-05,
        0.302167304687
    };
    /** DOP853 of SciPy 1.17.1 at rtol and atol 1e-12, restarted at each of the 104 edges. */
    private static final double[] PD1 = {
        177.980457242,
        162.106644268,
        16.3975186494,
        0.880720050664,
        0.226970925165,
        4.23612841393,
        0.728771785097,
        0.0160259359807,
        0.455988228705,
        1.42131454562,
        0.432987831821,
        0.703261797238,
        163.771202619,
        17.9341542563
    };

    @TempDir
    Path directory;

    private static Shell.Result run(String name, Object... options) throws URISyntaxException {
        String resource = "/org/immunoedit/workloads/" + name + ".json";
        Path scenario = Path.of(
                Objects.requireNonNull(StiffRunTest.class.getResource(resource)).toURI());
        Object[] words = new Object[options.length + 2];
        words[0] = "run";
        words[1] = scenario;
        System.arraycopy(options, 0, words, 2, options.length);
        return new Shell(new Workbench()).run(words);
    }

    private static double[] end(Shell.Result result) {
        assertThat(result.code()).as(result.err()).isZero();
        List<String> lines = result.out().lines().toList();
        String[] last = lines.get(lines.size() - 1).split(",");
        return Arrays.stream(last).skip(1).mapToDouble(Double::parseDouble).toArray();
    }

    private static void assertEnd(double[] end, double[] expected, double relative) {
        assertThat(end).hasSameSizeAs(expected);
        for (int i = 0; i < end.length; i++) {
            assertThat(end[i]).as("state %d", i).isCloseTo(expected[i], within(relative * Math.abs(expected[i])));
        }
    }

    /** Steps, rejected ones included, that suffice with room to spare. */
    @ParameterizedTest
    @CsvSource({"robertson, 1500", "hires, 3000", "van-der-pol, 3500"})
    void publishedEndStatesAreReachedInFewSteps(String name, int steps) throws URISyntaxException {
        double[] expected = name.equals("robertson") ? ROBERTSON : name.equals("hires") ? HIRES : VAN_DER_POL;
        for (String method : List.of("auto", "rodas")) {
            Shell.Result result = run(name, "--method", method, "--rtol", "1e-8", "--set", "solver.max_steps=" + steps);
            assertEnd(end(result), expected, 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "rodas"})
    void targetMediatedDispositionIsNotStiffForTheUser(String method) throws URISyntaxException {
        assertEnd(end(run("tmdd", "--method", method, "--set", "solver.max_steps=4000")), TMDD, 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "tsit5", "dopri5", "dop853"})
    void aHundredAndFourDoseEdgesStayCheap(String method) throws URISyntaxException {
        assertEnd(end(run("pd1", "--method", method, "--set", "solver.max_steps=12000")), PD1, 1e-8);
    }

    @Test
    void theBenchmarkModelsAgreeWithThemselvesByAnotherMethod() throws URISyntaxException {
        for (String name : List.of("pd1", "cycles", "clones")) {
            assertThat(run(name, "--check-numerics").err())
                    .contains("numerics:")
                    .doesNotContain("warning");
        }
    }

    /** The cells of a failed infusion die out within 1e12 tumor cells, at up to 4e6 a day. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "rodas"})
    void effectorsThatDieOutBesideALargeTumorStayCheap(String method) {
        Shell.Result result = new Shell(new Workbench())
                .run(
                        "run",
                        "scenarios/car-t/barros-low-dose.json",
                        "--method",
                        method,
                        "--set",
                        "solver.max_steps=2000");
        assertThat(result.code()).as(result.err()).isZero();
        Trial.Table table = Trial.Table.of(result.out());
        double[] tumor = table.numbers("T");
        assertThat(tumor[tumor.length - 1]).isCloseTo(6.6515e11, withinPercentage(0.01));
        assertThat(table.numbers("C")[200]).isBetween(0.0, 1e-250);
    }

    /** The exact tumor dips below 1e-300 here: whatever comes after, the run must get there. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-4", "5e-4", "2e-3", "1e-2"})
    void tumorsFarBelowOneCellDoNotStall(String c) {
        new Trial(directory)
                .file(
                        "kp.json",
                        "{\"model\": \"kirschner-panetta-1998\", \"parameters\": {\"c\": " + c
                                + "}, \"solver\": {\"max_steps\": 100000}, \"time\": {\"end\": 3000, \"every\": 1000}}");
        for (String method : List.of("auto", "rodas")) {
            Shell.Result result =
                    new Shell(new Workbench()).run("run", directory.resolve("kp.json"), "--method", method);
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(Arrays.stream(Trial.Table.of(result.out()).numbers("T"))).allMatch(t -> t >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-4", "2e-4", "5e-4", "1e-3", "2e-3", "3e-3", "5e-3", "7e-3", "1e-2", "2e-2"})
    void aTumorThatDiesOutStaysAwayAndTheRunSaysWhen(String c) {
        Trial trial = new Trial(directory)
                .model(
                        "\"E\": {\"unit\": \"cell\", \"initial\": 1},"
                                + " \"T\": {\"unit\": \"cell\", \"initial\": 1, \"extinct_below\": 1e-3},"
                                + " \"I\": {\"unit\": \"1\", \"initial\": 1}",
                        "\"c\": {\"value\": " + c + ", \"unit\": \"1/d\"}",
                        "\"E\": \"c*T - 0.03*E + 0.1245*E*I/(2e7 + I)\","
                                + " \"T\": \"0.18*T*(1 - 1e-9*T) - E*T/(1e5 + T)\","
                                + " \"I\": \"5*E*T/(1e3 + T) - 10*I\"",
                        "");
        for (String method : List.of("auto", "rodas")) {
            Shell.Result result = trial.run(
                    "\"solver\": {\"max_steps\": 20000}, \"time\": {\"end\": 10000, \"every\": 1000}",
                    "--method",
                    method);
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(Trial.Table.of(result.out()).last("T")).isZero();
            assertThat(result.err()).containsPattern("T died out at [0-9.]+ d");
        }
    }
}

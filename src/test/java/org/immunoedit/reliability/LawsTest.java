package org.immunoedit.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.immunoedit.cli.Shell;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every model, tried on predator-prey models of chance through the whole program. */
class LawsTest {
    private static final double RTOL = 1e-9;
    /** Errors add up over a run; these models forget, so a thousandfold of the tolerance is generous. */
    private static final double AGREEMENT = 1e3 * RTOL;

    @TempDir
    private Path directory;

    /**
     * A tumor T and its effectors E, by mass; the same for every choice of units.
     *
     * @param a growth (1/d)
     * @param b capacity (mg)
     * @param k killing (1/d)
     * @param g half saturation (mg)
     * @param s influx (mg/d)
     * @param d death (1/d)
     */
    private record Chosen(double a, double b, double k, double g, double s, double d, double tumor, double effectors) {
        static Chosen of(long seed) {
            Random random = new Random(seed);
            return new Chosen(
                    between(random, 0.05, 1),
                    between(random, 1e2, 1e4),
                    between(random, 0.05, 2),
                    between(random, 1, 100),
                    between(random, 0.01, 1),
                    between(random, 0.05, 1),
                    between(random, 0.1, 50),
                    between(random, 0.1, 5));
        }

        private static double between(Random random, double low, double high) {
            return low * Math.pow(high / low, random.nextDouble());
        }

        /**
         * The model with times in a unit of which a day has {@code days}, masses in one of which a milligram has so
         * many.
         */
        String model(String time, double days, String mass, double milligram) {
            return "{\"name\": \"m\", \"time\": \"" + time + "\", \"states\": {\"T\": "
                    + state(mass, tumor * milligram) + ", \"E\": " + state(mass, effectors * milligram)
                    + "}, \"parameters\": {" + parameter("a", a / days, "1/" + time) + ", "
                    + parameter("b", b * milligram, mass) + ", " + parameter("k", k / days, "1/" + time) + ", "
                    + parameter("g", g * milligram, mass) + ", "
                    + parameter("s", s * milligram / days, mass + "/" + time) + ", "
                    + parameter("d", d / days, "1/" + time)
                    + "}, \"rates\": {\"T\": \"a*T*(1 - T/b) - k*E*T/(g + T)\","
                    + " \"E\": \"s + k*E*T/(g + T) - d*E\"}}";
        }

        private static String state(String unit, double initial) {
            return "{\"unit\": \"" + unit + "\", \"initial\": " + initial + "}";
        }

        private static String parameter(String name, double value, String unit) {
            return "\"" + name + "\": {\"value\": " + value + ", \"unit\": \"" + unit + "\"}";
        }
    }

    /** Rows of numbers: time, T, E. */
    private double[][] rows(String model, String scenario, String... options) {
        Desk desk = new Desk(directory).file("m.json", model).scenario(scenario);
        String[] words = new String[options.length + 4];
        Arrays.fill(words, "--rtol");
        words[0] = "run";
        words[1] = "@s.json";
        words[3] = Double.toString(RTOL);
        System.arraycopy(options, 0, words, 4, options.length);
        Shell.Result result = desk.run(words);
        assertThat(result.code()).as(result.err()).isZero();
        return result.out()
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void assertSame(double[][] rows, double[][] others, double[] factors) {
        assertThat(others).hasDimensions(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < factors.length; j++) {
                double expected = rows[i][j] * factors[j];
                double allowed = AGREEMENT * Math.max(Math.abs(expected), 1e-3 * factors[j]);
                assertThat(Math.abs(others[i][j] - expected))
                        .as(String.format(Locale.ROOT, "row %d column %d: %s and %s", i, j, expected, others[i][j]))
                        .isLessThanOrEqualTo(allowed);
            }
        }
    }

    private static final double[] EQUAL = {1, 1, 1};
    private static final String TIME = "\"time\": {\"end\": 60, \"every\": 3}";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyMethodComesToTheSame(long seed) {
        String model = Chosen.of(seed).model("d", 1, "mg", 1);
        double[][] rows = rows(model, TIME, "--method", "tsit5");
        for (String method : new String[] {"auto", "dopri5", "dop853", "rodas"}) {
            assertSame(rows, rows(model, TIME, "--method", method), EQUAL);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void theUnitsOfAModelDoNotMatter(long seed) {
        Chosen chosen = Chosen.of(seed);
        String dose =
                "\"therapies\": [{\"into\": \"E\", \"amount\": \"2 mg\", \"start\": \"5 d\", \"every\": \"1 wk\", \"doses\": 3,"
                        + " \"duration\": \"6 h\"}], \"time\": {\"end\": \"60 d\", \"every\": \"3 d\"},";
        double[][] rows = rows(chosen.model("d", 1, "mg", 1), dose + atol(1e-9));
        assertSame(rows, rows(chosen.model("h", 24, "ug", 1e3), dose + atol(1e-6)), new double[] {24, 1e3, 1e3});
        assertSame(rows, rows(chosen.model("wk", 1.0 / 7, "g", 1e-3), dose + atol(1e-12)), new double[] {
            1.0 / 7, 1e-3, 1e-3
        });
    }

    private static String atol(double each) {
        return " \"solver\": {\"atol\": " + each + "}";
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void timeOfAnAutonomousModelHasNoOrigin(long seed) {
        String model = Chosen.of(seed).model("d", 1, "mg", 1);
        double[][] rows = rows(model, "\"therapies\": [{\"into\": \"T\", \"amount\": 3, \"start\": 4}], " + TIME);
        double[][] late = rows(
                model,
                "\"therapies\": [{\"into\": \"T\", \"amount\": 3, \"start\": 104}],"
                        + " \"time\": {\"start\": 100, \"end\": 160, \"every\": 3}");
        for (double[] row : late) {
            row[0] -= 100;
        }
        assertSame(rows, late, EQUAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void aDoseInPartsIsTheDose(long seed) {
        String model = Chosen.of(seed).model("d", 1, "mg", 1);
        String whole =
                "{\"into\": \"E\", \"amount\": 6, \"start\": 4}, {\"into\": \"T\", \"amount\": 8, \"start\": 9, \"duration\": 4}";
        String parts =
                "{\"into\": \"E\", \"amount\": 2, \"start\": 4}, {\"into\": \"T\", \"amount\": 4, \"start\": 9, \"duration\": 2},"
                        + " {\"into\": \"E\", \"amount\": 4, \"start\": 4}, {\"into\": \"T\", \"amount\": 4, \"start\": 11, \"duration\": 2}";
        String overlaid = "{\"into\": \"E\", \"amount\": 3, \"start\": 4, \"every\": 0.001, \"doses\": 1},"
                + " {\"into\": \"E\", \"amount\": 3, \"start\": 4}, {\"into\": \"T\", \"rate\": 1, \"amount\": 4, \"start\": 9},"
                + " {\"into\": \"T\", \"rate\": 1, \"amount\": 4, \"start\": 9}";
        double[][] rows = rows(model, "\"therapies\": [" + whole + "], " + TIME);
        assertSame(rows, rows(model, "\"therapies\": [" + parts + "], " + TIME), EQUAL);
        assertSame(rows, rows(model, "\"therapies\": [" + overlaid + "], " + TIME), EQUAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48})
    void populationsStayPopulations(long seed) {
        String model = Chosen.of(seed).model("d", 1, "mg", 1);
        String kill = "\"parameters\": {\"k\": 50}, \"time\": {\"end\": 60}";
        for (String method : new String[] {"auto", "tsit5", "dopri5", "dop853", "rodas"}) {
            for (double[] row : rows(model, kill, "--method", method)) {
                assertThat(Arrays.stream(row).min().orElseThrow()).isNotNegative();
            }
        }
    }
}

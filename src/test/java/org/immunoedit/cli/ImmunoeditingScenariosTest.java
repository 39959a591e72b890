package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.immunoedit.cli.Trial.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario of the immunoediting model shows what it expects: the phase exactly, times and counts within 2 % of an
 * independent implementation (a time also within the distance of two rows, because that implementation found most times
 * on such a grid).
 */
class ImmunoeditingScenariosTest {
    private static final double SHARE = 0.02;

    /** A scenario and its run. */
    private record Shown(Path file, JsonNode scenario, Shell.Result result) {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** The runs are independent and share what time there is. */
    static List<Shown> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            List<Path> all =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            return all.parallelStream()
                    .map(ImmunoeditingScenariosTest::read)
                    .filter(s -> s.scenario().path("model").asText().equals("immunoediting"))
                    .filter(s -> s.scenario().has("expect"))
                    .map(s -> new Shown(s.file(), s.scenario(), run(s)))
                    .toList();
        }
    }

    private static Shown read(Path file) {
        try {
            return new Shown(file, new ObjectMapper().readTree(Files.readAllBytes(file)), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shell.Result run(Shown scenario) {
        List<Object> words = new ArrayList<>(List.of("run", scenario.file()));
        if (scenario.scenario().has("run_in")) {
            words.addAll(List.of("--set", "run_in.keep=true"));
        }
        return new Shell(new Workbench()).run(words.toArray());
    }

    @Test
    void thereIsOneForEachRowOfTheTable() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".json"))
                            .map(ImmunoeditingScenariosTest::read)
                            .filter(s -> s.scenario().path("model").asText().equals("immunoediting")
                                    && s.scenario().has("expect")))
                    .hasSizeGreaterThanOrEqualTo(52);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void showsWhatItExpects(Shown shown) {
        assertThat(shown.result().code()).as(shown.result().err()).isZero();
        Table table = Table.of(shown.result().out());
        checkNothingIsNegative(table);
        Course course = Course.of(table);
        JsonNode expect = shown.scenario().get("expect");
        assertThat(shown.result().err())
                .startsWith(expect.get("phase").asText() + ":")
                .hasLineCount(1);
        for (Map.Entry<String, JsonNode> expected : expect.properties()) {
            if (!expected.getKey().equals("phase")) {
                check(expected.getKey(), expected.getValue().asDouble(), course);
            }
        }
    }

    private static void check(String name, double wanted, Course course) {
        boolean time = name.equals("run_in") || name.endsWith("_time");
        double room = SHARE * Math.abs(wanted) + (time ? course.step() : 0);
        assertThat(course.value(name)).as(name).isCloseTo(wanted, Offset.offset(room));
    }

    private static void checkNothingIsNegative(Table table) {
        table.columns().forEach((name, values) -> {
            if (!name.equals("time")) {
                assertThat(values).as(name).noneMatch(value -> value.startsWith("-"));
            }
        });
    }

    /** What the rows of a run show, from time 0 on. */
    private record Course(Table table, double[] time, double[] tumor, int start) {
        static Course of(Table table) {
            double[] time = table.numbers("time");
            int start = 0;
            while (time[start] < 0) {
                start++;
            }
            return new Course(table, time, table.numbers("tumor_total"), start);
        }

        double step() {
            return time[start + 1] - time[start];
        }

        double value(String name) {
            if (name.startsWith("exhausted_fraction_")) {
                return at("exhausted_fraction", Double.parseDouble(name.substring("exhausted_fraction_".length())));
            }
            return switch (name) {
                case "run_in" -> -time[0];
                case "elimination_time" -> time[lastAtLeast(1) + 1];
                case "escape_time" -> time[lastBelow(1e9) + 1];
                case "relapse_time" -> relapse();
                case "lethal_time" -> lethal();
                case "nadir" -> tumor[nadir()];
                case "nadir_time" -> time[nadir()];
                case "tumor_end" -> tumor[tumor.length - 1];
                case "editing_index_start" -> number("editing_index", firstWithTumor());
                case "editing_index_end" -> number("editing_index", tumor.length - 1);
                case "peak_il6" -> peak("il6_total");
                case "peak_car_t" -> peak("car_t");
                case "peak_toxicity" -> peak("toxicity");
                default -> throw new AssertionError("unknown expectation " + name);
            };
        }

        private int lastAtLeast(double level) {
            int row = tumor.length - 1;
            while (tumor[row] < level) {
                row--;
            }
            return row;
        }

        private int lastBelow(double level) {
            int row = tumor.length - 1;
            while (tumor[row] >= level) {
                row--;
            }
            return row;
        }

        private int nadir() {
            int nadir = start;
            for (int row = start; row < tumor.length; row++) {
                nadir = tumor[row] < tumor[nadir] ? row : nadir;
            }
            return nadir;
        }

        private double relapse() {
            int row = nadir();
            double level = Math.max(1e8, 10 * tumor[row]);
            while (tumor[row] <= level) {
                row++;
            }
            return time[row];
        }

        /** The run was stopped at the lethal burden. */
        private double lethal() {
            assertThat(tumor[tumor.length - 1]).isCloseTo(9e11, Offset.offset(1e6));
            return time[time.length - 1];
        }

        private int firstWithTumor() {
            int row = start;
            while (tumor[row] == 0) {
                row++;
            }
            return row;
        }

        private double at(String column, double wanted) {
            return number(column, Arrays.binarySearch(time, wanted));
        }

        private double number(String column, int row) {
            return Double.parseDouble(table.columns().get(column).get(row));
        }

        private double peak(String column) {
            return Arrays.stream(table.numbers(column)).skip(start).max().orElseThrow();
        }
    }
}

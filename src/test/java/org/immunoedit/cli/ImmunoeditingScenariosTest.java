package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.immunoedit.cli.Trial.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario of the immunoediting model shows what it expects: the phase exactly, times and counts within 2 % of an
 * independent implementation. A time may also differ by the distance of two rows, because that implementation found
 * most times on such a grid.
 */
class ImmunoeditingScenariosTest {
    private static final double SHARE = 0.02;
    private static final String FRACTION = "exhausted_fraction_";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    /** A scenario with an expectation. */
    private record Stated(Path file, JsonNode expect) {}

    /** A scenario and what came of it. */
    private record Shown(Path file, JsonNode expect, Shell.Result result, Path csv) {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    private static List<Stated> stated() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(ImmunoeditingScenariosTest::stated)
                    .toList();
        }
    }

    private static Stream<Stated> stated(Path file) {
        JsonNode scenario = json(file);
        boolean ours = scenario.path("model").asText().equals("immunoediting") && scenario.has("expect");
        return ours ? Stream.of(new Stated(file, scenario.get("expect"))) : Stream.empty();
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runs are independent and share the processors. */
    static List<Shown> shown() throws IOException {
        return stated().parallelStream().map(ImmunoeditingScenariosTest::run).toList();
    }

    private static Shown run(Stated stated) {
        Path file = stated.file();
        Path csv = directory.resolve(file.getParent().getFileName() + "-" + file.getFileName() + ".csv");
        Shell.Result result = new Shell(new Workbench()).run("run", file, "-o", csv);
        return new Shown(file, stated.expect(), result, csv);
    }

    @Test
    void thereIsOneForEachRowOfTheTable() throws IOException {
        assertThat(stated()).hasSizeGreaterThanOrEqualTo(52);
    }

    @ParameterizedTest
    @MethodSource("shown")
    void showsWhatItExpects(Shown shown) throws IOException {
        assertThat(shown.result().code()).as(shown.result().err()).isZero();
        assertThat(shown.result().err()).doesNotContain("warning");
        Table table = Table.of(Files.readString(shown.csv()));
        checkNothingIsNegative(table);
        Outcome outcome = new Outcome(table, json(Targets.sidecar(shown.csv())));
        assertThat(outcome.phase()).isEqualTo(shown.expect().get("phase").asText());
        for (Map.Entry<String, JsonNode> expected : shown.expect().properties()) {
            if (!expected.getKey().equals("phase")) {
                check(expected.getKey(), expected.getValue().asDouble(), outcome);
            }
        }
    }

    private static void check(String name, double wanted, Outcome outcome) {
        double room = SHARE * Math.abs(wanted) + (name.endsWith("_time") ? outcome.step() : 0);
        assertThat(outcome.value(name)).as(name).isCloseTo(wanted, Offset.offset(room));
    }

    private static void checkNothingIsNegative(Table table) {
        table.columns()
                .forEach((name, values) -> assertThat(values).as(name).noneMatch(value -> value.startsWith("-")));
    }

    /** What the table and the sidecar of a run say. */
    private record Outcome(Table table, JsonNode sidecar) {
        String phase() {
            return sidecar.at("/verdict/phase").asText();
        }

        double step() {
            double[] time = table.numbers("time");
            return time[1] - time[0];
        }

        double value(String name) {
            if (name.startsWith(FRACTION)) {
                return at("exhausted_fraction", Double.parseDouble(name.substring(FRACTION.length())));
            }
            return switch (name) {
                case "run_in" -> sidecar.get("run_in").asDouble();
                case "lethal_time" -> stopped();
                case "peak_il6" -> peak("il6_total");
                case "peak_car_t" -> peak("car_t");
                case "peak_toxicity" -> peak("toxicity");
                default -> endpoint(name);
            };
        }

        private double stopped() {
            assertThat(sidecar.at("/ending/status").asText()).isEqualTo("stopped");
            assertThat(table.last("tumor_total")).isCloseTo(9e11, Offset.offset(1e6));
            return sidecar.at("/ending/time").asDouble();
        }

        private double endpoint(String name) {
            for (JsonNode endpoint : sidecar.at("/verdict/endpoints")) {
                if (endpoint.get("name").asText().equals(name)) {
                    assertThat(endpoint.get("value").isNumber()).as(name).isTrue();
                    return endpoint.get("value").asDouble();
                }
            }
            throw new AssertionError("no endpoint " + name);
        }

        private double at(String column, double wanted) {
            int row = Arrays.binarySearch(table.numbers("time"), wanted);
            return table.numbers(column)[row];
        }

        private double peak(String column) {
            return Arrays.stream(table.numbers(column)).max().orElseThrow();
        }
    }
}

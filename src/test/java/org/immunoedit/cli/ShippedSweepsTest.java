package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.immunoedit.problem.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sweeps under {@code scenarios/sweeps}. */
class ShippedSweepsTest {
    private static final Path SWEEPS = Path.of("scenarios", "sweeps");

    @TempDir
    private Path directory;

    static List<Path> sweeps() throws IOException {
        try (Stream<Path> files = Files.list(SWEEPS)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("find-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void aSweepIsFaultlessAndQuick(Path file) throws IOException, BadInput {
        Document document = Document.read(file.toString(), InputStream.nullInputStream());
        Changes changes = new Changes(List.of(), OptionalLong.empty(), List.of());
        SweepScenario scenario = SweepStudy.read(document, changes).arms().get(0);
        assertThat(scenario.warnings()).isEmpty();
        assertThat(scenario.plan().design().size()).isBetween(100L, 10_000L);
        assertThat(QuickPoints.of(scenario)).isInstanceOf(QuickPoints.class);
    }

    // 540 = r2 g2 mu2/a; the large tumor without treatment ends at c = 8.55e-5; Kuznetsov's tumor escapes as it grows
    @ParameterizedTest
    @CsvSource({
        "kirschner-panetta-antigenicity-cells.json, parameters.c=3e-5, 'parameters.s1=530,550', 'escape,elimination'",
        "kirschner-panetta-antigenicity-cells.json, parameters.s1=0, 'parameters.c=8.4e-5,1.3e-4', 'escape,elimination'",
        "kuznetsov-growth-recruitment.json, parameters.p=0.1245, 'parameters.a=0.18,0.4', 'equilibrium,escape'",
    })
    void mapsShowTheThresholds(String file, String fixed, String varied, String phases) throws IOException {
        Path output = directory.resolve("d");
        Shell.Result result = new Shell(new Workbench())
                .run("sweep", SWEEPS.resolve(file), "--vary", fixed, "--vary", varied, "-o", output);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.readAllLines(output.resolve("results.csv")).stream()
                        .skip(1)
                        .map(line -> Tally.fields(line, 5).get(4)))
                .containsExactly(phases.split(","));
    }

    @Test
    void validateReadsTheSweep() throws IOException {
        Path file = Files.writeString(directory.resolve("s.json"), """
                {"model": "kuznetsov-1994", "time": {"end": 1}, "sweep": {"vary": {"parameters.a": {"from": 1}}}}""");
        Shell.Result result = new Shell(new Workbench()).run("validate", file);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("s.json:1:", "/sweep/vary/parameters.a: \"to\" is missing");
    }
}

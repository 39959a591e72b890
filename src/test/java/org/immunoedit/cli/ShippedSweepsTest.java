package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.immunoedit.problem.BadInput;
import org.immunoedit.sweep.Variation;
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
        SweepStudy study = SweepStudy.read(document, changes);
        assertThat(study.warnings()).isEmpty();
        assertThat(study.plan().design().size()).isBetween(100L, 10_000L);
        boolean numbers = study.plan().variations().stream()
                .map(Variation::path)
                .allMatch(path -> path.startsWith("parameters.") || path.startsWith("initial."));
        if (numbers) {
            assertThat(QuickPoints.of(study.arms().get(0))).isInstanceOf(QuickPoints.class);
        }
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
        assertThat(column("phase", output)).containsExactly(phases.split(","));
    }

    // 6.349e7 = mu2 mu3 g1/(p1 - mu2): below it effector cells without a tumor die out, above it they grow to the end
    @Test
    void aFlowOfIl2MakesEffectorCellsGrowWithoutBound() throws IOException {
        Path output = directory.resolve("d");
        sweep(
                "kirschner-panetta-antigenicity-il2.json",
                output,
                "--vary",
                "parameters.c=0.02",
                "--vary",
                "parameters.s2=6.3e7,6.4e7");
        assertThat(column("phase", output)).containsOnly("elimination");
        List<Double> peaks =
                column("peak_E_time", output).stream().map(Double::valueOf).toList();
        assertThat(peaks.get(0)).isLessThan(1000);
        assertThat(peaks.get(1)).isEqualTo(3000);
    }

    // five points of the cohort: nobody lives without treatment, some do under two antibodies
    @Test
    void theCohortIsComparedUnderItsArms() throws IOException {
        Path output = directory.resolve("d");
        sweep("anti-pd1-cohort.json", output, "--shard", "1/200", "--keep", "bands");
        assertThat(column("status", output)).hasSize(15).containsOnly("ok");
        assertThat(column("arm", output).subList(0, 3)).containsExactly("control", "pembrolizumab", "ipi+nivo");
        assertThat(column("tumor_start", output))
                .allSatisfy(start -> assertThat(Double.parseDouble(start)).isCloseTo(1e10, within(1.0)));
        List<String> phases = column("phase", output);
        for (int i = 0; i < 15; i += 3) {
            assertThat(phases.get(i)).isEqualTo("escape");
        }
        assertThat(phases.stream().filter("escape"::equals).count()).isLessThan(15);
    }

    @Test
    void carTCellsNeedTheirDoseAndLymphodepletion() throws IOException {
        Path output = directory.resolve("d");
        sweep(
                "car-t-dose-burden.json",
                output,
                "--vary",
                "therapies[0].amount=2e6 cell,1e9 cell",
                "--vary",
                "initial.tumor[1]=1e9 cell,5e11 cell");
        assertThat(column("phase", output))
                .containsExactly(
                        "elimination",
                        "escape",
                        "escape",
                        "escape",
                        "elimination",
                        "elimination",
                        "elimination",
                        "escape");
    }

    private static void sweep(String file, Path output, String... words) {
        List<Object> all = new ArrayList<>(List.of("sweep", SWEEPS.resolve(file), "-o", output));
        all.addAll(List.of(words));
        Shell.Result result = new Shell(new Workbench()).run(all.toArray());
        assertThat(result.code()).as(result.err()).isZero();
    }

    private static List<String> column(String name, Path output) throws IOException {
        List<String> lines = Files.readAllLines(output.resolve("results.csv"));
        int position = Tally.fields(lines.get(0), 100).indexOf(name);
        return lines.stream()
                .skip(1)
                .map(line -> Tally.fields(line, 100).get(position))
                .toList();
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

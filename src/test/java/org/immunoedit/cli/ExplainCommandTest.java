package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunoedit.cli.Trial.Table;
import org.immunoedit.figure.Svg;
import org.immunoedit.model.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainCommandTest {
    private static final String DORMANCY = "scenarios/dormancy/kuznetsov-dormancy.json";
    private static final String CAR_T = "scenarios/car-t/barros-rechallenge.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shell shell = new Shell(new Workbench());

    @TempDir
    private Path directory;

    @Test
    void tellsWhoWonAtEachTurn() {
        Shell.Result result = shell.run("explain", DORMANCY);
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("""
                        equilibrium: T = 8.186e6 cell is steady: +0.00 % in 90 d

                        gains   growth (a*T)
                        losses  saturation (a*T*(b*T)); kill (tumor cells killed by effector cells)

                        0 to 34.02 d: T grows from 5e6 to 9.777e7 cell (equilibrium)
                          gains   growth 100 %
                          losses  kill 80 %, saturation 20 %
                        at 34.02 d it begins to shrink: kill decided, which rose from 3.523 % of the
                          tumor per d at 0 d to 14.48 %; losses now: kill 80 % (was 95 %), saturation
                          20 % (was 5 %)

                        34.02 to 88.71 d: T shrinks from 9.777e7 to 9.904e5 cell (equilibrium)
                        """).contains("\n… 11 more spans; --all tells them\n");
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(shell.run("explain", DORMANCY, "--all").out()).doesNotContain("--all tells them");
    }

    /** At a turn gains and losses are equal, so kill and saturation are what the paper's equations say there. */
    @Test
    void sharesAreThoseOfTheEquations() throws IOException {
        JsonNode first = JSON.readTree(shell.run("explain", "--json", DORMANCY).out())
                .get("spans")
                .get(0);
        double tumor = first.get("tumor_to").asDouble();
        assertThat(first.get("ends_with").asText()).isEqualTo("peak");
        assertThat(first.get("decided_by").asText()).isEqualTo("kill");
        // Kuznetsov et al. 1994: a = 0.18 1/d, b = 2e-9 1/cell
        double growth = 0.18 * tumor;
        double saturation = 0.18 * tumor * 2e-9 * tumor;
        assertThat(first.get("rates_at_end").get(0).asDouble()).isCloseTo(growth, within(1e-9 * growth));
        assertThat(first.get("rates_at_end").get(1).asDouble()).isCloseTo(-saturation, within(1e-9 * growth));
        assertThat(first.get("rates_at_end").get(2).asDouble()).isCloseTo(saturation - growth, within(1e-6 * growth));
    }

    @Test
    void aDoseThatTurnsTheTumorIsSeen() {
        assertThat(shell.run("explain", CAR_T).out())
                .contains("at 42 d it begins to shrink: kill decided, which rose from 0 % of the tumor\n"
                        + "  per d at 0 d to 743.2 %; losses now: kill 100 % (was 0 %)\n")
                .contains("at 250 d the tumor is changed at once, to 1e6 cell\n\n250 to 254.2 d: T shrinks")
                .contains("44.74 to 250 d: there is no tumor (elimination)");
    }

    static List<String> models() {
        // these two have no tumor
        return Catalogue.MODELS.names().stream()
                .filter(name -> !List.of("hoffman-2018", "stein-2019").contains(name))
                .toList();
    }

    /** What contributes over a span is what the tumor has gained: no part of the rate is lost or told twice. */
    @ParameterizedTest
    @MethodSource("models")
    void contributionsAddUp(String model) throws IOException {
        Path scenario = directory.resolve("starter.json");
        shell.run("init", "--model", model, "-o", scenario);
        JsonNode told = JSON.readTree(shell.run("explain", "--json", scenario).out());
        assertThat(told.get("contributions")).isNotEmpty();
        assertThat(told.get("spans")).isNotEmpty();
        for (JsonNode span : told.get("spans")) {
            double sum = 0;
            double turnover = 0;
            for (JsonNode amount : span.get("amounts")) {
                sum += amount.asDouble();
                turnover += Math.abs(amount.asDouble());
            }
            double gained =
                    span.get("tumor_to").asDouble() - span.get("tumor_from").asDouble();
            assertThat(sum).as(span.toString()).isCloseTo(gained, within(1e-4 * turnover + 1e-9));
        }
    }

    @Test
    void theTableIsTheContributionsAtTheRowsOfTheScenario() throws IOException {
        Path csv = directory.resolve("parts.csv");
        assertThat(shell.run("explain", DORMANCY, "-o", csv).code()).isZero();
        Table table = Table.of(Files.readString(csv));
        assertThat(table.columns().keySet()).containsExactly("time", "T", "growth", "saturation", "kill");
        double[] tumor = table.numbers("T");
        double[] growth = table.numbers("growth");
        double[] rows = Table.of(shell.run("run", DORMANCY).out()).numbers("T");
        assertThat(tumor).hasSameSizeAs(rows);
        for (int i = 0; i < rows.length; i++) {
            assertThat(tumor[i]).isCloseTo(rows[i], within(1e-9 * rows[i]));
            assertThat(growth[i]).isCloseTo(0.18 * rows[i], within(1e-9 * rows[i]));
        }
    }

    @Test
    void theFigureShowsTermsTurnsAndPhases() throws IOException {
        Path svg = directory.resolve("why.svg");
        Shell.Result result = shell.run("explain", CAR_T, "-o", svg);
        assertThat(result).isEqualTo(shell.run("explain", CAR_T));
        assertThat(Svg.parse(Files.readString(svg)).words())
                .contains("CAR-T cells clear a lymphoma, memory clears a rechallenge", "T (cell)", "time (d)")
                .contains("growth", "kill", "saturation", "net", "elimination", "car-t")
                .contains("peak: kill decided", "T is gone", "T is raised at once");
        Path png = directory.resolve("why.PNG");
        assertThat(shell.run("explain", DORMANCY, "-o", png, "--size", "80x90mm", "--json")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(shell.unfinished()).isEmpty();
    }

    @Test
    void tableAndFigureStandBesideEachOther() throws IOException {
        Path csv = directory.resolve("parts.csv");
        assertThat(shell.run("explain", DORMANCY, "-o", csv, "--plot").code()).isZero();
        assertThat(csv).exists();
        assertThat(Svg.parse(Files.readString(directory.resolve("parts.svg"))).words())
                .contains("An inoculum of 5e6 lymphoma cells goes dormant", "peak: kill decided", " 10 times");
    }

    @Test
    void targetsThatAreNeitherTableNorFigureAreRefused() {
        for (String target : List.of("why.pdf", "why", "-")) {
            assertThat(shell.run("explain", DORMANCY, "-o", target))
                    .isEqualTo(new Shell.Result(
                            2,
                            "",
                            "immunoedit: -o " + target + " does not end in .svg, .png or .csv"
                                    + "\nTry 'immunoedit explain --help'.\n"));
        }
        assertThat(shell.run("explain", DORMANCY, "--plot").err())
                .startsWith("immunoedit: --plot draws beside a CSV file: -o FILE.csv");
        assertThat(shell.run("explain", DORMANCY, "-o", "x.svg", "--size", "7").code())
                .isEqualTo(2);
    }

    @Test
    void theRunThatIsExplainedIsNotWrittenOver() throws IOException {
        Path csv = directory.resolve("rows.csv");
        shell.run("run", "-q", DORMANCY, "-o", csv);
        String rows = Files.readString(csv);
        Shell.Result result =
                shell.run("explain", csv, "-o", directory.resolve(".").resolve("rows.csv"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("rows.csv is the run that is to be explained; choose another name");
        assertThat(csv).hasContent(rows);
    }

    /** Stopped where it starts, a run has no course that could be told or drawn. */
    @Test
    void aRunThatEndsAtItsStartHasNoFigure() throws IOException {
        Path svg = directory.resolve("why.svg");
        Shell.Result result = shell.run(
                "explain",
                DORMANCY,
                "--set",
                "events=[{\"when\": \"T > 1\", \"at_start\": true, \"stop\": true, \"label\": \"here\"}]",
                "-o",
                svg);
        assertThat(result.code()).as(result.toString()).isZero();
        assertThat(result.err()).contains("warning: the run ends where it starts: there is nothing to draw");
        assertThat(svg).doesNotExist();
    }

    @Test
    void aCsvFileIsExplainedByItsSidecar() throws IOException {
        Path csv = directory.resolve("rows.csv");
        shell.run("run", "-q", DORMANCY, "--set", "parameters.a=0.2", "-o", csv);
        Shell.Result result = shell.run("explain", csv);
        assertThat(result.out())
                .isEqualTo(shell.run("explain", DORMANCY, "--set", "parameters.a=0.2")
                        .out())
                .contains("kill decided");
        Files.delete(directory.resolve("rows.meta.json"));
        assertThat(shell.run("explain", csv).code()).isEqualTo(4);
        Files.writeString(directory.resolve("rows.meta.json"), "{}");
        assertThat(shell.run("explain", csv))
                .isEqualTo(new Shell.Result(
                        3,
                        "",
                        directory.resolve("rows.meta.json")
                                + ":1:1: error: \"scenario\" is missing; expected a sidecar of run -o\n"));
    }

    @Test
    void whatCannotBeExplainedIsTold() throws IOException {
        Path scenario = directory.resolve("stein.json");
        shell.run("init", "--model", "stein-2019", "-o", scenario);
        Shell.Result result = shell.run("explain", scenario);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("error: ").contains("nothing says what the tumor is");
        assertThat(shell.run("explain").code()).isEqualTo(2);
        Shell.Result failed = shell.run("explain", DORMANCY, "--set", "solver.max_steps=3");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).startsWith(DORMANCY + ": error: ");
        Path csv = directory.resolve("parts.csv");
        assertThat(shell.run("explain", DORMANCY, "--set", "solver.max_steps=3", "-o", csv)
                        .code())
                .isEqualTo(1);
        assertThat(csv).doesNotExist();
    }
}

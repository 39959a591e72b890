package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a run. */
class SummaryTest {
    private static final String DORMANCY = "scenarios/dormancy/kuznetsov-dormancy.json";
    private static final String CAR_T = "scenarios/car-t/barros-rechallenge.json";
    private static final String RULES = "scenarios/rules/hold-on-toxicity.json";

    @TempDir
    private Path directory;

    @Test
    void aSparklineIsLogarithmic() {
        assertThat(new Sparkline(0, true).of(List.of(1.0, 10.0, 100.0, 1e7, 0.0, Double.NaN)))
                .isEqualTo("▁▂▃█· ");
        assertThat(new Sparkline(0, false).of(List.of(1.0, 10.0, 100.0, 1e7, 0.0)))
                .isEqualTo("12380");
        assertThat(new Sparkline(10, false).of(List.of(1e3, 10.0, 9.99, 100.0))).isEqualTo("8105");
        assertThat(new Sparkline(0, false).of(List.of(7.0, 7.0, 7.01))).isEqualTo("555");
        assertThat(new Sparkline(0, false).of(List.of())).isEmpty();
    }

    @Test
    void aFileComesWithASummary() {
        String err = run(Map.of(), false, true, "run", CAR_T, "-o", directory.resolve("rows.csv"));
        assertThat(err.replaceFirst("(in )\\d+\\.\\d\\d( s;)", "$1…$2")).isEqualTo("""
                verdict        elimination since 44.74 d
                               T = 0 cell has been below 1 cell since 254.2 d
                tumor          2e6 ▆▆▇▇██·························▁······ 0 cell
                nadir          0 cell at 44.74 d
                peak           2.146e7 cell at 42 d
                doses          1 car-t, 1 into T
                events         T died out at 44.74 d, T died out at 254.2 d
                solver         300 d in … s; auto, steps: 495 by tsit5, 3 rejected
                """);
    }

    @Test
    void decisionsPeaksAndWarningsArePartOfIt() {
        String err = run(Map.of(), false, true, "run", RULES, "-o", directory.resolve("rows.csv"));
        assertThat(err)
                .contains("il6_total      peak 71.93 pg/mL at 9.517 d, at the end 4 pg/mL\n")
                .contains("response       PD, best change +50 % in diameter; progression after 56 d\n")
                .contains("\ndecisions      at 9.66667 d hold aldesleukin, 6 doses left out (toxicity); at\n")
                .doesNotContain("occupancy_pd1");
        assertThat(err.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void rowsForAProgramComeWithTheVerdictAlone() {
        assertThat(run(Map.of(), false, true, "run", DORMANCY))
                .isEqualTo("equilibrium: T = 8.186e6 cell is steady: +0.00 % in 90 d\n");
        assertThat(run(Map.of("NO_COLOR", "1"), true, true, "run", DORMANCY))
                .contains("\npeak           9.777e7 cell at 34.02 d\n");
        assertThat(run(Map.of(), true, true, "run", DORMANCY, "--quiet")).isEmpty();
        assertThat(run(Map.of(), true, true, "run", DORMANCY, "-q", "-o", directory.resolve("x.csv")))
                .isEmpty();
        assertThat(run(Map.of(), false, true, "run", DORMANCY, "--json", "-o", directory.resolve("x.csv")))
                .isEqualTo("[]\n");
    }

    @Test
    void colorsAreForTerminalsThatKnowThemAndPeopleWhoWantThem() {
        assertThat(run(Map.of("TERM", "xterm"), true, true, "run", DORMANCY))
                .contains("\u001b[1;34mequilibrium\u001b[0m since 0.2503 d");
        assertThat(run(Map.of("TERM", "xterm"), false, true, "run", DORMANCY, "-o", directory.resolve("x.csv")))
                .doesNotContain("\u001b");
        assertThat(run(Map.of("NO_COLOR", "1"), true, true, "run", DORMANCY)).doesNotContain("\u001b");
        assertThat(run(Map.of("NO_COLOR", ""), true, true, "run", DORMANCY)).contains("\u001b");
        assertThat(run(Map.of("TERM", "dumb"), true, true, "run", DORMANCY)).doesNotContain("\u001b");
    }

    @Test
    void aTerminalWithoutUnicodeGetsAscii() {
        String err = run(Map.of("NO_COLOR", "1"), true, false, "run", RULES);
        assertThat(err).contains("tumor          2e9 1112").contains("editing index  0.5 -> 0.5\n");
        assertThat(err.chars()).allMatch(c -> c < 128);
    }

    @Test
    void severalRunsAreOneTable() throws IOException {
        Path longer = Files.copy(
                Path.of(CAR_T), directory.resolve("a-name-of-a-scenario-that-is-longer-than-its-column.json"));
        String err = run(Map.of(), false, true, "run", DORMANCY, CAR_T, longer, "-o", directory.resolve("out"));
        assertThat(err).isEqualTo("""
                kuznetsov-dormancy             equilibrium  ▅▁▅▇███████████████ since 0.2503 d
                barros-rechallenge             elimination  ▁▅█················ since 44.74 d
                …hat-is-longer-than-its-column elimination  ▁▅█················ since 44.74 d
                """);
    }

    @Test
    void severalRunsShowTheirProgressOnATerminalOnly() {
        Path out = directory.resolve("out");
        String err = run(Map.of("NO_COLOR", "1"), true, true, "run", DORMANCY, CAR_T, "-o", out, "--threads", "1");
        assertThat(err)
                .contains("[##########----------] 1 of 2 scenarios (50.0 %), ")
                .contains("left\r\u001b[K");
        assertThat(run(Map.of(), true, true, "run", DORMANCY, CAR_T, "-o", out, "-q"))
                .isEmpty();
        assertThat(run(Map.of(), false, true, "run", DORMANCY, CAR_T, "-o", out))
                .doesNotContain("[#");
    }

    private static String run(Map<String, String> environment, boolean terminal, boolean unicode, Object... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                terminal,
                unicode);
        List<String> texts = new ArrayList<>();
        for (Object word : words) {
            texts.add(word.toString());
        }
        int code = new App(console, List.of(new RunCommand(new Workbench(), new HashSet<>())))
                .run(texts.toArray(String[]::new))
                .code();
        assertThat(code).isZero();
        return err.toString(StandardCharsets.UTF_8);
    }
}

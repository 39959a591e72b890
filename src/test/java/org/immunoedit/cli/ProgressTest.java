package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line that tells how far a sweep has come. */
class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, UTF_8);
    private final AtomicLong now = new AtomicLong(7_000_000_000L);

    @TempDir
    private Path directory;

    @Test
    void rateAndTimeLeftAreOfThePointsSinceTheStart() {
        Progress progress = new Progress(err, true, "points", now::get);
        Tally tally = new Tally();
        progress.start(400, 1000);
        seconds(10);
        tally.add("failed:step", "");
        progress.reached(500, tally);
        assertThat(shown())
                .isEqualTo("\r\u001b[K[##########----------] 500 of 1000 points (50.0 %), 10.0/s, 0:50 left, 1 failed");
        progress.end();
        assertThat(shown()).endsWith("failed\r\u001b[K");
    }

    @Test
    void theLineIsNotWrittenMoreOftenThanItCanBeRead() {
        Progress progress = new Progress(err, true, "runs", now::get);
        progress.start(0, 36_000);
        seconds(1);
        progress.reached(1, new Tally());
        assertThat(shown()).contains("1 of 36000 runs (0.0 %), 1.00/s, 9:59:59 left");
        int before = shown().length();
        now.addAndGet(100_000_000);
        progress.reached(2, new Tally());
        assertThat(shown()).hasSize(before);
        now.addAndGet(150_000_000);
        progress.reached(3, new Tally());
        assertThat(shown()).hasSizeGreaterThan(before).contains("3 of 36000 runs");
    }

    @Test
    void aClockThatStandsStillOrGoesBackShowsNoNonsense() {
        Progress progress = new Progress(err, true, "points", now::get);
        progress.start(0, 100);
        progress.reached(1, new Tally());
        assertThat(shown()).endsWith("1 of 100 points (1.0 %), 0.00/s, ? left");
        seconds(-3600);
        progress.reached(2, new Tally());
        assertThat(shown()).endsWith("2 of 100 points (2.0 %), 0.00/s, ? left");
        seconds(1);
        progress.reached(3, new Tally());
        assertThat(shown()).endsWith("3 of 100 points (3.0 %), 0.00/s, ? left");
        seconds(3609);
        progress.reached(50, new Tally());
        assertThat(shown()).endsWith("50 of 100 points (50.0 %), 5.00/s, 0:10 left");
        seconds(90_000_000_000L / 1000);
        progress.reached(51, new Tally());
        assertThat(shown())
                .contains("51 of 100 points (51.0 %), 5.67e-07/s, ")
                .doesNotContain(", -", "NaN", "Infinity");
    }

    @Test
    void nothingToDoIsNoNumberThatIsNone() {
        Progress progress = new Progress(err, true, "points", now::get);
        progress.start(0, 0);
        seconds(1);
        progress.reached(0, new Tally());
        assertThat(shown()).endsWith("0 of 0 points (0.0 %), 0.00/s, ? left");
    }

    @Test
    void whereNobodyWatchesItIsSilent() {
        Progress progress = new Progress(err, false, "points", now::get);
        progress.start(0, 10);
        seconds(10);
        progress.reached(5, new Tally());
        progress.end();
        assertThat(shown()).isEmpty();
    }

    @Test
    void aSweepShowsItOnATerminalOnly() throws IOException {
        Path scenario = Files.writeString(directory.resolve("s.json"), """
                {"model": "kuznetsov-1994", "time": {"end": 1}, "sweep": {"vary": {"parameters.a": [0.1, 0.2]}}}""");
        assertThat(sweep(scenario, "watched", true))
                .contains("\r\u001b[K")
                .endsWith("undetermined" + System.lineSeparator());
        bytes.reset();
        assertThat(sweep(scenario, "alone", false)).doesNotContain("\u001b");
        bytes.reset();
        assertThat(sweep(scenario, "quiet", true, "--quiet")).isEmpty();
    }

    private String sweep(Path scenario, String name, boolean terminal, String... words) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, Map.of(), terminal);
        App app = new App(console, List.of(new SweepCommand(ConcurrentHashMap.newKeySet())));
        List<String> all = new java.util.ArrayList<>(List.of("sweep", scenario.toString(), "-o"));
        all.add(directory.resolve(name).toString());
        all.addAll(List.of(words));
        assertThat(app.run(all.toArray(new String[0])).code()).as(shown()).isZero();
        return shown();
    }

    private void seconds(long seconds) {
        now.addAndGet(seconds * 1_000_000_000L);
    }

    private String shown() {
        return bytes.toString(UTF_8);
    }
}

package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program among other processes: readers that go away, signals, little memory, several threads. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "pipes and signals are those of POSIX")
class ProcessIT {
    private static final Path PROGRAM =
            Path.of("target/immunoedit/bin/immunoedit").toAbsolutePath();
    private static final int INTERRUPTS = 4;

    @TempDir
    private Path directory;

    private Path scenario;

    @BeforeEach
    void aRunWithMoreRowsThanAnyoneWaitsFor() throws IOException {
        scenario = Files.writeString(
                directory.resolve("s.json"),
                "{\"model\": \"kuznetsov-1994\", \"time\": {\"end\": 100, \"points\": 1000000000}}");
    }

    @Test
    void aReaderThatGoesAwayEndsTheRunQuietly() throws IOException, InterruptedException {
        Ended ended = ended(bash("", "\"$@\" | head -n 3; echo \"exit ${PIPESTATUS[0]}\"", "run", "s.json", "--quiet"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines()).hasSize(4).first().asString().startsWith("time,");
        assertThat(ended.out()).endsWith("exit 0\n");
    }

    @Test
    void anInterruptAtAnyMomentLeavesNoFile() throws IOException, InterruptedException {
        Random random = new Random(5);
        for (int i = 0; i < INTERRUPTS; i++) {
            Process process = bash("", "exec \"$@\"", "run", "s.json", "-o", "out.csv");
            while (process.isAlive() && files().size() == 1) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(200));
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(ended(process)).isEqualTo(new Ended(130, "", ""));
            assertThat(files()).containsExactly(scenario);
        }
    }

    @Test
    void anInterruptOfAnyCommandThatWritesLeavesNoUnfinishedFile() throws IOException, InterruptedException {
        Files.writeString(
                directory.resolve("s.json"),
                "{\"model\": \"kuznetsov-1994\", \"time\": {\"end\": 1000, \"points\": 20000}}");
        assertThat(ended(bash("", "exec \"$@\"", "run", "s.json", "-o", "out.csv", "--quiet"))
                        .exit())
                .isZero();
        Random random = new Random(6);
        for (String command :
                List.of("plot out.csv", "report out.csv", "explain s.json -o parts.csv", "init -o i.json")) {
            Process process = bash("", "exec \"$@\"", command.split(" "));
            Thread.sleep(200 + random.nextInt(600));
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(ended(process).exit()).isIn(0, 130);
            assertThat(files()).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void tooLittleMemoryIsOneLine() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("m.json"), """
                {"name": "m", "units": "unchecked", "units_reason": "a test", "time": "d", "indices": {"i": 3000},
                 "states": {"T[i]": {"unit": "cell", "initial": 1}}, "rates": {"T[i]": "-T[i]"}}
                """);
        Files.writeString(
                directory.resolve("s.json"),
                "{\"model\": \"m.json\", \"time\": {\"end\": 1}, \"solver\": {\"method\": \"rodas\"},"
                        + " \"output\": {\"columns\": [\"T[1]\"]}}");
        Ended ended = ended(bash("-Xmx24m", "exec \"$@\"", "run", "s.json", "-o", "out.csv"));
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains("out of memory; give the JVM more with IMMUNOEDIT_JAVA_OPTS=-Xmx4g");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exit()).isEqualTo(70);
        assertThat(files()).containsExactlyInAnyOrder(scenario, directory.resolve("m.json"));
    }

    @Test
    void tooLittleMemoryForASweepIsOneLineToo() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("m.json"), """
                {"name": "m", "units": "unchecked", "units_reason": "a test", "time": "d", "indices": {"i": 3000},
                 "states": {"T[i]": {"unit": "cell", "initial": 1}}, "parameters": {"a": {"value": 1, "unit": "1"}},
                 "rates": {"T[i]": "-a*T[i]"}}
                """);
        Files.writeString(
                directory.resolve("s.json"),
                "{\"model\": \"m.json\", \"time\": {\"end\": 1}, \"solver\": {\"method\": \"rodas\"},"
                        + " \"sweep\": {\"vary\": {\"parameters.a\": [1, 2]}}}");
        for (String threads : List.of("1", "2")) {
            Ended ended = ended(
                    bash("-Xmx24m", "exec \"$@\"", "sweep", "s.json", "--threads", threads, "-o", "results" + threads));
            assertThat(ended)
                    .isEqualTo(new Ended(
                            70, "", "immunoedit: out of memory; give the JVM more with IMMUNOEDIT_JAVA_OPTS=-Xmx4g\n"));
            assertThat(directory.resolve("results" + threads + "/results.csv")).doesNotExist();
        }
    }

    @Test
    void tooLittleMemoryForAFigureOrAPageLeavesNoFile() throws IOException, InterruptedException {
        Files.writeString(
                directory.resolve("s.json"),
                "{\"model\": \"kuznetsov-1994\", \"time\": {\"end\": 100, \"points\": 300000}}");
        assertThat(ended(bash("", "exec \"$@\"", "run", "s.json", "-o", "out.csv", "--quiet"))
                        .exit())
                .isZero();
        List<Path> before = files();
        for (String command : List.of("plot", "report")) {
            Ended ended = ended(bash("-Xmx24m", "exec \"$@\"", command, "out.csv"));
            assertThat(ended.err())
                    .isEqualTo("immunoedit: out of memory; give the JVM more with IMMUNOEDIT_JAVA_OPTS=-Xmx4g\n");
            assertThat(ended.exit()).isEqualTo(70);
            assertThat(files()).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    void theSameBytesWithOneThreadAndEight() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run"));
        try (Stream<Path> shipped = Files.list(Path.of("scenarios/dormancy"))) {
            shipped.sorted().map(file -> file.toAbsolutePath().toString()).forEach(words::add);
        }
        assertThat(words).hasSizeGreaterThan(4);
        for (String threads : List.of("1", "8")) {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("--threads", threads, "--quiet", "-o", "with-" + threads));
            assertThat(ended(bash("", "exec \"$@\"", all.toArray(String[]::new))))
                    .isEqualTo(new Ended(0, "", ""));
        }
        List<Path> alone = tables("with-1");
        assertThat(alone).hasSize(words.size() - 1);
        for (Path table : alone) {
            assertThat(directory.resolve("with-8").resolve(table.getFileName())).hasSameBinaryContentAs(table);
        }
        assertThat(tables("with-8")).hasSameSizeAs(alone);
    }

    private List<Path> tables(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private record Ended(int exit, String out, String err) {}

    private static Ended ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    /** A command of the shell, in which {@code "$@"} is the program with its words. */
    private Process bash(String options, String command, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(Interrupt.heeded());
        all.addAll(List.of("bash", "-c", command, "bash", PROGRAM.toString()));
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all).directory(directory.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", "none");
        builder.environment().put("IMMUNOEDIT_JAVA_OPTS", options);
        return builder.start();
    }
}

package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.immunoedit.io.RunRecord;

/**
 * A sweep that runs as a process of its own, as often as it is started.
 *
 * @param directory where its processes work: those of another directory write the same, to the command in the manifest
 */
record SweepProcess(LongSweep kind, Path directory) {
    /** What came of a process. */
    record Ended(int exit, String err) {}

    /** Beside what the sweep reads. */
    static SweepProcess of(LongSweep kind, Path parent, String name) throws IOException {
        return new SweepProcess(kind, Files.createDirectories(parent.resolve(name)));
    }

    Path output() {
        return directory.resolve(LongSweep.OUTPUT);
    }

    /** Starts a process; the number of its threads is no word of the command. */
    Process start(String limits, int threads) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(Interrupt.heeded());
        command.addAll(List.of("bash", "-c", limits + "exec \"$@\"", "sweep", java));
        command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.add("-XX:ActiveProcessorCount=" + threads);
        command.addAll(List.of("-cp", classPath(), "org.immunoedit.cli.Main"));
        command.addAll(kind.words());
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** The class path, which is also one from the directory of the process. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    /** Runs to the end. */
    Ended run(String limits, int threads) throws IOException, InterruptedException {
        return ended(start(limits, threads));
    }

    /** Runs to a good end. */
    void finish(int threads) throws IOException, InterruptedException {
        Ended ended = run("", threads);
        assertThat(ended.exit()).as(ended.err()).isZero();
    }

    /** Waits for the end. */
    static Ended ended(Process process) throws IOException, InterruptedException {
        String err = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), err);
    }

    /** Ends it from outside. */
    static Ended end(Process process, Kills.Signal signal) throws IOException, InterruptedException {
        signal(process, signal.toString());
        return ended(process);
    }

    static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Removes what it has left. */
    void forget() throws IOException {
        for (String file : files()) {
            Files.delete(output().resolve(file));
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    interface Moment {
        boolean isHere() throws IOException;
    }

    /** Waits until something is so, or the process has ended. */
    static void await(Process process, Moment moment) throws IOException, InterruptedException {
        while (process.isAlive() && !moment.isHere()) {
            Thread.sleep(1);
        }
    }

    /** Names of all files that it has left. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.exists(output()) ? Files.list(output()) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** All files that it has left, with their hashes: no message shows whole tables. */
    Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String file : files()) {
            byte[] bytes = Files.readAllBytes(output().resolve(file));
            content.put(file, RunRecord.Source.of("", file, bytes).sha256());
        }
        return content;
    }
}

package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.immunoedit.sweep.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps as processes that are ended from outside. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals and limits are those of POSIX")
class SweepProcessTest {
    private static final int KILLS = 5;

    @TempDir
    private Path directory;

    private Path whole;

    @BeforeEach
    void runUndisturbed() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("s.json"), """
                {"model": "kuznetsov-1994", "time": {"end": 500, "every": 5}, "solver": {"rtol": 1e-10},
                 "sweep": {"design": "sobol", "samples": 300, "keep": "trajectories",
                           "vary": {"parameters.a": {"from": 0.1, "to": 0.3},
                                    "initial.T": {"distribution": "lognormal", "median": "1e6 cell", "cv": 2}}}}
                """);
        whole = directory.resolve("whole");
        assertThat(ended(start("", whole)).exit()).isZero();
    }

    @Test
    void killedAtAnyMomentItGoesOnToTheSameBytes() throws IOException, InterruptedException {
        Random random = new Random(11);
        Path killed = directory.resolve("killed");
        for (int i = 0; i < KILLS; i++) {
            Process process = start("", killed);
            Path journal = Journal.unfinished(killed.resolve("results.csv"));
            long before = Files.exists(journal) ? Files.size(journal) : 0;
            // some time after it has got further, or at any time at all
            while (i > 0 && process.isAlive() && (!Files.exists(journal) || Files.size(journal) <= before)) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(60));
            process.destroyForcibly().waitFor();
        }
        assertThat(ended(start("", killed)).exit()).isZero();
        assertSame(killed);
    }

    @Test
    void anInterruptLeavesWhatCanBeResumed() throws IOException, InterruptedException {
        Path interrupted = directory.resolve("interrupted");
        Process process = start("", interrupted);
        Path journal = Journal.unfinished(interrupted.resolve("results.csv"));
        while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) < 1000)) {
            Thread.sleep(1);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(ended(process).exit()).isEqualTo(130);
        assertThat(interrupted.resolve("results.csv")).doesNotExist();
        assertThat(ended(start("", interrupted)).exit()).isZero();
        assertSame(interrupted);
    }

    /** A limit on the size of files stops a write as a full disk does, in the middle. */
    @Test
    void aFullDiskLeavesWhatCanBeResumed() throws IOException, InterruptedException {
        Path full = directory.resolve("full");
        Ended ended = ended(start("ulimit -f 100; ", full));
        assertThat(ended.exit()).isEqualTo(4);
        assertThat(ended.err()).contains("trajectories.csv.part: error: ");
        assertThat(ended(start("", full)).exit()).isZero();
        assertSame(full);
    }

    private void assertSame(Path other) {
        for (String file : List.of("results.csv", "trajectories.csv")) {
            assertThat(other.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    private record Ended(int exit, String err) {}

    private Ended ended(Process process) throws IOException, InterruptedException {
        String err = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), err);
    }

    private Process start(String limits, Path output) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(Interrupt.heeded());
        command.addAll(List.of("bash", "-c", limits + "exec \"$@\"", "sweep", java));
        command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
        command.add(System.getProperty("java.class.path").replace(File.pathSeparator, ":"));
        command.addAll(List.of(
                "org.immunoedit.cli.Main", "sweep", directory.resolve("s.json").toString()));
        command.addAll(List.of("--resume", "--threads", "2", "-o", output.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.immunoedit.cli.Kills.Signal;
import org.immunoedit.cli.Kills.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sweeps of all kinds as processes that are ended from outside, and then go on to the same bytes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals and limits are those of POSIX")
class SweepProcessTest {
    private static final int MOST_TRIES = 5;

    @TempDir
    private Path directory;

    /** A limit on the size of files stops a write as a full disk does, in the middle. */
    @ParameterizedTest
    @EnumSource
    void whateverEndsItItGoesOnToTheSameBytes(LongSweep kind) throws IOException, InterruptedException {
        kind.prepare(directory);
        SweepProcess whole = SweepProcess.of(kind, directory, "whole");
        whole.finish(2);
        SweepProcess ended = SweepProcess.of(kind, directory, "ended");
        long rows = kind.whole(directory, whole.output());
        Random random = new Random(11);
        Kills kills = new Kills(Signal.KILL, random, rows);
        endBetween(kills, ended);

        SweepProcess.Ended full = ended.run("ulimit -f " + limit(whole) + "; ", 2);
        assertThat(full.exit()).as(full.err()).isEqualTo(4);
        assertThat(full.err()).containsPattern("(part|csv): error: ");
        assertThat(isUnfinished(ended)).isTrue();

        endBetween(new Kills(Signal.INT, random, rows), ended);
        assertThat(isUnfinished(ended)).isTrue();

        kills.kill(ended, Where.BEHIND);
        ended.finish(1);
        assertThat(ended.content()).isEqualTo(whole.content());
    }

    /** Ends a process between its first row and the last one; one that got further, on a busy machine, begins anew. */
    private static void endBetween(Kills kills, SweepProcess sweep) throws IOException, InterruptedException {
        Where where = kills.kill(sweep, Where.BETWEEN);
        for (int tries = 1; where != Where.BETWEEN && tries < MOST_TRIES; tries++) {
            sweep.forget();
            where = kills.kill(sweep, Where.BETWEEN);
        }
        assertThat(where).isEqualTo(Where.BETWEEN);
    }

    @Test
    void aSecondProcessLeavesTheFirstAlone() throws IOException, InterruptedException {
        LongSweep kind = LongSweep.FIND;
        kind.prepare(directory);
        SweepProcess shared = SweepProcess.of(kind, directory, "shared");
        Process first = stoppedBetween(shared);
        SweepProcess.Ended refused = shared.run("", 1);
        SweepProcess.signal(first, "CONT");
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).isEqualTo("out/results.csv.part: error: another process is writing this sweep\n");
        assertThat(SweepProcess.ended(first).exit()).isZero();
        assertThat(shared.files()).containsExactly("manifest.json", "probes.csv", "results.csv");
    }

    /** A process that has written rows, not all of them, and stands still. */
    private static Process stoppedBetween(SweepProcess sweep) throws IOException, InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Process process = sweep.start("", 1);
            SweepProcess.await(process, () -> sweep.kind().progress(sweep.output(), 0) > LongSweep.HEADER);
            SweepProcess.signal(process, "STOP");
            if (process.isAlive() && sweep.files().contains("results.csv.part")) {
                return process;
            }
            process.destroyForcibly().waitFor();
            sweep.forget();
        }
        throw new AssertionError("it always was at its end");
    }

    private static long limit(SweepProcess whole) throws IOException {
        Map<String, String> files = whole.content();
        long most = 0;
        for (String file : files.keySet()) {
            most = Math.max(most, Files.size(whole.output().resolve(file)));
        }
        return most / 2048;
    }

    private static boolean isUnfinished(SweepProcess sweep) throws IOException {
        List<String> files = sweep.files();
        return !files.contains("results.csv") && files.stream().noneMatch(file -> file.endsWith(".tmp"));
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.immunoedit.cli.Kills.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sweeps of all kinds as processes that are ended from outside, and then go on to the same bytes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals and limits are those of POSIX")
class SweepProcessTest {
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
        Kills kills = new Kills(Signal.KILL, new Random(11), rows);
        assertThat(kills.kill(ended, Kills.Where.BETWEEN)).isEqualTo(Kills.Where.BETWEEN);

        SweepProcess.Ended full = ended.run("ulimit -f " + limit(whole) + "; ", 2);
        assertThat(full.exit()).as(full.err()).isEqualTo(4);
        assertThat(full.err()).containsPattern("(part|csv): error: ");
        assertThat(isUnfinished(ended)).isTrue();

        long before = kind.restarts() ? 0 : kind.progress(ended.output(), rows);
        Process process = ended.start("", 2);
        SweepProcess.await(process, () -> kind.progress(ended.output(), rows) > (before + rows) / 2);
        assertThat(SweepProcess.end(process, Signal.INT).exit()).isEqualTo(130);
        assertThat(isUnfinished(ended)).isTrue();

        kills.kill(ended, Kills.Where.BEHIND);
        ended.finish(1);
        assertThat(ended.content()).isEqualTo(whole.content());
    }

    @Test
    void aSecondProcessLeavesTheFirstAlone() throws IOException, InterruptedException {
        LongSweep kind = LongSweep.FIND;
        kind.prepare(directory);
        SweepProcess whole = SweepProcess.of(kind, directory, "whole");
        whole.finish(2);
        SweepProcess shared = SweepProcess.of(kind, directory, "shared");
        Process first = shared.start("", 1);
        SweepProcess.await(first, () -> kind.progress(shared.output(), 0) > LongSweep.HEADER);
        Process second = shared.start("", 1);
        // so that it is still there when the second one comes
        new ProcessBuilder("kill", "-STOP", Long.toString(first.pid())).start().waitFor();
        SweepProcess.Ended refused = SweepProcess.ended(second);
        new ProcessBuilder("kill", "-CONT", Long.toString(first.pid())).start().waitFor();
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).isEqualTo("out/results.csv.part: error: another process is writing this sweep\n");
        assertThat(SweepProcess.ended(first).exit()).isZero();
        assertThat(shared.content()).isEqualTo(whole.content());
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

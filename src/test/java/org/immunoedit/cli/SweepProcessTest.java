package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        Kills kills = new Kills(new Random(11), rows);
        assertThat(kills.kill(ended, Kills.Where.BETWEEN)).isEqualTo(Kills.Where.BETWEEN);

        SweepProcess.Ended full = ended.run("ulimit -f " + limit(whole) + "; ", 2);
        assertThat(full.exit()).as(full.err()).isEqualTo(4);
        assertThat(full.err()).containsPattern("(part|csv): error: ");
        assertThat(isUnfinished(ended)).isTrue();

        long before = kind.restarts() ? 0 : kind.progress(ended.output(), rows);
        Process process = ended.start("", 2);
        SweepProcess.await(process, () -> kind.progress(ended.output(), rows) > (before + rows) / 2);
        assertThat(SweepProcess.interrupt(process).exit()).isEqualTo(130);
        assertThat(isUnfinished(ended)).isTrue();

        kills.kill(ended, Kills.Where.BEHIND);
        ended.finish(1);
        assertThat(ended.content()).isEqualTo(whole.content());
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

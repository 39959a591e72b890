package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Kills the processes of a sweep at random moments and counts where they were. */
final class Kills {
    /** Exit value of a process that was killed. */
    static final int KILLED = 128 + 9;

    /** Until a JVM has started and read the scenario (ms). */
    private static final int START = 900;
    /** Until what follows the last row is written (ms). */
    private static final int REST = 80;
    /** Most of the rows that are left before a process is killed. */
    private static final double SHARE = 0.5;

    /** Where a killed process was. */
    enum Where {
        /** Before a row of its own. */
        BEFORE,
        /** Behind a row of its own, before the last one. */
        BETWEEN,
        /** Behind the last row, while the other files are written. */
        BEHIND,
        /** It had ended before. */
        ENDED
    }

    private final Map<Where, Integer> counts = new EnumMap<>(Where.class);
    private final Random random;
    private final long whole;

    /**
     * No kills yet.
     *
     * @param whole progress of a sweep with all rows
     */
    Kills(Random random, long whole) {
        this.random = random;
        this.whole = whole;
    }

    /** How many have ended a process. */
    int count() {
        return counts.values().stream().mapToInt(n -> n).sum() - counts.getOrDefault(Where.ENDED, 0);
    }

    /** Starts a process and kills it, aiming somewhere. */
    Where kill(SweepProcess sweep, Where aim) throws IOException, InterruptedException {
        long before = progress(sweep);
        FileTime touched = touched(sweep);
        Process process = sweep.start("", 1 + random.nextInt(2));
        if (aim == Where.BEFORE) {
            Thread.sleep(random.nextInt(START));
        } else {
            SweepProcess.await(process, () -> !touched(sweep).equals(touched));
            if (sweep.kind().restarts() && before > 0) {
                SweepProcess.await(process, () -> progress(sweep) < before);
            }
            long target = aim == Where.BETWEEN ? between(sweep.kind().restarts() ? 0 : before) : whole;
            SweepProcess.await(process, () -> progress(sweep) >= target);
            Thread.sleep(aim == Where.BETWEEN ? 0 : random.nextInt(REST));
        }
        process.destroyForcibly().waitFor();
        boolean untouched = touched(sweep).equals(touched);
        Where where = process.exitValue() != KILLED ? Where.ENDED : untouched ? Where.BEFORE : where(sweep, before);
        counts.merge(where, 1, Integer::sum);
        return where;
    }

    /** Bytes behind the first row that is not there yet, and not in the last half. */
    private long between(long from) {
        long first = Math.max(from, LongSweep.HEADER) + 1;
        return first + (long) (random.nextDouble() * SHARE * (whole - first));
    }

    private Where where(SweepProcess sweep, long before) throws IOException {
        long progress = progress(sweep);
        if (progress >= whole) {
            return Where.BEHIND;
        }
        long none = sweep.kind().restarts() ? 0 : Math.max(before, LongSweep.HEADER);
        return progress > none ? Where.BETWEEN : Where.BEFORE;
    }

    private long progress(SweepProcess sweep) throws IOException {
        return sweep.kind().progress(sweep.output(), whole);
    }

    private static FileTime touched(SweepProcess sweep) throws IOException {
        return Files.exists(sweep.output()) ? Files.getLastModifiedTime(sweep.output()) : FileTime.fromMillis(0);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}

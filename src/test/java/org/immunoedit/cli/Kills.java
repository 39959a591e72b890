package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Ends the processes of a sweep by a signal at random moments and counts where they were. */
final class Kills {
    /** What a process is ended by. */
    enum Signal {
        KILL(9),
        INT(2);

        private final int number;

        Signal(int number) {
            this.number = number;
        }

        /** Exit value of a process that it has ended. */
        int exit() {
            return 128 + number;
        }
    }

    /** Until a JVM has started and read the scenario (ms). */
    private static final int START = 900;
    /** Until what follows the last row is written, mostly sooner (ms). */
    private static final int REST = 100;
    /** Most of the missing rows that a process may write before it is killed, as a share. */
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
    private final Signal signal;
    private final Random random;
    private final long whole;

    /**
     * No kills yet.
     *
     * @param whole progress of a sweep with all rows
     */
    Kills(Signal signal, Random random, long whole) {
        this.signal = signal;
        this.random = random;
        this.whole = whole;
    }

    Signal signal() {
        return signal;
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
            Thread.sleep(aim == Where.BETWEEN ? 0 : random.nextInt(1 + random.nextInt(REST)));
        }
        long last = progress(sweep);
        SweepProcess.end(process, signal);
        boolean untouched = touched(sweep).equals(touched);
        // an interrupt removes temporary files
        long progress = signal == Signal.KILL ? progress(sweep) : last;
        Where where = process.exitValue() != signal.exit()
                ? Where.ENDED
                : untouched ? Where.BEFORE : where(sweep.kind(), before, progress);
        counts.merge(where, 1, Integer::sum);
        return where;
    }

    /** A length behind the first row that is missing, in the first half of those that are. */
    private long between(long from) {
        long first = Math.max(from, LongSweep.HEADER) + 1;
        return first + (long) (random.nextDouble() * SHARE * (whole - first));
    }

    private Where where(LongSweep kind, long before, long progress) {
        if (progress >= whole) {
            return Where.BEHIND;
        }
        long none = kind.restarts() ? 0 : Math.max(before, LongSweep.HEADER);
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

package org.immunoedit.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far work of many parts has come, on one line of a terminal that is written over; silent elsewhere. One thread.
 */
final class Progress {
    private static final double EVERY = 0.2;
    private static final double SECOND = 1e9;
    private static final String ERASE = "\r\u001b[K";
    private static final int BAR = 20;

    private final PrintStream err;
    private final boolean shown;
    private final String parts;
    private final LongSupplier clock;
    private long begun;
    private long before;
    private long all;
    private long done;
    private long failed;
    private double told = Double.NEGATIVE_INFINITY;

    /** @param parts what is counted, in the plural */
    Progress(PrintStream err, boolean shown, String parts) {
        this(err, shown, parts, System::nanoTime);
    }

    /**
     * Progress.
     *
     * @param parts what is counted, in the plural
     * @param clock tells nanoseconds from any origin
     */
    Progress(PrintStream err, boolean shown, String parts, LongSupplier clock) {
        this.err = err;
        this.shown = shown;
        this.parts = parts;
        this.clock = clock;
    }

    /** Some parts of all are done before the start. */
    void start(long doneBefore, long number) {
        begun = clock.getAsLong();
        before = doneBefore;
        done = doneBefore;
        all = number;
    }

    /** So many points are done. */
    void reached(long number, Tally tally) {
        done = number;
        failed = tally.failed();
        show();
    }

    /** Another part is done; the line was taken away in between. */
    void next(boolean bad) {
        done++;
        failed += bad ? 1 : 0;
        told = Double.NEGATIVE_INFINITY;
        if (done < all) {
            show();
        }
    }

    private void show() {
        double seconds = (clock.getAsLong() - begun) / SECOND;
        boolean early = seconds >= told && seconds < told + EVERY; // not when the clock went back
        if (!shown || early) {
            return;
        }
        told = seconds;
        double rate = seconds > 0 ? (done - before) / seconds : 0;
        String left = rate > 0 ? duration((all - done) / rate) : "?";
        int filled = (int) (BAR * done / Math.max(1, all));
        err.print(ERASE
                + String.format(
                        Locale.ROOT,
                        "[%s] %d of %d %s (%.1f %%), %.3g/s, %s left%s",
                        "#".repeat(filled) + "-".repeat(BAR - filled),
                        done,
                        all,
                        parts,
                        100.0 * done / Math.max(1, all),
                        rate,
                        left,
                        failed > 0 ? ", " + failed + " failed" : ""));
        err.flush();
    }

    /** Takes the line away. */
    void end() {
        if (shown) {
            err.print(ERASE);
            err.flush();
        }
    }

    /** Seconds as hours, minutes, seconds. */
    static String duration(double seconds) {
        long s = Math.max(0, (long) Math.ceil(seconds));
        return s >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }
}

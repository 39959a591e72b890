package org.immunoedit.cli;

import java.io.PrintStream;
import java.util.Locale;

/** How far a sweep has come, on one line of a terminal that is written over; silent elsewhere. One thread. */
final class Progress {
    private static final double EVERY = 0.2;
    private static final double SECOND = 1e9;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean shown;
    private long begun;
    private long before;
    private long all;
    private double told = Double.NEGATIVE_INFINITY;

    Progress(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Some points of all are done before the start. */
    void start(long done, long points) {
        begun = System.nanoTime();
        before = done;
        all = points;
    }

    /** So many points are done. */
    void reached(long done, Tally tally) {
        double seconds = (System.nanoTime() - begun) / SECOND;
        if (!shown || seconds < told + EVERY) {
            return;
        }
        told = seconds;
        double rate = (done - before) / seconds;
        long failed = tally.failed();
        err.print(ERASE
                + String.format(
                        Locale.ROOT,
                        "%d of %d points (%.1f %%), %.0f/s, %s left%s",
                        done,
                        all,
                        100.0 * done / all,
                        rate,
                        duration((all - done) / rate),
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

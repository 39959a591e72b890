package org.immunoedit.cli;

import java.util.Locale;
import org.immunoedit.sweep.Arms;
import org.immunoedit.sweep.Shard;

/** What a sweep will cost, from some of its rows. */
record Estimate(SweepStudy study, SweepLines tables, Shard shard, int threads) {
    private static final int ROWS = 32;
    private static final double SECONDS = 2;

    /** In words, a line each. */
    String text() {
        Arms arms = study.plan().rows();
        long points = study.plan().design().size();
        long first = arms.rows(shard.first(points));
        long rows = arms.rows(shard.end(points)) - first;
        long begun = System.nanoTime();
        double seconds = 0;
        double last = 0;
        long bytes = 0;
        int tried = 0;
        while (tried < Math.min(ROWS, rows) && seconds < SECONDS) {
            long row = first + tried * rows / Math.min(ROWS, rows);
            SweepLines.Lines lines = tables.lines(row, row + 1);
            bytes += lines.results().length + lines.beside().length;
            tried++;
            last = (System.nanoTime() - begun) / 1e9 - seconds;
            seconds += last;
        }
        // the later half ran on warmer code; one row is all there may be
        double each = tried > 1 ? Math.min(seconds / tried, last) : seconds;
        String columns = study.plan().variations().stream()
                .map(v -> v.path())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return String.format(
                Locale.ROOT,
                "design: %s of %s%s%n%spoints: %d%nrows: %d%ntime: about %s on %d threads%ndisk: about %s%n",
                study.plan().kind(),
                columns,
                arms.named() ? ", arms " + String.join(", ", arms.names()) : "",
                tables.outlook(),
                rows / arms.count(),
                rows,
                Progress.duration(each * rows / threads),
                threads,
                size(rows == 0 ? 0 : (double) bytes / Math.max(1, tried) * rows));
    }

    private static String size(double bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        double value = bytes;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.3g %s", value, units[unit]);
    }
}

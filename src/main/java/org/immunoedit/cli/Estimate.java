package org.immunoedit.cli;

import java.util.Locale;
import org.immunoedit.sweep.Shard;

/** What a sweep will cost, from some of its points. */
record Estimate(SweepScenario scenario, SweepTables tables, Shard shard, int threads) {
    private static final int POINTS = 32;
    private static final double SECONDS = 2;

    /** In words, a line each. */
    String text() {
        long first = shard.first(scenario.plan().design().size());
        long points = shard.end(scenario.plan().design().size()) - first;
        long begun = System.nanoTime();
        double seconds = 0;
        double last = 0;
        long bytes = 0;
        int tried = 0;
        while (tried < Math.min(POINTS, points) && seconds < SECONDS) {
            long point = first + tried * points / Math.min(POINTS, points);
            SweepTables.Lines lines = tables.lines(point, point + 1);
            bytes += lines.results().length + lines.trajectories().length;
            tried++;
            last = (System.nanoTime() - begun) / 1e9 - seconds;
            seconds += last;
        }
        // the later half ran on warmer code; one point is all there may be
        double each = tried > 1 ? Math.min(seconds / tried, last) : seconds;
        String columns = scenario.plan().variations().stream()
                .map(v -> v.path())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return String.format(
                Locale.ROOT,
                "design: %s of %s%npoints: %d%nrows: %d%ntime: about %s on %d threads%ndisk: about %s%n",
                scenario.plan().kind(),
                columns,
                points,
                points,
                Progress.duration(each * points / threads),
                threads,
                size(points == 0 ? 0 : (double) bytes / Math.max(1, tried) * points));
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

package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.immunoedit.sweep.Arms;
import org.immunoedit.sweep.Execution;
import org.immunoedit.sweep.Shard;

/** Prints the results of a sweep of few rows instead of keeping them. */
final class SweepPrint {
    private final SweepLines tables;
    private final Arms arms;
    private final Shard shard;
    private final List<String> rows = new ArrayList<>();

    SweepPrint(SweepLines tables, Arms arms, Shard shard) {
        this.tables = tables;
        this.arms = arms;
        this.shard = shard;
    }

    /**
     * Runs all rows.
     *
     * @return counts of the rows
     */
    Tally to(OutputStream out, int threads) throws IOException {
        Tally tally = new Tally();
        String header = SweepColumns.header(new ArrayList<>(tables.results().keySet()));
        out.write((header + "\n").getBytes(UTF_8));
        long first = arms.rows(shard.first(tables.points()));
        long end = arms.rows(shard.end(tables.points()));
        Execution.ofTrajectories(threads).run(first, end, tables::lines, (lines, done) -> {
            out.write(lines.results());
            out.flush();
            new String(lines.results(), UTF_8).lines().forEach(rows::add);
            tally.add(lines.tally());
        });
        return tally;
    }

    /** What the rows say beyond their counts. */
    List<String> report() throws IOException {
        return tables.report(rows.stream());
    }
}

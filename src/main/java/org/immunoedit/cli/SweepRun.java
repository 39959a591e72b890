package org.immunoedit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunoedit.io.Manifest;
import org.immunoedit.io.SweepPlan.Keep;
import org.immunoedit.sweep.Execution;
import org.immunoedit.sweep.Journal;
import org.immunoedit.sweep.Shard;

/** A sweep from its first missing point to its end. */
final class SweepRun {
    private final SweepStudy study;
    private final SweepTables tables;
    private final SweepDirectory directory;
    private final Shard shard;
    private final List<String> command;
    private final Tally tally = new Tally();
    private long next;

    SweepRun(SweepStudy study, SweepTables tables, SweepDirectory directory, Shard shard, List<String> command) {
        this.study = study;
        this.tables = tables;
        this.directory = directory;
        this.shard = shard;
        this.command = command;
    }

    /**
     * Runs what is missing.
     *
     * @return counts of all rows, those of before included
     * @throws WrongUsage if the directory is not for this sweep
     * @throws IOException if a file cannot be read or written; what is there can be resumed
     */
    Tally run(int threads, boolean resume, Progress progress) throws WrongUsage, IOException {
        if (directory.admit(study.digest(), shard, resume)) {
            forgetRows();
            count();
            return tally;
        }
        directory.write(manifest(false));
        boolean rows = study.plan().trajectories();
        next = first();
        try (Journal results = results();
                Journal trajectories = rows ? trajectories() : null) {
            progress.start(next - first(), end() - first());
            Execution execution = rows ? Execution.ofTrajectories(threads) : Execution.ofRows(threads);
            execution.run(next, end(), tables::lines, (lines, done) -> {
                // in this order: a row of results stands for all of its point
                if (rows) {
                    trajectories.append(lines.trajectories());
                }
                results.append(lines.results());
                tally.add(lines.tally());
                progress.reached(done - first(), tally);
            });
            if (banded()) {
                directory.band(
                        Journal.unfinished(directory.trajectories()),
                        study.plan().output().quantiles());
            } else if (rows) {
                trajectories.finish();
            }
            directory.summarize(Journal.unfinished(directory.results()), manifest(true));
            // the table gets its name last: where it stands, everything does
            directory.write(manifest(true));
            results.finish();
        }
        forgetRows();
        progress.end();
        return tally;
    }

    /** Whether bands are made here; those of a shard are made when all are joined. */
    private boolean banded() {
        return study.plan().output().keep() == Keep.BANDS && shard.equals(Shard.WHOLE);
    }

    /** Removes the rows that bands were made of. */
    private void forgetRows() throws IOException {
        if (banded()) {
            Files.deleteIfExists(Journal.unfinished(directory.trajectories()));
        }
    }

    private long points() {
        return study.plan().design().size();
    }

    /** The first row of the shard, counted from 0. */
    private long first() {
        return study.plan().rows().rows(shard.first(points()));
    }

    /** The row behind its last one. */
    private long end() {
        return study.plan().rows().rows(shard.end(points()));
    }

    /** The journal of results; what is in it is counted, and rows go on from there. */
    private Journal results() throws IOException {
        String header = SweepTables.header(new ArrayList<>(tables.results().keySet()));
        int width = tables.results().size();
        return Journal.open(directory.results(), header, line -> {
            boolean good = next < end()
                    && line.startsWith(tables.key(next))
                    && Tally.fields(line, width + 1).get(width).isEmpty()
                    && !Tally.fields(line, width).get(tables.statusField()).isEmpty();
            if (good) {
                tally.add(line, tables.statusField());
                next++;
            }
            return good;
        });
    }

    /** The journal of rows, up to those of the last run that has a result. */
    private Journal trajectories() throws IOException {
        Path unfinished = Journal.unfinished(directory.trajectories());
        if (!Files.exists(unfinished) && Files.exists(directory.trajectories())) {
            // finished just before the process ended; of an earlier sweep no line is kept
            Files.move(directory.trajectories(), unfinished);
        }
        String header = SweepTables.header(tables.trajectories());
        long[] row = {first()};
        return Journal.open(directory.trajectories(), header, line -> {
            // rows stand in plan order; a run that failed has none
            while (row[0] < next && !line.startsWith(tables.key(row[0]))) {
                row[0]++;
            }
            return row[0] < next;
        });
    }

    private void count() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(directory.results())) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                tally.add(line, tables.statusField());
            }
        }
    }

    private Manifest manifest(boolean complete) {
        List<String> files = new ArrayList<>(List.of(SweepDirectory.RESULTS));
        if (banded()) {
            files.add(SweepBands.FILE);
        } else if (study.plan().trajectories()) {
            files.add(SweepDirectory.TRAJECTORIES);
        }
        return new Manifest(
                App.version(),
                command,
                study.digest(),
                points(),
                shard,
                complete,
                complete ? tally.counts() : Map.of(),
                tables.results(),
                files,
                study.document(),
                study.sweep());
    }
}

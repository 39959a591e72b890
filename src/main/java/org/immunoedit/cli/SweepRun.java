package org.immunoedit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.io.Manifest;
import org.immunoedit.io.SweepPlan.Keep;
import org.immunoedit.sweep.Execution;
import org.immunoedit.sweep.Journal;
import org.immunoedit.sweep.Shard;

/** A sweep from its first missing point to its end. */
final class SweepRun {
    private final SweepStudy study;
    private final SweepLines tables;
    private final SweepDirectory directory;
    private final Shard shard;
    private final List<String> command;
    private final Tally tally = new Tally();
    private long next;

    SweepRun(SweepStudy study, SweepLines tables, SweepDirectory directory, Shard shard, List<String> command) {
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
            directory.forgetRows(manifest(true));
            next = first();
            count();
            return tally;
        }
        try (Journal results = directory.claim()) {
            directory.write(manifest(false));
            next = first();
            Optional<SweepSummary> summary = SweepDirectory.summary(tables.results(), end() - first());
            resume(results, summary);
            complete(results, summary, threads, progress);
        }
        progress.end();
        return tally;
    }

    private void complete(Journal results, Optional<SweepSummary> summary, int threads, Progress progress)
            throws IOException {
        boolean rows = tables.beside().isPresent();
        try (Journal beside = rows ? beside(tables.beside().get()) : null) {
            Execution execution = rows ? Execution.ofTrajectories(threads) : Execution.ofRows(threads);
            do {
                progress.start(next - first(), end() - first());
                execution.run(next, end(), tables::lines, (lines, done) -> {
                    // in this order: a row of results stands for all of its point
                    if (rows) {
                        beside.append(lines.beside());
                    }
                    results.append(lines.results());
                    tally.add(lines.tally());
                    summary.ifPresent(all -> lines.rows().forEach(all::add));
                    progress.reached(done - first(), tally);
                    next = done;
                });
            } while (tables.grow());
            if (banded()) {
                directory.band(study.plan().output().quantiles());
            } else if (rows) {
                beside.finish();
            }
            directory.conclude(results, summary, manifest(true));
        }
    }

    /** Whether bands are made here; those of a shard are made when all are joined. */
    private boolean banded() {
        return study.plan().output().keep() == Keep.BANDS && shard.equals(Shard.WHOLE);
    }

    private long points() {
        return tables.points();
    }

    /** The first row of the shard, counted from 0. */
    private long first() {
        return study.plan().rows().rows(shard.first(points()));
    }

    /** The row behind its last one. */
    private long end() {
        return study.plan().rows().rows(shard.end(points()));
    }

    /** Counts the results that are there; rows go on from there. */
    private void resume(Journal results, Optional<SweepSummary> summary) throws IOException {
        String header = SweepColumns.header(new ArrayList<>(tables.results().keySet()));
        int width = tables.results().size();
        Optional<SummaryFields> fields = summary.map(SweepSummary::fields);
        results.resume(header, line -> {
            boolean good = (next < end() || tables.grow())
                    && line.startsWith(tables.key(next))
                    && Tally.fields(line, width + 1).get(width).isEmpty()
                    && !Tally.fields(line, width).get(tables.statusField()).isEmpty()
                    && (summary.isEmpty() || isSummed(line, fields.get(), summary.get()));
            if (good) {
                tally.add(line, tables.statusField());
                tables.resumed(next, line);
                next++;
            }
            return good;
        });
    }

    /** Sums a row up, if it is one. */
    private static boolean isSummed(String line, SummaryFields fields, SweepSummary summary) {
        try {
            summary.add(fields.row(Tally.fields(line, fields.count())::get));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The journal of the longer table, up to the rows of the last run that has a result. */
    private Journal beside(SweepLines.Beside table) throws IOException {
        Path file = directory.path().resolve(table.file());
        Path unfinished = Journal.unfinished(file);
        if (!Files.exists(unfinished) && Files.exists(file)) {
            // finished just before the process ended; of an earlier sweep no line is kept
            Files.move(file, unfinished);
        }
        long[] row = {first()};
        return Journal.open(file, SweepColumns.header(table.columns()), line -> {
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
                if (next == end()) {
                    tables.grow();
                }
                tally.add(line, tables.statusField());
                tables.resumed(next++, line);
            }
        }
    }

    private Manifest manifest(boolean complete) {
        List<String> files = new ArrayList<>(List.of(SweepDirectory.RESULTS));
        tables.beside()
                .map(beside -> banded() ? SweepBands.FILE : beside.file())
                .ifPresent(files::add);
        return new Manifest(
                App.version(),
                command,
                study.digest(),
                points(),
                shard,
                complete,
                complete ? tally.counts() : Map.of(),
                complete ? tables.figures() : Map.of(),
                tables.results(),
                files,
                study.document(),
                study.sweep());
    }
}

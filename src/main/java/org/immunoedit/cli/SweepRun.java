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
import org.immunoedit.sweep.Execution;
import org.immunoedit.sweep.Journal;
import org.immunoedit.sweep.Shard;

/** A sweep from its first missing point to its end. */
final class SweepRun {
    private final SweepScenario scenario;
    private final SweepTables tables;
    private final SweepDirectory directory;
    private final Shard shard;
    private final List<String> command;
    private final Tally tally = new Tally();
    private long next;

    SweepRun(SweepScenario scenario, SweepTables tables, SweepDirectory directory, Shard shard, List<String> command) {
        this.scenario = scenario;
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
        if (directory.admit(scenario.digest(), shard, resume)) {
            count();
            return tally;
        }
        directory.write(manifest(false));
        boolean rows = scenario.plan().trajectories();
        next = shard.first(points());
        try (Journal results = results();
                Journal trajectories = rows ? trajectories() : null) {
            progress.start(next - shard.first(points()), shard.end(points()) - shard.first(points()));
            Execution execution = rows ? Execution.ofTrajectories(threads) : Execution.ofRows(threads);
            execution.run(next, shard.end(points()), tables::lines, (lines, done) -> {
                // in this order: a row of results stands for all of its point
                if (rows) {
                    trajectories.append(lines.trajectories());
                }
                results.append(lines.results());
                tally.add(lines.tally());
                progress.reached(done - shard.first(points()), tally);
            });
            if (rows) {
                trajectories.finish();
            }
            // the table gets its name last: where it stands, everything does
            directory.write(manifest(true));
            results.finish();
        }
        progress.end();
        return tally;
    }

    private long points() {
        return scenario.plan().design().size();
    }

    /** The journal of results; what is in it is counted, and points on from there. */
    private Journal results() throws IOException {
        String header = SweepTables.header(new ArrayList<>(tables.results().keySet()));
        int width = tables.results().size();
        return Journal.open(directory.results(), header, line -> {
            boolean good = next < shard.end(points())
                    && line.startsWith(next + 1 + ",")
                    && Tally.fields(line, width + 1).get(width).isEmpty()
                    && !Tally.fields(line, width).get(tables.statusField()).isEmpty();
            if (good) {
                tally.add(line, tables.statusField());
                next++;
            }
            return good;
        });
    }

    /** The journal of rows, up to those of the last point that has a result. */
    private Journal trajectories() throws IOException {
        Path unfinished = Journal.unfinished(directory.trajectories());
        if (!Files.exists(unfinished) && Files.exists(directory.trajectories())) {
            // finished just before the process ended; of an earlier sweep no line is kept
            Files.move(directory.trajectories(), unfinished);
        }
        String header = SweepTables.header(tables.trajectories());
        return Journal.open(directory.trajectories(), header, line -> {
            int comma = line.indexOf(',');
            return comma > 0
                    && line.substring(0, comma).matches("[0-9]{1,18}")
                    && Long.parseLong(line.substring(0, comma)) <= next;
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
        Optional.of(SweepDirectory.TRAJECTORIES)
                .filter(file -> scenario.plan().trajectories())
                .ifPresent(files::add);
        return new Manifest(
                App.version(),
                command,
                scenario.digest(),
                points(),
                shard,
                complete,
                complete ? tally.counts() : Map.of(),
                tables.results(),
                files,
                scenario.document(),
                scenario.sweep());
    }
}

package org.immunoedit.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immunoedit.io.AtomicFile;
import org.immunoedit.io.Manifest;
import org.immunoedit.io.SweepReader;
import org.immunoedit.sweep.Journal;
import org.immunoedit.sweep.Shard;

/** Joins the directories of all shards of one sweep. */
record SweepMerge(List<Path> directories, Set<Path> unfinished) {
    private static final int BUFFER = 1 << 16;

    /** A shard and where it stands. */
    private record Part(Path path, Manifest manifest) {}

    /**
     * Joins into a directory.
     *
     * @return counts of all rows
     * @throws WrongUsage if they are not all the complete shards of one sweep
     */
    Tally into(String output) throws WrongUsage, IOException {
        List<Part> parts = parts();
        SweepDirectory target = SweepDirectory.of(output, unfinished);
        Manifest first = parts.get(0).manifest();
        for (Part part : parts) {
            if (Files.isSameFile(part.path(), target.path())) {
                throw new WrongUsage("-o " + target.path() + " is one of the directories to join");
            }
        }
        // what a killed process has begun to join or to run is joined anew
        target.admit(first.digest(), Shard.WHOLE, target.begun());
        try (Journal results = target.claim()) {
            return joined(parts, target, results);
        }
    }

    private static Tally joined(List<Part> parts, SweepDirectory target, Journal results) throws IOException {
        Manifest first = parts.get(0).manifest();
        List<String> files = new ArrayList<>(first.files());
        Optional<List<Double>> quantiles = SweepReader.bands(first.sweep());
        boolean banded = quantiles.isPresent() && files.remove(SweepDirectory.TRAJECTORIES);
        if (banded) {
            files.add(SweepBands.FILE);
        }
        target.write(whole(first, false, new Tally(), files));
        // a row of results stands for all rows of its run, so these come first, and none of before stays meanwhile
        results.resume(header(parts.get(0), SweepDirectory.RESULTS), line -> false);
        for (String file : first.files()) {
            Path table = target.path().resolve(file);
            if (!file.equals(SweepDirectory.RESULTS)) {
                join(parts, file, banded ? Journal.unfinished(table) : table, target.unfinished());
            }
        }
        Tally tally = join(parts, results);
        if (banded) {
            target.band(quantiles.get());
        }
        Optional<SweepSummary> summary = SweepDirectory.summary(first.columns(), tally.rows());
        if (summary.isPresent()) {
            summary.get().read(Journal.unfinished(target.results()));
        }
        target.conclude(results, summary, whole(first, true, tally, files));
        return tally;
    }

    private static Manifest whole(Manifest first, boolean complete, Tally tally, List<String> files) {
        return new Manifest(
                first.version(),
                List.of(),
                first.digest(),
                first.points(),
                Shard.WHOLE,
                complete,
                tally.counts(),
                Map.of(),
                first.columns(),
                files,
                first.document(),
                first.sweep());
    }

    private List<Part> parts() throws WrongUsage, IOException {
        Map<Integer, Part> parts = new TreeMap<>();
        Manifest first = null;
        for (Path path : directories) {
            Manifest manifest = new SweepDirectory(path, unfinished)
                    .manifest()
                    .orElseThrow(() -> new WrongUsage(path + " holds no sweep: it has no " + Manifest.FILE));
            first = first == null ? manifest : first;
            if (!manifest.complete() || !Files.exists(path.resolve(SweepDirectory.RESULTS))) {
                throw new WrongUsage(path + " is not finished; --resume goes on with it");
            }
            if (!manifest.digest().equals(first.digest())
                    || manifest.shard().of() != first.shard().of()) {
                throw new WrongUsage(path + " belongs to another sweep than " + directories.get(0));
            }
            Part other = parts.put(manifest.shard().number(), new Part(path, manifest));
            if (other != null) {
                throw new WrongUsage(path + " and " + other.path() + " are the same shard");
            }
        }
        if (first == null || parts.size() != first.shard().of()) {
            String missing = first == null ? "" : missing(parts, first.shard().of());
            throw new WrongUsage("not all parts are there" + missing);
        }
        return List.copyOf(parts.values());
    }

    private static String missing(Map<Integer, Part> parts, int of) {
        for (int number = 1; number <= of; number++) {
            if (!parts.containsKey(number)) {
                return ": shard " + number + "/" + of + " is missing";
            }
        }
        return "";
    }

    private static void join(List<Part> parts, String file, Path target, Set<Path> unfinished) throws IOException {
        try (AtomicFile joined = AtomicFile.create(target, unfinished)) {
            joined.stream().write(bytes(header(parts.get(0), file)));
            each(parts, file, line -> joined.stream().write(bytes(line)));
            joined.commit();
        }
    }

    private static Tally join(List<Part> parts, Journal results) throws IOException {
        Tally tally = new Tally();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int status = new ArrayList<>(parts.get(0).manifest().columns().keySet()).indexOf(SweepColumns.STATUS);
        each(parts, SweepDirectory.RESULTS, line -> {
            tally.add(line, status);
            rows.writeBytes(bytes(line));
            if (rows.size() > BUFFER) {
                results.append(rows.toByteArray());
                rows.reset();
            }
        });
        results.append(rows.toByteArray());
        return tally;
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Takes lines one after the other. */
    @FunctionalInterface
    private interface Lines {
        void take(String line) throws IOException;
    }

    private static String header(Part part, String file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(part.path().resolve(file))) {
            return lines.readLine();
        }
    }

    /** Reads a table of all parts, without headers. */
    private static void each(List<Part> parts, String file, Lines rows) throws IOException {
        for (Part part : parts) {
            try (BufferedReader lines = Files.newBufferedReader(part.path().resolve(file))) {
                lines.readLine();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    rows.take(line);
                }
            }
        }
    }
}

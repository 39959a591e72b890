package org.immunoedit.cli;

import java.io.BufferedReader;
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
import org.immunoedit.sweep.Shard;

/** Joins the directories of all shards of one sweep. */
record SweepMerge(List<Path> directories, Set<Path> unfinished) {
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
        target.admit(first.digest(), Shard.WHOLE, false);
        Tally tally = new Tally();
        int status = new ArrayList<>(first.columns().keySet()).indexOf("status");
        for (String file : first.files()) {
            boolean results = file.equals(SweepDirectory.RESULTS);
            join(parts, file, target, results ? Optional.of(tally) : Optional.empty(), status);
        }
        List<String> files = new ArrayList<>(first.files());
        Optional<List<Double>> quantiles = SweepReader.bands(first.sweep());
        if (quantiles.isPresent() && files.remove(SweepDirectory.TRAJECTORIES)) {
            target.band(target.trajectories(), quantiles.get());
            Files.delete(target.trajectories());
            files.add(SweepBands.FILE);
        }
        Manifest whole = new Manifest(
                first.version(),
                List.of(),
                first.digest(),
                first.points(),
                Shard.WHOLE,
                true,
                tally.counts(),
                Map.of(),
                first.columns(),
                files,
                first.document(),
                first.sweep());
        long rows = tally.counts().values().stream().mapToLong(Long::longValue).sum();
        Optional<SweepSummary> summary = SweepDirectory.summary(whole.columns(), rows);
        if (summary.isPresent()) {
            target.summarize(summary.get().read(target.results()).of(target.results()), whole);
        }
        target.forgetOthers(whole);
        target.write(whole);
        return tally;
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

    private void join(List<Part> parts, String file, SweepDirectory target, Optional<Tally> tally, int status)
            throws IOException {
        try (AtomicFile joined = AtomicFile.create(target.path().resolve(file), unfinished)) {
            boolean headed = false;
            for (Part part : parts) {
                try (BufferedReader lines = Files.newBufferedReader(part.path().resolve(file))) {
                    String header = lines.readLine();
                    if (!headed) {
                        joined.stream().write((header + "\n").getBytes(StandardCharsets.UTF_8));
                        headed = true;
                    }
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        joined.stream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                        String row = line;
                        tally.ifPresent(counts -> counts.add(row, status));
                    }
                }
            }
            joined.commit();
        }
    }
}

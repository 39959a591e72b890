package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.io.AtomicFile;
import org.immunoedit.io.Manifest;
import org.immunoedit.io.SummaryDocument;
import org.immunoedit.io.SummaryTable;
import org.immunoedit.sweep.Journal;
import org.immunoedit.sweep.Shard;
import org.immunoedit.sweep.Summary;

/**
 * Where the results of a sweep stand.
 *
 * @param unfinished temporary files in use
 */
record SweepDirectory(Path path, Set<Path> unfinished) {
    static final String RESULTS = "results.csv";
    static final String TRAJECTORIES = "trajectories.csv";

    private static final List<String> FILES = List.of(
            RESULTS,
            TRAJECTORIES,
            FindTables.PROBES,
            SweepBands.FILE,
            SummaryDocument.FILE,
            SummaryTable.FILE,
            Manifest.FILE);

    /** The directory, made if it does not exist. */
    static SweepDirectory of(String word, Set<Path> unfinished) throws WrongUsage, IOException {
        Path path = UserPath.of(word);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new WrongUsage("-o " + path + " is a file; a sweep needs a directory");
        }
        Files.createDirectories(path);
        return new SweepDirectory(path, unfinished);
    }

    Path results() {
        return path.resolve(RESULTS);
    }

    Path trajectories() {
        return path.resolve(TRAJECTORIES);
    }

    /** Whether rows of an unfinished sweep stand here. */
    boolean begun() throws IOException {
        Path rows = Journal.unfinished(results());
        return Files.exists(rows) && Files.size(rows) > 0;
    }

    /**
     * Claims the directory for this process, and removes what killed ones have left of single files.
     *
     * @return the unfinished table of results, as it stands
     * @throws IOException if another process writes here, or nobody can
     */
    Journal claim() throws IOException {
        Journal results = Journal.claim(results());
        try {
            for (String file : FILES) {
                AtomicFile.clear(path.resolve(file));
            }
            return results;
        } catch (IOException e) {
            results.close();
            throw e;
        }
    }

    /**
     * The manifest that stands here.
     *
     * @throws IOException if there is one that cannot be read
     */
    Optional<Manifest> manifest() throws IOException {
        Path file = path.resolve(Manifest.FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Optional<Manifest> manifest = Manifest.read(Files.readAllBytes(file));
        if (manifest.isEmpty()) {
            throw new FileSystemException(file.toString(), null, "this is not the manifest of a sweep");
        }
        return manifest;
    }

    /**
     * Whether an unfinished sweep may go on here.
     *
     * @return whether everything is there already
     * @throws WrongUsage if another design stands here, or one would be lost
     */
    boolean admit(String digest, Shard shard, boolean resume) throws WrongUsage, IOException {
        Optional<Manifest> found = manifest();
        boolean begun = begun();
        if (found.isEmpty()) {
            if (begun) {
                throw new WrongUsage(path + " holds unfinished results without a manifest; choose another directory");
            }
            return false;
        }
        boolean same =
                found.get().digest().equals(digest) && found.get().shard().equals(shard);
        if (resume && !same) {
            throw new WrongUsage(path + " holds another sweep (" + described(found.get()) + ", this one is "
                    + digest.substring(0, 12) + " shard " + shard + "): the scenario, a file it names, an option or the"
                    + " program has changed; choose another directory");
        }
        if (!resume && begun) {
            throw new WrongUsage(path + " holds an unfinished sweep; --resume goes on with it, or remove "
                    + Journal.unfinished(results()));
        }
        return resume && found.get().complete() && !begun && Files.exists(results());
    }

    private static String described(Manifest manifest) {
        String digest = manifest.digest();
        return digest.substring(0, Math.min(12, digest.length())) + " shard " + manifest.shard();
    }

    /**
     * Writes what goes with the results, then gives these their name: where they stand, everything does.
     *
     * @param results all rows
     * @param summary all of them; none of a table that has none
     * @param manifest of the whole
     */
    void conclude(Journal results, Optional<SweepSummary> summary, Manifest manifest) throws IOException {
        if (summary.isPresent()) {
            summarize(summary.get().of(Journal.unfinished(results())), manifest);
        }
        forgetOthers(manifest);
        write(manifest);
        results.finish();
        forgetRows(manifest);
    }

    /** Removes the rows that bands were made of. */
    void forgetRows(Manifest manifest) throws IOException {
        if (manifest.files().contains(SweepBands.FILE)) {
            Files.deleteIfExists(Journal.unfinished(trajectories()));
        }
    }

    /**
     * What gathers the summary of a table. There is none of a table without phases, nor of boundaries, nor of an
     * adaptive map, whose points stand where phases meet and are no sample of anything.
     *
     * @param columns of the table, with units
     * @param rows how many it will have
     */
    static Optional<SweepSummary> summary(Map<String, String> columns, long rows) {
        return isSampled(columns.keySet()) ? Optional.of(new SweepSummary(columns, rows)) : Optional.empty();
    }

    private void summarize(Summary summary, Manifest manifest) throws IOException {
        String unit = manifest.columns().getOrDefault(SweepColumns.PROGRESSION, "");
        try (AtomicFile file = AtomicFile.create(path.resolve(SummaryDocument.FILE), unfinished)) {
            new SummaryDocument(summary, manifest.digest(), unit).writeTo(file.stream());
            file.commit();
        }
        try (AtomicFile file = AtomicFile.create(path.resolve(SummaryTable.FILE), unfinished)) {
            SummaryTable.write(summary, unit, file.stream());
            file.commit();
        }
    }

    private static boolean isSampled(Set<String> columns) {
        return columns.contains(SweepColumns.PHASE)
                && !columns.contains(FindTables.BOUNDARY)
                && !columns.contains(SweepColumns.LEVEL);
    }

    /** Removes what an earlier sweep has left here and this one does not have, lest it be taken for a part of it. */
    private void forgetOthers(Manifest manifest) throws IOException {
        Set<String> others = new HashSet<>(List.of(TRAJECTORIES, SweepBands.FILE, FindTables.PROBES));
        others.removeAll(manifest.files());
        if (!isSampled(manifest.columns().keySet())) {
            others.addAll(List.of(SummaryDocument.FILE, SummaryTable.FILE));
        }
        for (String other : others) {
            Files.deleteIfExists(path.resolve(other));
        }
        // bands are made of rows that nobody else needs, but only when the results have their name
        if (manifest.files().contains(SweepBands.FILE)) {
            others.remove(TRAJECTORIES);
        }
        for (String other : others) {
            Files.deleteIfExists(Journal.unfinished(path.resolve(other)));
        }
    }

    /**
     * Writes the bands of unfinished trajectories, which are complete.
     *
     * @param quantiles shares
     * @throws IOException if they cannot be read, or the bands not written
     */
    void band(List<Double> quantiles) throws IOException {
        try (AtomicFile file = AtomicFile.create(path.resolve(SweepBands.FILE), unfinished)) {
            new SweepBands(Journal.unfinished(trajectories()), quantiles).write(file.stream());
            file.commit();
        }
    }

    /** Writes the manifest. */
    void write(Manifest manifest) throws IOException {
        try (AtomicFile file = AtomicFile.create(path.resolve(Manifest.FILE), unfinished)) {
            manifest.writeTo(file.stream());
            file.commit();
        }
    }
}

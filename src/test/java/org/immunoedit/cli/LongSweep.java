package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sweeps of all kinds, long enough to be ended in the middle of their rows. */
enum LongSweep {
    /** Arms, with bands and a summary at the end. */
    ARMS(Texts.ARMS, ""),
    /** A boundary for each point and arm, with all runs that were made for it. */
    FIND("""
            "design": "sobol", "samples": 40, "vary": {"parameters.a": {"from": 0.1, "to": 0.3}},
            "find": {"vary": "initial.T", "between": ["1e4 cell", "4e8 cell"], "scale": "log", "phase": "escape"},
            "arms": {"control": {}, "more": {"parameters": {"s": 2e4}}}""", ""),
    /** A map that grows by its own results, with the rows of all runs. */
    ADAPTIVE("""
            "design": "adaptive", "levels": 2, "keep": "trajectories",
            "vary": {"parameters.a": {"from": 0.05, "to": 0.45, "count": 8},
                     "parameters.p": {"from": 0.02, "to": 0.3, "count": 8}},
            "arms": {"control": {}, "more": {"parameters": {"s": 2e4}}}""", ""),
    /** A part of points that are drawn, with the rows of all runs. */
    SHARD("""
            "design": "sobol", "samples": 500, "keep": "trajectories",
            "vary": {"parameters.a": {"from": 0.1, "to": 0.3},
                     "initial.T": {"distribution": "lognormal", "median": "1e6 cell", "cv": 2}}""", "--shard 2/2"),
    /** The joining of two parts. */
    MERGE(Texts.ARMS, "");

    /** Where all of them write to. */
    static final String OUTPUT = "out";

    /** More than the header of any of them has. */
    static final long HEADER = 1000;

    private final String sweep;
    private final List<String> more;

    LongSweep(String sweep, String more) {
        this.sweep = sweep;
        this.more = more.isEmpty() ? List.of() : List.of(more.split(" "));
    }

    /** Texts that several share. */
    private static final class Texts {
        static final String ARMS = """
                "design": "random", "samples": 150, "keep": "bands", "sensitivity": {"horizon": [0.5]},
                "vary": {"parameters.a": {"distribution": "lognormal", "median": 0.18, "cv": 0.3}},
                "arms": {"control": {}, "cells, twice":
                  {"therapies": [{"into": "E", "amount": "1e6 cell", "start": "2 d", "every": "3 d", "doses": 2}]}}""";
    }

    /** Writes what it reads. */
    void prepare(Path directory) throws IOException {
        Path scenario = Files.writeString(directory.resolve("s.json"), """
                {"model": "kuznetsov-1994", "time": {"end": 500, "every": 5}, "solver": {"rtol": 1e-10},
                 "sweep": {%s}}""".formatted(sweep));
        for (int i = 1; i <= 2 && this == MERGE; i++) {
            Shell.Result part =
                    Shell.whole().run("sweep", scenario, "--shard", i + "/2", "-o", directory.resolve("part" + i));
            assertThat(part.code()).as(part.err()).isZero();
        }
    }

    /** The command line, to be called in a directory beside what it reads. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("sweep"));
        words.addAll(this == MERGE ? List.of("--merge", "../part1", "../part2") : List.of("../s.json", "--resume"));
        words.addAll(more);
        words.addAll(List.of("-o", OUTPUT));
        return words;
    }

    /** Whether it starts from its first row each time. */
    boolean restarts() {
        return this == MERGE;
    }

    /** Bytes of all results; of a joining, which takes longest for the rows of runs, bytes of these. */
    long whole(Path directory, Path output) throws IOException {
        return restarts() ? rowsOfRuns(directory, "part1") + rowsOfRuns(directory, "part2") : progress(output, 0);
    }

    private static long rowsOfRuns(Path directory, String part) throws IOException {
        return Files.size(directory.resolve(part).resolve(SweepDirectory.TRAJECTORIES));
    }

    /** How far it is, in the same bytes. */
    long progress(Path output, long whole) throws IOException {
        long results = size(output, SweepDirectory.RESULTS);
        if (!restarts()) {
            return results;
        }
        long joined = size(output, "." + SweepDirectory.TRAJECTORIES);
        // while the rows of runs are joined the results have a header only
        return joined > 0 ? Math.min(joined, whole - 1) : results > HEADER ? whole : 0;
    }

    /** Bytes of a table, whatever it is called before it is complete. */
    private static long size(Path output, String table) throws IOException {
        try (Stream<Path> files = Files.exists(output) ? Files.list(output) : Stream.empty()) {
            long size = 0;
            for (Path file : files.toList()) {
                size += file.getFileName().toString().startsWith(table) ? size(file) : 0;
            }
            return size;
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0; // it has got another name since
        }
    }
}

package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs sweeps in process, each into a directory of its own below a common one. */
record SweepShell(Path directory) {
    /** A dosed tumor, to be varied. */
    static final String SCENARIO = """
            {"model": "kuznetsov-1994",
             "initial": {"T": "5e6 cell"},
             "therapies": [{"into": "E", "amount": "1e6 cell", "start": "2 d", "every": "3 d", "doses": 2}],
             "time": {"end": "40 d", "every": "10 d"}}
            """;

    /** A file with {@link #SCENARIO}. */
    Path scenario() throws IOException {
        return Files.writeString(directory.resolve("s.json"), SCENARIO);
    }

    /** A command line; leaves no temporary files behind. */
    Shell.Result run(Object... words) {
        Shell shell = Shell.whole();
        Shell.Result result = shell.run(words);
        assertThat(shell.unfinished()).isEmpty();
        return result;
    }

    /** A sweep into a directory of this name. */
    Shell.Result attempt(Path scenario, String name, Object... words) {
        Stream<Object> first = Stream.of("sweep", scenario, "-o", directory.resolve(name));
        return run(Stream.concat(first, Stream.of(words)).toArray());
    }

    /** A sweep that ends well. */
    Shell.Result sweep(Path scenario, String name, Object... words) {
        Shell.Result result = attempt(scenario, name, words);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    /** Joins the directories of parts into one of this name. */
    Shell.Result merge(String name, String... parts) {
        Stream<Object> words = Stream.of("sweep", "-o", directory.resolve(name), "--merge");
        return run(
                Stream.concat(words, Stream.of(parts).map(directory::resolve)).toArray());
    }

    /** The names of all files of a sweep, in the order of the alphabet. */
    List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A file in the directory of a sweep. */
    Path file(String name, String file) {
        return directory.resolve(name).resolve(file);
    }

    /** The table of results of a sweep. */
    Path results(String name) {
        return file(name, SweepDirectory.RESULTS);
    }

    /** The cells of one of its columns. */
    List<String> column(String name, String column) throws IOException {
        List<String> lines = Files.readAllLines(results(name));
        List<String> header = Tally.fields(lines.get(0), 1 + lines.get(0).length());
        int position = header.indexOf(column);
        assertThat(position).as(column).isNotNegative();
        return lines.stream()
                .skip(1)
                .map(line -> Tally.fields(line, position + 1).get(position))
                .toList();
    }
}

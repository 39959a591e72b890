package org.immunoedit.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the CSV files of runs stand: the rules of {@code -o}, and what is found in a directory. */
final class Targets {
    private static final String STDOUT = "-";
    private static final String CSV = ".csv";
    private static final String JSON = ".json";

    private Targets() {}

    /**
     * One target per scenario, in order; empty stands for standard output. Creates the directory that several scenarios
     * go to.
     *
     * @throws WrongUsage if the words contradict each other: nothing was written then
     * @throws IOException if the directory cannot be created
     */
    static List<Optional<Path>> of(List<String> scenarios, Optional<String> output) throws WrongUsage, IOException {
        if (scenarios.stream().filter(Document::isStdin).count() > 1) {
            throw new WrongUsage("standard input (-) can be read only once");
        }
        boolean toStdout = output.isEmpty() || output.get().equals(STDOUT);
        if (scenarios.size() > 1 && toStdout) {
            throw new WrongUsage("several scenarios need a directory for their CSV files: -o DIR");
        }
        if (toStdout) {
            return List.of(Optional.empty());
        }
        Path path = UserPath.of(output.get());
        boolean meansDirectory = output.get().endsWith("/") || output.get().endsWith(File.separator);
        if (scenarios.size() == 1 && !meansDirectory && !Files.isDirectory(path)) {
            return List.of(Optional.of(distinct(path, scenarios.get(0))));
        }
        return inDirectory(path, scenarios);
    }

    /** The sidecar's place beside a CSV file. */
    static Path sidecar(Path csv) {
        return csv.resolveSibling(without(CSV, csv.getFileName().toString()) + ".meta.json");
    }

    /**
     * The CSV files of the runs that stand in a directory beside their sidecars, by name.
     *
     * @throws WrongUsage if there are none
     */
    static List<Path> runsIn(Path directory) throws WrongUsage, IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> runs = files.filter(file -> file.toString().endsWith(CSV) && Files.exists(sidecar(file)))
                    .sorted()
                    .toList();
            if (runs.isEmpty()) {
                throw new WrongUsage(directory + " holds neither a sweep (" + SweepDirectory.RESULTS
                        + ") nor runs with their sidecars (NAME.csv and NAME.meta.json)");
            }
            return runs;
        }
    }

    private static List<Optional<Path>> inDirectory(Path directory, List<String> scenarios)
            throws WrongUsage, IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new WrongUsage("-o " + directory + " is a file; several scenarios need a directory");
        }
        Map<Path, String> owners = new HashMap<>();
        List<Optional<Path>> targets = new ArrayList<>();
        for (String scenario : scenarios) {
            Path csv = directory.resolve(stem(scenario) + CSV);
            String other = owners.put(csv, scenario);
            if (other != null) {
                throw new WrongUsage(other + " and " + scenario + " would both be written to " + csv);
            }
            targets.add(Optional.of(distinct(csv, scenario)));
        }
        Files.createDirectories(directory);
        return targets;
    }

    private static Path distinct(Path csv, String scenario) throws WrongUsage, IOException {
        Path input = Document.isStdin(scenario) ? null : UserPath.of(scenario);
        if (input != null && Files.exists(input) && Files.exists(csv) && Files.isSameFile(input, csv)) {
            throw new WrongUsage("-o " + csv + " would overwrite the scenario");
        }
        return csv;
    }

    private static String stem(String scenario) throws IOException {
        return Document.isStdin(scenario)
                ? "stdin"
                : without(JSON, String.valueOf(UserPath.of(scenario).getFileName()));
    }

    private static String without(String suffix, String name) {
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith(suffix) && name.length() > suffix.length();
        return ends ? name.substring(0, name.length() - suffix.length()) : name;
    }
}

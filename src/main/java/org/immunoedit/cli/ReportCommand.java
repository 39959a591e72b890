package org.immunoedit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.io.AtomicFile;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code report FILE.csv|DIR}: one HTML page that holds all there is to know about a run, several runs or a sweep. */
final class ReportCommand implements Command {
    private static final String STDOUT = "-";
    private static final String CSV = ".csv";

    private final Set<Path> unfinished;

    /** Temporary files in use stand in the set. */
    ReportCommand(Set<Path> unfinished) {
        this.unfinished = unfinished;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("report");
        spec.usageMessage()
                .description("Write one HTML page about a run, a directory of runs, or a sweep.")
                .footer(
                        "",
                        "The page holds everything: question, verdict, figures, doses, endpoints, decisions, changed"
                                + " parameters, numerics, provenance, sources. It needs no network, and prints well.",
                        "",
                        "Exit codes: 0 done, 2 wrong command line, 3 files that are no results, 4 input/output error.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE.csv|DIR")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("A CSV file of run -o with its sidecar, a directory of such files, or one of a sweep.")
                .build());
        Options.addOutput(
                spec,
                "FILE.html",
                "Where to write it; - is standard output. Default: NAME.html beside NAME.csv, or"
                        + " report.html in the directory.");
        Options.addDiagnostics(spec);
        return Examples.add(
                spec,
                "A run, and the page about it",
                "immunoedit run scenarios/rules/hold-on-toxicity.json -o hold.csv",
                "The page",
                "immunoedit report hold.csv -o hold.html");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        String input = words.matchedPositionalValue(0, "");
        Path path = UserPath.of(input);
        boolean directory = Files.isDirectory(path);
        String target = Options.output(words).orElseGet(() -> beside(path, directory));
        if (!target.equals(STDOUT) && !isPage(target)) {
            throw new WrongUsage("-o " + target + " does not end in .html");
        }
        List<Problem> warnings = new ArrayList<>();
        String page = page(input, path, directory, new ReportPages(warnings));
        if (target.equals(STDOUT)) {
            console.out().write(page.getBytes(StandardCharsets.UTF_8));
        } else {
            write(page, UserPath.of(target));
        }
        Report report = new Report(console.err(), words);
        report.add(new Messages(ExitCode.DONE, warnings, ""));
        return report.end();
    }

    private static String page(String input, Path path, boolean directory, ReportPages pages)
            throws WrongUsage, BadInput, IOException {
        if (!directory) {
            if (!input.toLowerCase(Locale.ROOT).endsWith(CSV)) {
                throw new WrongUsage(
                        input + " is not a CSV file of results; 'immunoedit run " + input + " -o rows.csv' makes one");
            }
            return pages.ofRuns(List.of(path), "");
        }
        if (SweepFigures.isSweep(path)) {
            return pages.ofSweep(path);
        }
        return pages.ofRuns(
                Targets.runsIn(path),
                path.toAbsolutePath().normalize().getFileName().toString());
    }

    private static boolean isPage(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm");
    }

    private static String beside(Path path, boolean directory) {
        if (directory) {
            return path.resolve("report.html").toString();
        }
        String name =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
        return path.resolveSibling(name.replaceFirst("(?i)\\.csv$", "") + ".html")
                .toString();
    }

    private void write(String page, Path file) throws IOException {
        try (AtomicFile target = AtomicFile.create(file, unfinished)) {
            target.stream().write(page.getBytes(StandardCharsets.UTF_8));
            target.commit();
        }
    }
}

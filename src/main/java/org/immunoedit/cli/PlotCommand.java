package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.View;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plot FILE.csv|DIR}: figures of runs and sweeps. */
final class PlotCommand implements Command {
    private static final String COLUMNS = "--columns";
    private static final String LINEAR = "--linear";
    private static final String MULTIPLES = "--multiples";
    private static final String DATA = "--data";
    private static final String ENDPOINT = "--endpoint";
    private static final String STDOUT = "-";

    private final Set<Path> unfinished;

    /** Temporary files in use stand in the set. */
    PlotCommand(Set<Path> unfinished) {
        this.unfinished = unfinished;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("plot");
        spec.usageMessage()
                .description("Draw figures (SVG, PNG) of a run or a sweep.")
                .footer(
                        "",
                        "FILE.csv is drawn with what its sidecar FILE.meta.json tells: units, phases, doses. Several"
                                + " files are laid over each other. DIR is the directory of a sweep, or one of runs,"
                                + " which are drawn one by one.",
                        "",
                        "Exit codes: 0 done, 2 wrong command line, 3 a file that cannot be drawn or a column that is"
                                + " not in it, 4 input/output error.");
        spec.addPositional(Options.documents("FILE.csv|DIR", "Results; - is standard input."));
        Options.addOutput(
                spec,
                "FILE|DIR",
                "FILE.svg or FILE.png, or a directory; default: beside the results. - is SVG on standard output.");
        spec.addOption(Options.valued(COLUMNS, "A,B,...", "Columns to draw; default: chosen by what changes."));
        spec.addOption(Options.valued(ENDPOINT, "NAME", "The endpoint of a sweep to draw; default: its phases."));
        spec.addOption(Options.valued(DATA, "FILE.csv", "Observations: columns time and those of their names."));
        Options.addSize(spec);
        spec.addOption(Options.flag(LINEAR, "Linear vertical axes throughout."));
        spec.addOption(Options.flag(MULTIPLES, "A small panel for every column that changes, or each of --columns."));
        Options.addDiagnostics(spec);
        return Examples.add(
                spec,
                "A run, drawn at once",
                "immunoedit run scenarios/car-t/barros-rechallenge.json -o rows.csv \\\n    --plot",
                "The same for a column of a journal",
                "immunoedit plot rows.csv -o rows.png --size 85x70mm",
                "Some columns, each in a panel of its own",
                "immunoedit plot rows.csv -o cells.svg --columns T,C,M --multiples");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        List<String> inputs = words.matchedPositionalValue(0, List.of());
        FigureFile file = new FigureFile(console.out(), unfinished);
        View view = new View(
                Options.size(words),
                list(words, COLUMNS),
                words.hasMatchedOption(LINEAR),
                words.hasMatchedOption(MULTIPLES));
        List<Problem> warnings = new ArrayList<>();
        RunFigures runs = new RunFigures(view, Options.text(words, DATA), console.in(), warnings);
        Optional<String> output = Options.output(words);
        if (inputs.size() > 1) {
            String target = output.orElseThrow(
                    () -> new WrongUsage("several files make one figure, which needs a name: -o FILE.svg"));
            file.write(runs.overlay(inputs), target);
        } else if (isDirectory(inputs.get(0))) {
            Path directory = UserPath.of(inputs.get(0));
            if (Options.text(words, DATA).isPresent()) {
                throw new WrongUsage(DATA + " goes with one file");
            }
            if (SweepFigures.isSweep(directory)) {
                write(new SweepFigures(directory, view, Options.text(words, ENDPOINT)), directory, file, output);
            } else {
                writeAll(directory, runs, file, output);
            }
        } else {
            file.write(runs.figure(inputs.get(0)), output.isPresent() ? output.get() : beside(inputs.get(0)));
        }
        tell(warnings, words, console);
        return ExitCode.DONE;
    }

    private static boolean isDirectory(String input) throws IOException {
        return !Document.isStdin(input) && Files.isDirectory(UserPath.of(input));
    }

    private static String beside(String input) throws IOException {
        return Document.isStdin(input)
                ? STDOUT
                : FigureFile.beside(UserPath.of(input)).toString();
    }

    /** One figure into a file, or each figure of the sweep into a directory. */
    private static void write(SweepFigures sweep, Path directory, FigureFile file, Optional<String> output)
            throws WrongUsage, BadInput, IOException {
        Map<String, Figure> figures = sweep.all();
        if (output.isPresent() && FigureFile.isName(output.get())) {
            file.write(figures.values().iterator().next(), output.get());
            return;
        }
        Path target = output.map(Path::of).orElse(directory);
        Files.createDirectories(target);
        for (Map.Entry<String, Figure> figure : figures.entrySet()) {
            file.write(
                    figure.getValue(), target.resolve(figure.getKey() + ".svg").toString());
        }
    }

    /** Each run of a directory into a file of its own. */
    private static void writeAll(Path directory, RunFigures runs, FigureFile file, Optional<String> output)
            throws WrongUsage, BadInput, IOException {
        if (output.isPresent() && FigureFile.isName(output.get())) {
            throw new WrongUsage("-o " + output.get() + " is one file; the runs of " + directory + " need a directory");
        }
        List<Path> tables = Targets.runsIn(directory);
        Path target = output.map(Path::of).orElse(directory);
        Files.createDirectories(target);
        for (Path table : tables) {
            Path name = FigureFile.beside(table).getFileName();
            file.write(runs.figure(table.toString()), target.resolve(name).toString());
        }
    }

    private static void tell(List<Problem> warnings, ParseResult words, Console console) {
        Diagnostics diagnostics = new Diagnostics(Options.json(words));
        if (!Options.quiet(words)) {
            warnings.forEach(diagnostics::add);
        }
        diagnostics.print(console.err());
    }

    private static List<String> list(ParseResult words, String option) {
        return Options.text(words, option).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}

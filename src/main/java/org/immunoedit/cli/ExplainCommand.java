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
import java.util.stream.IntStream;
import org.immunoedit.analysis.Turnover.Span;
import org.immunoedit.cli.Explanation.Attempt;
import org.immunoedit.cli.Explanation.Decider;
import org.immunoedit.figure.Figure;
import org.immunoedit.figure.View;
import org.immunoedit.io.JsonWriter;
import org.immunoedit.io.Tree;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain SCENARIO|FILE.csv}: which terms of the tumor's equation won, from turn to turn. */
final class ExplainCommand implements Command {
    private static final String ALL = "--all";
    private static final String PLOT = "--plot";
    private static final String STDOUT = "-";

    private final Set<Path> unfinished;

    /** Temporary files in use stand in the set. */
    ExplainCommand(Set<Path> unfinished) {
        this.unfinished = unfinished;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("explain");
        spec.usageMessage()
                .description("Tell which terms of the tumor's equation won, from one turning point to the next.")
                .footer(
                        "",
                        "The rate of the tumor is split at its plus and minus signs; definitions keep their names,"
                                + " clones are added up. For a CSV file the scenario in its sidecar is run again.",
                        "",
                        "Exit codes: 0 done, 1 the run failed, 2 wrong command line, 3 invalid scenario, or nothing says"
                                + " what the tumor is, 4 input/output error.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("SCENARIO|FILE.csv")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("A scenario (JSON; - is standard input), or a CSV file of run -o.")
                .build());
        Options.addOutput(
                spec,
                "FILE",
                "FILE.svg or FILE.png: also draw the contributions over time. FILE.csv: also write the tumor and each"
                        + " contribution to its rate, at the times of the rows.");
        spec.addOption(Options.flag(PLOT, "Draw FILE.svg beside FILE.csv."));
        Options.addSize(spec);
        spec.addOption(Options.flag(ALL, "Tell every turn, also of many cycles."));
        Options.addSettings(spec);
        Options.addDiagnostics(spec);
        return Examples.add(
                spec,
                "In words",
                "immunoedit explain scenarios/dormancy/kuznetsov-dormancy.json",
                "The contributions over time, as a figure",
                "immunoedit explain scenarios/dormancy/kuznetsov-dormancy.json -o why.svg",
                "As a table, and drawn beside it",
                "immunoedit explain scenarios/car-t/barros-rechallenge.json -o parts.csv \\\n    --plot");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        Report report = new Report(console.err(), words);
        Wanted wanted = Wanted.of(words);
        keepInput(words.matchedPositionalValue(0, ""), wanted);
        View view = new View(Options.size(words), List.of(), false, false);
        Problems problems = new Problems();
        Rerun rerun = Rerun.of(words.matchedPositionalValue(0, ""), console.in(), problems)
                .with(Options.settings(words), problems);
        Assembly assembly = rerun.assembly(problems);
        Attempt attempt = wanted.table().isPresent()
                ? new ExplanationTable(assembly).into(UserPath.of(wanted.table().get()), unfinished)
                : Explanation.of(assembly, Optional.empty());
        List<Problem> told = new ArrayList<>(problems.sorted());
        Place place = new Place(rerun.name(), 0, 0, "");
        if (attempt.explanation().isEmpty()) {
            told.add(Problem.error(attempt.reason(), place, attempt.failure(), ""));
            report.add(new Messages(ExitCode.FAILED_RUN, told, ""));
            return report.end();
        }
        Explanation explanation = attempt.explanation().get();
        if (wanted.figure().isPresent() && explanation.spans().isEmpty()) {
            String nothing = "the run ends where it starts: there is nothing to draw";
            told.add(Problem.warning("explain", place, nothing, ""));
        } else if (wanted.figure().isPresent()) {
            Figure figure = ExplanationFigure.of(rerun.title(), assembly, explanation, view);
            new FigureFile(console.out(), unfinished)
                    .write(figure, wanted.figure().get());
        }
        if (Options.json(words)) {
            JsonWriter.write(Tree.of(Account.of(explanation)), console.out());
        } else {
            String text = ExplanationText.of(explanation, words.hasMatchedOption(ALL));
            console.out().write(text.getBytes(StandardCharsets.UTF_8));
        }
        report.add(new Messages(ExitCode.DONE, told, ""));
        return report.end();
    }

    /** Refuses to write over the run that is explained. */
    private static void keepInput(String input, Wanted wanted) throws WrongUsage, IOException {
        if (wanted.table().isEmpty() || Document.isStdin(input)) {
            return;
        }
        Path table = UserPath.of(wanted.table().get());
        Path read = UserPath.of(input);
        if (Files.exists(table) && Files.exists(read) && Files.isSameFile(table, read)) {
            throw new WrongUsage("-o " + table + " is the run that is to be explained; choose another name");
        }
    }

    /**
     * What is wanted besides the words.
     *
     * @param table a CSV file
     * @param figure an SVG or PNG file
     */
    private record Wanted(Optional<String> table, Optional<String> figure) {
        static Wanted of(ParseResult words) throws WrongUsage, IOException {
            String output = Options.output(words).orElse("");
            boolean plots = words.hasMatchedOption(PLOT);
            if (!output.equals(STDOUT) && FigureFile.isName(output)) {
                return new Wanted(Optional.empty(), Optional.of(output));
            }
            boolean table = output.toLowerCase(Locale.ROOT).endsWith(".csv");
            if (!table && !output.isEmpty()) {
                throw new WrongUsage("-o " + output + " does not end in .svg, .png or .csv");
            }
            if (plots && !table) {
                throw new WrongUsage(PLOT + " draws beside a CSV file: -o FILE.csv");
            }
            String beside = plots ? FigureFile.beside(UserPath.of(output)).toString() : "";
            return new Wanted(
                    Optional.of(output).filter(word -> table),
                    Optional.of(beside).filter(word -> plots));
        }
    }

    /** An explanation as JSON. */
    private record Account(
            String tumor,
            String unit,
            String timeUnit,
            Phase phase,
            double since,
            String why,
            List<Part> contributions,
            List<Stage> spans) {
        static Account of(Explanation e) {
            List<Part> parts = e.contributions().stream()
                    .map(part -> new Part(part.label(), part.about(), part.gain()))
                    .toList();
            return new Account(
                    e.verdict().criteria().tumor(),
                    e.verdict().criteria().tumorUnit(),
                    e.timeUnit(),
                    e.verdict().phase(),
                    e.verdict().since(),
                    e.verdict().why(),
                    parts,
                    e.spans().stream().map(span -> Stage.of(span, parts)).toList());
        }
    }

    /** A contribution. */
    private record Part(String label, String about, boolean gain) {}

    /** A span; lists are in the order of the contributions. */
    private record Stage(
            String endsWith,
            double from,
            double to,
            double tumorFrom,
            double tumorTo,
            double fastest,
            List<Double> amounts,
            List<Double> shareOfGains,
            List<Double> shareOfLosses,
            List<Double> ratesAtEnd,
            Optional<String> decidedBy) {
        static Stage of(Span span, List<Part> parts) {
            List<Integer> all = IntStream.range(0, parts.size()).boxed().toList();
            return new Stage(
                    span.mark().name().toLowerCase(Locale.ROOT),
                    span.from().time(),
                    span.to().time(),
                    span.from().quantity(),
                    span.to().quantity(),
                    span.fastest().time(),
                    span.amounts(),
                    all.stream().map(k -> span.share(k, true)).toList(),
                    all.stream().map(k -> span.share(k, false)).toList(),
                    span.to().rates(),
                    Explanation.decider(span)
                            .map(Decider::contribution)
                            .map(k -> parts.get(k).label()));
        }
    }
}

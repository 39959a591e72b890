package org.immunoedit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.immunoedit.analysis.Turnover.Span;
import org.immunoedit.cli.Explanation.Attempt;
import org.immunoedit.cli.Explanation.Decider;
import org.immunoedit.io.AtomicFile;
import org.immunoedit.io.CsvWriter;
import org.immunoedit.io.JsonWriter;
import org.immunoedit.io.Tree;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.BadInput;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sim.RowSink;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain SCENARIO|FILE.csv}: which terms of the tumor's equation won, from turn to turn. */
final class ExplainCommand implements Command {
    private static final String OUTPUT = "--output";
    private static final String ALL = "--all";

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
        spec.addOption(OptionSpec.builder("-o", OUTPUT)
                .paramLabel("FILE")
                .type(String.class)
                .description(
                        "Also write the tumor and each contribution to its rate, at the times of the rows, as CSV.")
                .build());
        spec.addOption(OptionSpec.builder(ALL)
                .description("Tell every turn, also of many cycles.")
                .build());
        Options.addSettings(spec);
        Options.addDiagnostics(spec);
        return Examples.add(
                spec,
                "In words",
                "immunoedit explain scenarios/dormancy/kuznetsov-dormancy.json",
                "The contributions over time, to be plotted",
                "immunoedit explain scenarios/car-t/barros-rechallenge.json -o parts.csv");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, BadInput, IOException {
        Report report = new Report(console.err(), words);
        Problems problems = new Problems();
        String input = words.matchedPositionalValue(0, "");
        Rerun rerun = Rerun.of(input, console.in(), problems);
        Assembly assembly = rerun.assembly(Options.settings(words), problems);
        Optional<String> output = Options.text(words, OUTPUT);
        Attempt attempt =
                output.isPresent() ? toFile(assembly, target(output.get(), input)) : Explanation.of(assembly, NOWHERE);
        List<Problem> told = new ArrayList<>(problems.sorted());
        Place place = new Place(rerun.name(), 0, 0, "");
        if (attempt.explanation().isEmpty()) {
            told.add(Problem.error(attempt.reason(), place, attempt.failure(), ""));
            report.add(new Messages(ExitCode.FAILED_RUN, told, ""));
            return report.end();
        }
        Explanation explanation = attempt.explanation().get();
        if (Options.json(words)) {
            JsonWriter.write(Tree.of(Account.of(explanation)), console.out());
        } else {
            String text = ExplanationText.of(explanation, words.hasMatchedOption(ALL));
            console.out().write(text.getBytes(StandardCharsets.UTF_8));
        }
        report.add(new Messages(ExitCode.DONE, told, ""));
        return report.end();
    }

    private static final RowSink NOWHERE = (time, values, side) -> {};

    private static Path target(String output, String input) throws WrongUsage, IOException {
        if (output.equals("-")) {
            throw new WrongUsage("-o - has no place: standard output takes the words; name a file");
        }
        return Targets.distinct(UserPath.of(output), input);
    }

    private Attempt toFile(Assembly assembly, Path file) throws IOException {
        List<String> header = new ArrayList<>(List.of("time"));
        boolean sides = assembly.ready().experiment().bothSides();
        if (sides) {
            header.add("side");
        }
        Explanation.columns(assembly).stream().map(Term::name).forEach(header::add);
        try (AtomicFile target = AtomicFile.create(file, unfinished)) {
            CsvWriter csv = new CsvWriter(target.stream(), header);
            Attempt attempt = Explanation.of(assembly, rows(csv, sides));
            csv.flush();
            if (attempt.explanation().isPresent()) {
                target.commit();
            }
            return attempt;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static RowSink rows(CsvWriter csv, boolean sides) {
        return (time, values, side) -> {
            try {
                csv.number(time);
                if (sides) {
                    csv.text(side.toString());
                }
                for (double value : values) {
                    csv.number(value);
                }
                csv.endRow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
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
                    span.mark().name().toLowerCase(java.util.Locale.ROOT),
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

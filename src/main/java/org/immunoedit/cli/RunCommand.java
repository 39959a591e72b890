package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code run SCENARIO...}: integrates scenarios and writes their rows.
 *
 * <p>Several scenarios run in parallel and go on past a failing one; their messages appear in the order of the command
 * line, and the exit code is the gravest of theirs.
 */
final class RunCommand implements Command {
    private static final String CHECK_NUMERICS = "--check-numerics";
    private static final String PLOT = "--plot";

    private final Jobs jobs;
    private final Set<Path> unfinished;

    /** Runs scenarios by the jobs; temporary files in use stand in the set, for whoever ends the process early. */
    RunCommand(Jobs jobs, Set<Path> unfinished) {
        this.jobs = jobs;
        this.unfinished = unfinished;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("run");
        spec.usageMessage()
                .description("Integrate scenarios and write time series as CSV.")
                .footer(
                        "",
                        "Exit codes: 0 done, 1 a run failed numerically, 2 wrong command line, 3 invalid scenario"
                                + " or model, 4 input/output error, 70 internal error, 130 interrupted; of several"
                                + " scenarios the largest. A run that fails leaves no file. When standard output is"
                                + " closed early, as by head, the run ends quietly with 0.");
        spec.addPositional(Options.documents("SCENARIO", "Scenario files (JSON); - is standard input."));
        Options.addOutput(
                spec,
                "FILE|DIR",
                "CSV file, or directory for the SCENARIO.csv of each scenario; - is standard output"
                        + " (default). A sidecar NAME.meta.json is written beside each CSV file.");
        spec.addOption(OptionSpec.builder(CHECK_NUMERICS)
                .description("Solve again by another method at a tenth of the tolerances; report the largest"
                        + " difference of each column and whether the verdict changes. Differences above 100 times"
                        + " the relative tolerance, another verdict and a second solution that fails are warnings,"
                        + " shown even with --quiet; the exit code stays 0.")
                .build());
        spec.addOption(OptionSpec.builder(PLOT)
                .description("Draw NAME.svg beside each NAME.csv, as the command plot does.")
                .build());
        Options.addSettings(spec);
        Options.addSolver(spec);
        Options.addDiagnostics(spec);
        return Examples.add(
                spec,
                "Rows into a file, beside it the sidecar",
                "immunoedit run scenarios/car-t/barros-rechallenge.json -o rows.csv",
                "Another value, rows to a program",
                "immunoedit run scenarios/car-t/barros-rechallenge.json --set initial.T=1e5",
                "Several scenarios into a directory",
                "immunoedit run scenarios/kinase/*.json -o results");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage, IOException {
        List<String> scenarios = words.matchedPositionalValue(0, List.of());
        Changes changes = new Changes(Options.settings(words), Options.seed(words), words.originalArgs())
                .checkingNumerics(words.hasMatchedOption(CHECK_NUMERICS));
        int threads = Options.threads(words);
        List<Optional<Path>> targets = Targets.of(scenarios, Options.output(words));
        boolean plots = words.hasMatchedOption(PLOT);
        if (plots && targets.stream().anyMatch(Optional::isEmpty)) {
            throw new WrongUsage(PLOT + " draws beside a CSV file: -o FILE.csv, or -o DIR");
        }
        SummaryText text = SummaryText.on(console);
        boolean several = scenarios.size() > 1;
        ScenarioRun run = new ScenarioRun(jobs, changes, console, several ? text::row : text::block, unfinished);
        Report report = new Report(console.err(), words);
        boolean shown = several && console.terminal() && !Options.quiet(words) && !Options.json(words);
        Progress progress = new Progress(console.err(), shown, "scenarios");
        progress.start(0, scenarios.size());
        List<Callable<Messages>> tasks = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            String scenario = scenarios.get(i);
            Optional<Path> target = targets.get(i);
            tasks.add(() -> {
                Messages messages = run.run(scenario, target);
                return plots ? RunPlot.beside(target.orElseThrow(), messages, unfinished) : messages;
            });
        }
        InOrder.run(tasks, threads, (i, bug) -> report.bug(Document.shownName(scenarios.get(i)), bug), messages -> {
            progress.end();
            report.add(messages);
            progress.next(messages.code() != ExitCode.DONE);
        });
        progress.end();
        return report.end();
    }
}

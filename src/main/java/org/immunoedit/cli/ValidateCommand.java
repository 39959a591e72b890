package org.immunoedit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Severity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code validate FILE...}: checks documents without running them. */
final class ValidateCommand implements Command {
    private final Jobs jobs;

    ValidateCommand(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("validate");
        spec.usageMessage()
                .description("Check scenarios, models and agents without running them.")
                .footer("", "Exit codes: 0 all are valid, 3 one is not, 4 one cannot be read.");
        spec.addPositional(Options.documents("FILE", "Documents (JSON); - is standard input."));
        Options.addSettings(spec);
        Options.addDiagnostics(spec);
        return Examples.add(
                spec,
                "Every fault of a scenario, with line and column",
                "immunoedit validate scenarios/dormancy/kuznetsov-escape.json");
    }

    @Override
    public ExitCode run(ParseResult words, Console console) throws WrongUsage {
        List<String> files = words.matchedPositionalValue(0, List.of());
        Changes changes = new Changes(Options.settings(words), OptionalLong.empty(), words.originalArgs());
        Report report = new Report(console.err(), words);
        List<Callable<Messages>> tasks = new ArrayList<>();
        files.forEach(file -> tasks.add(() -> check(file, changes, console.in())));
        InOrder.run(tasks, 1, (i, bug) -> report.bug(Document.shownName(files.get(i)), bug), report::add);
        return report.end();
    }

    private Messages check(String file, Changes changes, InputStream stdin) {
        try {
            List<Problem> problems = jobs.check(Document.read(file, stdin), changes);
            boolean valid = problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
            return valid
                    ? new Messages(ExitCode.DONE, problems, Document.shownName(file) + ": ok")
                    : new Messages(ExitCode.BAD_INPUT, problems, "");
        } catch (IOException e) {
            return new Messages(ExitCode.INPUT_OUTPUT, List.of(Failures.problem(e)), "");
        }
    }
}

package org.immunoedit.cli;

import java.io.PrintStream;
import java.util.List;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Severity;
import picocli.CommandLine.ParseResult;

/** What a command over several documents tells on standard error, and the exit code it comes to. One thread. */
final class Report {
    private final PrintStream err;
    private final boolean quiet;
    private final boolean json;
    private final boolean debug;
    private final Diagnostics diagnostics;
    private ExitCode worst = ExitCode.DONE;

    /** A report as {@code --quiet}, {@code --json} and {@code --debug} want it. */
    Report(PrintStream err, ParseResult words) {
        this.err = err;
        this.quiet = Options.quiet(words);
        this.json = Options.json(words);
        this.debug = Options.debug(words);
        this.diagnostics = new Diagnostics(json);
    }

    /** Tells the messages of the next document; as JSON everything is told at the end. */
    void add(Messages messages) {
        worst = worst.worse(messages.code());
        for (Problem problem : messages.problems()) {
            boolean asked = problem.code().equals(NumericsCheck.CODE);
            if (!quiet || asked || problem.severity() == Severity.ERROR) {
                diagnostics.add(problem);
            }
        }
        if (!json) {
            diagnostics.print(err);
            if (!quiet && !messages.line().isEmpty()) {
                err.println(messages.line());
            }
        }
    }

    /** The messages of a document whose work ended in a bug of ours. */
    Messages bug(String file, Throwable bug) {
        if (debug) {
            bug.printStackTrace(err);
        }
        Problem problem = Problem.error("internal", new Place(file, 0, 0, ""), Failures.internalWords(bug), "");
        return new Messages(ExitCode.INTERNAL, List.of(problem), "");
    }

    /** Ends the report: the exit code. */
    ExitCode end() {
        if (json) {
            diagnostics.print(err);
        }
        return worst;
    }
}

package org.immunoedit.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunoedit.io.JsonText;
import org.immunoedit.problem.Problem;

/** Problems on their way to standard error: a line each, or one JSON array. One thread. */
final class Diagnostics {
    private final boolean json;
    private final List<Problem> problems = new ArrayList<>();

    Diagnostics(boolean json) {
        this.json = json;
    }

    /** Adds one problem to what will be printed. */
    void add(Problem problem) {
        problems.add(problem);
    }

    /** Prints what was added, in that order; as JSON also an empty array, so that a reader always finds one. */
    void print(PrintStream err) {
        if (json) {
            err.println(problems.stream().map(Diagnostics::object).collect(Collectors.joining(",\n ", "[", "]")));
        } else {
            problems.forEach(err::println);
        }
        problems.clear();
    }

    private static String object(Problem problem) {
        return "{\"file\":" + JsonText.quoted(problem.place().file())
                + ",\"line\":" + problem.place().line()
                + ",\"column\":" + problem.place().column()
                + ",\"severity\":" + JsonText.quoted(problem.severity().toString())
                + ",\"code\":" + JsonText.quoted(problem.code())
                + ",\"pointer\":" + JsonText.quoted(problem.place().pointer())
                + ",\"found\":" + JsonText.quoted(problem.found())
                + ",\"expected\":" + JsonText.quoted(problem.expected())
                + ",\"hint\":" + JsonText.quoted(problem.hint()) + "}";
    }
}

package org.immunoedit.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
        return "{\"file\":" + text(problem.place().file())
                + ",\"line\":" + problem.place().line()
                + ",\"column\":" + problem.place().column()
                + ",\"severity\":" + text(problem.severity().toString())
                + ",\"code\":" + text(problem.code())
                + ",\"pointer\":" + text(problem.place().pointer())
                + ",\"found\":" + text(problem.found())
                + ",\"expected\":" + text(problem.expected())
                + ",\"hint\":" + text(problem.hint()) + "}";
    }

    /** A JSON text. */
    static String text(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}

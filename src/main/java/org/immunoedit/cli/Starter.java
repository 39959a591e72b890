package org.immunoedit.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Initial;
import org.immunoedit.model.Model;
import org.immunoedit.model.Values;

/** A scenario to begin with: valid as it is, the model's own values in comments, ready to be uncommented. */
final class Starter {
    private Starter() {}

    /** The scenario's text for a model. */
    static String of(Model model) {
        String time = model.time().text();
        return """
                // A scenario of immunoedit. Comments and trailing commas are allowed.
                //   immunoedit run FILE -o rows.csv    runs it
                //   immunoedit models %1$s    shows the model
                {
                  "name": "%1$s as published",
                  "model": "%1$s",

                  // Values of the model; uncomment to change. A number is in the unit of the comment, a text has its own.
                  "parameters": {
                %2$s  },

                  "initial": {
                %3$s  },

                  // Doses into a state. Each needs an amount; start, every and doses (their total number) say when.
                  "therapies": [
                    // {"into": "%4$s", "amount": 1, "start": 10, "every": 7, "doses": 3},
                  ],

                  // In %5$s, unless a text such as "2 y" says otherwise.
                  "time": {"end": 100, "every": 1},

                  // "solver": {"method": "auto", "rtol": 1e-8},
                  // "output": {"columns": ["%4$s"]},
                }
                """.formatted(model.name(), parameters(model), initials(model), firstState(model), time);
    }

    private static String parameters(Model model) {
        return lines(model.parameters().stream()
                .map(p -> line(p.target(), first(p.value()), p.unit().text(), p.about()))
                .toList());
    }

    private static String initials(Model model) {
        return lines(model.states().stream()
                .filter(state -> state.initial() instanceof Initial.Given)
                .map(s -> line(
                        s.target(),
                        first(((Initial.Given) s.initial()).values()),
                        s.unit().text(),
                        s.about()))
                .toList());
    }

    private static String line(Reference target, String value, String unit, String about) {
        return "    // \"" + member(target) + "\": " + value + ", // " + unit
                + (about.isEmpty() ? "" : "; " + about.replaceAll("\\R", " "));
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The first member of a family, or the name itself. */
    private static String member(Reference target) {
        return target.indices().isEmpty()
                ? target.name()
                : target.indices().stream().map(i -> "1").collect(Collectors.joining(",", target.name() + "[", "]"));
    }

    private static String first(Values values) {
        Values one = values;
        while (one instanceof Values.Row row) {
            one = row.items().get(0);
        }
        String text = ModelCard.values(one);
        return text.contains(" ") ? '"' + text + '"' : text;
    }

    private static String firstState(Model model) {
        return member(model.states().get(0).target());
    }
}

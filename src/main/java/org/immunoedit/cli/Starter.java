package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.Json;
import org.immunoedit.io.JsonText;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.model.AgentDeclaration;
import org.immunoedit.model.Hook;
import org.immunoedit.model.Initial;
import org.immunoedit.model.Model;
import org.immunoedit.model.Values;
import org.immunoedit.unit.Unit;

/** A scenario to begin with: valid as it is, the model's own values in comments, ready to be uncommented. */
final class Starter {
    private static final int WIDEST = 60;

    private final ModelDocument document;
    private final Model model;
    private final List<AgentDocument> acting;

    private Starter(ModelDocument document, List<AgentDocument> agents) {
        this.document = document;
        this.model = document.model();
        Set<String> hooks = model.hooks().stream().map(Hook::name).collect(Collectors.toSet());
        this.acting = agents.stream()
                .filter(agent -> !agent.agent().acts().isEmpty())
                .filter(agent -> hooks.containsAll(agent.agent().acts().keySet()))
                .toList();
    }

    /**
     * The scenario's text for a model.
     *
     * @param agents of the library; those that find their hooks in the model are offered
     */
    static String of(ModelDocument document, List<AgentDocument> agents) {
        return new Starter(document, agents).text();
    }

    private String text() {
        String time = model.time().text();
        return """
                // A scenario of immunoedit. Comments and trailing commas are allowed.
                //   immunoedit run FILE -o rows.csv    runs it
                //   immunoedit models %1$s    shows the model
                {
                  "name": "%1$s as published",
                  "description": "%2$s",
                  "model": "%1$s",

                  // Values of the model; uncomment to change. A number is in the unit of the comment, a text has its own.
                  "parameters": {
                %3$s  },

                  "initial": {
                %4$s  },

                  // Doses into a state, or of an agent. Each needs an amount; start, every and doses (their total number)
                  // say when.%5$s
                  "therapies": [
                %6$s  ],

                  // What counts as elimination and escape.%7$s
                  "outcome": {
                %8$s  },

                  // In %9$s, unless a text such as "2 y" says otherwise.
                  "time": {"end": 100, "every": 1},

                  // "solver": {"method": "auto", "rtol": 1e-8},
                  // "output": {"columns": ["%10$s"]},
                }
                """.formatted(
                        model.name(),
                        plain(model.title()),
                        parameters(),
                        initials(),
                        acting.isEmpty() ? "" : " Doses per kg need the patient's weight.",
                        doses(),
                        document.outcome().isEmpty() ? " The model does not say what its tumor is." : "",
                        outcome(),
                        time.equals("1") ? "the model's own time" : time,
                        firstState());
    }

    private String doses() {
        List<String> lines = new ArrayList<>();
        lines.add("    // {\"into\": \"" + firstState()
                + "\", \"amount\": 1, \"start\": 10, \"every\": 7, \"doses\": 3},");
        for (AgentDeclaration agent : model.agents()) {
            String unit = agent.unit().map(Unit::text).orElse("");
            lines.add(dose(agent.name(), "\"amount\": 1", unit, agent.about()));
        }
        for (AgentDocument agent : acting) {
            String regimen = agent.regimens().keySet().stream()
                    .findFirst()
                    .map(name -> "\"regimen\": " + JsonText.quoted(name))
                    .orElse("\"amount\": 1");
            lines.add(dose(agent.agent().name(), regimen, "", agent.agent().title()));
        }
        return lines(lines);
    }

    private static String dose(String agent, String how, String unit, String about) {
        String dose = "{\"agent\": " + JsonText.quoted(agent) + ", " + how + ", \"start\": 10},";
        return "    // " + dose + comment(unit, about);
    }

    private String outcome() {
        List<String> lines = new ArrayList<>();
        document.outcome().map(Json.Object::members).orElse(Map.of()).forEach((key, member) -> {
            String value = JsonText.compact(member.value());
            if (value.length() <= WIDEST) {
                lines.add("    // " + JsonText.quoted(key) + ": " + value + ",");
            }
        });
        if (lines.isEmpty()) {
            lines.add("    // \"tumor\": \"" + firstState() + "\",");
        }
        return lines(lines);
    }

    private String parameters() {
        return lines(model.parameters().stream()
                .map(p -> line(p.target(), first(p.value()), p.unit().text(), p.about()))
                .toList());
    }

    private String initials() {
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
        return "    // \"" + member(target) + "\": " + value + "," + comment(unit, about);
    }

    private static String comment(String unit, String about) {
        String text =
                Stream.of(unit, plain(about)).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : " // " + text;
    }

    /** One line that can stand in a text or a comment. */
    private static String plain(String text) {
        return text.replaceAll("\\R", " ").replace("\\", "").replace("\"", "'");
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

    private String firstState() {
        return member(model.states().get(0).target());
    }
}

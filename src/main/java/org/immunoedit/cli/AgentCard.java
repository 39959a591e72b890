package org.immunoedit.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.Json;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.model.Agent;
import org.immunoedit.model.Model;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** An agent as text for people: a small model of its own, and how it is given and acts. */
final class AgentCard {
    private AgentCard() {}

    /** Source, pharmacokinetics, what it acts on, regimens. */
    static String of(AgentDocument document) {
        Agent agent = document.agent();
        StringBuilder text = new StringBuilder(ModelCard.of(asModel(agent)));
        text.append("\nDoses\n  in ")
                .append(agent.unit().text())
                .append(" into ")
                .append(Printer.print(agent.into()));
        agent.potency()
                .ifPresent(potency -> text.append("; ")
                        .append(Printer.number(potency.value()))
                        .append(' ')
                        .append(potency.unit().text()));
        text.append('\n');
        section(
                text,
                "Acts on",
                agent.acts().entrySet().stream()
                        .map(act -> act.getKey() + " by "
                                + Printer.print(act.getValue().expr()))
                        .toList());
        section(
                text,
                "Regimens",
                document.regimens().entrySet().stream()
                        .map(regimen -> "\"" + regimen.getKey() + "\": " + fields(regimen.getValue()))
                        .toList());
        return text.toString();
    }

    private static void section(StringBuilder text, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(heading).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private static String fields(Json json) {
        if (json instanceof Json.Object object) {
            return object.members().values().stream()
                    .map(member -> member.key() + " " + fields(member.value()))
                    .collect(Collectors.joining(", "));
        }
        if (json instanceof Json.Array array) {
            return array.items().stream().map(AgentCard::fields).collect(Collectors.joining(", ", "[", "]"));
        }
        return json instanceof Json.Text text ? text.value() : json.shown();
    }

    private static ModelDocument asModel(Agent agent) {
        Unit day = Unit.parse("d", Place.startOf("built-in"), new Problems()).orElseThrow();
        Model model = new Model(
                agent.name(),
                agent.title() + (agent.kind().isEmpty() ? "" : " (" + agent.kind() + ")"),
                agent.source(),
                day,
                false,
                "",
                Map.of(),
                agent.states(),
                agent.parameters(),
                List.of(),
                agent.definitions(),
                agent.rates(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                agent.place());
        return new ModelDocument(model, Optional.empty(), Optional.empty());
    }
}

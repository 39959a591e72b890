package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.Json;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.model.AgentDeclaration;
import org.immunoedit.model.Definition;
import org.immunoedit.model.Event;
import org.immunoedit.model.Hook;
import org.immunoedit.model.Initial;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Model;
import org.immunoedit.model.ParameterDeclaration;
import org.immunoedit.model.Source;
import org.immunoedit.model.StateDeclaration;
import org.immunoedit.model.Values;
import org.immunoedit.unit.Unit;

/** A model as text for people. */
final class ModelCard {
    private static final int WIDEST_COLUMN = 36;

    private final StringBuilder text = new StringBuilder();

    private ModelCard() {}

    /** Everything a reader of the paper would look for: source, symbols with unit and meaning, equations, claims. */
    static String of(ModelDocument document) {
        Model model = document.model();
        ModelCard card = new ModelCard();
        card.head(model);
        card.section(
                "Indices", model.indices().entrySet(), index -> List.of(index.getKey() + " = 1.." + index.getValue()));
        card.section("States", model.states(), ModelCard::state);
        card.section("Parameters", model.parameters(), ModelCard::parameter);
        card.section(
                "Functions",
                model.functions(),
                f -> List.of(f.name() + "(" + String.join(", ", f.arguments()) + ") = "
                        + Printer.print(f.body().expr())));
        card.section("Definitions", model.definitions(), ModelCard::definition);
        card.section(
                "Rates",
                model.rates(),
                rate -> List.of("d" + Printer.print(rate.target()) + "/dt = "
                        + Printer.print(rate.is().expr())));
        card.section("Observables", model.observables(), ModelCard::definition);
        card.section("Events", model.events(), ModelCard::event);
        card.section("Hooks", model.hooks(), ModelCard::hook);
        card.section("Agents", model.agents(), ModelCard::agent);
        card.section("Claims", claims(document), List::of);
        return card.text.toString();
    }

    /** A value or a list of values as the document has them. */
    static String values(Values values) {
        if (values instanceof Values.Row row) {
            return row.items().stream().map(ModelCard::values).collect(Collectors.joining(", ", "[", "]"));
        }
        Literal literal = (Literal) values;
        return Printer.number(literal.value())
                + literal.unit().map(unit -> " " + unit.text()).orElse("");
    }

    private void head(Model model) {
        text.append(model.name())
                .append(model.title().isEmpty() ? "" : ": " + model.title())
                .append('\n');
        String source = source(model.source());
        text.append(source.isEmpty() ? "" : source + "\n");
        text.append("Time in ").append(model.time().text());
        text.append(model.unchecked() ? "; units are not checked: " + model.unitsReason() : "")
                .append('\n');
    }

    static String source(Source source) {
        return Stream.of(
                        source.authors(),
                        source.year() == 0 ? "" : String.valueOf(source.year()),
                        source.title(),
                        source.journal(),
                        prefixed("doi:", source.doi()),
                        prefixed("PMID ", source.pmid()),
                        prefixed("BioModels ", source.biomodels()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** A heading and one line per item, its parts in columns; nothing for no items. */
    private <T> void section(String heading, Iterable<T> items, Function<T, List<String>> parts) {
        List<List<String>> rows = new ArrayList<>();
        items.forEach(item -> rows.add(parts.apply(item)));
        if (rows.isEmpty()) {
            return;
        }
        text.append('\n').append(heading).append('\n');
        int[] widths = widths(rows);
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int i = 0; i < row.size(); i++) {
                int padding = i == row.size() - 1
                        ? 0
                        : Math.max(0, widths[i] - row.get(i).length());
                line.append(' ').append(row.get(i)).append(" ".repeat(padding)).append(' ');
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] =
                        Math.min(WIDEST_COLUMN, Math.max(widths[i], row.get(i).length()));
            }
        }
        return widths;
    }

    private static List<String> state(StateDeclaration state) {
        String initial = state.initial() instanceof Initial.Given given
                ? values(given.values())
                : Printer.print(((Initial.Computed) state.initial()).formula().expr());
        String extinct = state.extinctBelow().isPresent()
                ? "extinct below " + Printer.number(state.extinctBelow().getAsDouble())
                : "";
        return List.of(
                Printer.print(state.target()),
                bracketed(state.unit()),
                "starts at " + initial,
                joined(state.about(), extinct, state.signed() ? "may be negative" : ""));
    }

    private static List<String> parameter(ParameterDeclaration parameter) {
        String range = parameter
                .range()
                .map(r -> "range " + Printer.number(r.low()) + " to " + Printer.number(r.high()))
                .orElse("");
        return List.of(
                Printer.print(parameter.target()) + " = " + values(parameter.value()),
                bracketed(parameter.unit()),
                joined(parameter.about(), parameter.source(), range));
    }

    private static List<String> definition(Definition definition) {
        return List.of(
                Printer.print(definition.target()) + " = "
                        + Printer.print(definition.is().expr()),
                definition.unit().map(ModelCard::bracketed).orElse(""),
                definition.about());
    }

    private static List<String> event(Event event) {
        String sets = event.sets().stream()
                .map(set -> Printer.print(set.target()) + " = "
                        + Printer.print(set.value().expr()))
                .collect(Collectors.joining(", "));
        return List.of(
                "when " + Printer.print(event.when().expr()), joined(sets, event.label(), event.stop() ? "stop" : ""));
    }

    private static List<String> hook(Hook hook) {
        return List.of(hook.name(), bracketed(hook.unit()), hook.about());
    }

    private static List<String> agent(AgentDeclaration agent) {
        return List.of(agent.name(), "into " + Printer.print(agent.into()), agent.about());
    }

    static List<String> claims(ModelDocument document) {
        return document.claims().map(Json.Array::items).orElse(List.of()).stream()
                .map(claim -> claim instanceof Json.Object object ? object.get("about") : Optional.<Json>empty())
                .map(about -> about.isPresent() && about.get() instanceof Json.Text said ? said.value() : "(unnamed)")
                .toList();
    }

    private static String bracketed(Unit unit) {
        return "[" + unit.text() + "]";
    }

    private static String prefixed(String prefix, String value) {
        return value.isEmpty() ? "" : prefix + value;
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }
}

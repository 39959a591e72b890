package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.Json;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.Tree;
import org.immunoedit.model.Definition;
import org.immunoedit.model.Model;
import org.immunoedit.model.ParameterDeclaration;
import org.immunoedit.model.Rate;
import org.immunoedit.model.StateDeclaration;

/** A model for papers and programs: Markdown, LaTeX, JSON. */
final class ModelPaper {
    private static final List<String> HEADING = List.of("symbol", "value", "unit", "range", "meaning", "source");

    private ModelPaper() {}

    /** Equations and a table of parameters in Markdown. */
    static String markdown(ModelDocument document) {
        Model model = document.model();
        StringBuilder text = new StringBuilder("# " + model.name() + "\n\n");
        text.append(model.title().isEmpty() ? "" : model.title() + "\n\n");
        text.append("Source: ").append(ModelCard.source(model.source())).append("\n\n## Equations\n\n");
        text.append("Time in ").append(model.time().text()).append(".\n\n```\n");
        for (Rate rate : model.rates()) {
            text.append("d" + Printer.print(rate.target()) + "/dt = "
                    + Printer.print(rate.is().expr()) + "\n");
        }
        for (Definition term : model.definitions()) {
            text.append(Printer.print(term.target()) + " = "
                    + Printer.print(term.is().expr()) + "\n");
        }
        text.append("```\n\n## States\n\n| symbol | unit | meaning |\n|---|---|---|\n");
        for (StateDeclaration state : model.states()) {
            text.append(row(List.of(Printer.print(state.target()), state.unit().text(), state.about())));
        }
        text.append("\n## Parameters\n\n").append(row(HEADING)).append("|---|---|---|---|---|---|\n");
        model.parameters().forEach(parameter -> text.append(row(cells(parameter))));
        text.append("\n## Claims\n\n");
        ModelCard.claims(document)
                .forEach(claim -> text.append("- ").append(claim).append('\n'));
        return text.toString();
    }

    /** Equations and a table of parameters as a snippet for amsmath. */
    static String latex(ModelDocument document) {
        Model model = document.model();
        List<String> lines = new ArrayList<>();
        for (Rate rate : model.rates()) {
            lines.add("\\frac{\\mathrm{d}" + LatexFormula.of(rate.target()) + "}{\\mathrm{d}t} &= "
                    + LatexFormula.of(rate.is().expr()));
        }
        for (Definition term : model.definitions()) {
            lines.add(LatexFormula.of(term.target()) + " &= "
                    + LatexFormula.of(term.is().expr()));
        }
        StringBuilder text = new StringBuilder("% " + model.name() + "; needs amsmath\n\\begin{align*}\n");
        text.append(String.join(" \\\\\n", lines))
                .append("\n\\end{align*}\n\n\\begin{tabular}{lllp{0.5\\textwidth}}\n");
        text.append("symbol & value & unit & meaning \\\\\n\\hline\n");
        for (ParameterDeclaration p : model.parameters()) {
            text.append("$" + LatexFormula.of(p.target()) + "$ & " + LatexFormula.text(ModelCard.values(p.value()))
                    + " & " + LatexFormula.text(p.unit().text()) + " & " + LatexFormula.text(p.about()) + " \\\\\n");
        }
        return text.append("\\end{tabular}\n").toString();
    }

    /** All of it for programs. */
    static Json json(ModelDocument document) {
        Model model = document.model();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", model.name());
        object.put("title", model.title());
        object.put("source", model.source());
        object.put("time", model.time().text());
        object.put("states", model.states().stream().map(ModelPaper::state).toList());
        object.put(
                "parameters",
                model.parameters().stream().map(ModelPaper::parameter).toList());
        object.put("definitions", terms(model.definitions()));
        Map<String, Object> rates = new LinkedHashMap<>();
        model.rates()
                .forEach(rate -> rates.put(
                        Printer.print(rate.target()), Printer.print(rate.is().expr())));
        object.put("rates", rates);
        object.put("observables", terms(model.observables()));
        object.put("therapies", therapies(model));
        object.put("claims", ModelCard.claims(document));
        return Tree.of(object);
    }

    /** What treatments a model knows: its own agents, then its hooks. */
    static List<String> therapies(Model model) {
        List<String> names = new ArrayList<>();
        model.agents().forEach(agent -> names.add(agent.name()));
        model.hooks().forEach(hook -> names.add(hook.name()));
        return names;
    }

    private static Map<String, Object> state(StateDeclaration state) {
        return Map.of(
                "name", Printer.print(state.target()), "unit", state.unit().text(), "about", state.about());
    }

    private static Map<String, Object> parameter(ParameterDeclaration parameter) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<String> cells = cells(parameter);
        for (int i = 0; i < cells.size(); i++) {
            object.put(HEADING.get(i), cells.get(i));
        }
        return object;
    }

    private static Map<String, Object> terms(List<Definition> definitions) {
        Map<String, Object> terms = new LinkedHashMap<>();
        definitions.forEach(term ->
                terms.put(Printer.print(term.target()), Printer.print(term.is().expr())));
        return terms;
    }

    private static List<String> cells(ParameterDeclaration p) {
        return List.of(
                Printer.print(p.target()),
                ModelCard.values(p.value()),
                p.unit().text(),
                p.range()
                        .map(r -> Printer.number(r.low()) + " to " + Printer.number(r.high()))
                        .orElse(""),
                p.about(),
                p.source());
    }

    private static String row(List<String> cells) {
        return "| "
                + String.join(
                        " | ", cells.stream().map(c -> c.replace("|", "\\|")).toList()) + " |\n";
    }
}

package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Printer;
import org.immunoedit.problem.Problems;

/** Equations of a sketch, with their formulas as text. */
record Expanded(Equations equations) {
    static Expanded of(Sketch sketch) {
        return of(sketch.model(), Sketch.options());
    }

    static Expanded of(Model model, Options options) {
        Problems problems = new Problems();
        Equations equations = Expansion.expand(model, options, problems).orElse(null);
        assertThat(Sketch.lines(problems)).isEmpty();
        return new Expanded(equations);
    }

    /** The problems of a model that does not expand. */
    static List<String> faults(Sketch sketch) {
        return faults(sketch.model(), Sketch.options());
    }

    static List<String> faults(Model model, Options options) {
        Problems problems = new Problems();
        assertThat(Expansion.expand(model, options, problems)).isEmpty();
        return Sketch.lines(problems);
    }

    String rate(String state) {
        for (int k = 0; k < equations.states().size(); k++) {
            if (equations.states().get(k).name().equals(state)) {
                return Printer.print(equations.rates().get(k));
            }
        }
        throw new IllegalArgumentException(state);
    }

    List<String> definitions() {
        return terms(equations.definitions());
    }

    List<String> observables() {
        return terms(equations.observables());
    }

    static List<String> terms(List<Equations.Term> terms) {
        return terms.stream().map(t -> t.name() + " = " + Printer.print(t.is())).toList();
    }

    List<String> states() {
        return equations.states().stream()
                .map(s -> s.name() + " = " + Printer.print(s.initial()))
                .toList();
    }

    List<String> parameters() {
        return equations.parameters().stream()
                .map(p -> p.name() + " = " + Printer.number(p.value()) + " " + p.unit())
                .toList();
    }

    List<String> events() {
        return equations.events().stream().map(Expanded::text).toList();
    }

    static String text(Equations.Happening event) {
        StringBuilder text = new StringBuilder(Printer.print(event.when())).append(':');
        event.sets()
                .forEach(s -> text.append(' ').append(s.target()).append(" = ").append(print(s.value())));
        return text.append(event.extinction() ? " extinction of " + event.label() : "")
                .toString();
    }

    private static String print(Expr expr) {
        return Printer.print(expr);
    }
}

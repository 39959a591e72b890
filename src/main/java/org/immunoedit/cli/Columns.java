package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.io.Scenario;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** What a scenario wants to see, by name: states, observables, definitions and parameters may all be columns. */
final class Columns {
    private final Map<String, Term> byName = new LinkedHashMap<>();
    private final List<Term> usual = new ArrayList<>();

    Columns(Equations equations) {
        for (Equations.State state : equations.states()) {
            usual.add(new Term(state.name(), Reference.to(state.name()), state.unit(), state.about()));
        }
        usual.addAll(equations.observables());
        usual.forEach(column -> byName.put(column.name(), column));
        equations.definitions().forEach(term -> byName.put(term.name(), term));
        for (Equations.Parameter p : equations.parameters()) {
            byName.put(p.name(), new Term(p.name(), Reference.to(p.name()), p.unit(), p.about()));
        }
    }

    /**
     * The columns of a scenario; all states and observables when it names none. A family's name stands for its members.
     */
    List<Term> of(Scenario.Output output, Problems problems) {
        if (output.columns().isEmpty()) {
            return usual;
        }
        Map<String, Term> columns = new LinkedHashMap<>();
        for (Scenario.Column wanted : output.columns().get()) {
            List<Term> found = named(wanted.name());
            if (found.isEmpty()) {
                problems.add(unknown(wanted));
            }
            found.forEach(column -> columns.put(column.name(), column));
        }
        return List.copyOf(columns.values());
    }

    /** A single column by its name. */
    Optional<Term> one(Scenario.Column wanted, Problems problems) {
        List<Term> found = named(wanted.name());
        if (found.size() != 1) {
            problems.add(unknown(wanted));
        }
        return found.stream().findFirst();
    }

    private Problem unknown(Scenario.Column wanted) {
        return Problem.error(
                        "unknown-column",
                        wanted.place(),
                        "\"" + wanted.name() + "\" is not a column",
                        "a state, observable, definition or parameter")
                .withHint(Nearest.hint(wanted.name(), byName.keySet()));
    }

    private List<Term> named(String name) {
        Term exact = byName.get(name.replace(" ", ""));
        if (exact != null) {
            return List.of(exact);
        }
        return byName.values().stream()
                .filter(column -> column.name().startsWith(name + "["))
                .toList();
    }
}

package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.cli.Binding.Bound;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
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

    /** @param judged whether runs get a verdict, and so a phase */
    Columns(Bound bound, boolean judged) {
        Equations equations = bound.equations();
        for (Equations.State state : bound.states()) {
            Expr is = bound.zero().contains(state.name()) ? Num.ZERO : Reference.to(state.name());
            usual.add(new Term(state.name(), is, state.unit(), state.about()));
        }
        usual.addAll(equations.observables());
        equations.definitions().stream()
                .filter(term -> isConcentration(term.name(), bound.states()))
                .forEach(usual::add);
        usual.forEach(column -> byName.put(column.name(), column));
        equations.definitions().forEach(term -> byName.put(term.name(), term));
        for (Equations.Parameter p : equations.parameters()) {
            byName.put(p.name(), new Term(p.name(), Reference.to(p.name()), p.unit(), p.about()));
        }
        if (judged) {
            byName.putIfAbsent(PhaseColumn.NAME, PhaseColumn.TERM);
        }
    }

    /** Whether a definition is the {@code concentration} of an agent that is dosed: then its states are there too. */
    private static boolean isConcentration(String name, List<Equations.State> states) {
        String prefix = name.substring(0, name.lastIndexOf('.') + 1);
        return !prefix.isEmpty()
                && name.equals(prefix + "concentration")
                && states.stream().anyMatch(state -> state.name().startsWith(prefix));
    }

    /**
     * The columns of a scenario; when it names none all states and observables, and concentrations of dosed agents. A
     * family's name stands for its members.
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
        if (wanted.name().equals(PhaseColumn.NAME)) {
            return Problem.error(
                    "unknown-column",
                    wanted.place(),
                    "there is no phase, because nothing says what the tumor is",
                    "\"outcome\": {\"tumor\": …} in the scenario or model");
        }
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

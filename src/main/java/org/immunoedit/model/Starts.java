package org.immunoedit.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Evaluator;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Printer;
import org.immunoedit.expr.References;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.model.Numbers.Located;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/** The states with their starts: numbers, or formulas of parameters into which definitions have been put. */
final class Starts {
    private final Names names;
    private final Map<String, Piece> definitions = new HashMap<>();
    private final Map<String, Double> values = new HashMap<>();

    /** A scalar state on its way into the equations; {@code place} is that of its start. */
    record Start(String name, StateDeclaration declaration, Expr initial, Place place) {
        Equations.State state() {
            return new Equations.State(
                    name,
                    declaration.unit().text(),
                    declaration.about(),
                    initial,
                    declaration.signed(),
                    declaration.extinctBelow());
        }
    }

    Starts(Names names, List<Piece> definitions, List<Equations.Parameter> parameters) {
        this.names = names;
        definitions.forEach(d -> this.definitions.put(d.name(), d));
        parameters.forEach(p -> values.put(p.name(), p.value()));
    }

    /** All states in model order. */
    List<Start> of(Model model, List<Setting> settings) {
        Map<String, Located> given =
                new Settings(names, Kind.STATE, units(model, names.indices(), names.findings())).of(settings);
        List<Start> starts = new ArrayList<>();
        for (StateDeclaration state : model.states()) {
            Map<String, Located> declared = state.initial() instanceof Initial.Given g
                    ? new Numbers(names).of(state.target(), g.values(), state.unit(), state.place())
                    : Map.of();
            for (Indices.Member member : names.indices().members(state.target(), state.place(), names.findings())) {
                Located number = given.getOrDefault(member.name(), declared.get(member.name()));
                Start start = number == null
                        ? computed(state, member)
                        : new Start(member.name(), state, new Num(number.value()), number.place());
                checkValue(start);
                starts.add(start);
            }
        }
        return starts;
    }

    /** Units of all scalar states. */
    static Map<String, Unit> units(Model model, Indices indices, Findings findings) {
        Map<String, Unit> units = new LinkedHashMap<>();
        for (StateDeclaration state : model.states()) {
            indices.members(state.target(), state.place(), findings).forEach(m -> units.put(m.name(), state.unit()));
        }
        return units;
    }

    private Start computed(StateDeclaration state, Indices.Member member) {
        if (!(state.initial() instanceof Initial.Computed computed)) {
            return new Start(member.name(), state, Num.ZERO, state.place());
        }
        Scope scope =
                Scope.of(Terms.IN_RATES, member.bindings(), computed.formula().place());
        Expr initial = new OfParameters(scope).of(Expander.expand(computed.formula(), names, scope));
        return new Start(member.name(), state, initial, scope.place());
    }

    /** A population cannot start below nothing, and nothing can start at infinity. */
    private void checkValue(Start start) {
        if (!values.keySet().containsAll(References.in(start.initial()).names())) {
            return;
        }
        double value = Evaluator.value(start.initial(), 0, values::get);
        boolean finite = Double.isFinite(value);
        if (!finite || value < 0 && !start.declaration().signed()) {
            String number = finite ? Printer.number(value) : String.valueOf(value);
            String found = start.name() + " starts at " + number + " "
                    + start.declaration().unit().text();
            String expected = finite ? "0 or more, or \"signed\": true on the state" : "a finite number";
            names.findings().error("value", start.place(), found, expected);
        }
    }

    /** Puts in definitions until only parameters are left; the own value of a parameter counts, not an effect on it. */
    private final class OfParameters extends Rewrite {
        private final Scope scope;
        private final List<String> path = new ArrayList<>();
        private int at;

        OfParameters(Scope scope) {
            this.scope = scope;
        }

        @Override
        public Expr reference(Reference node) {
            if (path.isEmpty()) {
                at = node.at();
            }
            String base = Equations.base(node.name());
            if (values.containsKey(base)) {
                return new Reference(base, List.of(), at);
            }
            Piece definition = definitions.get(node.name());
            if (definition == null) {
                return values.containsKey(node.name()) ? node : refused(node.name(), "the state " + node.name());
            }
            if (path.contains(node.name())) {
                return Num.ZERO;
            }
            if (!names.budget().insert()) {
                return refused(node.name(), "more than " + Budget.MOST_INSERTIONS + " definitions");
            }
            path.add(node.name());
            Expr inner = of(definition.is());
            path.remove(path.size() - 1);
            return inner;
        }

        @Override
        public Expr time(Expr.Time node) {
            return refused("time", "the time");
        }

        private Expr refused(String name, String what) {
            String way = path.isEmpty() ? "" : ": " + String.join(" -> ", path) + " -> " + name;
            names.findings()
                    .error("formula", scope.at(at), "a start depends on " + what + way, "a formula of parameters");
            return Num.ZERO;
        }
    }
}

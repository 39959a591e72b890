package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Equations.Happening;
import org.immunoedit.model.Equations.NewValue;
import org.immunoedit.model.Event.Assignment;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/** Expands events and makes the extinction of populations an event. */
final class Happenings {
    private final Names names;

    Happenings(Names names) {
        this.names = names;
    }

    /**
     * A new value with the place of its formula, for the check of units.
     *
     * @param target scalar name
     */
    record Assigned(String target, Expr value, Place place) {}

    /** An expanded event with the places of its formulas. */
    record Located(Happening happening, Place when, List<Assigned> sets) {}

    /** Events in the order given. */
    List<Located> of(List<Event> events) {
        return events.stream().map(this::expanded).toList();
    }

    private Located expanded(Event event) {
        Place place = event.when().place();
        Expr when = Expander.expand(event.when(), names, Scope.of(Terms.IN_OUTPUT, Map.of(), place));
        List<Assigned> sets = new ArrayList<>();
        Set<String> targets = new HashSet<>();
        for (Assignment assignment : event.sets()) {
            for (Assigned assigned : assigned(assignment)) {
                if (!targets.add(assigned.target())) {
                    names.findings()
                            .error(
                                    "duplicate",
                                    assignment.place(),
                                    assigned.target() + " is set twice by one event",
                                    "one value");
                }
                sets.add(assigned);
            }
        }
        List<NewValue> values =
                sets.stream().map(a -> new NewValue(a.target(), a.value())).toList();
        Happening happening = new Happening(
                when, values, event.label(), event.atStart(), event.once(), event.stop(), false, event.place());
        return new Located(happening, place, sets);
    }

    private List<Assigned> assigned(Assignment assignment) {
        Reference target = assignment.target();
        Symbol symbol = names.symbols().get(target.name());
        Symbol base = names.symbols().get(Equations.base(target.name()));
        Symbol settable = base != null ? base : symbol;
        if (symbol == null) {
            names.symbols()
                    .unknown(target.name(), assignment.place(), EnumSet.of(Kind.STATE, Kind.PARAMETER), List.of());
            return List.of();
        }
        if (settable.kind() != Kind.STATE && settable.kind() != Kind.PARAMETER) {
            names.findings()
                    .error(
                            "formula",
                            assignment.place(),
                            quoted(target.name()) + " is " + symbol.kind().a() + ", which no event can set",
                            "a state or a parameter");
            return List.of();
        }
        if (settable.arity() != target.indices().size()) {
            names.findings()
                    .error(
                            "index",
                            assignment.place(),
                            quoted(target.name()) + (symbol.arity() == 0 ? " has no index" : " is a family"),
                            symbol.written());
            return List.of();
        }
        return members(assignment, settable);
    }

    private List<Assigned> members(Assignment assignment, Symbol settable) {
        List<Assigned> sets = new ArrayList<>();
        Place place = assignment.value().place();
        for (Indices.Member member :
                names.indices().members(assignment.target(), assignment.place(), names.findings())) {
            String name = settable.members().get(member.subscripts());
            if (name == null) {
                names.findings()
                        .add(Problem.error(
                                "index",
                                assignment.place(),
                                member.name() + " does not exist",
                                settable.members().size() + " members of " + settable.written()));
            } else {
                Scope scope = Scope.of(Terms.IN_OUTPUT, member.bindings(), place);
                sets.add(new Assigned(name, Expander.expand(assignment.value(), names, scope), place));
            }
        }
        return sets;
    }

    /** The extinction of each state that has a threshold: falling below it sets the state to 0. */
    static List<Happening> extinctions(List<Starts.Start> states) {
        List<Happening> events = new ArrayList<>();
        for (Starts.Start start : states) {
            OptionalDouble threshold = start.declaration().extinctBelow();
            if (threshold.isPresent()) {
                Expr when = new Expr.Comparison(
                        Expr.Relation.LESS, Reference.to(start.name()), new Num(threshold.getAsDouble()));
                List<NewValue> sets = List.of(new NewValue(start.name(), Num.ZERO));
                events.add(new Happening(
                        when,
                        sets,
                        start.name(),
                        false,
                        false,
                        false,
                        true,
                        start.declaration().place()));
            }
        }
        return events;
    }
}

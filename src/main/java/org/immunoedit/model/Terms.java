package org.immunoedit.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.References;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/** Expands definitions and observables and puts them in order. */
final class Terms {
    static final Set<Kind> IN_RATES = EnumSet.of(Kind.STATE, Kind.PARAMETER, Kind.DEFINITION);
    static final Set<Kind> IN_OUTPUT = EnumSet.of(Kind.STATE, Kind.PARAMETER, Kind.DEFINITION, Kind.OBSERVABLE);

    private final Names names;

    Terms(Names names) {
        this.names = names;
    }

    /** The definitions, each after those it needs; a hook on which nothing acts is 0. */
    List<Piece> definitions(Model model) {
        Map<String, Piece> pieces = expanded(model.definitions(), IN_RATES);
        for (Hook hook : model.hooks()) {
            pieces.putIfAbsent(
                    hook.name(),
                    new Piece(hook.name(), Num.ZERO, Optional.of(hook.unit()), hook.about(), hook.place()));
        }
        return ordering(pieces).sorted().stream().map(pieces::get).toList();
    }

    /** The observables in model order; one that stands further down than its use is put in by its formula. */
    List<Piece> observables(Model model) {
        Map<String, Piece> pieces = expanded(model.observables(), IN_OUTPUT);
        Map<String, Expr> full = new HashMap<>();
        Map<String, Integer> rank = new HashMap<>();
        pieces.keySet().forEach(name -> rank.put(name, rank.size()));
        Ordering ordering = ordering(pieces);
        if (!ordering.cycles().isEmpty()) {
            return List.copyOf(pieces.values());
        }
        for (String name : ordering.sorted()) {
            full.put(
                    name,
                    new Forward(pieces.get(name).place(), rank.get(name), rank, full)
                            .of(pieces.get(name).is()));
        }
        List<Piece> ordered = new ArrayList<>();
        pieces.forEach((name, piece) -> ordered.add(piece.with(full.get(name))));
        return ordered;
    }

    private Map<String, Piece> expanded(List<Definition> definitions, Set<Kind> usable) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            for (Indices.Member member :
                    names.indices().members(definition.target(), definition.place(), names.findings())) {
                Scope scope =
                        Scope.of(usable, member.bindings(), definition.is().place());
                Expr is = Expander.expand(definition.is(), names, scope);
                Optional<Unit> unit = definition.unit();
                pieces.putIfAbsent(
                        member.name(), new Piece(member.name(), is, unit, definition.about(), scope.place()));
            }
        }
        return pieces;
    }

    private Ordering ordering(Map<String, Piece> pieces) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        pieces.forEach(
                (name, piece) -> needs.put(name, References.in(piece.is()).names()));
        Ordering ordering = Ordering.of(needs);
        for (List<String> cycle : ordering.cycles()) {
            names.findings()
                    .error(
                            "cycle",
                            pieces.get(cycle.get(0)).place(),
                            cycle.get(0) + " depends on itself: " + String.join(" -> ", cycle),
                            "definitions without a circle");
        }
        return ordering;
    }

    /** Puts in the formulas of observables that stand further down. */
    private final class Forward extends Rewrite {
        private final int here;
        private final Map<String, Integer> rank;
        private final Map<String, Expr> full;
        private final Place place;

        Forward(Place place, int here, Map<String, Integer> rank, Map<String, Expr> full) {
            this.place = place;
            this.here = here;
            this.rank = rank;
            this.full = full;
        }

        @Override
        public Expr reference(Reference node) {
            if (rank.getOrDefault(node.name(), -1) <= here) {
                return node;
            }
            if (!names.budget().insert()) {
                String found = "observables use later ones more than " + Budget.MOST_INSERTIONS + " times";
                names.findings().error("formula", place, found, "an order in which each uses earlier ones");
                return Num.ZERO;
            }
            return of(full.get(node.name()));
        }
    }
}

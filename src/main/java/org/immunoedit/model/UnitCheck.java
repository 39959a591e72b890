package org.immunoedit.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Dimensions;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Starts.Start;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** Checks the dimensions of all formulas; a definition without a declared unit gets the one its formula has. */
final class UnitCheck {
    private final Names names;
    private final Unit time;
    private final Dimensions.Scope scope;
    private final Map<String, Unit> units = new HashMap<>();

    UnitCheck(Model model, Names names) {
        this.names = names;
        this.time = model.time();
        this.scope = new Dimensions.Scope(name -> Optional.ofNullable(units.get(name)), time);
        units.putAll(Starts.units(model, names.indices(), names.findings()));
        for (ParameterDeclaration p : model.parameters()) {
            names.indices()
                    .members(p.target(), p.place(), names.findings())
                    .forEach(member -> units.put(member.name(), p.unit()));
        }
    }

    /** Checks definitions or observables in their order and returns them with their units. */
    List<Piece> definitions(List<Piece> pieces) {
        List<Piece> measured = new ArrayList<>();
        for (Piece piece : pieces) {
            Optional<Unit> found = check(piece.is(), piece.unit(), piece.place());
            Optional<Unit> unit = piece.unit().isPresent() ? piece.unit() : found;
            unit.ifPresent(u -> units.put(piece.name(), u));
            measured.add(new Piece(piece.name(), piece.is(), unit, piece.about(), piece.place()));
        }
        return measured;
    }

    void rates(Map<String, Piece> rates, List<Start> states) {
        for (Start state : states) {
            Piece rate = rates.get(state.name());
            check(rate.is(), Optional.of(state.declaration().unit().per(time)), rate.place());
            check(state.initial(), Optional.of(state.declaration().unit()), state.place());
        }
    }

    void events(List<Happenings.Located> events) {
        for (Happenings.Located event : events) {
            check(event.happening().when(), Optional.empty(), event.when());
            event.sets().forEach(set -> check(set.value(), Optional.ofNullable(units.get(set.target())), set.place()));
        }
    }

    private Optional<Unit> check(Expr expr, Optional<Unit> expected, Place place) {
        Problems found = new Problems();
        Optional<Unit> unit = Dimensions.check(expr, expected, scope, place, found);
        found.sorted().forEach(problem -> names.findings().add(spelled(problem)));
        return unit;
    }

    /** The user knows a replaced parameter by its own name, and what images show by a plain name. */
    private static Problem spelled(Problem problem) {
        String text = Equations.spoken(problem.found()).replaceAll("\\brule\\(([a-z_]+)\\)", "$1");
        return new Problem(
                problem.severity(), problem.code(), problem.place(), text, problem.expected(), problem.hint());
    }
}

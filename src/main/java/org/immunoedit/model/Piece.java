package org.immunoedit.model;

import java.util.Optional;
import org.immunoedit.expr.Expr;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/**
 * A scalar formula on its way into the equations, with what later checks need.
 *
 * @param name scalar name
 * @param is expanded
 * @param unit declared unit
 * @param place of the formula's text
 */
record Piece(String name, Expr is, Optional<Unit> unit, String about, Place place) {
    Equations.Term term() {
        return new Equations.Term(name, is, unit.map(Unit::text).orElse(""), about);
    }

    Piece with(Expr other) {
        return new Piece(name, other, unit, about, place);
    }
}

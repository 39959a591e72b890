package org.immunoedit.model;

import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/**
 * A named term (a definition or an observable), or a family of them.
 *
 * @param unit absent when none was declared: then it follows from the formula
 */
public record Definition(Reference target, Formula is, Optional<Unit> unit, String about, Place place) {}

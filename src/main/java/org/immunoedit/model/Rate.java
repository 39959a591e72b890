package org.immunoedit.model;

import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.problem.Place;

/** Time derivative of a state or of each member of a family (unit of the state per time unit of the model). */
public record Rate(Reference target, Formula is, Place place) {}

package org.immunoedit.model;

import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.problem.Place;

/** Replaces a parameter by a formula, in which the parameter's own name means its old value. */
public record Effect(Reference parameter, Formula becomes, Place place) {}

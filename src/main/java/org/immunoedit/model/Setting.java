package org.immunoedit.model;

import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;

/**
 * A scenario's value for a parameter or for the start of a state; a family's name without indices means all members.
 */
public record Setting(Reference target, Values values, Place place) {}

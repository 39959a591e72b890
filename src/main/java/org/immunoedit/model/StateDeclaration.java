package org.immunoedit.model;

import java.util.OptionalDouble;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/**
 * A state, or a family of states such as {@code T[i]}.
 *
 * @param target name and indices
 * @param about meaning in words
 * @param signed whether it may be negative
 * @param extinctBelow crossing it downwards sets the state to 0 (unit of the state)
 */
public record StateDeclaration(
        Reference target,
        Unit unit,
        Initial initial,
        String about,
        boolean signed,
        OptionalDouble extinctBelow,
        Place place) {}

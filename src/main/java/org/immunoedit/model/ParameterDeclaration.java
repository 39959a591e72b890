package org.immunoedit.model;

import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/**
 * A parameter or a family of parameters.
 *
 * @param value in {@code unit} where a literal has none of its own
 * @param about meaning in words
 * @param source paper, table or file the value comes from
 * @param range plausible values
 */
public record ParameterDeclaration(
        Reference target, Values value, Unit unit, String about, String source, Optional<Range> range, Place place) {
    /** Lower and upper end, in the unit of the parameter. */
    public record Range(double low, double high) {}
}

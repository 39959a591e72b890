package org.immunoedit.expr;

import java.util.Objects;
import org.immunoedit.problem.Place;

/**
 * A formula and where its text begins.
 *
 * @param expr the parsed text
 * @param place of the first character of the text; offsets of names in {@code expr} count from here
 */
public record Formula(Expr expr, Place place) {
    public Formula {
        Objects.requireNonNull(expr, "expr");
        Objects.requireNonNull(place, "place");
    }
}

package org.immunoedit.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Place;

/**
 * What a formula may refer to besides the names of the model, and where it stands.
 *
 * @param usable kinds of names that the formula may use
 * @param bindings values of indices
 * @param arguments of the function whose body this is
 * @param place of the first character of the formula
 * @param pinned offset that stands for all others, −1 when each node has its own: the body of a function is somewhere
 *     else, its faults are told where it is applied
 */
record Scope(Set<Kind> usable, Map<String, Integer> bindings, Map<String, Bound> arguments, Place place, int pinned) {
    /** An argument of a function: its expanded formula with the number of its nodes and its height. */
    record Bound(Expr expr, long nodes, int height) {}

    static Scope of(Set<Kind> usable, Map<String, Integer> bindings, Place place) {
        return new Scope(usable, bindings, Map.of(), place, -1);
    }

    /** The same scope with one more index bound. */
    Scope with(String index, int value) {
        Map<String, Integer> more = new LinkedHashMap<>(bindings);
        more.put(index, value);
        return new Scope(usable, more, arguments, place, pinned);
    }

    /** The scope of a function's body, applied at an offset of this one; indices of the caller are not seen there. */
    Scope body(Map<String, Bound> newArguments, int at) {
        return new Scope(usable, Map.of(), newArguments, place, offset(at));
    }

    int offset(int at) {
        return pinned >= 0 ? pinned : at;
    }

    Place at(int at) {
        return place.right(Math.max(0, offset(at)));
    }
}

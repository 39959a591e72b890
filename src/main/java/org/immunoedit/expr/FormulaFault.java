package org.immunoedit.expr;

import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/** Where and why the reading of a formula ends; becomes a problem before it leaves the package. */
final class FormulaFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;
    private final String expected;
    private final String hint;

    FormulaFault(int at, String found, String expected, String hint) {
        super(found);
        this.at = at;
        this.expected = expected;
        this.hint = hint;
    }

    /** The fault as a problem of a text that begins at a place. */
    Problem in(Place place) {
        return Problem.error("formula", place.right(at), getMessage(), expected).withHint(hint);
    }
}

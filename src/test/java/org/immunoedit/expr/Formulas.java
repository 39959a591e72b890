package org.immunoedit.expr;

import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** Formulas from text that is known to be right. */
public final class Formulas {
    private Formulas() {}

    /** The tree of a text. */
    public static Expr formula(String text) {
        Problems problems = new Problems();
        return Parser.parse(text, Place.startOf("formula"), problems)
                .orElseThrow(() -> new AssertionError(text + ": " + problems.sorted()));
    }
}

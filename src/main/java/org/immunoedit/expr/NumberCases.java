package org.immunoedit.expr;

import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Cases;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Over;

/**
 * An operation on expanded formulas that are numbers: truth values, functions of a model and {@code sum} over an index
 * are faults of the caller, answered by {@link IllegalArgumentException}.
 */
public abstract class NumberCases<R> implements Cases<R> {
    @Override
    public final R comparison(Comparison node) {
        throw unfit(node);
    }

    @Override
    public final R logic(Logic node) {
        throw unfit(node);
    }

    @Override
    public final R not(Not node) {
        throw unfit(node);
    }

    @Override
    public final R apply(Apply node) {
        throw unfit(node);
    }

    @Override
    public final R over(Over node) {
        throw unfit(node);
    }

    private static IllegalArgumentException unfit(Expr node) {
        return new IllegalArgumentException("not an expanded formula of numbers: " + Printer.print(node));
    }
}

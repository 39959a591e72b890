package org.immunoedit.expr;

import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Cases;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Time;

/** An operation on truth values: numbers are a fault of the caller, answered by {@link IllegalArgumentException}. */
public abstract class TruthCases<R> implements Cases<R> {
    @Override
    public final R number(Num node) {
        throw unfit(node);
    }

    @Override
    public final R time(Time node) {
        throw unfit(node);
    }

    @Override
    public final R reference(Reference node) {
        throw unfit(node);
    }

    @Override
    public final R negation(Negation node) {
        throw unfit(node);
    }

    @Override
    public final R binary(Binary node) {
        throw unfit(node);
    }

    @Override
    public final R choice(If node) {
        throw unfit(node);
    }

    @Override
    public final R call(Call node) {
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

    @Override
    public final R many(Many node) {
        throw unfit(node);
    }

    private static IllegalArgumentException unfit(Expr node) {
        return new IllegalArgumentException("not a truth value: " + Printer.print(node));
    }
}

package org.immunoedit.expr;

import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;

/** Brings a formula into the simplest form that {@link Algebra} knows; see there for what it may change. */
public final class Simplifier extends Rewrite {
    private Simplifier() {}

    /** The simplified formula. */
    public static Expr simplify(Expr expr) {
        return new Simplifier().of(expr);
    }

    @Override
    public Expr negation(Negation node) {
        return Algebra.negation(of(node.operand()));
    }

    @Override
    public Expr binary(Binary node) {
        return Algebra.binary(node.operator(), of(node.left()), of(node.right()));
    }

    @Override
    public Expr logic(Logic node) {
        return Algebra.logic(node.connective(), of(node.left()), of(node.right()));
    }

    @Override
    public Expr not(Not node) {
        return Algebra.not(of(node.operand()));
    }

    @Override
    public Expr choice(If node) {
        return Algebra.choice(of(node.condition()), of(node.then()), of(node.otherwise()));
    }

    @Override
    public Expr call(Call node) {
        return Algebra.call(node.function(), all(node.arguments()).toArray(Expr[]::new));
    }

    @Override
    public Expr many(Many node) {
        return Algebra.many(node.fold(), all(node.terms()));
    }
}

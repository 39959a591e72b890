package org.immunoedit.expr;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Cases;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Time;

/**
 * A formula made from another one. As it stands it returns the formula itself; a subclass overrides the cases it
 * changes. A node whose operands stay the same objects stays the same object.
 */
public abstract class Rewrite implements Cases<Expr> {
    /** The rewritten formula. */
    public Expr of(Expr expr) {
        return expr.match(this);
    }

    @Override
    public Expr number(Num node) {
        return node;
    }

    @Override
    public Expr time(Time node) {
        return node;
    }

    @Override
    public Expr reference(Reference node) {
        List<Expr> indices = all(node.indices());
        return indices == node.indices() ? node : new Reference(node.name(), indices, node.at());
    }

    @Override
    public Expr negation(Negation node) {
        Expr operand = of(node.operand());
        return operand == node.operand() ? node : new Negation(operand);
    }

    @Override
    public Expr binary(Binary node) {
        Expr left = of(node.left());
        Expr right = of(node.right());
        return left == node.left() && right == node.right() ? node : new Binary(node.operator(), left, right);
    }

    @Override
    public Expr comparison(Comparison node) {
        Expr left = of(node.left());
        Expr right = of(node.right());
        return left == node.left() && right == node.right() ? node : new Comparison(node.relation(), left, right);
    }

    @Override
    public Expr logic(Logic node) {
        Expr left = of(node.left());
        Expr right = of(node.right());
        return left == node.left() && right == node.right() ? node : new Logic(node.connective(), left, right);
    }

    @Override
    public Expr not(Not node) {
        Expr operand = of(node.operand());
        return operand == node.operand() ? node : new Not(operand);
    }

    @Override
    public Expr choice(If node) {
        Expr condition = of(node.condition());
        Expr then = of(node.then());
        Expr otherwise = of(node.otherwise());
        boolean same = condition == node.condition() && then == node.then() && otherwise == node.otherwise();
        return same ? node : new If(condition, then, otherwise);
    }

    @Override
    public Expr call(Call node) {
        List<Expr> arguments = all(node.arguments());
        return arguments == node.arguments() ? node : new Call(node.function(), arguments);
    }

    @Override
    public Expr apply(Apply node) {
        List<Expr> arguments = all(node.arguments());
        return arguments == node.arguments() ? node : new Apply(node.function(), arguments, node.at());
    }

    @Override
    public Expr over(Over node) {
        Expr body = of(node.body());
        return body == node.body() ? node : new Over(node.fold(), node.index(), body, node.at());
    }

    @Override
    public Expr many(Many node) {
        List<Expr> terms = all(node.terms());
        return terms == node.terms() ? node : new Many(node.fold(), terms);
    }

    /** The rewritten list; the same list if no item changed. */
    protected final List<Expr> all(List<Expr> items) {
        List<Expr> result = new ArrayList<>(items.size());
        boolean same = true;
        for (Expr item : items) {
            Expr rewritten = of(item);
            same &= rewritten == item;
            result.add(rewritten);
        }
        return same ? items : result;
    }
}

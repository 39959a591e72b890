package org.immunoedit.expr;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Connective;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Time;

/**
 * The value of an expanded formula, straight from the tree: slow, and the reference for what compiled formulas must
 * return to the last bit. Operands are evaluated from left to right; of an {@code if} only the chosen branch, and of
 * {@code and} and {@code or} the right side only when it decides.
 */
public final class Evaluator extends NumberCases<Double> {
    private final double time;
    private final ToDoubleFunction<String> names;
    private final Truth truth = new Truth();

    private Evaluator(double time, ToDoubleFunction<String> names) {
        this.time = time;
        this.names = names;
    }

    /**
     * The value of a formula of numbers.
     *
     * @param time in the model's time unit
     * @param names value of every name
     * @throws IllegalArgumentException if the formula is a truth value or not expanded
     */
    public static double value(Expr expr, double time, ToDoubleFunction<String> names) {
        return expr.match(new Evaluator(time, names));
    }

    /**
     * Whether a condition holds.
     *
     * @param time in the model's time unit
     * @param names value of every name
     * @throws IllegalArgumentException if the formula is a number or not expanded
     */
    public static boolean truth(Expr condition, double time, ToDoubleFunction<String> names) {
        return condition.match(new Evaluator(time, names).truth);
    }

    @Override
    public Double number(Num node) {
        return node.value();
    }

    @Override
    public Double time(Time node) {
        return time;
    }

    @Override
    public Double reference(Reference node) {
        if (!node.indices().isEmpty()) {
            throw new IllegalArgumentException("not expanded: " + Printer.print(node));
        }
        return names.applyAsDouble(node.name());
    }

    @Override
    public Double negation(Negation node) {
        return -node.operand().match(this);
    }

    @Override
    public Double binary(Binary node) {
        double left = node.left().match(this);
        return Arithmetic.apply(node.operator(), left, node.right().match(this));
    }

    @Override
    public Double choice(If node) {
        return (node.condition().match(truth) ? node.then() : node.otherwise()).match(this);
    }

    @Override
    public Double call(Call node) {
        List<Expr> arguments = node.arguments();
        double first = arguments.get(0).match(this);
        return arguments.size() == 1
                ? Arithmetic.apply(node.function(), first)
                : Arithmetic.apply(node.function(), first, arguments.get(1).match(this));
    }

    @Override
    public Double many(Many node) {
        boolean sum = node.fold() == Fold.SUM;
        if (node.terms().isEmpty()) {
            return sum ? 0.0 : 1.0;
        }
        double value = node.terms().get(0).match(this);
        for (Expr term : node.terms().subList(1, node.terms().size())) {
            value = Arithmetic.apply(sum ? Operator.ADD : Operator.MULTIPLY, value, term.match(this));
        }
        return value;
    }

    private final class Truth extends TruthCases<Boolean> {
        @Override
        public Boolean comparison(Comparison node) {
            double left = node.left().match(Evaluator.this);
            return node.relation().holds(left, node.right().match(Evaluator.this));
        }

        @Override
        public Boolean logic(Logic node) {
            boolean left = node.left().match(this);
            boolean and = node.connective() == Connective.AND;
            return left == and ? node.right().match(this) : left;
        }

        @Override
        public Boolean not(Not node) {
            return !node.operand().match(this);
        }
    }
}

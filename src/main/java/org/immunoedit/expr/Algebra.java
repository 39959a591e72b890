package org.immunoedit.expr;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Connective;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;

/**
 * Builds formulas in simplest form from operands that are in simplest form.
 *
 * <p>Operations on numbers are carried out as {@link Arithmetic} does, unless the result is not finite. Neutral
 * elements are dropped. None of this changes a value in the last bit, with two exceptions that hold throughout
 * immunoedit: a structural zero is zero ({@code 0*x} and {@code 0/x} are 0 even where x is infinite or not a number),
 * and the sign of a zero is not kept ({@code 0 + x} is x). Terms are never reordered.
 */
public final class Algebra {
    private Algebra() {}

    /** left + right */
    public static Expr sum(Expr left, Expr right) {
        if (is(left, 0)) {
            return right;
        }
        return is(right, 0) ? left : folded(Operator.ADD, left, right);
    }

    /** left − right */
    public static Expr difference(Expr left, Expr right) {
        if (is(left, 0)) {
            return negation(right);
        }
        return is(right, 0) ? left : folded(Operator.SUBTRACT, left, right);
    }

    /** left · right */
    public static Expr product(Expr left, Expr right) {
        if (is(left, 0) || is(right, 0)) {
            return Num.ZERO;
        }
        if (is(left, 1)) {
            return right;
        }
        return is(right, 1) ? left : folded(Operator.MULTIPLY, left, right);
    }

    /** left / right */
    public static Expr quotient(Expr left, Expr right) {
        if (is(left, 0) && !is(right, 0)) {
            return Num.ZERO;
        }
        return is(right, 1) ? left : folded(Operator.DIVIDE, left, right);
    }

    /** base ^ exponent */
    public static Expr power(Expr base, Expr exponent) {
        if (is(exponent, 0)) {
            return Num.ONE;
        }
        return is(exponent, 1) ? base : folded(Operator.POWER, base, exponent);
    }

    /** An operator on operands. */
    public static Expr binary(Operator operator, Expr left, Expr right) {
        return switch (operator) {
            case ADD -> sum(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> product(left, right);
            case DIVIDE -> quotient(left, right);
            case POWER -> power(left, right);
        };
    }

    /** −operand */
    public static Expr negation(Expr operand) {
        if (operand instanceof Negation inner) {
            return inner.operand();
        }
        return operand instanceof Num number ? new Num(0 - number.value()) : new Negation(operand);
    }

    /** A built-in function of arguments. */
    public static Expr call(Function function, Expr... arguments) {
        if (function == Function.POW) {
            boolean trivial = is(arguments[1], 0) || is(arguments[1], 1);
            if (trivial) {
                return power(arguments[0], arguments[1]);
            }
        }
        Call call = new Call(function, List.of(arguments));
        boolean constant = call.arguments().stream().allMatch(Num.class::isInstance);
        return constant ? finite(Evaluator.value(call, 0, name -> Double.NaN), call) : call;
    }

    /** {@code if(condition, then, otherwise)}, or the branch that is known to be chosen. */
    public static Expr choice(Expr condition, Expr then, Expr otherwise) {
        if (isConstant(condition)) {
            return holds(condition) ? then : otherwise;
        }
        boolean same = then == otherwise || then instanceof Num && then.equals(otherwise);
        return same ? then : new If(condition, then, otherwise);
    }

    /** Two conditions joined; one that is constant decides or drops out. */
    public static Expr logic(Connective connective, Expr left, Expr right) {
        boolean and = connective == Connective.AND;
        if (isConstant(left)) {
            return holds(left) == and ? right : left;
        }
        if (isConstant(right)) {
            return holds(right) == and ? left : right;
        }
        return new Logic(connective, left, right);
    }

    /** {@code not operand} */
    public static Expr not(Expr operand) {
        return operand instanceof Not inner ? inner.operand() : new Not(operand);
    }

    /** A sum or product from left to right, without its zeros or ones. */
    public static Expr many(Fold fold, List<Expr> terms) {
        double neutral = fold == Fold.SUM ? 0 : 1;
        List<Expr> kept = new ArrayList<>();
        for (Expr term : terms) {
            if (fold == Fold.PRODUCT && is(term, 0)) {
                return Num.ZERO;
            }
            if (!is(term, neutral)) {
                kept.add(term);
            }
        }
        if (kept.isEmpty()) {
            return new Num(neutral);
        }
        if (kept.size() == 1) {
            return kept.get(0);
        }
        Many many = new Many(fold, kept);
        boolean constant = kept.stream().allMatch(Num.class::isInstance);
        return constant ? finite(Evaluator.value(many, 0, name -> Double.NaN), many) : many;
    }

    /** Whether a formula is this very number; −0 counts as 0. */
    public static boolean is(Expr expr, double value) {
        return expr instanceof Num number && number.value() == value;
    }

    private static Expr folded(Operator operator, Expr left, Expr right) {
        Binary node = new Binary(operator, left, right);
        boolean constant = left instanceof Num && right instanceof Num;
        return constant ? finite(Evaluator.value(node, 0, name -> Double.NaN), node) : node;
    }

    private static Expr finite(double value, Expr otherwise) {
        return Double.isFinite(value) ? new Num(value) : otherwise;
    }

    private static boolean isConstant(Expr condition) {
        return condition instanceof Not not
                ? isConstant(not.operand())
                : condition instanceof Comparison c && c.left() instanceof Num && c.right() instanceof Num;
    }

    private static boolean holds(Expr constant) {
        return Evaluator.truth(constant, 0, name -> Double.NaN);
    }
}

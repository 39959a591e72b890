package org.immunoedit.expr;

import static org.immunoedit.expr.Algebra.difference;
import static org.immunoedit.expr.Algebra.is;
import static org.immunoedit.expr.Algebra.power;
import static org.immunoedit.expr.Algebra.product;
import static org.immunoedit.expr.Algebra.quotient;
import static org.immunoedit.expr.Algebra.sum;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Expr.Time;

/**
 * The total derivative of an expanded formula by the chain rule, in simplest form.
 *
 * <p>At a kink ({@code abs}, {@code min}, {@code max}, {@code if}) it is the derivative of the branch that gives the
 * value; steps ({@code floor}, {@code ceil}) count as flat.
 */
public final class Derivative extends NumberCases<Expr> {
    private static final Num TWO = new Num(2);

    private final java.util.function.Function<String, Expr> ofName;
    private final Expr ofTime;

    private Derivative(java.util.function.Function<String, Expr> ofName, Expr ofTime) {
        this.ofName = ofName;
        this.ofTime = ofTime;
    }

    /**
     * The derivative of a formula with respect to whatever its names are differentiated by.
     *
     * @param derivativeOfName derivative of each name; {@link Num#ZERO} if independent, {@link Num#ONE} for the
     *     variable
     * @param derivativeOfTime derivative of {@code time}
     * @throws IllegalArgumentException if the formula is a truth value or not expanded
     */
    public static Expr of(
            Expr expr, java.util.function.Function<String, Expr> derivativeOfName, Expr derivativeOfTime) {
        return expr.match(new Derivative(derivativeOfName, derivativeOfTime));
    }

    @Override
    public Expr number(Num node) {
        return Num.ZERO;
    }

    @Override
    public Expr time(Time node) {
        return ofTime;
    }

    @Override
    public Expr reference(Reference node) {
        if (!node.indices().isEmpty()) {
            throw new IllegalArgumentException("not expanded: " + Printer.print(node));
        }
        return ofName.apply(node.name());
    }

    @Override
    public Expr negation(Negation node) {
        return Algebra.negation(node.operand().match(this));
    }

    @Override
    public Expr binary(Binary node) {
        Expr a = node.left();
        Expr b = node.right();
        Expr da = a.match(this);
        Expr db = b.match(this);
        return switch (node.operator()) {
            case ADD -> sum(da, db);
            case SUBTRACT -> difference(da, db);
            case MULTIPLY -> sum(product(da, b), product(a, db));
            case DIVIDE -> is(db, 0) ? quotient(da, b) : quotient(difference(da, product(node, db)), b);
            case POWER -> ofPower(new Power(node, a, b), da, db);
        };
    }

    @Override
    public Expr choice(If node) {
        return Algebra.choice(
                node.condition(), node.then().match(this), node.otherwise().match(this));
    }

    @Override
    public Expr call(Call node) {
        Expr u = node.arguments().get(0);
        Expr du = u.match(this);
        if (node.function().arity() == 1) {
            return is(du, 0) ? Num.ZERO : ofFunction(node, u, du);
        }
        Expr v = node.arguments().get(1);
        Expr dv = v.match(this);
        return switch (node.function()) {
            case MIN -> Algebra.choice(new Comparison(Relation.LESS_OR_EQUAL, u, v), du, dv);
            case MAX -> Algebra.choice(new Comparison(Relation.GREATER_OR_EQUAL, u, v), du, dv);
            default -> ofPower(new Power(node, u, v), du, dv);
        };
    }

    @Override
    public Expr many(Many node) {
        List<Expr> terms = node.terms();
        List<Expr> derivatives = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Expr derivative = terms.get(i).match(this);
            derivatives.add(node.fold() == Fold.SUM ? derivative : replaced(terms, i, derivative));
        }
        return Algebra.many(Fold.SUM, derivatives);
    }

    /** The product of terms, one of them replaced by its derivative. */
    private static Expr replaced(List<Expr> terms, int at, Expr derivative) {
        List<Expr> factors = new ArrayList<>(terms);
        factors.set(at, derivative);
        return Algebra.many(Fold.PRODUCT, factors);
    }

    private static Expr ofFunction(Call node, Expr u, Expr du) {
        return switch (node.function()) {
            case EXP -> product(node, du);
            case LN -> quotient(du, u);
            case LOG10 -> quotient(du, product(u, new Num(Math.log(10))));
            case LOG2 -> quotient(du, product(u, new Num(Math.log(2))));
            case SQRT -> quotient(du, product(TWO, node));
            case ABS -> Algebra.choice(new Comparison(Relation.LESS, u, Num.ZERO), Algebra.negation(du), du);
            case SIN -> product(Algebra.call(Function.COS, u), du);
            case COS -> Algebra.negation(product(Algebra.call(Function.SIN, u), du));
            case TAN -> product(sum(Num.ONE, power(node, TWO)), du);
            case ASIN -> quotient(du, Algebra.call(Function.SQRT, difference(Num.ONE, power(u, TWO))));
            case ACOS ->
                Algebra.negation(quotient(du, Algebra.call(Function.SQRT, difference(Num.ONE, power(u, TWO)))));
            case ATAN -> quotient(du, sum(Num.ONE, power(u, TWO)));
            case SINH -> product(Algebra.call(Function.COSH, u), du);
            case COSH -> product(Algebra.call(Function.SINH, u), du);
            case TANH -> product(difference(Num.ONE, power(node, TWO)), du);
            case FLOOR, CEIL, MIN, MAX, POW -> Num.ZERO;
        };
    }

    /**
     * d(xⁿ) = n xⁿ⁻¹ dx + xⁿ ln x dn, each part only where it depends on the variable; the second is 0 at x = 0, where
     * the logarithm is infinite and xⁿ (n > 0) is 0.
     */
    private static Expr ofPower(Power node, Expr dx, Expr dn) {
        Expr x = node.base();
        Expr n = node.exponent();
        Expr byBase = is(dx, 0) ? Num.ZERO : product(product(n, power(x, difference(n, Num.ONE))), dx);
        if (is(dn, 0)) {
            return byBase;
        }
        Expr growth = product(product(node.whole(), Algebra.call(Function.LN, x)), dn);
        boolean positive = x instanceof Num number && number.value() > 0;
        Comparison defined = new Comparison(Relation.GREATER, x, Num.ZERO);
        return sum(byBase, positive ? growth : Algebra.choice(defined, growth, Num.ZERO));
    }

    /** A power, however it is written. */
    private record Power(Expr whole, Expr base, Expr exponent) {}
}

package org.immunoedit.expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Measure.Bare;
import org.immunoedit.expr.Measure.Known;
import org.immunoedit.expr.Measure.Scale;
import org.immunoedit.expr.Measure.Unknown;
import org.immunoedit.unit.Unit;

/**
 * The unit of a power. With an exponent that is not a literal, the unit is kept as a power of its own, so that
 * {@code x^n/(k^n + x^n)} can be checked; an exponent {@code n - 1} counts as n and −1.
 */
final class DimensionPower {
    private final DimensionReport report;
    private final Expr node;

    /** Reports on behalf of a node. */
    DimensionPower(DimensionReport report, Expr node) {
        this.report = report;
        this.node = node;
    }

    Measure of(Measure base, Expr baseExpr, Measure exponent, Expr exponentExpr) {
        if (exponent instanceof Bare n) {
            return literal(base, n.value());
        }
        boolean pure = report.requirePure(exponentExpr, exponent);
        if (base instanceof Bare) {
            return Known.of(Unit.ONE);
        }
        if (!pure
                || !(base instanceof Known known)
                || exponent instanceof Unknown
                || !known.powers().isEmpty()) {
            return new Unknown();
        }
        if (known.isNumber()) {
            report.requirePure(baseExpr, base);
            return Known.of(Unit.ONE);
        }
        return raised(new Scale(known.dimension(), known.factor()), exponentExpr);
    }

    private Measure literal(Measure base, double exponent) {
        if (base instanceof Bare bare) {
            return new Bare(Arithmetic.power(bare.value(), exponent));
        }
        if (!(base instanceof Known known)) {
            return new Unknown();
        }
        Measure power = known.power(exponent);
        if (power instanceof Unknown && known.dimension().power(exponent).isEmpty()) {
            report.outOfRange(node, known);
        }
        return power;
    }

    private static Measure raised(Scale base, Expr exponent) {
        Map<Expr, Double> terms = new LinkedHashMap<>();
        collect(exponent, 1, terms);
        Known result = Known.of(Unit.ONE);
        for (Map.Entry<Expr, Double> term : terms.entrySet()) {
            Optional<Scale> scale = base.power(term.getValue());
            if (scale.isEmpty()) {
                return new Unknown();
            }
            Known factor = term.getKey().equals(Num.ONE)
                    ? new Known(scale.get().dimension(), scale.get().factor(), List.of(), Map.of(), "")
                    : new Known(Unit.ONE.dimension(), 1, List.of(), Map.of(term.getKey(), scale.get()), "");
            if (!(result.times(factor) instanceof Known product)) {
                return new Unknown();
            }
            result = product;
        }
        return result;
    }

    /** Adds the terms of a sum; literals count as multiples of 1. */
    private static void collect(Expr exponent, double coefficient, Map<Expr, Double> terms) {
        if (exponent instanceof Num number) {
            terms.merge(Num.ONE, coefficient * number.value(), Double::sum);
        } else if (exponent instanceof Negation negation) {
            collect(negation.operand(), -coefficient, terms);
        } else if (exponent instanceof Binary b
                && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)) {
            collect(b.left(), coefficient, terms);
            collect(b.right(), b.operator() == Operator.ADD ? coefficient : -coefficient, terms);
        } else if (exponent instanceof Binary b
                && b.operator() == Operator.MULTIPLY
                && b.left() instanceof Num factor) {
            collect(b.right(), coefficient * factor.value(), terms);
        } else {
            terms.merge(exponent, coefficient, Double::sum);
        }
    }
}

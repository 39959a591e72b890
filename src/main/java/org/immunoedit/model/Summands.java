package org.immunoedit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Algebra;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Equations.Term;

/**
 * Splits a rate at its plus and minus signs. Products are multiplied out: {@code a*T*(1 - b*T)} is a gain {@code a*T}
 * and a loss {@code a*T*b*T}. A loss whose factor has both signs stays whole, because {@code kill*(1 - s)} is one kill
 * and not a larger kill and a gain. A definition that is a summand by itself keeps its name; one that is a factor and
 * has both signs is multiplied out too.
 */
final class Summands {
    /** More would say nothing to anybody. */
    private static final int MOST = 48;

    private final Map<String, Term> definitions;

    Summands(Map<String, Term> definitions) {
        this.definitions = definitions;
    }

    /** A part with its sign as written. */
    record Summand(boolean loss, Expr size) {
        Summand turned(boolean turn) {
            return turn ? new Summand(!loss, size) : this;
        }
    }

    /** The parts of a formula, in its order. */
    List<Summand> of(Expr expr) {
        return parts(expr, false);
    }

    private List<Summand> parts(Expr expr, boolean loss) {
        if (expr instanceof Negation negation) {
            return parts(negation.operand(), !loss);
        }
        if (expr instanceof Num number && number.value() < 0) {
            return List.of(new Summand(!loss, new Num(-number.value())));
        }
        if (expr instanceof Many many && many.fold() == Fold.SUM) {
            return many.terms().stream()
                    .flatMap(term -> parts(term, loss).stream())
                    .toList();
        }
        if (expr instanceof Binary binary) {
            return parts(binary, loss);
        }
        return List.of(new Summand(loss, expr));
    }

    private List<Summand> parts(Binary binary, boolean loss) {
        return switch (binary.operator()) {
            case ADD -> joined(parts(binary.left(), loss), parts(binary.right(), loss));
            case SUBTRACT -> joined(parts(binary.left(), loss), parts(binary.right(), !loss));
            case MULTIPLY -> product(binary, loss, factor(binary.left()), factor(binary.right()));
            case DIVIDE -> product(binary, loss, factor(binary.left()), List.of(new Summand(false, binary.right())));
            case POWER -> List.of(new Summand(loss, binary));
        };
    }

    private static List<Summand> joined(List<Summand> first, List<Summand> second) {
        List<Summand> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private List<Summand> product(Binary whole, boolean loss, List<Summand> left, List<Summand> right) {
        boolean mixed = isMixed(left) || isMixed(right);
        if (left.size() * right.size() > MOST || mixed && loss) {
            return List.of(new Summand(loss, whole));
        }
        List<Summand> parts = new ArrayList<>();
        for (Summand a : left) {
            for (Summand b : right) {
                boolean minus = a.loss() != b.loss();
                Expr size = whole.operator() == Operator.DIVIDE
                        ? Algebra.quotient(a.size(), b.size())
                        : Algebra.product(a.size(), b.size());
                parts.add(new Summand(loss, size).turned(minus));
            }
        }
        return parts;
    }

    private List<Summand> factor(Expr factor) {
        if (factor instanceof Reference reference && definitions.containsKey(reference.name())) {
            List<Summand> inside = parts(definitions.get(reference.name()).is(), false);
            return isMixed(inside) ? inside : List.of(new Summand(false, factor));
        }
        return parts(factor, false);
    }

    private static boolean isMixed(List<Summand> summands) {
        return summands.stream().map(Summand::loss).distinct().count() > 1;
    }
}

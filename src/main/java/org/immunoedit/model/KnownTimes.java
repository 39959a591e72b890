package org.immunoedit.model;

import java.util.List;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Time;
import org.immunoedit.expr.References;
import org.immunoedit.model.Switched.Atom;

/**
 * Conditions that compare the time itself with something else, such as {@code time >= t_treat}: their instants are
 * known beforehand, so that no search is needed and a row at such an instant is exactly there.
 */
final class KnownTimes {
    /** 0/0: an instant that no time reaches. */
    private static final Expr UNKNOWN = new Binary(Operator.DIVIDE, Num.ZERO, Num.ZERO);

    private KnownTimes() {}

    /**
     * For each atom the formula of its instant, NaN where the instant is not known beforehand. A formula may still hide
     * the time in a definition: whoever arrives at the instant looks whether the guard is 0 there.
     */
    static List<Expr> formulas(List<Atom> atoms) {
        return atoms.stream()
                .map(atom -> atom.timeOnly() ? instant(atom.guard()) : UNKNOWN)
                .toList();
    }

    private static Expr instant(Expr guard) {
        if (guard instanceof Time) {
            return Num.ZERO;
        }
        if (guard instanceof Binary difference && difference.operator() == Operator.SUBTRACT) {
            if (difference.left() instanceof Time && isTimeless(difference.right())) {
                return difference.right();
            }
            if (difference.right() instanceof Time && isTimeless(difference.left())) {
                return difference.left();
            }
        }
        return UNKNOWN;
    }

    private static boolean isTimeless(Expr expr) {
        return !References.in(expr).time();
    }
}

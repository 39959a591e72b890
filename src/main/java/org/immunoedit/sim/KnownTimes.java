package org.immunoedit.sim;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Switched.Atom;

/**
 * Conditions that compare the time itself with parameters, such as {@code time >= t_treat}: their instants are known
 * beforehand, so that no search is needed and a row at such an instant is exactly there.
 */
final class KnownTimes {
    private KnownTimes() {}

    /** For each atom the formula of its instant, NaN where the instant is not known beforehand. */
    static List<Expr> formulas(List<Atom> atoms) {
        List<Expr> formulas = new ArrayList<>();
        for (Atom atom : atoms) {
            formulas.add(atom.timeOnly() ? instant(atom.guard()) : UNKNOWN);
        }
        return formulas;
    }

    /** 0/0: an instant that no time reaches. */
    private static final Expr UNKNOWN = new Expr.Binary(Expr.Operator.DIVIDE, Expr.Num.ZERO, Expr.Num.ZERO);

    private static Expr instant(Expr guard) {
        if (guard instanceof Expr.Binary difference && difference.operator() == Expr.Operator.SUBTRACT) {
            if (difference.left() instanceof Expr.Time && timeless(difference.right())) {
                return difference.right();
            }
            if (difference.right() instanceof Expr.Time && timeless(difference.left())) {
                return difference.left();
            }
        }
        return UNKNOWN;
    }

    /** A number or a single name: of a time-only guard this is a parameter, unless it is a definition that holds time. */
    private static boolean timeless(Expr expr) {
        return expr instanceof Expr.Num || expr instanceof Expr.Reference;
    }
}

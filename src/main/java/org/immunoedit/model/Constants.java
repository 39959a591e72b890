package org.immunoedit.model;

import java.util.OptionalDouble;
import org.immunoedit.expr.Evaluator;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.References;

/** Values of formulas that name nothing: what indices and conditions on indices come to. */
final class Constants {
    private Constants() {}

    /** The value of a formula without names and time. */
    static OptionalDouble value(Expr expr) {
        if (expr instanceof Num number) {
            return OptionalDouble.of(number.value());
        }
        return isConstant(expr)
                ? OptionalDouble.of(Evaluator.value(expr, 0, Constants::nothing))
                : OptionalDouble.empty();
    }

    /** The truth of a condition without names and time, null when it depends on something. */
    static Boolean truth(Expr expr) {
        return isConstant(expr) ? Evaluator.truth(expr, 0, Constants::nothing) : null;
    }

    private static boolean isConstant(Expr expr) {
        References references = References.in(expr);
        return references.names().isEmpty() && !references.time();
    }

    private static double nothing(String name) {
        throw new IllegalStateException(name);
    }
}

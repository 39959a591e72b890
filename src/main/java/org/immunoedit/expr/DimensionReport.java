package org.immunoedit.expr;

import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Measure.Known;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** Puts wrong units of a formula into words. */
final class DimensionReport {
    private static final Known PURE = Known.of(Unit.ONE);

    private final Place place;
    private final Problems problems;
    private boolean clean = true;

    DimensionReport(Place place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    /** Whether nothing was reported. */
    boolean isClean() {
        return clean;
    }

    /** Two operands of a node do not agree. */
    void mismatch(Expr node, Known left, Known right) {
        String a = left.named();
        String b = right.named();
        String what;
        if (node instanceof Comparison || node instanceof Expr.Call) {
            what = "compares " + a + " with " + b;
        } else if (node instanceof If) {
            what = "chooses between " + a + " and " + b;
        } else if (node instanceof Binary binary && binary.operator() == Operator.SUBTRACT) {
            what = "subtracts " + b + " from " + a;
        } else {
            what = "adds " + a + " and " + b;
        }
        add(node, quoted(node) + " " + what, "the same unit", conversion(left, right));
    }

    /** The whole formula is not in the unit it should be in. */
    void unexpected(Expr formula, Known found, Known wanted) {
        add(formula, quoted(formula) + " is in " + found.named(), wanted.named(), factor(found, wanted));
    }

    /** A power of a unit is beyond what units can be. */
    void outOfRange(Expr node, Known base) {
        add(node, quoted(node) + " raises " + base.named() + " too high", "an exponent of at most 1000", "");
    }

    /**
     * Reports an operand that is not a pure number.
     *
     * @return whether it is one, or unknown
     */
    boolean requirePure(Expr operand, Measure measure) {
        if (!(measure instanceof Known known)) {
            return true;
        }
        if (new Agreement(known, PURE).common().isPresent()) {
            return true;
        }
        add(operand, quoted(operand) + " is in " + known.named(), "a pure number", factor(known, PURE));
        return false;
    }

    /** How the two units are related, if they measure the same. */
    private static String conversion(Known left, Known right) {
        if (!new Agreement(left, right).ofDimensions() || !left.powers().isEmpty()) {
            return "";
        }
        boolean larger = left.factor() >= right.factor();
        Known from = larger ? left : right;
        Known to = larger ? right : left;
        String ratio = Printer.number(from.unit().factorTo(to.unit()));
        return "1 " + from.named() + " = " + ratio + " " + to.named() + "; write the factor into the formula";
    }

    /** What the formula lacks to be in another unit of the same dimension. */
    private static String factor(Known found, Known wanted) {
        if (!new Agreement(found, wanted).ofDimensions()) {
            return "";
        }
        boolean larger = found.factor() >= wanted.factor();
        Known from = larger ? found : wanted;
        Known to = larger ? wanted : found;
        return (larger ? "multiply by " : "divide by ")
                + Printer.number(from.unit().factorTo(to.unit()));
    }

    private void add(Expr at, String found, String expected, String hint) {
        clean = false;
        problems.add(Problem.error("unit", place.right(Math.max(0, offset(at))), found, expected)
                .withHint(hint));
    }

    private static String quoted(Expr expr) {
        return "\"" + Part.shortened(Printer.print(expr)) + "\"";
    }

    /** Offset of the first name in a part of a formula; −1 if none is known. */
    private static int offset(Expr expr) {
        FirstName first = new FirstName();
        first.of(expr);
        return first.at;
    }

    private static final class FirstName extends Rewrite {
        private int at = -1;

        @Override
        public Expr reference(Reference node) {
            at = at < 0 ? node.at() : at;
            return node;
        }

        @Override
        public Expr apply(Apply node) {
            at = at < 0 ? node.at() : at;
            return node;
        }
    }
}

package org.immunoedit.io;

import java.util.Optional;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.Parser;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** Reads {@code WHAT@WHERE} and {@code period(X)}. */
final class ReadOffReader {
    private static final String EXPECTED =
            "WHAT@WHERE such as \"T@end\", \"T@30\", \"T@max(T)\", \"time@(T < 1)\", or \"period(T)\"";
    private static final String PERIOD = "period(";

    private final String text;
    private final Place place;
    private final Problems problems;

    private ReadOffReader(String text, Place place, Problems problems) {
        this.text = text;
        this.place = place;
        this.problems = problems;
    }

    /**
     * Reads a text.
     *
     * @param place of its first character
     */
    static Optional<ReadOff> read(String text, Place place, Problems problems) {
        return new ReadOffReader(text, place, problems).readOff();
    }

    private Optional<ReadOff> readOff() {
        int at = text.lastIndexOf('@');
        if (at < 0 && text.startsWith(PERIOD) && text.endsWith(")")) {
            return formula(PERIOD.length(), text.length() - 1).map(ReadOff.Period::new);
        }
        if (at < 1) {
            problems.error("claim", place, "\"" + text + "\" is nothing to read off a run", EXPECTED);
            return Optional.empty();
        }
        Optional<Formula> what = formula(0, at);
        Optional<ReadOff.Where> where = where(at + 1);
        return what.flatMap(w -> where.map(instant -> new ReadOff.Value(w, instant)));
    }

    private Optional<ReadOff.Where> where(int from) {
        String where = text.substring(from);
        int last = text.length() - 1;
        if (where.equals("end")) {
            return Optional.of(new ReadOff.End());
        }
        if (where.matches("[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")) {
            return Optional.of(new ReadOff.At(Double.parseDouble(where)));
        }
        if (where.startsWith("max(") && where.endsWith(")")) {
            return formula(from + 4, last).map(ReadOff.Largest::new);
        }
        if (where.startsWith("min(") && where.endsWith(")")) {
            return formula(from + 4, last).map(ReadOff.Smallest::new);
        }
        if (where.startsWith("(") && where.endsWith(")")) {
            return crossing(from + 1, last);
        }
        problems.error("claim", place.right(from), "\"" + where + "\" is no instant of a run", EXPECTED);
        return Optional.empty();
    }

    private Optional<Formula> formula(int from, int to) {
        return Parser.number(text.substring(from, to), place.right(from), problems);
    }

    private Optional<ReadOff.Where> crossing(int from, int to) {
        Optional<Formula> condition = Parser.condition(text.substring(from, to), place.right(from), problems);
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        if (condition.get().expr() instanceof Comparison comparison && isOrder(comparison.relation())) {
            boolean less = comparison.relation() == Relation.LESS || comparison.relation() == Relation.LESS_OR_EQUAL;
            Expr smaller = less ? comparison.left() : comparison.right();
            Expr larger = less ? comparison.right() : comparison.left();
            Expr margin = new Binary(Operator.SUBTRACT, smaller, larger);
            return Optional.of(
                    new ReadOff.First(new Formula(margin, condition.get().place())));
        }
        problems.error("claim", place.right(from), "this is not a single comparison", "such as \"T < 1\"");
        return Optional.empty();
    }

    private static boolean isOrder(Relation relation) {
        return relation != Relation.EQUAL && relation != Relation.NOT_EQUAL;
    }
}

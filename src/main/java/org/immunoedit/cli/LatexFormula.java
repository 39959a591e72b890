package org.immunoedit.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Cases;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Time;
import org.immunoedit.expr.Printer;

/** Formulas as LaTeX for math mode with amsmath. */
final class LatexFormula implements Cases<String> {
    private static final LatexFormula CASES = new LatexFormula();

    private LatexFormula() {}

    static String of(Expr expr) {
        return expr.match(CASES);
    }

    /** A name of one letter in italics, others upright; the first underscore begins a subscript. */
    static String name(String name) {
        int underscore = name.indexOf('_');
        boolean split = underscore > 0 && underscore < name.length() - 1;
        String base = letters(split ? name.substring(0, underscore) : name);
        return split ? base + "_{" + letters(name.substring(underscore + 1)) + "}" : base;
    }

    /** Text outside of math mode. */
    static String text(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static String letters(String word) {
        return word.length() == 1 ? word : "\\mathrm{" + word.replace("_", "\\_") + "}";
    }

    /** A number; a power of ten where it has an exponent. */
    static String number(double value) {
        String text = Printer.number(value);
        int e = text.indexOf('e');
        return e < 0 ? text : text.substring(0, e) + "\\cdot 10^{" + text.substring(e + 1) + "}";
    }

    @Override
    public String number(Num node) {
        return number(node.value());
    }

    @Override
    public String time(Time node) {
        return "t";
    }

    @Override
    public String reference(Reference node) {
        String name = name(node.name());
        return node.indices().isEmpty() ? name : "{" + name + "}_{[" + list(node.indices()) + "]}";
    }

    @Override
    public String negation(Negation node) {
        return "-" + factor(node.operand());
    }

    @Override
    public String binary(Binary node) {
        return switch (node.operator()) {
            case ADD -> of(node.left()) + " + " + of(node.right());
            case SUBTRACT -> of(node.left()) + " - " + factor(node.right());
            case MULTIPLY -> factor(node.left()) + "\\," + factor(node.right());
            case DIVIDE -> "\\frac{" + of(node.left()) + "}{" + of(node.right()) + "}";
            case POWER -> base(node.left()) + "^{" + of(node.right()) + "}";
        };
    }

    @Override
    public String comparison(Comparison node) {
        String relation = switch (node.relation()) {
            case LESS -> "<";
            case LESS_OR_EQUAL -> "\\le";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> "\\ge";
            case EQUAL -> "=";
            case NOT_EQUAL -> "\\ne";
        };
        return of(node.left()) + " " + relation + " " + of(node.right());
    }

    @Override
    public String logic(Logic node) {
        String connective = " \\text{ " + node.connective().symbol() + " } ";
        return bracketed(of(node.left())) + connective + bracketed(of(node.right()));
    }

    @Override
    public String not(Not node) {
        return "\\text{not }" + bracketed(of(node.operand()));
    }

    @Override
    public String choice(If node) {
        return "\\begin{cases}" + of(node.then()) + " & \\text{if } " + of(node.condition()) + " \\\\ "
                + of(node.otherwise()) + " & \\text{otherwise}\\end{cases}";
    }

    @Override
    public String call(Call node) {
        return switch (node.function()) {
            case SQRT -> "\\sqrt{" + of(node.arguments().get(0)) + "}";
            case POW ->
                base(node.arguments().get(0)) + "^{" + of(node.arguments().get(1)) + "}";
            default -> "\\operatorname{" + node.function().symbol() + "}" + bracketed(list(node.arguments()));
        };
    }

    @Override
    public String apply(Apply node) {
        return "\\operatorname{" + node.function().replace("_", "\\_") + "}" + bracketed(list(node.arguments()));
    }

    @Override
    public String over(Over node) {
        return (node.fold() == Fold.SUM ? "\\sum_{" : "\\prod_{") + name(node.index()) + "} " + factor(node.body());
    }

    @Override
    public String many(Many node) {
        boolean sum = node.fold() == Fold.SUM;
        return node.terms().stream()
                .map(term -> sum ? of(term) : factor(term))
                .collect(Collectors.joining(sum ? " + " : "\\,"));
    }

    private static String list(List<Expr> items) {
        return items.stream().map(LatexFormula::of).collect(Collectors.joining(", "));
    }

    /** A factor: sums, signs and choices in parentheses. */
    private static String factor(Expr expr) {
        boolean sum = expr instanceof Binary binary
                && (binary.operator() == Operator.ADD || binary.operator() == Operator.SUBTRACT);
        boolean open = sum
                || expr instanceof Negation
                || expr instanceof If
                || expr instanceof Over
                || expr instanceof Many
                || expr instanceof Comparison
                || expr instanceof Num number && number.value() < 0;
        return open ? bracketed(of(expr)) : of(expr);
    }

    private static String base(Expr expr) {
        boolean closed = expr instanceof Reference || expr instanceof Num number && number.value() >= 0;
        return closed ? "{" + of(expr) + "}" : bracketed(of(expr));
    }

    private static String bracketed(String inner) {
        return "\\left(" + inner + "\\right)";
    }
}

package org.immunoedit.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Cases;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Connective;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Time;

/**
 * Writes a formula in the grammar of {@link Parser} with as few parentheses as it needs; reading the text gives the
 * same tree (a {@link Many} reads as a chain, a negative number as a negation: the same values).
 */
public final class Printer implements Cases<Integer> {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARE = 4;
    private static final int ADD = 5;
    private static final int MULTIPLY = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;
    private static final int CLOSED = 9;

    private final StringBuilder text = new StringBuilder();

    private Printer() {}

    /** The formula as text. */
    public static String print(Expr expr) {
        Printer printer = new Printer();
        expr.match(printer);
        return printer.text.toString();
    }

    /** The shortest decimal number that reads back to the same value, e.g. {@code 0.02}, {@code 1e7}. */
    public static String number(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal digits = exact;
        for (int precision = 1; precision <= 17; precision++) {
            digits = exact.round(new MathContext(precision));
            if (digits.doubleValue() == value) {
                break;
            }
        }
        digits = digits.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 7) {
            return digits.toPlainString();
        }
        String mantissa = digits.movePointLeft(exponent).toPlainString();
        return String.format(Locale.ROOT, "%se%d", mantissa, exponent);
    }

    // Each case writes its node and tells how tightly it binds.

    @Override
    public Integer number(Num node) {
        text.append(number(node.value()));
        return node.value() < 0 || 1 / node.value() < 0 ? SIGN : CLOSED;
    }

    @Override
    public Integer time(Time node) {
        text.append("time");
        return CLOSED;
    }

    @Override
    public Integer reference(Reference node) {
        text.append(node.name());
        if (!node.indices().isEmpty()) {
            list("[", node.indices(), "]");
        }
        return CLOSED;
    }

    @Override
    public Integer negation(Negation node) {
        text.append('-');
        write(node.operand(), SIGN);
        return SIGN;
    }

    @Override
    public Integer binary(Binary node) {
        return switch (node.operator()) {
            case ADD -> infix(node.left(), " + ", node.right(), ADD);
            case SUBTRACT -> infix(node.left(), " - ", node.right(), ADD);
            case MULTIPLY -> infix(node.left(), "*", node.right(), MULTIPLY);
            case DIVIDE -> infix(node.left(), "/", node.right(), MULTIPLY);
            case POWER -> {
                write(node.left(), CLOSED);
                text.append('^');
                write(node.right(), SIGN);
                yield POWER;
            }
        };
    }

    @Override
    public Integer comparison(Comparison node) {
        write(node.left(), ADD);
        text.append(' ').append(node.relation().symbol()).append(' ');
        write(node.right(), ADD);
        return COMPARE;
    }

    @Override
    public Integer logic(Logic node) {
        boolean and = node.connective() == Connective.AND;
        return infix(node.left(), and ? " and " : " or ", node.right(), and ? AND : OR);
    }

    @Override
    public Integer not(Not node) {
        text.append("not ");
        write(node.operand(), NOT);
        return NOT;
    }

    @Override
    public Integer choice(If node) {
        return call("if", List.of(node.condition(), node.then(), node.otherwise()));
    }

    @Override
    public Integer call(Call node) {
        return call(node.function().symbol(), node.arguments());
    }

    @Override
    public Integer apply(Apply node) {
        return call(node.function(), node.arguments());
    }

    @Override
    public Integer over(Over node) {
        return call(node.fold().symbol(), List.of(Reference.to(node.index()), node.body()));
    }

    @Override
    public Integer many(Many node) {
        boolean sum = node.fold() == Fold.SUM;
        if (node.terms().isEmpty()) {
            text.append(sum ? '0' : '1');
            return CLOSED;
        }
        int binding = sum ? ADD : MULTIPLY;
        write(node.terms().get(0), binding);
        for (Expr term : node.terms().subList(1, node.terms().size())) {
            text.append(sum ? " + " : "*");
            write(term, binding + 1);
        }
        return binding;
    }

    private int infix(Expr left, String symbol, Expr right, int binding) {
        write(left, binding);
        text.append(symbol);
        write(right, binding + 1);
        return binding;
    }

    private int call(String name, List<Expr> arguments) {
        text.append(name);
        list("(", arguments, ")");
        return CLOSED;
    }

    private void list(String open, List<Expr> items, String close) {
        String separator = open;
        for (Expr item : items) {
            text.append(separator);
            write(item, OR);
            separator = open.equals("[") ? "," : ", ";
        }
        text.append(items.isEmpty() ? open : "").append(close);
    }

    /** Writes an operand, in parentheses if it binds less tightly than its place asks for. */
    private void write(Expr operand, int loosest) {
        int start = text.length();
        if (operand.match(this) < loosest) {
            text.insert(start, '(').append(')');
        }
    }
}

package org.immunoedit.expr;

import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Connective;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Expr.Time;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * Reads formulas by precedence climbing. From loose to tight: {@code or}, {@code and}, {@code not}, comparison (not
 * chained), {@code + -}, {@code * /}, sign, {@code ^} (to the right).
 *
 * <p>A tree deeper than {@link #DEEPEST} is refused, so that every recursive operation on formulas fits into a thread's
 * stack; a chain {@code a + b + c} of n terms is n deep.
 */
public final class Parser {
    /** Largest depth of a tree. */
    public static final int DEEPEST = 200;

    static final String SPLIT = "split it into several definitions";

    private static final int MOST_PROBLEMS = 10;

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARE = 4;
    private static final int ADD = 5;
    private static final int MULTIPLY = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;

    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("or", OR),
            Map.entry("and", AND),
            Map.entry("<", COMPARE),
            Map.entry("<=", COMPARE),
            Map.entry(">", COMPARE),
            Map.entry(">=", COMPARE),
            Map.entry("==", COMPARE),
            Map.entry("!=", COMPARE),
            Map.entry("+", ADD),
            Map.entry("-", ADD),
            Map.entry("*", MULTIPLY),
            Map.entry("/", MULTIPLY),
            Map.entry("^", POWER));

    private final Tokens tokens;
    private final Place place;
    private final Problems problems;
    private int reported;
    private int nesting;

    private Parser(Tokens tokens, Place place, Problems problems) {
        this.tokens = tokens;
        this.place = place;
        this.problems = problems;
    }

    /**
     * Reads a number or a truth value.
     *
     * @param place of the first character of the text
     * @param problems receives errors with code {@code formula}, at their column
     * @return empty after an error
     */
    public static Optional<Expr> parse(String text, Place place, Problems problems) {
        try {
            Parser parser = new Parser(new Tokens(Lexer.tokens(text)), place, problems);
            Expr expr = parser.whole();
            return parser.reported == 0 ? Optional.of(expr) : Optional.empty();
        } catch (FormulaFault fault) {
            problems.add(fault.in(place));
            return Optional.empty();
        }
    }

    /** Reads a formula whose value is a number; otherwise as {@link #parse}. */
    public static Optional<Formula> number(String text, Place place, Problems problems) {
        Optional<Expr> expr = parse(text, place, problems);
        if (expr.filter(Parser::isTruth).isPresent()) {
            problems.add(Problem.error("formula", place, "the formula is a truth value", "a number")
                    .withHint("write \"if(" + Part.shortened(text.strip()) + ", 1, 0)\""));
            return Optional.empty();
        }
        return expr.map(e -> new Formula(e, place));
    }

    /** Reads a condition: a formula whose value is true or false; otherwise as {@link #parse}. */
    public static Optional<Formula> condition(String text, Place place, Problems problems) {
        Optional<Expr> expr = parse(text, place, problems);
        if (expr.isPresent() && !isTruth(expr.get())) {
            problems.error("formula", place, "the formula is a number", "a condition such as \"T > 1e6\"");
            return Optional.empty();
        }
        return expr.map(e -> new Formula(e, place));
    }

    /** Whether the value is true or false, not a number. */
    public static boolean isTruth(Expr expr) {
        return expr instanceof Comparison || expr instanceof Logic || expr instanceof Not;
    }

    private Expr whole() throws FormulaFault {
        if (tokens.isNext("")) {
            throw new FormulaFault(0, "the formula is empty", "a formula such as \"a*T*(1 - b*T)\"", "");
        }
        Part part = part();
        if (!tokens.isNext("")) {
            throw unexpected(tokens.peek());
        }
        return part.expr();
    }

    /** A number or truth value up to the next comma or closing bracket. */
    Part part() throws FormulaFault {
        return part(OR);
    }

    /** A number up to the next comma or closing bracket. */
    Part number() throws FormulaFault {
        return wanted(part(OR), false);
    }

    /** A truth value up to the next comma or closing bracket. */
    Part truth() throws FormulaFault {
        return wanted(part(OR), true);
    }

    Tokens tokens() {
        return tokens;
    }

    /** Notes an error after which reading can go on. */
    void report(int at, String found, String expected, String hint) {
        if (reported++ < MOST_PROBLEMS) {
            problems.add(new FormulaFault(at, found, expected, hint).in(place));
        }
    }

    private Part part(int loosest) throws FormulaFault {
        if (++nesting > DEEPEST) {
            throw Part.tooDeep(tokens.peek().at());
        }
        Part left = operand();
        while (true) {
            Token operator = tokens.peek();
            int binding = operator.type() == Token.Type.NUMBER ? 0 : BINDING.getOrDefault(operator.text(), 0);
            if (binding < loosest || binding == 0) {
                nesting--;
                return left;
            }
            tokens.next();
            if (binding == COMPARE && left.expr() instanceof Comparison && !left.closed()) {
                throw new FormulaFault(
                        operator.at(), "comparisons are chained", "", "write \"a < b and b < c\" for \"a < b < c\"");
            }
            Part right = part(binding == POWER ? SIGN : binding + 1);
            left = joined(operator.text(), binding, left, right);
        }
    }

    private Part joined(String symbol, int binding, Part left, Part right) throws FormulaFault {
        boolean logic = binding == AND || binding == OR;
        Expr a = wanted(left, logic).expr();
        Expr b = wanted(right, logic).expr();
        Expr expr;
        if (logic) {
            expr = new Logic(binding == AND ? Connective.AND : Connective.OR, a, b);
        } else if (binding == COMPARE) {
            expr = new Comparison(relation(symbol), a, b);
        } else {
            expr = new Binary(operator(symbol), a, b);
        }
        return Part.over(expr, left.at(), left, right);
    }

    private Part operand() throws FormulaFault {
        Token token = tokens.next();
        if (token.type() == Token.Type.NUMBER) {
            return Part.leaf(new Num(token.value()), token.at());
        }
        return switch (token.text()) {
            case "(" -> parenthesis(token);
            case "-" -> signed(token);
            case "+" -> wanted(part(SIGN), false).from(token.at());
            case "not" -> {
                Part operand = wanted(part(NOT), true);
                yield Part.over(new Not(operand.expr()), token.at(), operand);
            }
            case "time" -> Part.leaf(new Time(), token.at());
            default -> {
                if (token.type() != Token.Type.NAME || token.is("and") || token.is("or")) {
                    throw unexpected(token);
                }
                yield new NameParser(this).read(token);
            }
        };
    }

    private Part signed(Token minus) throws FormulaFault {
        Part operand = wanted(part(SIGN), false);
        return Part.over(new Negation(operand.expr()), minus.at(), operand);
    }

    private Part parenthesis(Token open) throws FormulaFault {
        Part inner = part(OR);
        tokens.expect(")", open);
        return inner.from(open.at()).asClosed();
    }

    private Part wanted(Part part, boolean truth) {
        if (isTruth(part.expr()) != truth) {
            String text = "\"" + Part.shortened(Printer.print(part.expr())) + "\"";
            if (truth) {
                report(part.at(), text + " is a number", "a condition", "write \"x > 0\" to ask whether x is positive");
            } else {
                report(part.at(), text + " is a truth value", "a number", "write \"if(condition, 1, 0)\" for a number");
            }
        }
        return part;
    }

    private FormulaFault unexpected(Token token) {
        boolean operand = token.type() == Token.Type.NUMBER || token.type() == Token.Type.NAME || token.is("(");
        boolean keyword = BINDING.containsKey(token.text()) || token.is("not");
        if (operand && !keyword) {
            return new FormulaFault(
                    token.at(), "unexpected " + token.named(), "an operator", "write a product as \"*\"");
        }
        boolean closing = token.is(")") || token.is("]") || token.is(",");
        String found = token.type() == Token.Type.END ? "the formula ends too early" : "unexpected " + token.named();
        boolean atEnd = closing && tokens.openBrackets() == 0;
        return new FormulaFault(token.at(), found, atEnd ? "the end or an operator" : "a number, a name or \"(\"", "");
    }

    private static Operator operator(String symbol) {
        return switch (symbol) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*" -> Operator.MULTIPLY;
            case "/" -> Operator.DIVIDE;
            default -> Operator.POWER;
        };
    }

    private static Relation relation(String symbol) {
        return switch (symbol) {
            case "<" -> Relation.LESS;
            case "<=" -> Relation.LESS_OR_EQUAL;
            case ">" -> Relation.GREATER;
            case ">=" -> Relation.GREATER_OR_EQUAL;
            case "==" -> Relation.EQUAL;
            default -> Relation.NOT_EQUAL;
        };
    }
}

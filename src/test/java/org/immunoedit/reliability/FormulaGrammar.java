package org.immunoedit.reliability;

import java.util.List;
import java.util.Map;

/** Formulas that are mostly right, and some that are meant to break a reader. */
final class FormulaGrammar {
    private static final String[] UNARY = {
        "exp", "ln", "log10", "log2", "sqrt", "abs", "floor", "ceil", "sin", "cos", "tan", "asin", "acos", "atan",
        "sinh", "cosh", "tanh"
    };
    private static final String[] ATTACKS = {
        "java.lang.Runtime.getRuntime().exec(\"true\")",
        "java.lang.System.exit(1)",
        "T.getClass()",
        "${7*7}",
        "#{T}",
        "T; import java.util.*",
        "2^2^2^2^2^2^2^2",
        "1e308*1e308 - 1e308*1e308",
        "0/0",
        "0^0",
        "(-8)^(1/3)",
        "1e-320/1e-320",
        "log(T)",
        "T T",
        "T[1][2]",
        "T[99999999999]",
        "T[0]",
        "T[-1]",
        "T[1.5]",
        "T[T]",
        "sum(i, sum(i, i))",
        "sum(i, sum(j, 1))",
        "sum(k, 1)",
        "size(nothing)",
        "if(1, 2, 3)",
        "if(T < 1, T)",
        "if(T < 1 < 2, 1, 0)",
        "not T",
        "T == T",
        "T = 1",
        "min()",
        "max(1, 2, 3, 4, 5, 6, 7, 8)",
        "pow(0, -1)",
        "π*T",
        "T×2",
        "\u0000",
        "T\u202E",
        "\uD83D\uDE00",
        "--------T",
        "T...",
        "a..b",
        "1..2",
        "1e",
        "((((",
        "))))",
        "",
        " ",
        "-",
        "and",
        "time time"
    };

    private final Chance chance;
    private final List<String> names;
    private final List<String> families;
    private final Map<String, Integer> functions;

    /**
     * @param names scalars that may occur
     * @param families indexed by {@code i}
     * @param functions of the user, with their arity
     */
    FormulaGrammar(Chance chance, List<String> names, List<String> families, Map<String, Integer> functions) {
        this.chance = chance;
        this.names = names;
        this.families = families;
        this.functions = functions;
    }

    /** A number; within a family {@code i} is bound. */
    String number(int depth, boolean bound) {
        if (chance.oneIn(150)) {
            return attack();
        }
        if (depth <= 0) {
            return leaf(bound);
        }
        return switch (chance.below(12)) {
            case 0, 1 -> number(depth - 1, bound) + " + " + number(depth - 1, bound);
            case 2 -> number(depth - 1, bound) + " - " + number(depth - 1, bound);
            case 3, 4 -> number(depth - 1, bound) + "*" + number(depth - 1, bound);
            case 5 -> number(depth - 1, bound) + "/(1 + " + number(depth - 1, bound) + ")";
            case 6 -> "(" + number(depth - 1, bound) + ")^" + chance.pick("2", "0.5", "-1", "n", "3");
            case 7 ->
                "if(" + condition(depth - 1, bound) + ", " + number(depth - 1, bound) + ", " + number(depth - 1, bound)
                        + ")";
            case 8 -> chance.pick(UNARY) + "(" + number(depth - 1, bound) + ")";
            case 9 ->
                chance.pick("min", "max", "pow") + "(" + number(depth - 1, bound) + ", " + number(depth - 1, bound)
                        + ")";
            case 10 ->
                families.isEmpty()
                        ? "-" + number(depth - 1, bound)
                        : chance.pick("sum", "prod") + "(i, " + number(depth - 1, true) + ")";
            default -> call(depth, bound);
        };
    }

    String condition(int depth, boolean bound) {
        if (depth > 0 && chance.oneIn(3)) {
            return chance.oneIn(3)
                    ? "not (" + condition(depth - 1, bound) + ")"
                    : condition(depth - 1, bound) + chance.pick(" and ", " or ") + condition(depth - 1, bound);
        }
        return number(depth - 1, bound)
                + chance.pick(" < ", " <= ", " > ", " >= ", " == ", " != ")
                + number(depth - 1, bound);
    }

    private String call(int depth, boolean bound) {
        if (functions.isEmpty()) {
            return "(" + number(depth - 1, bound) + ")";
        }
        String name = chance.pick(List.copyOf(functions.keySet()));
        int arity = functions.get(name) + (chance.oneIn(20) ? 1 : 0);
        StringBuilder text = new StringBuilder(name).append('(');
        for (int k = 0; k < arity; k++) {
            text.append(k == 0 ? "" : ", ").append(number(depth - 2, bound));
        }
        return text.append(')').toString();
    }

    private String leaf(boolean bound) {
        if (chance.oneIn(100)) {
            return chance.oneIn(2) ? chance.oddNumber() : chance.pick("unknown", "Tt", "e", "pi", "E1", "_", "a.b");
        }
        if (!families.isEmpty() && chance.oneIn(3)) {
            return chance.pick(families)
                    + (bound ? chance.pick("[i]", "[i]", "[i-1]", "[1]") : "[" + chance.from(1, 2) + "]");
        }
        return switch (chance.below(6)) {
            case 0 -> chance.number();
            case 1 -> bound ? "i" : chance.pick("time", "0.1");
            default -> chance.pick(names);
        };
    }

    /** Something no formula should be, or a formula that asks for too much. */
    String attack() {
        return switch (chance.below(8)) {
            case 0 -> "(".repeat(chance.pick(10, 190, 210, 5000)) + "1";
            case 1 -> "-".repeat(chance.pick(10, 300, 20000)) + "1";
            case 2 -> "1" + "+1".repeat(chance.pick(100, 3000, 30000));
            case 3 -> "2" + "^2".repeat(chance.pick(5, 150, 4000));
            case 4 -> "exp(".repeat(chance.pick(5, 150, 4000)) + "1" + ")".repeat(chance.pick(5, 150, 4000));
            default -> chance.pick(ATTACKS);
        };
    }
}

package org.immunoedit.expr;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that the grammar of formulas keeps for itself. */
public final class Names {
    private static final Map<String, Expr.Function> FUNCTIONS =
            Arrays.stream(Expr.Function.values()).collect(Collectors.toMap(Expr.Function::symbol, Function.identity()));

    private static final Set<String> KEYWORDS = Set.of("time", "and", "or", "not", "if");

    private static final List<String> CALLABLE = Stream.concat(
                    Arrays.stream(Expr.Function.values()).map(Expr.Function::symbol),
                    Stream.of("if", "sum", "prod", "size"))
            .toList();

    private Names() {}

    /** Names of all functions of the language itself, for hints. */
    public static List<String> builtIn() {
        return CALLABLE;
    }

    /** Whether a name cannot be given to a state, parameter or definition. */
    public static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    /** Whether a model cannot declare a function of this name. */
    static boolean isTaken(String function) {
        return isKeyword(function) || CALLABLE.contains(function) || function.equals("log");
    }

    /** The built-in function of numbers with this name, or null. */
    static Expr.Function function(String name) {
        return FUNCTIONS.get(name);
    }
}

package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Connective;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Expr.Time;

/** Seeded formulas of every kind of node that remains after expansion; parts are shared now and then. */
final class RandomFormulas {
    private static final double[] NUMBERS = {0, 1, 2, 3, 0.5, 10, -1.5, 1e-3, 7};

    private final Random random;
    private final List<String> names;
    private final List<Expr> made = new ArrayList<>();

    RandomFormulas(long seed, List<String> names) {
        random = new Random(seed);
        this.names = new ArrayList<>(names);
    }

    /** From now on formulas may use this name. */
    void know(String name) {
        names.add(name);
    }

    Expr number(int depth) {
        Expr expr = depth == 0 ? leaf() : node(depth - 1);
        made.add(expr);
        return expr;
    }

    private Expr leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> new Num(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 1 -> new Time();
            default -> Reference.to(names.get(random.nextInt(names.size())));
        };
    }

    private Expr node(int depth) {
        return switch (random.nextInt(12)) {
            case 0 -> new Negation(number(depth));
            case 1 -> new If(truth(depth), number(depth), number(depth));
            case 2 -> many(depth);
            case 3, 4 -> call(depth);
            case 5 -> leaf();
            case 6 -> made.isEmpty() ? leaf() : made.get(random.nextInt(made.size()));
            default ->
                new Binary(Operator.values()[random.nextInt(Operator.values().length)], number(depth), number(depth));
        };
    }

    private Expr many(int depth) {
        List<Expr> terms = new ArrayList<>();
        int size = random.nextInt(4);
        for (int k = 0; k < size; k++) {
            terms.add(number(depth));
        }
        return new Many(Fold.values()[random.nextInt(2)], terms);
    }

    private Expr call(int depth) {
        Function function = Function.values()[random.nextInt(Function.values().length)];
        return new Call(
                function, function.arity() == 1 ? List.of(number(depth)) : List.of(number(depth), number(depth)));
    }

    Expr truth(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        return switch (kind) {
            case 1 -> new Logic(Connective.values()[random.nextInt(2)], truth(depth - 1), truth(depth - 1));
            case 2 -> new Not(truth(depth - 1));
            default ->
                new Comparison(
                        Relation.values()[random.nextInt(Relation.values().length)],
                        number(Math.max(0, depth - 1)),
                        number(Math.max(0, depth - 1)));
        };
    }
}

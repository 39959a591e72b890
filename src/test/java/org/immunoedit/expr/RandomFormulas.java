package org.immunoedit.expr;

import java.util.List;
import java.util.SplittableRandom;
import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Connective;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Not;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Expr.Time;

/** Random trees from a seed, for laws that hold for every formula. */
public final class RandomFormulas {
    private static final List<String> NAMES = List.of("x", "y", "T_1", "drug.central");

    private final SplittableRandom random;
    private final boolean expanded;

    /** Formulas as after expansion, with moderate numbers ({@code expanded}), or as the parser may return them. */
    public RandomFormulas(long seed, boolean expanded) {
        this.random = new SplittableRandom(seed);
        this.expanded = expanded;
    }

    /** A formula whose value is a number. */
    public Expr number(int depth) {
        if (depth <= 1) {
            return leaf();
        }
        return switch (random.nextInt(expanded ? 9 : 12)) {
            case 0, 1, 2, 3 -> new Binary(pick(Operator.values()), number(depth - 1), number(depth - 1));
            case 4 -> new Negation(number(depth - 1));
            case 5 -> new If(truth(depth - 1), number(depth - 1), number(depth - 1));
            case 6, 7 -> call(depth - 1);
            case 8 -> leaf();
            case 9 -> new Over(pick(Fold.values()), "i", number(depth - 1), 0);
            case 10 -> new Apply("hill", List.of(number(depth - 1), number(depth - 1)), 0);
            default -> new Reference("clone", List.of(number(depth - 1), leaf()), 0);
        };
    }

    /** A formula whose value is true or false. */
    public Expr truth(int depth) {
        return switch (depth <= 1 ? 3 : random.nextInt(4)) {
            case 0 -> new Logic(pick(Connective.values()), truth(depth - 1), truth(depth - 1));
            case 1 -> new Not(truth(depth - 1));
            default -> new Comparison(pick(Relation.values()), number(depth - 1), number(depth - 1));
        };
    }

    private Expr call(int depth) {
        Function function = pick(Function.values());
        return function.arity() == 1
                ? new Call(function, List.of(number(depth)))
                : new Call(function, List.of(number(depth), number(depth)));
    }

    private Expr leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> new Time();
            case 1 -> new Num(random.nextInt(4));
            case 2 -> new Num(Math.exp(random.nextDouble(-1, 1) * (expanded ? 2 : 30)));
            default -> new Reference(NAMES.get(random.nextInt(NAMES.size())), List.of(), 0);
        };
    }

    private <T> T pick(T[] items) {
        return items[random.nextInt(items.length)];
    }
}

package org.immunoedit.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.expr.Measure.Known;
import org.immunoedit.expr.Measure.Scale;

/**
 * Whether two units are the same, be it through factors that the formula itself contains: {@code 1000*x} with x in mg/L
 * is in ng/mL as well.
 */
final class Agreement {
    private final Known left;
    private final Known right;

    Agreement(Known left, Known right) {
        this.left = left;
        this.right = right;
    }

    /** Whether the dimensions are the same, whatever the factors. */
    boolean ofDimensions() {
        return left.dimension().equals(right.dimension())
                && left.powers().keySet().equals(right.powers().keySet())
                && left.powers().entrySet().stream()
                        .allMatch(e -> e.getValue().agrees(right.powers().get(e.getKey())));
    }

    /** The unit that both are in. Numbers used to convert one side are used up; what both sides have is kept. */
    Optional<Known> common() {
        if (!ofDimensions()) {
            return Optional.empty();
        }
        for (int mine = 0; mine < 1 << left.literals().size(); mine++) {
            double factor = left.factor() / product(left.literals(), mine);
            for (int others = 0; others < 1 << right.literals().size(); others++) {
                if (Scale.near(factor, right.factor() / product(right.literals(), others))) {
                    List<Double> rest = shared(unused(left.literals(), mine), unused(right.literals(), others));
                    double exact = others == 0 ? right.factor() : factor;
                    return Optional.of(mine == 0 ? left.with(left.factor(), rest) : right.with(exact, rest));
                }
            }
        }
        return Optional.empty();
    }

    private static double product(List<Double> literals, int chosen) {
        double product = 1;
        for (int i = 0; i < literals.size(); i++) {
            product *= (chosen >> i & 1) == 1 ? literals.get(i) : 1;
        }
        return product;
    }

    private static List<Double> unused(List<Double> literals, int chosen) {
        List<Double> rest = new ArrayList<>();
        for (int i = 0; i < literals.size(); i++) {
            if ((chosen >> i & 1) == 0) {
                rest.add(literals.get(i));
            }
        }
        return rest;
    }

    private static List<Double> shared(List<Double> a, List<Double> b) {
        List<Double> others = new ArrayList<>(b);
        return a.stream().filter(others::remove).toList();
    }
}

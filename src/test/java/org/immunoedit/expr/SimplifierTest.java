package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.expr.Formulas.formula;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Num;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 + x|x",
                "x + 0|x",
                "x - 0|x",
                "0 - x|-x",
                "1*x|x",
                "x*1|x",
                "0*x|0",
                "x*(1 - 1)|0",
                "0/x|0",
                "x/1|x",
                "x^1|x",
                "x^0|1",
                "pow(x, 1)|x",
                "pow(x, 0)|1",
                "--x|x",
                "---x|-x",
                "2*3 + x|6 + x",
                "2 + x + 3|2 + x + 3",
                "-(2)|-2",
                "if(1 < 2, x, y)|x",
                "if(not 1 < 2, x, y)|y",
                "if(x < 1, 0*y, 0)|0",
                "exp(0)*x|x",
                "min(2, 1)|1",
                "if(1 < 2 and x < 1, x, y)|if(x < 1, x, y)",
                "if(x < 1 or 1 < 2, x, y)|x",
                "if(x < 1 and 2 < 1, x, y)|y",
                "if(x < 1 or 2 < 1, x, y)|if(x < 1, x, y)",
                "if(not not x < 1, x, y)|if(x < 1, x, y)",
                "1/0|1/0",
                "0/0|0/0",
                "ln(0)|ln(0)",
                "x*(y*0 + 1)|x",
                "sum(i, T[i + 0]*1)|sum(i, T[i])",
                "f(x*1)|f(x)",
                "x^(3 - 1)|x^2",
                "0^0|1"
            })
    void simplifies(String text, String simplest) {
        assertThat(Printer.print(Simplifier.simplify(formula(text)))).isEqualTo(simplest);
    }

    @Test
    void dropsNeutralTerms() {
        Expr x = formula("x");
        Expr zero = formula("0*y");
        Expr one = formula("1*1");
        assertThat(Simplifier.simplify(new Many(Fold.SUM, List.of(zero, x, zero))))
                .isEqualTo(x);
        assertThat(Simplifier.simplify(new Many(Fold.PRODUCT, List.of(one, x, x))))
                .isEqualTo(new Many(Fold.PRODUCT, List.of(x, x)));
        assertThat(Simplifier.simplify(new Many(Fold.PRODUCT, List.of(x, zero))))
                .isEqualTo(Num.ZERO);
        assertThat(Simplifier.simplify(new Many(Fold.SUM, List.of()))).isEqualTo(Num.ZERO);
        assertThat(Simplifier.simplify(new Many(Fold.PRODUCT, List.of(one)))).isEqualTo(Num.ONE);
        assertThat(Simplifier.simplify(new Many(Fold.SUM, List.of(one, new Num(2)))))
                .isEqualTo(new Num(3));
    }

    @Test
    void neverChangesAFiniteValue() {
        int compared = 0;
        for (int seed = 0; seed < 4000; seed++) {
            Expr expr = new RandomFormulas(seed, true).number(1 + seed % 7);
            ToDoubleFunction<String> names = values(seed);
            double before = Evaluator.value(expr, 1.5, names);
            double after = Evaluator.value(Simplifier.simplify(expr), 1.5, names);
            if (Double.isFinite(before) && !mayHideInfinity(expr, names)) {
                compared++;
                // + 0.0: the sign of a zero is not kept
                assertThat(after + 0.0)
                        .as("seed " + seed + ": " + Printer.print(expr))
                        .isEqualTo(before + 0.0);
            }
        }
        assertThat(compared).isGreaterThan(1500);
    }

    @Test
    void isIdempotent() {
        for (int seed = 0; seed < 1000; seed++) {
            Expr once = Simplifier.simplify(new RandomFormulas(seed, false).number(1 + seed % 7));
            assertThat(Simplifier.simplify(once)).isEqualTo(once);
        }
    }

    /** Whether a part is not finite, or is a zero whose sign may decide: there a structural zero may differ. */
    private static boolean mayHideInfinity(Expr expr, ToDoubleFunction<String> names) {
        boolean[] found = {false};
        new Rewrite() {
            @Override
            public Expr of(Expr part) {
                found[0] |= !Parser.isTruth(part) && !Double.isFinite(Evaluator.value(part, 1.5, names));
                return super.of(part);
            }
        }.of(expr);
        return found[0];
    }

    private static ToDoubleFunction<String> values(int seed) {
        return name -> new SplittableRandom(seed * 31L + name.hashCode()).nextDouble(-3, 3);
    }
}

package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.immunoedit.expr.Formulas.formula;

import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Num;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a|0",
                "x|1",
                "-x|-1",
                "a*x*(1 - b*x)|a*(1 - b*x) + a*x*-b",
                "x/a|1/a",
                "a/x|(-(a/x))/x",
                "x^2|2*x",
                "x^3|3*x^2",
                "x^n|n*x^(n - 1)",
                "x^0.5|0.5*x^-0.5",
                "2^x|2^x*ln(2)",
                "a^x|if(a > 0, a^x*ln(a), 0)",
                "exp(a*x)|exp(a*x)*a",
                "ln(x)|1/x",
                "sqrt(x)|1/(2*sqrt(x))",
                "floor(x)|0",
                "ceil(x) + x|1",
                "if(x > 1, a*x, b)|if(x > 1, a, 0)",
                "if(x > 1, a, b)|0",
                "min(x, a)|if(x <= a, 1, 0)",
                "max(x, a)|if(x >= a, 1, 0)",
                "abs(x)|if(x < 0, -1, 1)",
                "time*x|time",
                "exp(a)|0",
                "pow(x, 2)|2*x",
                "ln(0*x)|0"
            })
    void differentiates(String text, String derivative) {
        assertThat(Printer.print(Derivative.of(formula(text), x(), Num.ZERO)))
                .isEqualTo(Printer.print(Simplifier.simplify(formula(derivative))));
    }

    @Test
    void followsTheChainThroughNamesAndTime() {
        Map<String, Expr> chain = Map.of("kill", formula("n*T"), "T", Num.ONE);
        Expr derivative =
                Derivative.of(formula("a*T - kill*time"), name -> chain.getOrDefault(name, Num.ZERO), Num.ZERO);
        assertThat(Printer.print(derivative)).isEqualTo("a - n*T*time");
        Expr byTime = Derivative.of(formula("a*time^2"), name -> Num.ZERO, Num.ONE);
        assertThat(Printer.print(byTime)).isEqualTo("a*(2*time)");
    }

    @Test
    void zeroBaseIsHarmless() {
        Map<String, Double> at = Map.of("x", 0.0, "a", 2.0, "n", 2.0, "m", 1.0);
        assertThat(value("x^n", at)).isEqualTo(0);
        assertThat(value("x^m", at)).isEqualTo(1);
        assertThat(value("x^n/(a^n + x^n)", at)).isEqualTo(0);
        assertThat(value("(a*x)^(1 + x)", at)).isEqualTo(2);
    }

    @Test
    void manyFollowsSumAndProductRule() {
        List<Expr> terms = List.of(formula("x^2"), formula("a"), formula("sin(x)"));
        assertThat(Printer.print(Derivative.of(new Many(Fold.SUM, terms), x(), Num.ZERO)))
                .isEqualTo("2*x + cos(x)");
        assertThat(Printer.print(Derivative.of(new Many(Fold.PRODUCT, terms), x(), Num.ZERO)))
                .isEqualTo("2*x*a*sin(x) + x^2*a*cos(x)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(x)",
                "ln(x)",
                "log10(x)",
                "log2(x)",
                "sqrt(x)",
                "abs(-x)",
                "min(x, x^2)",
                "max(x, x^2)",
                "pow(x, 1.7)",
                "sin(x)",
                "cos(x)",
                "tan(x)",
                "asin(x)",
                "acos(x)",
                "atan(x)",
                "sinh(x)",
                "cosh(x)",
                "tanh(x)",
                "x^x",
                "(1 + x)^(a*x)",
                "a^x",
                "x^n/(a^n + x^n)",
                "if(x > 0.3, x^4, 1)",
                "-x/(1 + x)",
                "exp(-x^2)*sin(3*x)/x"
            })
    void agreesWithDifferences(String text) {
        Map<String, Double> at = Map.of("x", 0.7, "a", 1.3, "n", 2.5);
        double expected = richardson(formula(text), 0.7, at);
        assertThat(value(text, at)).isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void agreesWithDifferencesOnRandomFormulas() {
        int compared = 0;
        int singular = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Expr expr = new RandomFormulas(seed, true).number(1 + seed % 5);
            Map<String, Double> at = Map.of("x", 0.61, "y", 1.37, "T_1", 0.83, "drug.central", 2.11);
            double coarse = richardson(expr, 1e-3, at);
            double fine = richardson(expr, 5e-4, at);
            boolean smooth = Math.abs(coarse - fine) <= 1e-7 * Math.max(1e-3, Math.abs(fine)) && Math.abs(fine) < 1e6;
            boolean signal = Math.abs(evaluate(expr, at)) < 1e4 * Math.max(1e-3, Math.abs(fine));
            if (smooth && signal) {
                double exact = evaluate(Derivative.of(expr, x(), Num.ZERO), at);
                if (Double.isNaN(exact)) {
                    singular++; // 0 times infinity, e.g. asin(x/x)
                    continue;
                }
                compared++;
                assertThat(exact)
                        .as("seed " + seed + ": " + Printer.print(expr))
                        .isCloseTo(fine, within(1e-5 * Math.max(1e-3, Math.abs(fine))));
            }
        }
        assertThat(compared).isGreaterThan(1000);
        assertThat(singular).isLessThan(compared / 50);
    }

    @Test
    void isLinear() {
        for (int seed = 0; seed < 300; seed++) {
            Expr f = new RandomFormulas(seed, true).number(4);
            Expr g = new RandomFormulas(seed + 1000, true).number(4);
            Expr sum = Derivative.of(Algebra.sum(Algebra.product(new Num(3), f), g), x(), Num.ZERO);
            Expr apart = Algebra.sum(
                    Algebra.product(new Num(3), Derivative.of(f, x(), Num.ZERO)), Derivative.of(g, x(), Num.ZERO));
            Map<String, Double> at = Map.of("x", 0.61, "y", 1.37, "T_1", 0.83, "drug.central", 2.11);
            double expected = evaluate(apart, at);
            if (Double.isFinite(expected)) {
                assertThat(evaluate(sum, at)).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void refusesWhatIsNotExpanded() {
        assertThatThrownBy(() -> Derivative.of(formula("T[i]"), x(), Num.ZERO)).hasMessage("not expanded: T[i]");
        assertThatThrownBy(() -> Derivative.of(formula("sum(i, x)"), x(), Num.ZERO))
                .hasMessage("not an expanded formula of numbers: sum(i, x)");
    }

    private static java.util.function.Function<String, Expr> x() {
        return name -> name.equals("x") ? Num.ONE : Num.ZERO;
    }

    private static double value(String text, Map<String, Double> at) {
        return evaluate(Derivative.of(formula(text), x(), Num.ZERO), at);
    }

    private static double evaluate(Expr expr, Map<String, Double> at) {
        return Evaluator.value(expr, 1.5, at::get);
    }

    /** Central differences of steps h and h/2, extrapolated to order 4. */
    private static double richardson(Expr expr, double step, Map<String, Double> at) {
        double h = Math.min(step, 1e-3);
        return (4 * central(expr, h / 2, at) - central(expr, h, at)) / 3;
    }

    private static double central(Expr expr, double h, Map<String, Double> at) {
        double up = Evaluator.value(expr, 1.5, name -> at.get(name) + (name.equals("x") ? h : 0));
        double down = Evaluator.value(expr, 1.5, name -> at.get(name) - (name.equals("x") ? h : 0));
        return (up - down) / (2 * h);
    }
}

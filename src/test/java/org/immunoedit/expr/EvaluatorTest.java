package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.immunoedit.expr.Formulas.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
    private static final Map<String, Double> VALUES = Map.of("x", 2.0, "y", -3.0, "z", 0.0, "nan", Double.NaN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + x*y|-5",
                "x - y - 1|4",
                "7/x|3.5",
                "-x^2|-4",
                "2^-1|0.5",
                "2^3^2|512",
                "x^0.5|1.4142135623730951",
                "time*2|20",
                "min(x, y, 1)|-3",
                "max(x, y, 1)|2",
                "abs(y)|3",
                "floor(-2.5)|-3",
                "ceil(2.1)|3",
                "ln(exp(1))|1",
                "log10(1000)|3",
                "log2(8)|3",
                "sqrt(9)|3",
                "pow(x, 10)|1024",
                "sin(0)|0",
                "cos(0)|1",
                "tan(0)|0",
                "asin(1)*2|3.141592653589793",
                "acos(1)|0",
                "atan(1)*4|3.141592653589793",
                "sinh(0)|0",
                "cosh(0)|1",
                "tanh(0)|0",
                "if(x > 1, 5, 1/z)|5",
                "if(x <= 1, nan, y)|-3",
                "if(not x == 2, 1, 2)|2",
                "if(nan < 1 or nan >= 1 or nan == nan, 1, 2)|2",
                "if(nan != nan, 1, 2)|1",
                "x/z|Infinity"
            })
    void computes(String text, double value) {
        assertThat(Evaluator.value(formula(text), 10, VALUES::get)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "x > 1 and y < 0, true",
        "x > 1 and y > 0, false",
        "x < 1 or y < 0, true",
        "x < 1 or y > 0, false",
        "not (x < 1), true",
        "x != y, true",
        "x == 2, true",
        "x >= 2 and x <= 2, true",
        "time > 9.5, true"
    })
    void decides(String text, boolean value) {
        assertThat(Evaluator.truth(formula(text), 10, VALUES::get)).isEqualTo(value);
    }

    @Test
    void looksOnlyAtWhatDecides() {
        List<String> asked = new ArrayList<>();
        Evaluator.value(formula("if(a < 1 and b < 1, c, d)"), 0, name -> {
            asked.add(name);
            return 1;
        });
        assertThat(asked).containsExactly("a", "d");
        asked.clear();
        Evaluator.truth(formula("a == 1 or b < 1"), 0, name -> {
            asked.add(name);
            return 1;
        });
        assertThat(asked).containsExactly("a");
    }

    @Test
    void manyGoesFromLeftToRight() {
        List<Expr> terms = List.of(formula("1e16"), formula("1"), formula("-1e16"));
        assertThat(Evaluator.value(new Many(Fold.SUM, terms), 0, VALUES::get)).isEqualTo(1e16 + 1 - 1e16);
        assertThat(Evaluator.value(new Many(Fold.PRODUCT, terms), 0, VALUES::get))
                .isEqualTo(-1e32);
        assertThat(Evaluator.value(new Many(Fold.SUM, List.of()), 0, VALUES::get))
                .isEqualTo(0);
        assertThat(Evaluator.value(new Many(Fold.PRODUCT, List.of()), 0, VALUES::get))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotExpanded() {
        assertThatThrownBy(() -> Evaluator.value(formula("T[i]"), 0, VALUES::get))
                .hasMessage("not expanded: T[i]");
        assertThatThrownBy(() -> Evaluator.value(formula("f(x)"), 0, VALUES::get))
                .hasMessage("not an expanded formula of numbers: f(x)");
        assertThatThrownBy(() -> Evaluator.value(formula("x < 1"), 0, VALUES::get))
                .hasMessage("not an expanded formula of numbers: x < 1");
        assertThatThrownBy(() -> Evaluator.truth(formula("x + 1"), 0, VALUES::get))
                .hasMessage("not a truth value: x + 1");
    }
}

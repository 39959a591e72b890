package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.Operator;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    @Test
    void smallPowersAreProducts() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1000; i++) {
            double x = random.nextDouble(0.001, 10);
            assertThat(Arithmetic.power(x, 2)).isEqualTo(x * x);
            assertThat(Arithmetic.power(x, 3)).isEqualTo(x * x * x);
            assertThat(Arithmetic.power(x, 0.5)).isEqualTo(Math.pow(x, 0.5));
            assertThat(Arithmetic.power(x, -1)).isEqualTo(Math.pow(x, -1));
            assertThat(Arithmetic.apply(Operator.POWER, x, 3)).isEqualTo(x * x * x);
            assertThat(Arithmetic.apply(Function.POW, x, 3)).isEqualTo(x * x * x);
        }
    }

    @Test
    void logarithmToBaseTwoIsExactForPowers() {
        for (int n = -1022; n <= 1023; n++) {
            assertThat(Arithmetic.log2(Math.scalb(1.0, n))).isEqualTo(n);
        }
        assertThat(Arithmetic.log2(10)).isCloseTo(3.321928094887362, within(1e-15));
        assertThat(Arithmetic.log2(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Arithmetic.log2(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Arithmetic.log2(-2)).isNaN();
        assertThat(Arithmetic.log2(Double.NaN)).isNaN();
    }

    @Test
    void refusesTheWrongNumberOfArguments() {
        assertThatThrownBy(() -> Arithmetic.apply(Function.MIN, 1)).hasMessage("MIN takes 2 arguments");
        assertThatThrownBy(() -> Arithmetic.apply(Function.EXP, 1, 2)).hasMessage("EXP takes 1 argument");
    }
}

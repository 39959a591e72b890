package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {
    @Test
    void readingThePrintedTextGivesTheSameTree() {
        for (int seed = 0; seed < 3000; seed++) {
            RandomFormulas random = new RandomFormulas(seed, false);
            Expr expr = seed % 5 == 0 ? random.truth(1 + seed % 6) : random.number(1 + seed % 6);
            String text = Printer.print(expr);
            assertThat(parse(text)).as("seed " + seed + ": " + text).isEqualTo(expr);
        }
    }

    @Test
    void noParenthesisCanBeLeftOut() {
        for (int seed = 0; seed < 400; seed++) {
            Expr expr = new RandomFormulas(seed, true).number(4);
            String text = Printer.print(expr);
            for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
                boolean call = open > 0 && Character.isLetterOrDigit(text.charAt(open - 1));
                if (!call) {
                    int close = closing(text, open);
                    String without = text.substring(0, open) + " " + text.substring(open + 1, close) + " "
                            + text.substring(close + 1);
                    assertThat(Parser.parse(without, Place.startOf("x"), new Problems()))
                            .as("%s without parentheses at %d", text, open)
                            .isNotEqualTo(Optional.of(expr));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*T*(1 - b*T) - n*E*T",
                "-(a*b)",
                "-a*b",
                "(-a)^2",
                "-a^2",
                "2^-x",
                "(a^b)^c",
                "a^b^c",
                "a - (b - c)",
                "a/(b/c)",
                "a/(b*c)",
                "not (a < b and c < d)",
                "(a < b or c < d) and not e < f",
                "mu[i,j]*T[i - 1]",
                "if(time >= 3 and x < 2, a, b)",
                "sum(i, mu[i,j]*T[i])",
                "--a",
                "a - -b",
                "a*-b",
                "f(a)^2",
                "sum(i, T[i])^2"
            })
    void printsAsPeopleWrite(String text) {
        assertThat(Printer.print(parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "0.02, 0.02",
        "1e7, 1e7",
        "200000, 200000",
        "2e23, 2e23",
        "1.3e4, 13000",
        "3.422e-10, 3.422e-10",
        "1e-4, 0.0001",
        "1e-5, 1e-5",
        "12345678.5, 1.23456785e7",
        "0.1, 0.1",
        "-0.0, -0",
        "0, 0",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "4.9e-324, 5e-324",
        "-2.5, -2.5",
        "Infinity, Infinity",
        "NaN, NaN"
    })
    void writesShortNumbers(double value, String text) {
        assertThat(Printer.number(value)).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Printer.number(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void writesManyAsAChain() {
        Many sum = new Many(Fold.SUM, List.of(parse("a + b"), parse("c - d"), parse("e*f")));
        assertThat(Printer.print(sum)).isEqualTo("a + b + (c - d) + e*f");
        assertThat(Printer.print(new Many(Fold.PRODUCT, List.of(parse("a + b"), sum))))
                .isEqualTo("(a + b)*(a + b + (c - d) + e*f)");
        assertThat(Printer.print(new Many(Fold.PRODUCT, List.of()))).isEqualTo("1");
        assertThat(Printer.print(new Many(Fold.SUM, List.of()))).isEqualTo("0");
    }

    @Test
    void negativeNumbersBindAsNegations() {
        Expr.Binary power = new Expr.Binary(Expr.Operator.POWER, new Num(-2), Reference.to("n"));
        assertThat(Printer.print(power)).isEqualTo("(-2)^n");
        Expr.Binary zero = new Expr.Binary(Expr.Operator.POWER, new Num(-0.0), Reference.to("n"));
        assertThat(Printer.print(zero)).isEqualTo("(-0)^n");
        Expr.Binary none = new Expr.Binary(Expr.Operator.POWER, new Many(Fold.SUM, List.of()), Reference.to("n"));
        assertThat(Printer.print(none)).isEqualTo("0^n");
        Expr.Binary plain = new Expr.Binary(Expr.Operator.POWER, new Num(0), Reference.to("n"));
        assertThat(Printer.print(plain)).isEqualTo("0^n");
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; ; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
    }

    private static Expr parse(String text) {
        Problems problems = new Problems();
        return Parser.parse(text, Place.startOf("x"), problems)
                .orElseThrow(() -> new AssertionError(text + ": " + problems.sorted()));
    }
}

package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private static final Place PLACE = new Place("m.json", 3, 100, "/rates/T");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a - b - c|(a - b) - c",
                "a / b / c * d|((a/b)/c)*d",
                "a + b * c ^ d|a + (b*(c^d))",
                "a ^ b ^ c|a^(b^c)",
                "-a ^ b|-(a^b)",
                "2 ^ -a ^ b|2^(-(a^b))",
                "2 ^ -1 * c|(2^(-1))*c",
                "-a * b|(-a)*b",
                "a * -b / c|(a*(-b))/c",
                "a - - + b|a - (-b)",
                "a < b and not c == d or e >= f|((a < b) and (not (c == d))) or (e >= f)",
                "a < 1 or b < 1 and c < 1|(a < 1) or ((b < 1) and (c < 1))",
                "not a < b and c < d|(not (a < b)) and (c < d)",
                "not not a < b|not (not (a < b))",
                "(a < b) and (c < d)|a < b and c < d",
                "if(a > 1, mutation*T[i-1], 0)|if((a > 1), (mutation*(T[(i - 1)])), (0))",
                "min(a, b, c)|min(min(a, b), c)",
                "1e3 + .5 + 2. + 1.5E-3|((1000 + 0.5) + 2) + 0.0015",
                "  a +    b |a+b"
            })
    void bindsAsTheGrammarSays(String text, String grouped) {
        assertThat(parse(text)).isEqualTo(parse(grouped));
    }

    @Test
    void makesTheNodes() {
        assertThat(parse("mu[i,2]")).isEqualTo(new Reference("mu", List.of(Reference.to("i"), new Num(2)), 0));
        assertThat(parse("sum(i, T[i])"))
                .isEqualTo(new Over(Fold.SUM, "i", new Reference("T", List.of(Reference.to("i")), 0), 0));
        assertThat(parse("prod(i, x)")).isEqualTo(new Over(Fold.PRODUCT, "i", Reference.to("x"), 0));
        assertThat(parse("size(i)")).isEqualTo(new Apply("size", List.of(Reference.to("i")), 0));
        assertThat(parse("hill(drug.c, 2)"))
                .isEqualTo(new Apply("hill", List.of(Reference.to("drug.c"), new Num(2)), 0));
        assertThat(parse("pow(x, 2)")).isEqualTo(new Call(Function.POW, List.of(Reference.to("x"), new Num(2))));
        assertThat(parse("time")).isEqualTo(new Expr.Time());
        assertThat(parse("a-1")).isEqualTo(new Binary(Operator.SUBTRACT, Reference.to("a"), Num.ONE));
    }

    @Test
    void aNameKnowsItsOffset() {
        Binary sum = (Binary) parse(" a + bc[i]");
        assertThat(((Reference) sum.left()).at()).isEqualTo(1);
        assertThat(((Reference) sum.right()).at()).isEqualTo(5);
        assertThat(((Apply) parse("  f(x)")).at()).isEqualTo(2);
        assertThat(((Over) parse("sum(i, x)")).at()).isEqualTo(4);
    }

    @Test
    void functionNamesMayNameQuantities() {
        assertThat(parse("max*sum + log")).isEqualTo(parse("(max*sum) + log"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "bad-formulas.csv", delimiter = '|', quoteCharacter = '\u0001', numLinesToSkip = 1)
    void refusesWithPlaceAndHint(String text, int offset, String message) {
        Problems problems = new Problems();
        assertThat(Parser.parse(text == null ? "" : text, PLACE, problems)).isEmpty();
        Problem first = problems.sorted().get(0);
        assertThat(first.code()).isEqualTo("formula");
        assertThat(first).hasToString("m.json:3:" + (100 + offset) + ": error: /rates/T: " + message);
    }

    @Test
    void reportsSeveralErrorsAtOnce() {
        Problems problems = new Problems();
        assertThat(Parser.parse("exp(a, b) + (a < b) + sqrt()", PLACE, problems))
                .isEmpty();
        assertThat(problems.sorted())
                .extracting(Problem::found)
                .containsExactly(
                        "\"exp\" takes 1 argument, not 2",
                        "\"a < b\" is a truth value",
                        "\"sqrt\" takes 1 argument, not 0");
    }

    @Test
    void aFloodOfErrorsIsCut() {
        Problems problems = new Problems();
        assertThat(Parser.parse("exp() + ".repeat(100) + "1", PLACE, problems)).isEmpty();
        assertThat(problems.sorted()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "'(', ''",
        "'-', ''",
        "'exp(', ''",
        "'T[', ''",
        "'2^', ''",
        "'if(a<b,', ''",
        "'not ', ''",
        "'a+', a",
        "'a*', a"
    })
    void refusesDepthInsteadOfOverflowing(String piece, String end) {
        Problems problems = new Problems();
        assertThat(Parser.parse(piece.repeat(10_000) + end, PLACE, problems)).isEmpty();
        assertThat(problems.sorted().get(0).found()).isEqualTo("the formula is nested deeper than 200 operations");
        assertThat(problems.sorted().get(0).hint()).isEqualTo("split it into several definitions");
    }

    @Test
    void depthIsCountedWithinNotAlongside() {
        Problems problems = new Problems();
        assertThat(Parser.parse("(a)" + " + (a)".repeat(150), PLACE, problems)).isPresent();
        String nested = "f(".repeat(150) + "a" + ")".repeat(150);
        assertThat(Parser.parse(nested, PLACE, problems)).isPresent();
        assertThat(problems.sorted()).isEmpty();
        // the call of a function that holds a deep formula is deeper than the formula
        String sum = "a" + " + a".repeat(150);
        assertThat(Parser.parse("f(".repeat(100) + sum + ")".repeat(100), PLACE, problems))
                .isEmpty();
    }

    @Test
    void theDeepestSumIsOfTwoHundredTerms() {
        assertThat(Parser.parse("a" + " + a".repeat(199), PLACE, new Problems()))
                .isPresent();
        assertThat(Parser.parse("a" + " + a".repeat(200), PLACE, new Problems()))
                .isEmpty();
    }

    @Test
    void foldsDifferByTheirPartsOnly() {
        assertThat(parse("sum(i, a)"))
                .isEqualTo(parse(" sum(i, a)"))
                .hasSameHashCodeAs(parse(" sum(i, a)"))
                .isNotEqualTo(parse("sum(i, b)"))
                .isNotEqualTo(parse("sum(j, a)"))
                .isNotEqualTo(parse("prod(i, a)"));
    }

    @Test
    void theDeepestParenthesesAreTwoHundred() {
        assertThat(Parser.parse("(".repeat(199) + "a" + ")".repeat(199), PLACE, new Problems()))
                .isPresent();
        assertThat(Parser.parse("(".repeat(200) + "a" + ")".repeat(200), PLACE, new Problems()))
                .isEmpty();
    }

    @Test
    void refusesLength() {
        Problems problems = new Problems();
        assertThat(Parser.parse(" ".repeat(200_001), PLACE, problems)).isEmpty();
        assertThat(problems.sorted().get(0).found()).isEqualTo("the formula is longer than 200000 characters");
    }

    @Test
    void tellsNumbersFromConditions() {
        Problems problems = new Problems();
        assertThat(Parser.number("a + 1", PLACE, problems)).contains(new Formula(parse("a + 1"), PLACE));
        assertThat(Parser.condition("a > 1", PLACE, problems)).contains(new Formula(parse("a > 1"), PLACE));
        assertThat(problems.sorted()).isEmpty();
        assertThat(Parser.number("a > 1", PLACE, problems)).isEmpty();
        assertThat(Parser.condition("a + 1", PLACE, problems)).isEmpty();
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "m.json:3:100: error: /rates/T: the formula is a truth value; expected a number"
                                + " (write \"if(a > 1, 1, 0)\")",
                        "m.json:3:100: error: /rates/T: the formula is a number; expected a condition such as \"T > 1e6\"");
    }

    private static Expr parse(String text) {
        Problems problems = new Problems();
        return Parser.parse(text, PLACE, problems).orElseThrow(() -> new AssertionError(problems.sorted()));
    }
}

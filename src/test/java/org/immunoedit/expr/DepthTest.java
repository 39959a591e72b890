package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deepest formulas that the parser lets through, in a thread with a small stack. */
class DepthTest {
    private static final long SMALL_STACK = 512 * 1024;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "x + |x|",
                "x*|x|",
                "x - |x|",
                "x/|x|",
                "(|x|)",
                "-|x|",
                "exp(|x|)",
                "tanh(|x|)",
                "x^|x|",
                "if(x < 1, |x|, 2)",
                "if(x < 2, 1, |x|)",
                "max(1, |x|)",
                "if(|x| > 1, 1, 2)",
                "(1 + |x|)",
                "(x*|x|)",
                "(x/(1 + |x|))",
                "if(not not |x < 1|, 1, 2)"
            })
    void everyOperationFitsIntoASmallStack(String open, String inner, String close) throws InterruptedException {
        Expr formula = deepest(open, inner, close == null ? "" : close);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> useAll(formula), "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    /** The formula with the largest number of repetitions that the parser accepts. */
    private static Expr deepest(String open, String inner, String close) {
        Optional<Expr> accepted = Optional.empty();
        for (int operations = 1; accepted.isEmpty(); operations++) {
            int n = (Parser.DEEPEST - 3) / operations;
            accepted = parse(open.repeat(n) + inner + close.repeat(n));
        }
        return accepted.orElseThrow();
    }

    private static Optional<Expr> parse(String text) {
        return Parser.parse(text, Place.startOf("deep"), new Problems());
    }

    private static void useAll(Expr formula) {
        String text = Printer.print(formula);
        assertThat(parse(text).orElseThrow().hashCode()).isEqualTo(formula.hashCode());
        assertThat(formula.equals(parse(text).orElseThrow())).isTrue();
        Simplifier.simplify(formula);
        assertThat(References.in(formula).names()).containsExactly("x");
        Dimensions.Scope scope = new Dimensions.Scope(name -> Optional.of(Unit.ONE), Unit.ONE);
        Dimensions.check(formula, Optional.of(Unit.ONE), scope, Place.startOf("deep"), new Problems());
        Evaluator.value(formula, 0, name -> 0.5);
        Expr derivative = Derivative.of(formula, name -> Num.ONE, Num.ZERO);
        Evaluator.value(Simplifier.simplify(derivative), 0, name -> 0.5);
    }
}

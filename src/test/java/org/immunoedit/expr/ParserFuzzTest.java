package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;
import org.junit.jupiter.api.Test;

/** Any text is either read or refused with a located error; nothing is thrown. */
class ParserFuzzTest {
    private static final Place PLACE = new Place("f", 1, 1, "");
    private static final List<String> PIECES = List.of(
            "a",
            "T",
            "time",
            "if",
            "sum",
            "exp",
            "max",
            "log",
            "and",
            "or",
            "not",
            "(",
            ")",
            "[",
            "]",
            ",",
            "+",
            "-",
            "*",
            "/",
            "^",
            "<",
            "<=",
            "==",
            "!=",
            "1",
            "2.5",
            "1e5",
            ".",
            " ",
            "\t",
            "=",
            "&&",
            "\u03b1",
            "\ud83d\ude00",
            "\"",
            "i",
            "size");
    private static final List<String> UNIT_PIECES = List.of(
            "mg", "cell", "d", "1", "2e3", "/", "*", ".", " ", "(", ")", "^", "-", "%", "[", "]", "\u00b5", "\u00b2",
            "x", "10*6", "NaN", "+", "e");

    @Test
    void formulasAndKeys() {
        SplittableRandom random = new SplittableRandom(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = text(random, PIECES);
            Problems problems = new Problems();
            Optional<Expr> expr = Parser.parse(text, PLACE, problems);
            assertThat(expr.isPresent()).as(text).isEqualTo(problems.sorted().isEmpty());
            problems.sorted()
                    .forEach(p -> assertThat(p.place().column()).as(text).isBetween(1, text.length() + 1));
            if (expr.isPresent()) {
                read++;
                assertThat(Parser.parse(Printer.print(expr.get()), PLACE, problems))
                        .as(text)
                        .isEqualTo(expr);
            }
            KeyParser.parseTarget(text, PLACE, new Problems());
            KeyParser.parseSignature(text, PLACE, new Problems());
        }
        assertThat(read).isGreaterThan(300);
    }

    @Test
    void unitsAndQuantities() {
        SplittableRandom random = new SplittableRandom(8);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = text(random, UNIT_PIECES);
            Problems problems = new Problems();
            Optional<Unit> unit = Unit.parse(text, PLACE, problems);
            assertThat(unit.isPresent()).as(text).isEqualTo(problems.sorted().isEmpty());
            problems.sorted()
                    .forEach(p -> assertThat(p.place().column()).as(text).isBetween(1, text.length() + 1));
            read += unit.isPresent() ? 1 : 0;
            Problems others = new Problems();
            assertThat(Quantity.parse(text, PLACE, others).isPresent())
                    .as(text)
                    .isEqualTo(others.sorted().isEmpty());
        }
        assertThat(read).isGreaterThan(300);
    }

    private static String text(SplittableRandom random, List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}

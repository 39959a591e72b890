package org.immunoedit.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyParserTest {
    private static final Place PLACE = new Place("m.json", 1, 10, "");

    @Test
    void readsTargets() {
        Reference i = Reference.to("i");
        assertThat(target("T")).isEqualTo(Reference.to("T"));
        assertThat(target("T[i]")).isEqualTo(new Reference("T", List.of(i), 0));
        assertThat(target("T[2]")).isEqualTo(new Reference("T", List.of(new Num(2)), 0));
        assertThat(target("mu[i, j]")).isEqualTo(new Reference("mu", List.of(i, Reference.to("j")), 0));
        assertThat(target("pembrolizumab.CL")).isEqualTo(Reference.to("pembrolizumab.CL"));
    }

    @Test
    void readsSignatures() {
        assertThat(KeyParser.parseSignature("hill(x, k, n)", PLACE, new Problems()))
                .contains(new Signature("hill", List.of("x", "k", "n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|10|the name is missing; expected a name such as \"T\" or \"T[i]\"",
                "2T|10|\"2T\" is neither a number nor a name (write a product as \"2*T\")",
                "T[0]|12|\"0\" is not an index; expected the name of an index or 1, 2, …",
                "T[1.5]|12|\"1.5\" is not an index; expected the name of an index or 1, 2, …",
                "T[i-1]|13|unexpected \"-\"; expected \"]\"",
                "T[i|11|\"[\" is not closed; expected \"]\"",
                "T[i,j,k]|11|\"T\" has 3 indices; expected one or two",
                "T x|12|unexpected \"x\"; expected a name such as \"T\" or \"T[i]\"",
                "time|10|\"time\" is a word of the formula language; expected another name",
                "+|10|unexpected \"+\"; expected a name such as \"T\" or \"T[i]\"",
            })
    void refusesTargets(String key, int column, String message) {
        Problems problems = new Problems();
        assertThat(KeyParser.parseTarget(key, PLACE, problems)).isEmpty();
        assertThat(problems.sorted().get(0)).hasToString("m.json:1:" + column + ": error: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hill|14|\"hill\" has no arguments; expected a name with arguments such as \"hill(x, k, n)\"",
                "f()|12|unexpected \")\"; expected the name of an argument",
                "f(x, x)|15|\"x\" is there twice; expected another name",
                "exp(x)|10|\"exp\" is built in; expected another name",
                "log(x)|10|\"log\" is built in; expected another name",
                "sum(x)|10|\"sum\" is built in; expected another name",
                "f(x) y|15|unexpected \"y\"; expected a name with arguments such as \"hill(x, k, n)\"",
                "f(2)|12|unexpected \"2\"; expected the name of an argument",
            })
    void refusesSignatures(String key, int column, String message) {
        Problems problems = new Problems();
        assertThat(KeyParser.parseSignature(key, PLACE, problems)).isEmpty();
        assertThat(problems.sorted().get(0)).hasToString("m.json:1:" + column + ": error: " + message);
    }

    private static Reference target(String key) {
        return KeyParser.parseTarget(key, PLACE, new Problems()).orElseThrow();
    }
}

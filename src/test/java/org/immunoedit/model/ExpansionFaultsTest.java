package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One sketch per fault, with the exact text of what is said about it. */
class ExpansionFaultsTest {
    /** Two lines: state x on 1, rate on 2. */
    private static Sketch x() {
        return Sketch.in("d").state("x", "1", "1").rate("x", "0");
    }

    /** Lines 1 to 3: family T, parameter k, rate. */
    private static Sketch family() {
        return Sketch.in("d")
                .index("i", 3)
                .state("T[i]", "1", "1")
                .parameter("k", "1/d", "1")
                .rate("T[i]", "0");
    }

    private static Arguments fault(Sketch sketch, String... lines) {
        return Arguments.of(sketch, List.of(lines));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                fault(
                        x().definition("a", "x + yy"),
                        "m.json:3:24: error: /definitions/a: \"yy\" is not known; expected one of x, a"),
                fault(
                        x().definition("a", "x(2) + size(q)"),
                        "m.json:3:20: error: /definitions/a: \"x\" is not a function",
                        "m.json:3:32: error: /definitions/a: \"q\" is not an index"),
                fault(
                        x().parameter("exp", "1", "1"),
                        "m.json:3:5: error: /parameters/exp: " + "\"exp\" is a word of the formula language"
                                + "; expected another name"),
                fault(
                        x().definition("x", "1"),
                        "m.json:3:5: error: /definitions/x: \"x\" is already a state; expected another name"),
                fault(
                        x().parameter("k", "1", "1").parameter("k", "1", "1"),
                        "m.json:4:5: error: /parameters/k: " + "parameter k is declared twice"
                                + "; expected another name"),
                fault(
                        x().function("f(y)", "y").observable("f", "1", "1"),
                        "m.json:4:5: error: /observables/f: " + "\"f\" is already a function"
                                + "; expected another name"),
                fault(
                        family().parameter("i", "1", "1"),
                        "m.json:4:5: error: /parameters/i: \"i\" is already an index; expected another name"),
                fault(
                        x().observable("o", "x", "1").definition("a", "2*o"),
                        "m.json:4:22: error: /definitions/a: " + "\"o\" is an observable, which cannot be used here"
                                + "; expected states, parameters, definitions only"),
                fault(
                        x().function("f(y, z)", "y").definition("a", "f + 1"),
                        "m.json:4:20: error: /definitions/a: \"f\" is a function; expected f(y, z)"),
                fault(
                        x().ownAgent("cells", "y"),
                        "m.json:3:5: error: /agents/cells: " + "\"y\" is not known"
                                + "; expected one of x (did you mean \"x\"?)"));
    }

    static Stream<Arguments> rates() {
        return Stream.of(
                fault(
                        x().state("y", "1", "1"),
                        "m.json:3:5: error: /states/y: " + "state y has no rate"
                                + "; expected an entry \"y\" in rates"),
                fault(
                        x().rate("y", "1"),
                        "m.json:3:5: error: /rates/y: " + "\"y\" is not known"
                                + "; expected one of x (did you mean \"x\"?)"),
                fault(
                        x().parameter("k", "1", "1").rate("k", "1"),
                        "m.json:4:5: error: /rates/k: a rate for k, which is a parameter; expected a state"),
                fault(
                        x().rate("x", "1"),
                        "m.json:3:5: error: /rates/x: " + "x has two rates" + "; expected one of them"),
                fault(
                        family().rate("T[2]", "0"),
                        "m.json:4:5: error: /rates/T[2]: T[2] has two rates; expected one of them"),
                fault(
                        family().rate("T[4]", "0"),
                        "m.json:4:5: error: /rates/T[4]: " + "a rate for T[4], which does not exist"
                                + "; expected 3 members of T[i]"),
                fault(
                        family().rate("T", "0"),
                        "m.json:4:5: error: /rates/T: " + "the rate of T is not written as the state is declared"
                                + "; expected T[i]"));
    }

    static Stream<Arguments> indices() {
        return Stream.of(
                fault(
                        family().definition("a[i]", "T[i-1]"),
                        "m.json:4:20: error: /definitions/a[i]: T[0] does not exist; expected T[1] to T[3]"),
                fault(
                        family().definition("a", "T + 1"),
                        "m.json:4:20: error: /definitions/a: \"T\" is a family; expected T[i]"),
                fault(
                        family().definition("a", "T[i]"),
                        "m.json:4:22: error: /definitions/a: " + "index i has no value here"
                                + "; expected it inside sum(i, …) or in the formula of a target such as T[i]"),
                fault(
                        family().definition("a", "k[1]"),
                        "m.json:4:20: error: /definitions/a: \"k\" has no index; expected k"),
                fault(
                        family().definition("a", "T[k]"),
                        "m.json:4:20: error: /definitions/a: " + "an index of \"T\" is not known before the run"
                                + "; expected a whole number made of indices and numbers"),
                fault(
                        family().definition("a", "T[1.5]"),
                        "m.json:4:20: error: /definitions/a: " + "an index of \"T\" is 1.5"
                                + "; expected a whole number made of indices and numbers"),
                fault(
                        family().definition("a", "sum(j, 1)"),
                        "m.json:4:24: error: /definitions/a: " + "\"j\" is not an index"
                                + "; expected one of i (did you mean \"i\"?)"),
                fault(
                        family().definition("a[j]", "1"),
                        "m.json:4:5: error: /definitions/a[j]: "
                                + "the target of a formula has an index that is not known"
                                + "; expected a whole number from 1, or one of i"),
                fault(
                        family().parameter("a[i,i]", "1", "1"),
                        "m.json:4:5: error: /parameters/a[i,i]: " + "index i stands twice in one target"
                                + "; expected two different indices (declare a second index of the same size)"),
                fault(
                        Sketch.in("d").index("i", 0).state("x", "1", "0").rate("x", "0"),
                        "m.json:1:1: error: /indices/i: index i has 0 members; expected at least 1"));
    }

    static Stream<Arguments> circles() {
        return Stream.of(
                fault(
                        x().definition("a", "b + 1").definition("b", "2*a"),
                        "m.json:3:20: error: /definitions/a: " + "a depends on itself: a -> b -> a"
                                + "; expected definitions without a circle"),
                fault(
                        x().definition("z", "b").definition("b", "c").definition("c", "b"),
                        "m.json:4:20: error: /definitions/b: " + "b depends on itself: b -> c -> b"
                                + "; expected definitions without a circle"),
                fault(
                        x().observable("a", "a", "1"),
                        "m.json:3:20: error: /observables/a: " + "a depends on itself: a -> a"
                                + "; expected definitions without a circle"),
                fault(
                        x().observable("p", "q", "1").observable("q", "r", "1").observable("r", "q", "1"),
                        "m.json:4:20: error: /observables/q: " + "q depends on itself: q -> r -> q"
                                + "; expected definitions without a circle"),
                fault(
                        x().function("f(y)", "g(y)").function("g(y)", "f(y)").definition("a", "f(x)"),
                        "m.json:3:20: error: /functions/f(y): " + "function f applies itself: f -> g -> f"
                                + "; expected functions without recursion"));
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                fault(
                        family().function("f(y)", "sum(q, y)"),
                        "m.json:4:24: error: /functions/f(y): \"q\" is not an index; expected one of i"),
                fault(
                        family().function("g(i)", "i").function("h(exp)", "1"),
                        "m.json:4:20: error: /functions/g(i): argument \"i\" of g is an index; expected another name",
                        "m.json:5:20: error: /functions/h(exp): "
                                + "argument \"exp\" of h is a word of the formula language; expected another name"),
                fault(
                        x().function("f(y)", "y").definition("a", "f(x, 1)"),
                        "m.json:4:20: error: /definitions/a: f has 2 arguments; expected 1: f(y)"),
                fault(
                        x().function("f(y)", "y + zz"),
                        "m.json:3:24: error: /functions/f(y): \"zz\" is not known; expected one of y, x, f"),
                fault(
                        x().function("f(y)", "y + zz").definition("a", "f(x) + f(2)"),
                        "m.json:3:24: error: /functions/f(y): " + "\"zz\" is not known"
                                + "; expected one of y, x, f, a"),
                fault(
                        x().function("f(y)", "y").definition("a", "ff(x)"),
                        "m.json:4:20: error: /definitions/a: " + "\"ff\" is not a function"
                                + "; expected one of f (did you mean \"f\"?)"),
                fault(
                        family().function("f(n)", "T[n]").definition("a", "2 + f(7)"),
                        "m.json:5:24: error: /definitions/a: T[7] does not exist; expected T[1] to T[3]"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                fault(
                        family().parameter("a[i]", "1", "[1, 2]"),
                        "m.json:4:20: error: /parameters/a[i]: " + "2 values for the 3 members of a[i]"
                                + "; expected 3 values, or one number for all"),
                fault(
                        family().parameter("a", "1", "[1, 2]"),
                        "m.json:4:20: error: /parameters/a: " + "a list of 2 values for the single value a"
                                + "; expected a number"),
                fault(
                        x().parameter("a", "mg", "2 mL"),
                        "m.json:3:20: error: /parameters/a: " + "\"mL\" does not measure the same as \"mg\""
                                + "; expected a quantity in mg"),
                fault(
                        Sketch.in("d").state("x", "cell", "-1").rate("x", "0"),
                        "m.json:1:20: error: /states/x: " + "x starts at -1 cell"
                                + "; expected 0 or more, or \"signed\": true on the state"),
                fault(
                        Sketch.in("d")
                                .state("x", "cell", "k")
                                .parameter("k", "cell", "-2")
                                .rate("x", "0"),
                        "m.json:1:20: error: /states/x: " + "x starts at -2 cell"
                                + "; expected 0 or more, or \"signed\": true on the state"),
                fault(
                        x().definition("c", "2*x").state("y", "1", "c + 1").rate("y", "0"),
                        "m.json:4:20: error: /states/y: " + "a start depends on the state x: c -> x"
                                + "; expected a formula of parameters"),
                fault(
                        x().state("y", "1", "time").rate("y", "0"),
                        "m.json:3:20: error: /states/y: " + "a start depends on the time"
                                + "; expected a formula of parameters"));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                fault(
                        x().event("x > zz", "x", "0"),
                        "m.json:3:24: error: /events/3: \"zz\" is not known; expected one of x"),
                fault(
                        x().event("x > 1", "z", "0"),
                        "m.json:3:5: error: /events/3/set: " + "\"z\" is not known"
                                + "; expected one of x (did you mean \"x\"?)"),
                fault(
                        x().definition("a", "x").event("x > 1", "a", "0"),
                        "m.json:4:5: error: /events/4/set: " + "\"a\" is a definition, which no event can set"
                                + "; expected a state or a parameter"),
                fault(
                        family().event("k > 1", "T", "0"),
                        "m.json:4:5: error: /events/4/set: \"T\" is a family; expected T[i]"),
                fault(
                        family().event("k > 1", "T[5]", "0"),
                        "m.json:4:5: error: /events/4/set: T[5] does not exist; expected 3 members of T[i]"));
    }

    @ParameterizedTest
    @MethodSource({"names", "rates", "indices", "circles", "functions", "values", "events"})
    void saysWhatIsWrong(Sketch sketch, List<String> lines) {
        assertThat(Expanded.faults(sketch)).containsExactlyElementsOf(lines);
    }

    @Test
    void longListsOfNamesAreNotShown() {
        Sketch sketch = x();
        for (int k = 0; k < 12; k++) {
            sketch.parameter("p" + k, "1", "1");
        }
        assertThat(Expanded.faults(sketch.definition("a", "qqqqq")))
                .containsExactly("m.json:15:20: error: /definitions/a: \"qqqqq\" is not known");
    }

    private static Options options(Setting parameter, Setting initial) {
        return new Options(
                Map.of(),
                parameter == null ? List.of() : List.of(parameter),
                initial == null ? List.of() : List.of(initial),
                List.of(),
                Set.of(),
                Place.startOf("s.json"));
    }

    @Test
    void settingsAreChecked() {
        Model model = family().definition("c", "k").model();
        assertThat(Expanded.faults(model, options(Sketch.setting("kk", "1"), Sketch.setting("T[4]", "1"))))
                .containsExactly(
                        "s.json:1:20: error: /kk: " + "\"kk\" is not a parameter of the model"
                                + "; expected one of k (did you mean \"k\"?)",
                        "s.json:1:20: error: /T[4]: T[4] does not exist; expected 3 members of T[i]");
        assertThat(Expanded.faults(model, options(Sketch.setting("c", "1"), Sketch.setting("T", "-1"))))
                .containsExactly(
                        "s.json:1:20: error: /c: " + "\"c\" is a definition, not a parameter of the model"
                                + "; expected one of k (did you mean \"k\"?)",
                        "s.json:1:20: error: /T: " + "T[1] starts at -1 1"
                                + "; expected 0 or more, or \"signed\": true on the state");
        assertThat(Expanded.faults(model, options(Sketch.setting("k", "1 mL"), Sketch.setting("T[1,2]", "1"))))
                .containsExactly(
                        "s.json:1:20: error: /k: " + "\"mL\" does not measure the same as \"1/d\""
                                + "; expected a quantity in 1/d",
                        "s.json:1:20: error: /T[1,2]: \"T\" is written T[i]; expected as many indices");
    }

    @Test
    void unknownIndicesOfTheScenario() {
        Options options =
                new Options(Map.of("j", 2), List.of(), List.of(), List.of(), Set.of(), Place.startOf("s.json"));
        assertThat(Expanded.faults(family().model(), options))
                .containsExactly("s.json:1:1: error: /indices/j: " + "\"j\" is not an index of the model"
                        + "; expected one of i (did you mean \"i\"?)");
    }

    @Test
    void formulasThatExplodeAreRefused() {
        Sketch sketch = x().function("f0(y)", "y*y");
        for (int k = 1; k <= 40; k++) {
            sketch.function("f" + k + "(y)", "f" + (k - 1) + "(f" + (k - 1) + "(y))");
        }
        assertThat(Expanded.faults(sketch.definition("a", "f40(x)")))
                .containsExactly("m.json:44:20: error: /definitions/a: "
                        + "the formula grows beyond 1000000 terms or 1000 levels "
                        + "when its functions and sums are written out"
                        + "; expected a smaller formula");
    }

    @Test
    void allFaultsInOneGo() {
        assertThat(Expanded.faults(family().definition("a", "zzz")
                        .definition("b", "T[9]")
                        .rate("q", "1")
                        .parameter("sum", "1", "1")))
                .hasSize(4);
    }

    /** A formula from the command line has no columns; both names are told all the same. */
    @Test
    void faultsWithoutColumnsAreToldApart() {
        Place override = new Place("--set definitions.a", 0, 0, "");
        Model model = x().definition("a", "0").model();
        Definition a = model.definitions().get(0);
        Definition changed =
                new Definition(a.target(), Sketch.formula("pp + qq + pp", override), a.unit(), "", override);
        Model other = new Model(
                model.name(),
                "",
                Source.NONE,
                model.time(),
                false,
                "",
                Map.of(),
                model.states(),
                List.of(),
                List.of(),
                List.of(changed),
                model.rates(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                model.place());
        assertThat(Expanded.faults(other, Sketch.options()))
                .containsExactly(
                        "--set definitions.a: error: \"pp\" is not known; expected one of x, a",
                        "--set definitions.a: error: \"qq\" is not known; expected one of x, a");
    }

    @Test
    void sumsWithoutEndAreRefused() {
        Sketch sketch = Sketch.in("d")
                .index("i", Integer.MAX_VALUE)
                .state("x", "1", "1")
                .rate("x", "sum(i, i*i)");
        assertThat(Expanded.faults(sketch))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("m.json:2:20: error: /rates/x: the formula grows beyond 1000000 terms");
    }

    @Test
    void hugeAndEmptyFamiliesAreRefused() {
        Sketch huge = Sketch.in("d").index("i", 5000).index("j", 5000).parameter("a[i,j]", "1", "1");
        assertThat(Expanded.faults(huge))
                .containsExactly("m.json:1:5: error: /parameters/a[i,j]: a family of more than 10000000 members; "
                        + "expected fewer members");
        assertThat(Expanded.faults(Sketch.in("d").index("i", 0).parameter("a[i]", "1", "[]")))
                .contains("m.json:1:1: error: /indices/i: index i has 0 members; expected at least 1");
    }
}

package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static Sketch clones() {
        return Sketch.in("d")
                .index("i", 3)
                .state("T[i]", "cell", "[1, 2, 3]")
                .parameter("a[i]", "1/d", "[0.1, 0.2, 0.3]")
                .parameter("u", "1/d", "0.01")
                .rate("T[i]", "a[i]*T[i] + if(i > 1, u*T[i-1], 0)");
    }

    @Test
    void makesMembersOfFamilies() {
        Expanded expanded = Expanded.of(clones());
        assertThat(expanded.states()).containsExactly("T[1] = 1", "T[2] = 2", "T[3] = 3");
        assertThat(expanded.parameters())
                .containsExactly("a[1] = 0.1 1/d", "a[2] = 0.2 1/d", "a[3] = 0.3 1/d", "u = 0.01 1/d");
        assertThat(expanded.equations().time()).isEqualTo("d");
    }

    @Test
    void neverLooksAtABranchThatIndicesExclude() {
        Expanded expanded = Expanded.of(clones());
        assertThat(expanded.rate("T[1]")).isEqualTo("a[1]*T[1] + 0");
        assertThat(expanded.rate("T[3]")).isEqualTo("a[3]*T[3] + u*T[2]");
    }

    @Test
    void foldsHalfKnownConditions() {
        Sketch sketch = clones().definition("d[i]", "if(i > 1 and T[i-1] > 5, 1, 0)")
                .definition("e[i]", "if(i == 1 or T[i-1] > 5, 1, 0)");
        assertThat(Expanded.of(sketch).definitions())
                .containsExactly(
                        "d[1] = 0",
                        "d[2] = if(T[1] > 5, 1, 0)",
                        "d[3] = if(T[2] > 5, 1, 0)",
                        "e[1] = 1",
                        "e[2] = if(T[1] > 5, 1, 0)",
                        "e[3] = if(T[2] > 5, 1, 0)");
    }

    @Test
    void sumsOverMembersStayLinear() {
        Sketch sketch =
                clones().definition("all", "sum(i, T[i])").definition("mean", "prod(i, T[i])/size(i) + sum(i, i)");
        List<Expr> members = List.of(Reference.to("T[1]"), Reference.to("T[2]"), Reference.to("T[3]"));
        assertThat(Expanded.of(sketch).equations().definitions().get(0).is()).isEqualTo(new Many(Fold.SUM, members));
        Sketch unchecked = clones().unchecked().definition("mean", "size(i)");
        assertThat(Expanded.of(unchecked).definitions()).containsExactly("mean = 3");
    }

    @Test
    void twoIndicesRunRowByRow() {
        Sketch sketch = Sketch.in("d")
                .index("i", 2)
                .index("j", 3)
                .state("x", "1", "0")
                .parameter("mu[i,j]", "1/d", "[[1, 2, 3], [4, 5, 6]]")
                .rate("x", "sum(i, sum(j, mu[i,j]))*size(j) + mu[2,1]");
        Expanded expanded = Expanded.of(sketch);
        assertThat(expanded.parameters())
                .containsExactly(
                        "mu[1,1] = 1 1/d",
                        "mu[1,2] = 2 1/d",
                        "mu[1,3] = 3 1/d",
                        "mu[2,1] = 4 1/d",
                        "mu[2,2] = 5 1/d",
                        "mu[2,3] = 6 1/d");
        assertThat(expanded.rate("x")).endsWith("*3 + mu[2,1]");
    }

    @Test
    void sizesComeFromTheScenario() {
        Options options = new Options(
                Map.of("i", 2),
                List.of(Sketch.setting("a", "[1, 2]")),
                List.of(Sketch.setting("T", "7")),
                List.of(),
                Set.of(),
                Place.startOf("s.json"));
        Sketch scalar = Sketch.in("d")
                .index("i", 3)
                .state("T[i]", "cell", "1")
                .parameter("a[i]", "1/d", "0.1")
                .rate("T[i]", "a[i]*T[i]");
        Expanded expanded = Expanded.of(scalar.model(), options);
        assertThat(expanded.states()).containsExactly("T[1] = 7", "T[2] = 7");
        assertThat(expanded.parameters()).containsExactly("a[1] = 1 1/d", "a[2] = 2 1/d");
    }

    @Test
    void specificSettingsWinWhateverTheirOrder() {
        Options options = new Options(
                Map.of(),
                List.of(Sketch.setting("a[2]", "9"), Sketch.setting("a", "1")),
                List.of(Sketch.setting("T[3]", "2 kg")),
                List.of(),
                Set.of(),
                Place.startOf("s.json"));
        Sketch sketch = Sketch.in("d")
                .index("i", 3)
                .state("T[i]", "g", "1")
                .parameter("a[i]", "1/h", "1 1/d")
                .rate("T[i]", "0");
        Expanded expanded = Expanded.of(sketch.model(), options);
        assertThat(expanded.parameters()).containsExactly("a[1] = 1 1/h", "a[2] = 9 1/h", "a[3] = 1 1/h");
        assertThat(expanded.states()).containsExactly("T[1] = 1", "T[2] = 1", "T[3] = 2000");
        assertThat(Expanded.of(sketch).equations().parameters().get(0).value()).isEqualTo(1 / 24.0);
    }

    @Test
    void functionsArePutIn() {
        Sketch sketch = Sketch.in("d")
                .state("x", "cell", "1")
                .parameter("k", "cell", "5")
                .parameter("r", "cell/d", "2")
                .function("twice(y)", "2*hill(y, k, 2)")
                .function("hill(x, k, n)", "x^n/(k^n + x^n)")
                .rate("x", "r*twice(x + 1*x) - r*hill(k, x, 3)");
        assertThat(Expanded.of(sketch).rate("x"))
                .isEqualTo("r*(2*((x + 1*x)^2/(k^2 + (x + 1*x)^2))) - r*(k^3/(x^3 + k^3))");
    }

    @Test
    void functionsOfIndicesFold() {
        Sketch sketch = clones().function("before(k)", "if(k > 1, T[k-1], 0)").definition("b[i]", "before(i)");
        assertThat(Expanded.of(sketch).definitions()).containsExactly("b[1] = 0", "b[2] = T[1]", "b[3] = T[2]");
    }

    @Test
    void definitionsAreSorted() {
        Sketch sketch = Sketch.in("d")
                .state("x", "1", "1")
                .definition("a", "b + c")
                .definition("b", "c*x")
                .definition("c", "x")
                .rate("x", "0");
        assertThat(Expanded.of(sketch).definitions()).containsExactly("c = x", "b = c*x", "a = b + c");
    }

    @Test
    void observablesKeepTheirOrder() {
        Sketch sketch = Sketch.in("d")
                .state("x", "1", "1")
                .observable("first", "second + third + 1", "1")
                .observable("second", "2*third", "1")
                .observable("third", "x", "1")
                .observable("last", "first", "1")
                .rate("x", "0");
        assertThat(Expanded.of(sketch).observables())
                .containsExactly("first = 2*x + x + 1", "second = 2*x", "third = x", "last = first");
    }

    @Test
    void startsUseParametersThroughDefinitions() {
        Sketch sketch = Sketch.in("d")
                .index("i", 2)
                .state("x", "cell", "dormant")
                .state("y[i]", "cell", "s/(d*i)")
                .parameter("s", "cell/d", "10")
                .parameter("d", "1/d", "2")
                .definition("dormant", "s/d", "cell")
                .rate("x", "0")
                .rate("y[i]", "0");
        assertThat(Expanded.of(sketch).states()).containsExactly("x = s/d", "y[1] = s/(d*1)", "y[2] = s/(d*2)");
    }

    @Test
    void infusionsAddAnInput() {
        Sketch sketch = Sketch.in("d")
                .state("x", "mg", "0")
                .state("y", "mg", "0")
                .rate("x", "0")
                .rate("y", "0");
        Expanded expanded = Expanded.of(sketch.model(), Sketch.options().withInfused(Set.of("x")));
        assertThat(expanded.equations().rates().get(0))
                .hasToString(
                        "Binary[operator=ADD, left=Num[value=0.0], right=Reference[name=input(x), indices=[], at=-1]]");
        assertThat(expanded.equations().parameters())
                .extracting("name", "value", "unit")
                .containsExactly(tuple("input(x)", 0.0, "mg/d"));
    }

    @Test
    void extinctionComesFirst() {
        Sketch sketch = Sketch.in("d")
                .index("i", 2)
                .state("T[i]", "cell", "5", false, OptionalDouble.of(1))
                .parameter("dose", "cell", "3")
                .observable("all", "sum(i, T[i])", "cell")
                .event("all < 2", "dose", "2*dose")
                .rate("T[i]", "0");
        Options options = new Options(
                Map.of(),
                List.of(),
                List.of(),
                List.of(Sketch.happens("s.json", "time > 3", "T[i]", "T[i] + i*dose", 1)),
                Set.of(),
                Place.startOf("s.json"));
        assertThat(Expanded.of(sketch.model(), options).events())
                .containsExactly(
                        "T[1] < 1: T[1] = 0 extinction of T[1]",
                        "T[2] < 1: T[2] = 0 extinction of T[2]",
                        "all < 2: dose = 2*dose",
                        "time > 3: T[1] = T[1] + 1*dose T[2] = T[2] + 2*dose");
    }

    @Test
    void hooksWithoutCompositionAreZero() {
        Sketch sketch = Sketch.in("d").state("x", "1", "1").hook("pd1", "1").rate("x", "0*pd1/time");
        assertThat(Expanded.of(sketch).definitions()).containsExactly("pd1 = 0");
    }

    @Test
    void statesAreKnownBeforehand() {
        assertThat(Expansion.states(clones().model(), Sketch.options()).keySet())
                .containsExactly("T[1]", "T[2]", "T[3]");
    }

    @Test
    void findsTheSlotOfAParameter() {
        Equations equations = Expanded.of(clones()).equations();
        assertThat(equations.slot("a[2]")).hasValue(1);
        assertThat(equations.slot("T[2]")).isEmpty();
    }

    @Test
    void reportsNothingTwiceAndEmptyOnlyOnErrors() {
        Problems problems = new Problems();
        assertThat(Expansion.expand(clones().rate("T[2]", "zz").model(), Sketch.options(), problems))
                .isEmpty();
        assertThat(Sketch.lines(problems)).hasSize(2);
    }

    /** The deepest formula that is accepted passes through all stages on a small stack. */
    @Test
    void deepFormulasFitIntoASmallStack() throws InterruptedException {
        Sketch sketch = Sketch.in("d")
                .state("x", "1", "1")
                .function("f(y)", "(".repeat(99) + "y" + " + 1)*2".repeat(99))
                .rate("x", "if(f(x) > 1, f(f(x)), 0)/time");
        AtomicReference<Switched> result = new AtomicReference<>();
        Thread thread = new Thread(
                null, () -> result.set(Switching.of(Expanded.of(sketch).equations())), "small stack", 512 * 1024);
        thread.start();
        thread.join();
        assertThat(result.get().atoms()).hasSize(1);
    }
}

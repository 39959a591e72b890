package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunoedit.expr.Printer;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;

class PruningTest {
    /** Drug c feeds p and back; complex b forms with t; t lives. */
    private static Sketch binding() {
        return Sketch.in("d")
                .unchecked()
                .state("t", "1", "5")
                .state("c", "1", "0")
                .state("p", "1", "0")
                .state("b", "1", "0", false, OptionalDouble.of(1))
                .parameter("k", "1", "2")
                .definition("on", "k*c*t")
                .definition("occupied", "b/(t + b)")
                .observable("total", "t + b + c", "1")
                .rate("t", "k - on + k*b - k*t*(1 - occupied)")
                .rate("c", "-on + k*b + k*(p - c)")
                .rate("p", "k*(c - p)")
                .rate("b", "on - k*b");
    }

    private static Pruned prune(Sketch sketch, String... inputs) {
        return Pruning.prune(Expanded.of(sketch).equations(), Set.of(inputs));
    }

    @Test
    void removesStatesThatFeedOnlyEachOther() {
        Pruned pruned = prune(binding());
        assertThat(pruned.zero()).containsExactly("c", "p", "b");
        assertThat(pruned.equations().states()).extracting("name").containsExactly("t");
        assertThat(pruned.equations().rates()).extracting(Printer::print).containsExactly("k - k*t");
        assertThat(Expanded.terms(pruned.equations().observables())).containsExactly("total = t");
        assertThat(pruned.equations().events()).isEmpty();
    }

    @Test
    void keepsWhatIsDosedAndAllItFeeds() {
        Pruned pruned = prune(binding(), "c");
        assertThat(pruned.zero()).isEmpty();
        assertThat(pruned.equations()).isEqualTo(Expanded.of(binding()).equations());
    }

    @Test
    void keepsWhatAnEventSets() {
        assertThat(prune(binding().event("t > 1", "p", "1")).zero()).isEmpty();
    }

    @Test
    void keepsWhatStartsOrIsFed() {
        Sketch sketch = Sketch.in("d")
                .unchecked()
                .parameter("zero", "1", "0")
                .state("x", "1", "zero")
                .state("y", "1", "0")
                .state("z", "1", "0")
                .rate("x", "0")
                .rate("y", "zero")
                .rate("z", "z*y");
        Pruned pruned = prune(sketch);
        assertThat(pruned.zero()).as("values of parameters play no part").containsExactly("z");
    }

    @Test
    void infusedStatesKeepTheirInput() {
        Equations equations = Expansion.expand(
                        binding().model(), Sketch.options().withInfused(Set.of("c")), new Problems())
                .orElseThrow();
        assertThat(Pruning.prune(equations, Set.of()).zero()).isEmpty();
    }

    @Test
    void clonesThatAreAbsentLeaveTheSum() {
        Sketch sketch = Sketch.in("d")
                .unchecked()
                .index("i", 4)
                .state("T[i]", "1", "[1, 0, 2, 0]")
                .rate("T[i]", "T[i]*(1 - sum(i, T[i]))");
        Pruned pruned = prune(sketch);
        assertThat(pruned.zero()).isEqualTo(List.of("T[2]", "T[4]"));
        assertThat(pruned.equations().rates().get(0).toString())
                .doesNotContain("T[2]")
                .contains("T[3]");
    }

    @Test
    void eventsSeeZeros() {
        Sketch sketch = binding().event("t + b > 9", "t", "t - c").event("time > 3", "k", "k + c");
        Pruned pruned = prune(sketch);
        assertThat(pruned.equations().events())
                .extracting(Expanded::text)
                .containsExactly("t > 9: t = t", "time > 3: k = k");
    }
}

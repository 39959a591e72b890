package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.immunoedit.expr.Printer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchingTest {
    private static Sketch sketch() {
        return Sketch.in("d")
                .unchecked()
                .state("x", "1", "1")
                .state("y", "1", "1")
                .parameter("k", "1", "2")
                .parameter("p", "1", "3");
    }

    private static Switched switched(Sketch sketch) {
        return Switching.of(Expanded.of(sketch).equations());
    }

    private static List<String> atoms(Switched switched) {
        return switched.atoms().stream()
                .map(a -> Printer.print(a.guard()) + " " + a.relation().symbol() + " 0" + (a.inRates() ? " rates" : "")
                        + (a.timeOnly() ? " time" : ""))
                .toList();
    }

    private static List<String> rates(Switched switched) {
        return switched.frozen().rates().stream().map(Printer::print).toList();
    }

    private static List<String> conditions(Switched switched) {
        return switched.eventConditions().stream().map(Printer::print).toList();
    }

    @Test
    void conditionsOfRatesBecomeAtoms() {
        Switched s =
                switched(sketch().rate("x", "if(x > k and not time < 3, 1, 2)").rate("y", "if(k > p, x, y)"));
        assertThat(atoms(s)).containsExactly("x - k > 0 rates", "time - 3 < 0 rates time");
        assertThat(s.frozen().rates().get(0).toString())
                .contains("switch(0)")
                .contains("switch(1)")
                .doesNotContain("Time");
        assertThat(rates(s).get(1)).isEqualTo("if(k > p, x, y)");
        assertThat(s.frozen().parameters()).extracting("name").containsExactly("k", "p", "switch(0)", "switch(1)");
        assertThat(s.live().rates())
                .isEqualTo(Expanded.of(sketch().rate("x", "if(x > k and not time < 3, 1, 2)")
                                .rate("y", "if(k > p, x, y)"))
                        .equations()
                        .rates());
    }

    @Test
    void equalAtomsAreShared() {
        Switched s = switched(sketch().rate("x", "if(x > k, 1, 2)")
                .rate("y", "if(x > k, 3, 4) + if(x >= k, 1, 0)")
                .event("x > k", "y", "0"));
        assertThat(atoms(s)).containsExactly("x - k > 0 rates", "x - k >= 0 rates");
        assertThat(s.eventConditions().get(0).toString()).contains("switch(0)");
    }

    @Test
    void definitionsOfRatesAreFrozenAndLiveOnesStay() {
        Switched s = switched(sketch().definition("phase", "if(time > 10, k, 1)")
                .definition("shown", "if(y > 5, 1, 0)")
                .observable("o", "if(x > 1, phase, shown)", "1")
                .rate("x", "phase*x")
                .rate("y", "0"));
        assertThat(atoms(s)).containsExactly("time - 10 > 0 rates time");
        assertThat(Expanded.terms(s.frozen().definitions()).get(0)).contains("switch(0)");
        assertThat(Expanded.terms(s.frozen().definitions()).get(1)).isEqualTo("shown = if(y > 5, 1, 0)");
        assertThat(Expanded.terms(s.live().definitions()))
                .containsExactly("phase = if(time > 10, k, 1)", "shown = if(y > 5, 1, 0)");
        assertThat(Expanded.terms(s.frozen().observables())).containsExactly("o = if(x > 1, phase, shown)");
    }

    @Test
    void conditionsThroughDefinitionsKnowWhatTheyDependOn() {
        Switched s = switched(sketch().definition("clock", "time - 7*p")
                .definition("burden", "x + y")
                .definition("fixed", "k + p")
                .rate("x", "if(clock > 0, 1, 0) + if(burden > 1, 1, 0) + if(fixed > 1, 1, 0)")
                .rate("y", "0"));
        assertThat(atoms(s)).containsExactly("clock > 0 rates time", "burden - 1 > 0 rates");
    }

    @Test
    void kinksStay() {
        Switched s = switched(
                sketch().rate("x", "max(x, y) + min(x, 1) + abs(x - y)").rate("y", "max(k, p) + abs(sin(time))"));
        assertThat(s.atoms()).isEmpty();
        assertThat(s.frozen().rates()).isEqualTo(s.live().rates());
    }

    @Test
    void jumpsOfFloorStay() {
        Switched s = switched(sketch().rate("x", "floor(time) + ceil(x)").rate("y", "0"));
        assertThat(s.atoms()).isEmpty();
        assertThat(s.frozen().rates()).isEqualTo(s.live().rates());
    }

    @Test
    void nestedConditionsGetSmoothGuards() {
        Switched s =
                switched(sketch().rate("x", "if(if(x > 1, y, 2*y) > 3, 1, 0)").rate("y", "0"));
        assertThat(atoms(s).get(0)).isEqualTo("x - 1 > 0 rates");
        assertThat(atoms(s).get(1).replace("switch(0)", "s")).isEqualTo("if(s > 0.5, y, 2*y) - 3 > 0 rates");
        assertThat(atoms(s)).hasSize(2);
    }

    @Test
    void conditionsOfEventsAreSwitchesOnly() {
        Switched s = switched(sketch().observable("all", "x + if(y > 4, y, 0)", "1")
                .observable("other", "2*all", "1")
                .event("all < 1 or k > 2", "x", "0")
                .event("time >= 5", "x", "all")
                .rate("x", "0")
                .rate("y", "0"));
        assertThat(atoms(s)).containsExactly("y - 4 > 0", "all - 1 < 0", "k - 2 > 0 time", "time - 5 >= 0 time");
        assertThat(conditions(s).get(0).replaceAll("switch\\((\\d)\\)", "s$1")).isEqualTo("s1 > 0.5 or s2 > 0.5");
        assertThat(Expanded.terms(s.frozen().definitions()).get(0).replace("switch(0)", "s"))
                .isEqualTo("all = x + if(s > 0.5, y, 0)");
        assertThat(Expanded.terms(s.frozen().observables())).containsExactly("other = 2*all");
        assertThat(s.live().events()).hasSize(2);
    }

    /** With every switch as its atom stands, frozen rates are the live ones to the last bit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void frozenRatesAreTheLiveOnes(long seed) {
        Switched s = switched(sketch().definition("phase", "if(time > 10 or x*y < 2, max(k, x), abs(y - 3))")
                .rate("x", "if(phase > 2 and x != y, phase*x, min(min(x, y), abs(phase))) + exp(-abs(x))")
                .rate("y", "if(not (x >= 1), 1, if(phase <= time, 2, y))"));
        ReferenceSystem live = new ReferenceSystem(s.live());
        Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            double[] y = {4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2};
            double time = 20 * random.nextDouble();
            ReferenceSystem frozen = new ReferenceSystem(s.frozen());
            for (int k = 0; k < s.atoms().size(); k++) {
                Switched.Atom atom = s.atoms().get(k);
                boolean truth = atom.relation().holds(frozen.value(atom.guard(), time, y), 0);
                frozen = frozen.with(Switched.name(k), truth ? 1 : 0);
            }
            assertThat(frozen.rates(time, y)).containsExactly(live.rates(time, y));
        }
    }
}

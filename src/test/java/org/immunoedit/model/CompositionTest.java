package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static Agent antibody(String name) {
        return Sketch.agent()
                .state("central", "mg", "0")
                .parameter("CL", "L/d", "0.24")
                .parameter("V", "L", "3")
                .parameter("KD", "mg/L", "0.5")
                .parameter("tau", "d", "10")
                .definition("concentration", "central/V", "mg/L")
                .rate("central", "-CL*concentration*exp(-time/tau)")
                .act("pd1", "concentration/KD")
                .agent(name, "central");
    }

    private static Sketch tumor(String time) {
        return Sketch.in(time)
                .state("T", "cell", "100")
                .parameter("m", "1/" + time, "2")
                .hook("pd1", "1")
                .rate("T", "-m*T/(1 + pd1)");
    }

    private static Model compose(Model model, List<Agent> agents, Effect... effects) {
        Problems problems = new Problems();
        Model composed = Composition.compose(model, agents, List.of(effects), problems);
        assertThat(Sketch.lines(problems)).isEmpty();
        return composed;
    }

    private static Expanded expanded(Model model, List<Agent> agents, Effect... effects) {
        return Expanded.of(compose(model, agents, effects), Sketch.options());
    }

    private static List<String> faults(Model model, List<Agent> agents, Effect... effects) {
        Problems problems = new Problems();
        Composition.compose(model, agents, List.of(effects), problems);
        return Sketch.lines(problems);
    }

    @Test
    void addsADosedAgentUnderItsName() {
        Expanded e = expanded(tumor("d").model(), List.of(antibody("drug"), antibody("drug")));
        assertThat(e.states()).containsExactly("T = 100", "drug.central = 0");
        assertThat(e.parameters()).contains("m = 2 1/d", "drug.CL = 0.24 L/d").hasSize(5);
        assertThat(e.definitions())
                .containsExactly(
                        "drug.concentration = drug.central/drug.V",
                        "drug.acts(pd1) = drug.concentration/drug.KD",
                        "pd1 = drug.acts(pd1)");
        assertThat(e.rate("drug.central")).isEqualTo("-drug.CL*drug.concentration*exp(-time/drug.tau)");
    }

    @Test
    void aModelInHoursSeesTheSamePhysics() {
        Equations days = expanded(tumor("d").model(), List.of(antibody("drug"))).equations();
        Equations hours =
                expanded(tumor("h").model(), List.of(antibody("drug"))).equations();
        Equations weeks =
                expanded(tumor("wk").model(), List.of(antibody("drug"))).equations();
        double perDay = new ReferenceSystem(days).rates(5, 100, 7)[1];
        assertThat(perDay).isCloseTo(-0.24 * 7 / 3 * Math.exp(-0.5), within(1e-15));
        assertThat(new ReferenceSystem(hours).rates(120, 100, 7)[1]).isCloseTo(perDay / 24, within(1e-16));
        assertThat(new ReferenceSystem(weeks).rates(5 / 7.0, 100, 7)[1]).isCloseTo(perDay * 7, within(1e-14));
        assertThat(hours.parameters())
                .filteredOn(p -> p.name().equals("drug.CL"))
                .extracting("value", "unit")
                .containsExactly(tuple(0.24, "L/d"));
    }

    @Test
    void numbersForAnAgentAreInItsOwnUnits() {
        Options options = new Options(
                Map.of(),
                List.of(Sketch.setting("drug.CL", "0.5"), Sketch.setting("drug.tau", "48 h")),
                List.of(),
                List.of(),
                Set.of(),
                Place.startOf("s.json"));
        Expanded e = Expanded.of(compose(tumor("h").model(), List.of(antibody("drug"))), options);
        assertThat(e.parameters()).contains("drug.CL = 0.5 L/d", "drug.tau = 2 d");
    }

    @Test
    void twoAgentsOnOneHookAddUp() {
        Equations e = expanded(tumor("d").model(), List.of(antibody("a"), antibody("b")))
                .equations();
        assertThat(new ReferenceSystem(e).values(0, 100, 3, 6).get("pd1")).isEqualTo(2 + 4);
    }

    @Test
    void aHookWithoutAgentsIsZero() {
        assertThat(expanded(tumor("d").model(), List.of()).definitions()).containsExactly("pd1 = 0");
    }

    @Test
    void prefixesAreNames() {
        assertThat(Composition.prefix("IL-2")).isEqualTo("IL_2.");
        assertThat(Composition.prefix("5-FU")).isEqualTo("_5_FU.");
        assertThat(Composition.prefix("pembrolizumab")).isEqualTo("pembrolizumab.");
    }

    @Test
    void anAgentKnowsOnlyItsOwnNames() {
        Agent agent =
                Sketch.agent().state("central", "mg", "0").rate("central", "-T").agent("drug", "central");
        Problems problems = new Problems();
        Model composed = Composition.compose(tumor("d").model(), List.of(agent), List.of(), problems);
        assertThat(Expanded.faults(composed, Sketch.options()))
                .containsExactly("agent.json:2:21: error: /rates/central: " + "\"drug.T\" is not known"
                        + "; expected one of T, drug.central, m, pd1");
    }

    @Test
    void namesEffectsAsTheWayOutForALackingHook() {
        Model model = Sketch.in("d")
                .state("T", "cell", "1")
                .parameter("m", "1/d", "1")
                .rate("T", "-m*T")
                .model();
        assertThat(faults(model, List.of(antibody("drug"))))
                .containsExactly(
                        "agent.json:8:20: error: /acts/pd1: " + "model sketch has no hook \"pd1\" for drug to act on; "
                                + "expected a model with hooks; this one has none "
                                + "(say under \"effects\" which parameter it changes, with a formula of drug.…)");
        Effect effect = Sketch.effect("m", "m/(1 + drug.concentration/drug.KD)");
        Equations e = expanded(model, List.of(antibody("drug")), effect).equations();
        assertThat(new ReferenceSystem(e).rates(0, 100, 3)[0]).isEqualTo(-(1 / 3.0) * 100);
    }

    @Test
    void effectsReplaceAParameterAndKeepItsValue() {
        Model model = compose(
                tumor("d")
                        .parameter("c", "cell", "200")
                        .event("T > 1", "m", "2*m")
                        .model(),
                List.of(),
                Sketch.effect("m", "m*(1 - 0.5*T/c)"));
        Options options = new Options(
                Map.of(), List.of(Sketch.setting("m", "8")), List.of(), List.of(), Set.of(), Place.startOf("s.json"));
        Expanded e = Expanded.of(model, options);
        assertThat(e.parameters()).containsExactly("base(m) = 8 1/d", "c = 200 cell");
        assertThat(e.equations().slot("m")).hasValue(0);
        assertThat(e.definitions()).hasSize(2).contains("m = base(m)*(1 - 0.5*T/c)");
        assertThat(new ReferenceSystem(e.equations()).rates(0, 100)[0]).isEqualTo(-8 * 0.75 * 100);
        assertThat(e.events()).containsExactly("T > 1: base(m) = 2*m");
    }

    @Test
    void laterEffectsSeeEarlierOnes() {
        Equations e = expanded(
                        tumor("d").model(), List.of(), Sketch.effect("m", "m + 1/3*m"), Sketch.effect("m", "10*m"))
                .equations();
        assertThat(new ReferenceSystem(e).values(0, 1).get("m")).isEqualTo(10 * (2 + 1 / 3.0 * 2));
    }

    private static Sketch clones() {
        return Sketch.in("d")
                .index("i", 3)
                .state("T[i]", "cell", "1")
                .parameter("m[i]", "1/d", "[1, 2, 3]")
                .rate("T[i]", "-m[i]*T[i]");
    }

    private static List<Double> values(Effect... effects) {
        Map<String, Double> values = new ReferenceSystem(
                        expanded(clones().model(), List.of(), effects).equations())
                .values(0, 1, 1, 1);
        return List.of(values.get("m[1]"), values.get("m[2]"), values.get("m[3]"));
    }

    @Test
    void effectsReachFamiliesAndSingleMembers() {
        assertThat(values(Sketch.effect("m[i]", "m[i]*10*i"))).containsExactly(10.0, 40.0, 90.0);
        assertThat(values(Sketch.effect("m", "m*10"))).containsExactly(10.0, 20.0, 30.0);
        assertThat(values(Sketch.effect("m[2]", "m[2]*10"))).containsExactly(1.0, 20.0, 3.0);
        assertThat(values(Sketch.effect("m[2]", "m[2]*10"), Sketch.effect("m[3]", "m[1]*7")))
                .containsExactly(1.0, 20.0, 7.0);
        assertThat(values(Sketch.effect("m[2]", "m[2]*10"), Sketch.effect("m", "m*2")))
                .containsExactly(2.0, 40.0, 6.0);
    }

    @Test
    void membersUnderAnEffectCanBeSet() {
        Options options = new Options(
                Map.of(),
                List.of(Sketch.setting("m", "[4, 5, 6]"), Sketch.setting("m[2]", "7")),
                List.of(),
                List.of(),
                Set.of(),
                Place.startOf("s.json"));
        Equations e = Expanded.of(compose(clones().model(), List.of(), Sketch.effect("m[2]", "m[2]*10")), options)
                .equations();
        assertThat(new ReferenceSystem(e).rates(0, 1, 1, 1)).containsExactly(-4, -70, -6);
        assertThat(e.slot("m[2]")).hasValue(1);
    }

    @Test
    void startsUseTheOwnValueOfAParameter() {
        Model model = Sketch.in("d")
                .state("T", "cell", "k")
                .parameter("k", "cell", "5")
                .rate("T", "k/time")
                .model();
        Expanded e = expanded(model, List.of(), Sketch.effect("k", "k + T"));
        assertThat(new ReferenceSystem(e.equations()).initial()).containsExactly(5);
    }

    @Test
    void effectsOnSomethingElseAreRefused() {
        Model model = tumor("d").definition("kill", "m*T").model();
        assertThat(faults(
                        model,
                        List.of(),
                        Sketch.effect("kill", "0"),
                        Sketch.effect("mm", "1"),
                        Sketch.effect("m[1]", "1")))
                .containsExactly(
                        "s.json:1:5: error: /effects/0: " + "\"kill\" is not a parameter of the model"
                                + "; expected one of m",
                        "s.json:1:5: error: /effects/0: " + "\"mm\" is not a parameter of the model"
                                + "; expected one of m (did you mean \"m\"?)",
                        "s.json:1:5: error: /effects/0: \"m\" is written with 0 indices; expected m");
    }

    @Test
    void aCircleThroughAnEffectShowsItsPath() {
        Model model =
                compose(tumor("d").definition("kill", "m*T").model(), List.of(), Sketch.effect("m", "m/(1 + kill/T)"));
        assertThat(Expanded.faults(model, Sketch.options()))
                .containsExactly("m.json:5:20: error: /definitions/kill: " + "kill depends on itself: kill -> m -> kill"
                        + "; expected definitions without a circle");
    }

    @Test
    void aReplacedParameterIsStillOffered() {
        Model model = compose(tumor("d").model(), List.of(), Sketch.effect("m", "2*m"));
        Options options = new Options(
                Map.of(), List.of(Sketch.setting("mm", "1")), List.of(), List.of(), Set.of(), Place.startOf("s.json"));
        assertThat(Expanded.faults(model, options))
                .containsExactly("s.json:1:20: error: /mm: \"mm\" is not a parameter of the model; "
                        + "expected one of m (did you mean \"m\"?)");
    }
}

package org.immunoedit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnitCheckTest {
    /** Lines 1 to 4. */
    private static Sketch tumor() {
        return Sketch.in("d")
                .state("T", "cell", "100")
                .parameter("a", "1/d", "0.1")
                .parameter("b", "1/cell", "1e-9")
                .rate("T", "a*T*(1 - b*T)");
    }

    private static Arguments fault(Sketch sketch, String line) {
        return Arguments.of(sketch, line);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        tumor().state("E", "cell", "0").rate("E", "a*b"),
                        "m.json:6:20: error: /rates/E: \"a*b\" is in 1/(cell d); expected cell/d"),
                fault(
                        tumor().definition("c", "a*T", "cell"),
                        "m.json:5:20: error: /definitions/c: \"a*T\" is in cell/d; expected cell"),
                fault(
                        tumor().definition("c", "a*T").definition("d", "c + T"),
                        "m.json:6:20: error: /definitions/d: " + "\"c + T\" adds cell/d and cell"
                                + "; expected the same unit"),
                fault(
                        tumor().observable("o", "exp(T)", "1"),
                        "m.json:5:24: error: /observables/o: \"T\" is in cell; expected a pure number"),
                fault(
                        tumor().state("E", "cell", "a").rate("E", "0"),
                        "m.json:5:20: error: /states/E: \"a\" is in 1/d; expected cell"),
                fault(
                        tumor().event("T > a", "T", "0"),
                        "m.json:5:20: error: /events/5: " + "\"T > a\" compares cell with 1/d"
                                + "; expected the same unit"),
                fault(
                        tumor().event("T > 1", "a", "T"),
                        "m.json:5:60: error: /events/5: \"T\" is in cell; expected 1/d"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatDoesNotFit(Sketch sketch, String line) {
        assertThat(Expanded.faults(sketch)).hasSize(1).first().asString().startsWith(line);
    }

    @Test
    void whatIsUncheckedPasses() {
        assertThat(Expanded.of(tumor().unchecked().definition("c", "a + T")).definitions())
                .containsExactly("c = a + T");
    }

    @Test
    void uncheckedModelsStillConvertQuantities() {
        Options options = new Options(
                Map.of(),
                List.of(Sketch.setting("a", "7 1/wk")),
                List.of(),
                List.of(),
                Set.of(),
                Place.startOf("s.json"));
        assertThat(Expanded.of(tumor().unchecked().model(), options).parameters())
                .contains("a = 1 1/d");
    }

    @Test
    void definitionsWithoutAUnitGetTheOneOfTheirFormula() {
        Equations e = Expanded.of(tumor().definition("c", "a*T").definition("d", "c/a", "cell"))
                .equations();
        assertThat(e.definitions()).extracting("unit").containsExactly("cell/d", "cell");
    }

    @Test
    void oneFaultyFamilyIsOneProblem() {
        Sketch sketch = Sketch.in("d").index("i", 5).state("T[i]", "cell", "1").rate("T[i]", "T[i]");
        assertThat(Expanded.faults(sketch))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("m.json:2:20: error: /rates/T[i]: \"T[1]\" is in cell; expected cell/d");
    }

    @Test
    void aReplacedParameterIsToldByItsName() {
        Model model =
                Composition.compose(tumor().model(), List.of(), List.of(Sketch.effect("a", "a*T")), new Problems());
        assertThat(Expanded.faults(model, Sketch.options()))
                .containsExactly(
                        "s.json:1:20: error: /effects/0/becomes: " + "\"a*T\" is in cell/d" + "; expected 1/d");
    }

    private static double inflow(String formula, String... definition) {
        Sketch drug =
                Sketch.agent().state("c", "ug", "0").parameter("k", "1/d", "24").rate("c", "0");
        if (definition.length > 0) {
            drug.definition("flow", definition[0]);
        }
        Agent agent = drug.act("inflow", formula).agent("drug", "c");
        Model model = Sketch.in("h")
                .state("X", "mg", "0")
                .hook("inflow", "mg/h")
                .rate("X", "inflow")
                .model();
        Model composed = Composition.compose(model, List.of(agent), List.of(), new Problems());
        return new ReferenceSystem(Expanded.of(composed, Sketch.options()).equations()).rates(0, 0, 3000)[0];
    }

    @Test
    void actsAreConvertedToTheUnitOfTheHook() {
        assertThat(inflow("k*c")).isEqualTo(3.0);
        assertThat(inflow("flow", "k*c")).isEqualTo(3.0);
        assertThat(inflow("flow + k*c", "k*c")).isEqualTo(6.0);
    }

    @Test
    void actsThatConvertThemselvesStay() {
        assertThat(inflow("k*c/24000")).isEqualTo(3.0);
    }
}

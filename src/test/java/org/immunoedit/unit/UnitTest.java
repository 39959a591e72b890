package org.immunoedit.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
    private static final Place PLACE = new Place("m.json", 3, 10, "/unit");

    @ParameterizedTest
    @CsvSource({
        "y, d, 365.25",
        "mo, d, 30.4375",
        "wk, d, 7",
        "d, s, 86400",
        "h, min, 60",
        "s, d, 1.1574074074074073e-5",
        "kg, mg, 1e6",
        "mg, kg, 1e-6",
        "ug, pg, 1e6",
        "ng, g, 1e-9",
        "L, mL, 1000",
        "dL, L, 0.1",
        "uL, L, 1e-6",
        "fL, um^3, 1",
        "mL, cm^3, 1",
        "nL, fL, 1e6",
        "m^2, cm^2, 1e4",
        "mm, um, 1000",
        "MIU, IU, 1e6",
        "kIU, MIU, 1e-3",
        "M, mol/L, 1",
        "nM, pmol/mL, 1",
        "mM, umol/mL, 1",
        "uM, nM, 1000",
        "pM, M, 1e-12",
        "mmol, pmol, 1e9",
        "%, 1, 0.01",
        "mg/L, ug/mL, 1",
        "mg/L, ng/mL, 1000",
        "g/dL, mg/L, 1e4",
        "cell/uL, cell/L, 1e6",
        "Gy, Gy, 1",
        "1/(cell d), 1/cell/d, 1",
        "cell^-1 d^-1, 1/(cell*d), 1",
        "µg, ug, 1",
        "μL, uL, 1",
        "mm2, mm^2, 1",
        "m², m^2, 1",
        "10*6/mL, cell/(cell uL), 1000",
        "1e9/L, 1/uL, 1000",
        "10^9 cell/L, cell/uL, 1000",
        "[iU], IU, 1",
        "/d, 1/d, 1",
        "mg^(2/3) mg^(1/3), mg, 1",
        "cell^0.5*cell^0.5, cell, 1",
        "mg.d, d mg, 1",
        "d·mg, mg d, 1",
        "cm^3, L, 1e-3"
    })
    void convertsExactly(String from, String to, double factor) {
        assertThat(unit(from).factorTo(unit(to))).isEqualTo(factor);
    }

    @ParameterizedTest
    @CsvSource({"cell/uL, 1/uL", "IU, mg", "IU, 1", "cell, 1", "mol, g", "Gy, 1", "L, um^2", "d, mm", "cell/d, 1/d"})
    void keepsDimensionsApart(String a, String b) {
        assertThat(unit(a).sameDimension(unit(b))).isFalse();
        assertThatThrownBy(() -> unit(a).factorTo(unit(b))).hasMessage("no conversion from " + a + " to " + b);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mq|10|\"mq\" is not a unit|did you mean \"mg\"?",
                "cell/(uL q)|19|\"q\" in \"cell/(uL q)\" is not a unit|did you mean \"cell/(uL g)\"?",
                "1/days|12|\"days\" in \"1/days\" is not a unit|did you mean \"1/d\"?",
                "cells|10|\"cells\" is not a unit|did you mean \"cell\"?",
                "ml|10|\"ml\" is not a unit|did you mean \"mL\"?",
                "furlong|10|\"furlong\" is not a unit|",
                "cell/uL d|18|\"cell/uL d\" is ambiguous|did you mean \"cell/(uL d)\"?",
                "mg/|13|\"mg/\" ends too early|",
                "(mg|10|\"(\" in \"(mg\" is not closed|did you mean \"(mg)\"?",
                "mg)|12|\")\" in \"mg)\" is not a unit|",
                "mg^x|13|\"x\" in \"mg^x\" is not a unit|",
                "mg^(1/3|13|the exponent in \"mg^(1/3\" is not closed|",
                "m^99999|10|a number in \"m^99999\" is out of range|",
                "1e999 mg|10|a number in \"1e999 mg\" is out of range|",
                "0 mg|10|a number in \"0 mg\" is out of range|",
                "''|10|the unit is empty|write \"1\" for a pure number",
                "mg$|12|\"$\" in \"mg$\" is not a unit|",
                "mg^(1/0)|10|a number in \"mg^(1/0)\" is out of range|",
                "[foo|10|\"[\" in \"[foo\" is not a unit|"
            })
    void namesTheBadToken(String text, int column, String found, String hint) {
        Problems problems = new Problems();
        assertThat(Unit.parse(text, PLACE, problems)).isEmpty();
        Problem problem = problems.sorted().get(0);
        assertThat(problems.sorted()).hasSize(1);
        assertThat(problem.code()).isEqualTo("unit");
        assertThat(problem.place().column()).isEqualTo(column);
        assertThat(problem.found()).isEqualTo(found);
        assertThat(problem.hint()).isEqualTo(hint == null ? "" : hint);
    }

    @Test
    void refusesDeepNesting() {
        Problems problems = new Problems();
        assertThat(Unit.parse("(".repeat(100_000) + "mg", PLACE, problems)).isEmpty();
        assertThat(problems.sorted().get(0).found()).isEqualTo("the unit is nested too deeply");
    }

    @Test
    void textOfProductsAndQuotientsReadsBack() {
        List<String> texts = List.of("1", "mg", "cell/uL", "1/(cell d)", "mg d", "mg*d", "mg.d", "%", "1e9/L", "mm2");
        for (String a : texts) {
            for (String b : texts) {
                Unit product = unit(a).times(unit(b));
                Unit quotient = unit(a).per(unit(b));
                assertThat(unit(product.text()).factorTo(product))
                        .as(a + " times " + b)
                        .isEqualTo(1);
                assertThat(unit(quotient.text()).factorTo(quotient))
                        .as(a + " per " + b)
                        .isEqualTo(1);
                assertThat(unit(a).sameDimension(quotient.times(unit(b)))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "%, %",
        "mg, mg",
        "ug/mL, mg/L",
        "cell/(uL d), cell/(uL d)",
        "d^-1 cell^-1, 1/(cell d)",
        "cm^3, mL",
        "m^2, m^2",
        "um^2, um^2",
        "mg/(kg d), 1e-6/d",
        "1e9 cell, 1e9 cell",
        "nmol/L, nmol/L",
        "mg/m^2, mg/m^2",
        "cell^(2/3), cell^(2/3)",
        "IU/(mL h), IU/(mL h)",
        "5 d, 5 d",
        "L/d, L/d"
    })
    void namesAreFoundForFactors(String text, String name) {
        Unit named = Unit.of(unit(text).dimension(), unit(text).factor());
        assertThat(named.text()).isEqualTo(name);
        assertThat(unit(name).factorTo(named)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesFactors(double factor) {
        assertThatThrownBy(() -> new Unit(Dimension.NONE, factor, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Unit unit(String text) {
        Problems problems = new Problems();
        return Unit.parse(text, PLACE, problems).orElseThrow(() -> new AssertionError(problems.sorted()));
    }
}

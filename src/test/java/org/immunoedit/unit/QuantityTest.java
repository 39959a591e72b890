package org.immunoedit.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    private static final Place PLACE = new Place("x.json", 12, 17, "/therapies/0/amount");

    @ParameterizedTest
    @CsvSource({
        "200 mg, 200, mg",
        "3 mg/kg, 3, mg/kg",
        "2e8 cell, 2e8, cell",
        "600000 IU/kg, 600000, IU/kg",
        "30 min, 30, min",
        "-1.5 d, -1.5, d",
        "0.02 1/d, 0.02, 1/d",
        "0.5, 0.5, 1",
        "+.5e-3 mg, 5e-4, mg",
        "200mg, 200, mg",
        "5 /d, 5, 1/d",
        "5/d, 5, 1/d",
        " 7  wk , 7, wk",
        "1.8 m^2, 1.8, m^2",
        "80 %, 80, %",
        "21 1/(cell d), 21, 1/(cell d)",
        "2. d, 2, d"
    })
    void readsNumberAndUnit(String text, double value, String unit) {
        Quantity quantity = quantity(text);
        assertThat(quantity.value()).isEqualTo(value);
        assertThat(quantity.unit()
                        .factorTo(quantity("1 " + unit.replaceFirst("^1$", "")).unit()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "200 mg, 1 g, 0.2", "30 min, 1 d, 0.020833333333333332", "2 y, 1 d, 730.5", "3 wk, 1 d, 21",
                "0.3 mg, 1 g, 3e-4",
        "1.7e7 IU/mg, 1 MIU/mg, 17", "-4 h, 1 min, -240", "80 %, 1, 0.8", "7 ug, 1 mg, 7e-3", "4.5 h, 1 d, 0.1875",
        "18 MIU/m^2, 1 IU/m^2, 1.8e7"
    })
    void converts(String text, String to, double value) {
        assertThat(quantity(text).in(quantity(to).unit())).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 mq|\"200 mq\" is not a quantity|did you mean \"200 mg\"?",
                "3 mg/kq|\"3 mg/kq\" is not a quantity|did you mean \"3 mg/kg\"?",
                "2 weeks|\"2 weeks\" is not a quantity|did you mean \"2 wk\"?",
                "-2 days|\"-2 days\" is not a quantity|did you mean \"-2 d\"?",
                "2 furlong|\"2 furlong\" is not a quantity|\"furlong\" is not a unit",
                "mg|\"mg\" is not a quantity|",
                "-|\"-\" is not a quantity|",
                "''|\"\" is not a quantity|",
                "1 000 mg|\"1 000 mg\" is not a quantity|",
                "1,5 mg|\"1,5 mg\" is not a quantity|\",\" in \",5 mg\" is not a unit",
                "NaN d|\"NaN d\" is not a quantity|",
                "Infinity|\"Infinity\" is not a quantity|",
                "5 mg/kg d|\"5 mg/kg d\" is not a quantity|did you mean \"5 mg/(kg d)\"?",
                "1e999|\"1e999\" is too large for a number|",
            })
    void refuses(String text, String found, String hint) {
        Problems problems = new Problems();
        assertThat(Quantity.parse(text, PLACE, problems)).isEmpty();
        assertThat(problems.sorted()).hasSize(1);
        assertThat(problems.sorted().get(0).place()).isEqualTo(PLACE);
        assertThat(problems.sorted().get(0).found()).isEqualTo(found);
        assertThat(problems.sorted().get(0).hint()).isEqualTo(hint == null ? "" : hint);
    }

    @Test
    void wholeMessage() {
        Problems problems = new Problems();
        Quantity.parse("200 mq", PLACE, problems);
        assertThat(problems.sorted().get(0))
                .hasToString(
                        "x.json:12:17: error: /therapies/0/amount: \"200 mq\" is not a quantity; expected a number and"
                                + " a unit such as \"200 mg\" (did you mean \"200 mg\"?)");
    }

    @Test
    void refusesValues() {
        assertThatThrownBy(() -> new Quantity(Double.NaN, Unit.ONE)).hasMessage("value of a quantity: NaN");
    }

    @Test
    void printsAsWritten() {
        assertThat(quantity("200.5 mg/kg")).hasToString("200.5 mg/kg");
        assertThat(quantity("0.5")).hasToString("0.5");
    }

    private static Quantity quantity(String text) {
        Problems problems = new Problems();
        return Quantity.parse(text, PLACE, problems).orElseThrow(() -> new AssertionError(problems.sorted()));
    }
}

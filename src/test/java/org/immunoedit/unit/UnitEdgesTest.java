package org.immunoedit.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Dimension.Base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits and rare spellings of units. */
class UnitEdgesTest {
    private static final Place PLACE = new Place("m.json", 1, 1, "/unit");

    @ParameterizedTest
    @CsvSource({
        "' mg ', mg, 1",
        "'mg / L', mg/L, 1",
        "'mg * d', mg d, 1",
        "'( mg )', mg, 1",
        "'mg/( L d )', mg/(L d), 1",
        "'[iU]2', IU^2, 1",
        "'10*6', 1, 1e6",
        "'10*d', d, 10",
        "'10 d', d, 10",
        "1e100, 1, 1e100",
        "'(d) (d) (d)', d^3, 1"
    })
    void readsSpacesAndRareSpellings(String text, String plain, double factor) {
        assertThat(unit(text).factorTo(unit(plain))).isEqualTo(factor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10*|\"10*\" ends too early|",
                "1.1e100|a number in \"1.1e100\" is out of range|",
                "9e-101|a number in \"9e-101\" is out of range|",
                "(mg)/kg d|\"(mg)/kg d\" is ambiguous|put what is divided by in parentheses",
                "mg/kg d/h|\"mg/kg d/h\" is ambiguous|put what is divided by in parentheses",
                "m^1001|a number in \"m^1001\" is out of range|"
            })
    void refusesWithoutAProposalWhereThereIsNoneThatIsSure(String text, String found, String hint) {
        Problems problems = new Problems();
        assertThat(Unit.parse(text, PLACE, problems)).isEmpty();
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.found()).isEqualTo(found);
            assertThat(problem.hint()).isEqualTo(hint == null ? "" : hint);
        });
    }

    @Test
    void aQuantityTellsTheHintOfItsUnit() {
        Problems problems = new Problems();
        assertThat(Quantity.parse("5 (mg)/kg d", PLACE, problems)).isEmpty();
        assertThat(problems.sorted().get(0).hint()).isEqualTo("put what is divided by in parentheses");
    }

    @Test
    void limitsThemselvesAreAllowed() {
        assertThat(unit("1e-100").factor()).isEqualTo(1e-100);
        Dimension cell = Dimension.of(Base.CELL);
        assertThat(cell.power(1000).orElseThrow().exponent(Base.CELL)).isEqualTo(1000);
        assertThat(cell.power(-1000).orElseThrow().exponent(Base.CELL)).isEqualTo(-1000);
        assertThat(cell.power(1000.5)).isEmpty();
    }

    @Test
    void fiftyParenthesesMayStandInOneAnotherAndAnyNumberSideBySide() {
        assertThat(unit("(".repeat(50) + "mg" + ")".repeat(50)).factorTo(unit("mg")))
                .isEqualTo(1);
        Problems problems = new Problems();
        assertThat(Unit.parse("(".repeat(51) + "mg" + ")".repeat(51), PLACE, problems))
                .isEmpty();
        assertThat(unit("(cell)".repeat(60)).dimension().exponent(Base.CELL)).isEqualTo(60);
    }

    @Test
    void namesAreWrittenWithoutNeedlessParentheses() {
        assertThat(unit("mg").times(unit("d"))).hasToString("mg d");
        assertThat(unit("mg").per(unit("L"))).hasToString("mg/L");
        assertThat(unit("mg").per(unit("L d"))).hasToString("mg/(L d)");
        assertThat(unit("mg").per(unit("/d"))).hasToString("mg/(/d)");
        assertThat(unit(unit("mg").per(unit("/d")).text()).factorTo(unit("mg d")))
                .isEqualTo(1);
    }

    private static Unit unit(String text) {
        Problems problems = new Problems();
        return Unit.parse(text, PLACE, problems).orElseThrow(() -> new AssertionError(problems.sorted()));
    }
}

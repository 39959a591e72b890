package org.immunoedit.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final Scale FLOORED = new Scale(Scale.Kind.LOG, 0.1, 1e3, "<10⁻¹", List.of());

    @Test
    void linearValuesStandInProportion() {
        Scale scale = Scale.linear(-10, 30);
        assertThat(scale.position(-10)).isZero();
        assertThat(scale.position(0)).isEqualTo(0.25);
        assertThat(scale.position(30)).isEqualTo(1);
        assertThat(scale.value(0.25)).isEqualTo(0);
    }

    @Test
    void logarithmicValuesStandByTheirFactor() {
        Scale scale = Scale.log(1e-2, 1e2);
        assertThat(scale.position(1)).isCloseTo(0.5, within(1e-12));
        assertThat(scale.position(10)).isCloseTo(0.75, within(1e-12));
        assertThat(scale.position(0)).isEqualTo(-1);
        assertThat(scale.position(Double.NaN)).isNaN();
        assertThat(scale.value(0.75)).isCloseTo(10, within(1e-9));
    }

    @Test
    void zeroStandsInTheStripUnderTheLowestDecade() {
        assertThat(FLOORED.position(0)).isEqualTo(Scale.FLOOR);
        assertThat(FLOORED.position(0.0999)).isEqualTo(Scale.FLOOR);
        assertThat(FLOORED.position(0.1)).isEqualTo(Scale.ABOVE_FLOOR);
        assertThat(FLOORED.position(10)).isCloseTo((Scale.ABOVE_FLOOR + 1) / 2, within(1e-12));
        assertThat(FLOORED.position(1e3)).isEqualTo(1);
        assertThat(FLOORED.position(Double.NaN)).isNaN();
    }

    @Test
    void aLogarithmicAxisLabelsDecadesOnly() {
        assertThat(labels(FLOORED, 9)).containsExactly("<10⁻¹", "10⁻¹", "1", "10", "10²", "10³");
        assertThat(FLOORED.ticks(9).stream().filter(tick -> !tick.isMajor()).map(Tick::value))
                .startsWith(0.2, 0.30000000000000004)
                .contains(2.0, 9.0, 900.0)
                .hasSize(4 * 8);
    }

    @Test
    void manyDecadesAreLabelledSparsely() {
        assertThat(labels(Scale.log(1e-2, 1e12), 8))
                .containsExactly("10⁻²", "1", "10²", "10⁴", "10⁶", "10⁸", "10¹⁰", "10¹²");
        assertThat(labels(Scale.log(1e-2, 1e12), 4)).containsExactly("1", "10⁴", "10⁸", "10¹²");
    }

    @Test
    void lessThanADecadeIsLabelledInside() {
        assertThat(labels(Scale.log(1.5e6, 6e6), 8)).containsExactly("2×10⁶", "5×10⁶");
        assertThat(labels(Scale.log(0.03, 0.3), 8)).containsExactly("0.05", "10⁻¹", "0.2");
    }

    @Test
    void linearTicksAreRound() {
        assertThat(labels(Scale.linear(0, 2000), 12))
                .startsWith("0", "200")
                .endsWith("2000")
                .hasSize(11);
        assertThat(labels(Scale.linear(-0.31, 0.32), 5)).containsExactly("-0.2", "0", "0.2");
        assertThat(labels(Scale.linear(0, 7e8), 5)).containsExactly("0", "2×10⁸", "4×10⁸", "6×10⁸");
        assertThat(labels(Scale.linear(0, 0.6), 4)).containsExactly("0", "0.2", "0.4", "0.6");
        // a single label would tell no size
        assertThat(labels(Scale.linear(-3.4, 3.3), 3)).containsExactly("-2", "0", "2");
        assertThat(labels(Scale.linear(-9, 9), 2)).containsExactly("-5", "0", "5");
        assertThat(labels(Scale.linear(-1.9, 1.9), 3)).containsExactly("-1", "0", "1");
        assertThat(labels(Scale.linear(-0.9, 0.9), 3)).containsExactly("-0.5", "0", "0.5");
    }

    @Test
    void namesStandInTheMiddleOfTheirPlaces() {
        Scale scale = Scale.names(List.of("100 mg", "200 mg"));
        assertThat(scale.ticks(5)).containsExactly(new Tick(1, "100 mg"), new Tick(2, "200 mg"));
        assertThat(scale.position(1)).isEqualTo(0.25);
    }

    @Test
    void refusesWhatIsNoAxis() {
        assertThatThrownBy(() -> Scale.linear(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scale.linear(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scale.log(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numeralsAreThoseOfPapers() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(Numerals.of(8.186e6, 3)).isEqualTo("8.19×10⁶");
            assertThat(Numerals.of(1e-7, 3)).isEqualTo("10⁻⁷");
            assertThat(Numerals.of(-2.5e10, 2)).isEqualTo("-2.5×10¹⁰");
            assertThat(Numerals.of(0.001, 3)).isEqualTo("0.001");
            assertThat(Numerals.of(99999, 6)).isEqualTo("99999");
            assertThat(Numerals.of(0.1 + 0.2, 6)).isEqualTo("0.3");
            assertThat(Numerals.of(Double.NaN, 3)).isEmpty();
            assertThat(Numerals.power(-12)).isEqualTo("10⁻¹²");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void unitsHaveRaisedExponents() {
        assertThat(Axis.titled("volume", "mm^3")).isEqualTo("volume (mm³)");
        assertThat(Axis.titled("rate", "cell^-1/d")).isEqualTo("rate (cell⁻¹/d)");
        assertThat(Axis.titled("share", "1")).isEqualTo("share");
    }

    private static List<String> labels(Scale scale, int most) {
        return scale.ticks(most).stream().filter(Tick::isMajor).map(Tick::label).toList();
    }
}

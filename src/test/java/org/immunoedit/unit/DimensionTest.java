package org.immunoedit.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunoedit.unit.Dimension.Base;
import org.junit.jupiter.api.Test;

class DimensionTest {
    private static final Dimension CELL = Dimension.of(Base.CELL);
    private static final Dimension TIME = Dimension.of(Base.TIME);
    private static final Dimension LENGTH = Dimension.of(Base.LENGTH);

    @Test
    void rootsAreExact() {
        Dimension root = LENGTH.power(2.0 / 3).orElseThrow();
        assertThat(root.power(3).orElseThrow()).isEqualTo(LENGTH.times(LENGTH));
        assertThat(root.power(1.5).orElseThrow()).isEqualTo(LENGTH);
        assertThat(root.exponent(Base.LENGTH)).isEqualTo(2.0 / 3);
        assertThat(CELL.power(0.1).orElseThrow().power(10).orElseThrow()).isEqualTo(CELL);
        assertThat(CELL.power(0.67).orElseThrow().times(CELL.power(0.33).orElseThrow()))
                .isEqualTo(CELL);
    }

    @Test
    void quotientsCancel() {
        assertThat(CELL.per(TIME).times(TIME)).isEqualTo(CELL).hasSameHashCodeAs(CELL);
        assertThat(CELL.per(CELL).isNone()).isTrue();
        assertThat(CELL.isNone()).isFalse();
        assertThat(CELL.power(0).orElseThrow()).isEqualTo(Dimension.NONE);
    }

    @Test
    void refusesExponentsBeyondUse() {
        assertThat(CELL.power(1e300)).isEmpty();
        assertThat(CELL.power(Double.NaN)).isEmpty();
        assertThat(CELL.power(500).orElseThrow().power(3)).isEmpty();
        assertThat(Dimension.NONE.power(1e300)).contains(Dimension.NONE);
    }

    @Test
    void irrationalExponentsNeverOverflow() {
        Dimension dimension = CELL;
        Dimension sum = CELL;
        for (int i = 0; i < 200; i++) {
            dimension = dimension.power(1.0001234567891 + i * 1e-7).orElseThrow();
            sum = sum.times(dimension);
        }
        assertThat(sum.exponent(Base.CELL)).isBetween(200.0, 300.0);
    }

    @Test
    void readsWell() {
        assertThat(CELL.per(LENGTH.power(3).orElseThrow().times(TIME))).hasToString("cell/(length^3 time)");
        assertThat(Dimension.NONE.per(TIME)).hasToString("1/time");
        assertThat(LENGTH.power(2.0 / 3).orElseThrow()).hasToString("length^(2/3)");
        assertThat(Dimension.NONE).hasToString("1");
    }
}

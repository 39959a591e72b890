package org.immunoedit.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Exponents at the edge of what is kept exact, where a slip of the limits shows. */
class RatioTest {
    @Test
    void isInLowestTermsWithTheSignAbove() {
        assertThat(Ratio.of(6, -4)).isEqualTo(new Ratio(-3, 2));
        assertThat(Ratio.of(-6, -4)).isEqualTo(new Ratio(3, 2));
        assertThat(Ratio.of(0, -7)).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.ZERO.isNegative()).isFalse();
    }

    @Test
    void isExactUpToAMillion() {
        // next to this value there is a simpler ratio, with which it may not be mixed up
        assertThat(Ratio.near(123456.789123).denominator()).isLessThan(1_000_000);
        assertThat(Ratio.of(123456789123L, 1_000_000)).isEqualTo(new Ratio(123456789123L, 1_000_000));
        assertThat(Ratio.of(1_000_000_000_000L, 1)).isEqualTo(new Ratio(1_000_000_000_000L, 1));
        assertThat(Ratio.of(1, 1_000_003)).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.of(1_000_000_000_001L, 1)).isEqualTo(new Ratio(1_000_000, 1));
    }

    @Test
    void nearbyRatiosMayNeedADenominatorOfAMillion() {
        assertThat(Ratio.near(1e-6)).isEqualTo(new Ratio(1, 1_000_000));
        assertThat(Ratio.near(1 / 1000003.0)).isEqualTo(Ratio.ZERO);
    }

    @Test
    void closenessIsRelativeForLargeValues() {
        // 355/113 of it would do for 1e-12 of the size; the next convergents would be closer
        double value = 100_000 + Math.PI;
        Ratio near = Ratio.near(value);
        assertThat(near.value()).isCloseTo(value, within(1e-12 * value));
        assertThat(near).isEqualTo(Ratio.of(100_000L * 33102 + 103993, 33102));
        assertThat(Ratio.near(Math.PI).value()).isCloseTo(Math.PI, within(4e-12));
    }

    @Test
    void productsBeyondTheLimitAreTakenNearby() {
        Ratio product = Ratio.of(123_457, 1000).times(Ratio.of(999_983, 1009)); // of the denominator 1,009,000
        assertThat(product.denominator()).isLessThan(1_000_000);
        assertThat(product.value()).isCloseTo(123.457 * 999_983 / 1009, within(1e-6));
        // terms of 1e18 still fit
        Ratio largest = Ratio.of(999_999_999_999L, 1_000_000).times(Ratio.of(999_999, 1_000_000));
        assertThat(largest.value()).isCloseTo(999_998.999_999_000_001, within(1e-6));
        Ratio small = Ratio.of(1, 999_983).times(Ratio.of(1, 999_979));
        assertThat(small).isEqualTo(Ratio.ZERO);
        Ratio large = Ratio.of(999_983, 1).times(Ratio.of(999_979, 1));
        assertThat(large).isEqualTo(new Ratio(1_000_000, 1));
    }

    @Test
    void sumsBeyondTheLimitAreBounded() {
        assertThat(Ratio.of(1_999_999, 2).plus(Ratio.of(3_999_997, 4))).isEqualTo(new Ratio(1_000_000, 1));
        assertThat(Ratio.of(-1_999_999, 2).minus(Ratio.of(3_999_997, 4))).isEqualTo(new Ratio(-1_000_000, 1));
    }

    @Test
    void withinTheLimitsArithmeticIsExact() {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            long a = random.nextInt(200_001) - 100_000;
            long b = 1 + random.nextInt(1000);
            long c = random.nextInt(2001) - 1000;
            long d = 1 + random.nextInt(1000);
            Ratio x = Ratio.of(a, b);
            Ratio y = Ratio.of(c, d);
            assertThat(cross(x.plus(y), b * d)).isEqualTo(a * d + c * b);
            assertThat(cross(x.minus(y), b * d)).isEqualTo(a * d - c * b);
            assertThat(cross(x.times(y), b * d)).isEqualTo(a * c);
        }
    }

    /** The numerator over another denominator, which must be a multiple of its own. */
    private static long cross(Ratio ratio, long denominator) {
        assertThat(denominator % ratio.denominator()).isZero();
        return ratio.numerator() * (denominator / ratio.denominator());
    }
}

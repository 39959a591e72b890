package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** A course is calm only where no line could matter, and a tumor is gone only where nothing but its end could. */
class CalmTest {
    private static final DoubleUnaryOperator ANY = t -> Double.NaN;

    private static Course course(double start, double... values) {
        Course course = new Course(Feed.criteria(10, OptionalDouble.of(1e9)), 0, start);
        double before = start;
        for (int i = 0; i < values.length; i++) {
            course.see(new Piece(i, before, i + 1, values[i], ANY));
            before = values[i];
        }
        return course;
    }

    @Test
    void whatIsCalmCrossesNothing() {
        Random random = new Random(4);
        int calm = 0;
        for (int i = 0; i < 2000; i++) {
            Course course = course(value(random), value(random), value(random));
            for (int k = 0; k < 50; k++) {
                double a = random.nextInt(4) == 0 ? course.extremes().end() : value(random);
                double low = Math.min(a, course.extremes().end());
                double high = Math.max(a, course.extremes().end());
                if (course.isCalm(low, high)) {
                    calm++;
                    assertThat(low).isPositive();
                    assertThat(course.mayCross(low, high)).isFalse();
                    assertThat(course.mayVanish(low, high)).isFalse();
                    course.glide(3 + k, a);
                } else if (!course.mayCross(low, high) && !course.mayVanish(low, high)) {
                    course.glide(3 + k, a);
                } else {
                    course.see(new Piece(2 + k, course.extremes().end(), 3 + k, a, t -> a));
                }
            }
        }
        assertThat(calm).isGreaterThan(10_000);
    }

    /** From far below one cell to far above escape, often near a line or 0. */
    private static double value(Random random) {
        double[] lines = {0, 10, 10 * (1 + 1e-9), 1e9, 1e9 * (1 - 1e-9), 1e8, 1e6};
        return random.nextInt(3) == 0
                ? lines[random.nextInt(lines.length)] * (1 + 1e-16 * random.nextInt(5))
                : Math.exp(-5 + 30 * random.nextDouble());
    }

    @Test
    void aLineThatIsTouchedIsNotCalm() {
        Course course = course(1e6);
        // 1 % of the start, from which it could come back
        assertThat(course.isCalm(1e4, 1e6)).isTrue();
        assertThat(course.isCalm(Math.nextDown(1e4), 1e6)).isFalse();
        double escape = 1e9 * (1 - 1e-9);
        assertThat(course.isCalm(1e6, Math.nextDown(escape))).isTrue();
        assertThat(course.isCalm(1e6, escape)).isFalse();
        assertThat(course.isCalm(Double.NaN, Double.NaN)).isFalse();
    }

    @Test
    void aTumorThatHasNearlyGoneIsCalmBelowWhatIsNoticed() {
        Course course = course(1e6, 5e3);
        assertThat(course.isCalm(1e3, 9e7)).isTrue();
        assertThat(course.isCalm(1e3, 1e8)).isFalse();
        assertThat(course.isCalm(10 * (1 + 1e-9), 1e5)).isTrue();
        assertThat(course.isCalm(10, 1e5)).isFalse();
    }

    /** As long as it glides, too. */
    @Test
    void aTumorMayNearlyGoWithoutCrossingALine() {
        Course course = course(1e6);
        course.glide(1, 5e3);
        assertThat(course.isCalm(5e3, 1e8)).isFalse();
        assertThat(course.isCalm(5e3, 9e7)).isTrue();
    }

    @Test
    void aTumorIsGoneWhenItHasBeenExactlyNothing() {
        assertThat(course(1e6, 5, 1e-9).isGone()).isFalse();
        assertThat(course(1e6, 0).isGone()).isTrue();
        assertThat(course(1e6, 0, 1e-9).isGone()).isTrue();
        assertThat(course(1e6, 0, 10).isGone()).isFalse();
        assertThat(course(0).isGone()).isTrue();
    }

    @Test
    void itStaysGoneBelowTheLimitAndBelowItsPeak() {
        Course course = course(1e6, 0);
        assertThat(course.staysGone(Math.nextDown(10))).isTrue();
        assertThat(course.staysGone(10)).isFalse();
        assertThat(course.staysGone(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(course.staysGone(Double.NaN)).isFalse();
        Course never = course(0);
        assertThat(never.staysGone(0)).isTrue();
        assertThat(never.staysGone(1e-300)).isFalse();
    }
}

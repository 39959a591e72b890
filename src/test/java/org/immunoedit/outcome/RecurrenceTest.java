package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What is remembered of an oscillation is what a close look finds. */
class RecurrenceTest {
    private static final double WINDOW = 90;
    private static final double INTERVAL = WINDOW / Samples.COUNT;

    /** ln tumor: a wave that fades or grows, or ends, of a period that changes. */
    private static DoubleUnaryOperator wave(Random random) {
        double swing = 0.1 + 2 * random.nextDouble();
        double decay = random.nextInt(3) == 0 ? -1500 : 50 + 2000 * random.nextDouble();
        double period = 15 + 120 * random.nextDouble();
        double change = 0.0004 * random.nextGaussian();
        double end = random.nextInt(3) == 0 ? 600 : 1e9;
        double drift = random.nextInt(2) * 0.001 * random.nextGaussian();
        return t -> {
            double s = Math.min(t, end);
            return 12
                    + drift * t
                    + swing * Math.exp(-s / decay) * Math.sin(2 * Math.PI * s / period * (1 + change * s));
        };
    }

    @Test
    void itIsWhatACloseLookFinds() {
        Criteria criteria = Feed.criteria(1, OptionalDouble.empty());
        double drift = criteria.steadiness().drift();
        Random random = new Random(8);
        int recurring = 0;
        int others = 0;
        int looks = 0;
        for (int i = 0; i < 400; i++) {
            DoubleUnaryOperator log = wave(random);
            DoubleUnaryOperator tumor = t -> Math.exp(log.applyAsDouble(t));
            double began = random.nextInt(2) * 1e4;
            Course course = new Course(criteria, began, tumor.applyAsDouble(0));
            Recurrence memory = new Recurrence(course.turns(), began, drift);
            for (int k = 1; k * INTERVAL < 1500; k++) {
                double now = began + k * INTERVAL;
                course.glide(now, tumor.applyAsDouble(k * INTERVAL));
                Optional<Cycle> cycle = course.cycle(WINDOW);
                boolean recurs = cycle.isPresent() && cycle.get().recurs(drift);
                looks += cycle.isPresent() ? 1 : 0;
                if (memory.surelyNot(now)) {
                    assertThat(recurs).as("course %d at %s", i, now).isFalse();
                    others += cycle.isPresent() ? 1 : 0;
                } else if (memory.surely(now, course.extremes().end())) {
                    assertThat(recurs).as("course %d at %s", i, now).isTrue();
                    recurring++;
                } else {
                    memory.see(cycle, course.log());
                }
            }
        }
        assertThat(recurring).isGreaterThan(looks / 10);
        assertThat(others).isGreaterThan(looks / 5);
    }

    /** An oscillation between two values, a turn every 20 d. */
    private static Course square(double until) {
        Course course = new Course(Feed.criteria(1, OptionalDouble.empty()), 0, 100);
        for (double t = 10; t <= until; t += 10) {
            course.glide(t, t % 40 < 20 ? 100 : 200);
        }
        return course;
    }

    @Test
    void itHoldsBetweenTheExtremesUntilATurnLeavesTheSpans() {
        Course course = square(400);
        Cycle cycle = course.cycle(96).orElseThrow();
        assertThat(cycle.recurs(0.1)).isTrue();
        Recurrence memory = new Recurrence(course.turns(), 0, 0.1);
        memory.see(Optional.of(cycle), course.log());
        assertThat(memory.surely(cycle.kept(), 150)).isTrue();
        assertThat(memory.surely(Math.nextUp(cycle.kept()), 150)).isFalse();
        assertThat(memory.surely(400, 100)).isFalse();
        assertThat(memory.surely(400, 200)).isFalse();
        assertThat(memory.surely(400, Double.NaN)).isFalse();
        assertThat(memory.surelyNot(400)).isFalse();
        // turns are at 220 d and 320 d, spans begin at 208 d and 304 d
        assertThat(cycle.kept()).isCloseTo(220 + 2 * 96, within(1e-6)).isLessThan(412);
    }

    @Test
    void aNewTurnMakesItUnknown() {
        Course course = square(400);
        Recurrence memory = new Recurrence(course.turns(), 0, 0.1);
        memory.see(course.cycle(96), course.log());
        long before = course.turns().added();
        for (double t = 401; course.turns().added() == before; t++) {
            course.glide(t, course.extremes().end() == 100 ? 200 : 100);
        }
        assertThat(memory.surely(400, 150)).isFalse();
    }

    @Test
    void twoSpansThatDoNotFitYetWillFitLater() {
        Course course = square(170);
        Cycle cycle = course.cycle(96).orElseThrow();
        assertThat(cycle.complete()).isFalse();
        Recurrence memory = new Recurrence(course.turns(), 0, 0.1);
        memory.see(Optional.of(cycle), course.log());
        assertThat(memory.surelyNot(175)).isTrue();
        assertThat(memory.surelyNot(2 * cycle.span())).isFalse();
    }

    /** Though its turns would stay, it is complete from two spans after the start on. */
    @Test
    void whatTheRunIsTooShortForIsNotKnownForLonger() {
        Turns turns = square(170).turns();
        Recurrence memory = new Recurrence(turns, 0, 0.1);
        memory.see(Optional.of(new Cycle(-22, 96, 4, 5, 0, 0, false, 300)), 4.5);
        assertThat(memory.surelyNot(191)).isTrue();
        assertThat(memory.surelyNot(192)).isFalse();
        memory.see(Optional.of(new Cycle(-22, 96, 4, 5, 0, 0, false, 180)), 4.5);
        assertThat(memory.surelyNot(181)).isFalse();
    }
}

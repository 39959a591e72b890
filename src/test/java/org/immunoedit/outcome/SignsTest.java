package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cheap signs call certain, a close look finds: for random courses, at every sample. */
class SignsTest {
    private static final int COURSES = 300;
    private static final double END = 900;

    /** ln tumor: a level, a drift that fades or goes on, a wave that fades or grows. */
    private static DoubleUnaryOperator course(Random random) {
        double level = Math.log(10) * (-0.5 + 10 * random.nextDouble());
        double drift = 3 * random.nextGaussian() * random.nextDouble();
        double fading = 20 + 600 * random.nextDouble();
        double slope = random.nextInt(3) == 0 ? 0.004 * random.nextGaussian() : 0;
        double swing = random.nextInt(3) == 0 ? 0 : 1.5 * random.nextDouble();
        double decay = random.nextInt(4) == 0 ? -900 : 30 + 500 * random.nextDouble();
        double period = 25 + 150 * random.nextDouble();
        return t -> level
                + drift * Math.exp(-t / fading)
                + slope * t
                + swing * Math.exp(-t / decay) * Math.sin(2 * Math.PI * t / period);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e8, Double.POSITIVE_INFINITY})
    void whatIsCertainIsSo(double escapedAbove) {
        OptionalDouble above =
                Double.isInfinite(escapedAbove) ? OptionalDouble.empty() : OptionalDouble.of(escapedAbove);
        Criteria criteria = Feed.criteria(1, above);
        double interval = criteria.steadiness().window() / Samples.COUNT;
        Random random = new Random(3);
        Map<Phase, Integer> certain = new EnumMap<>(Phase.class);
        int looks = 0;
        for (int i = 0; i < COURSES; i++) {
            DoubleUnaryOperator log = course(random);
            DoubleUnaryOperator tumor = t -> Math.exp(log.applyAsDouble(t));
            Course course = new Course(criteria, 0, tumor.applyAsDouble(0));
            PhaseRule rule = new PhaseRule(criteria, course);
            for (int k = 1; k * interval < END; k++) {
                double from = course.now();
                double to = k * interval;
                course.see(new Piece(from, tumor.applyAsDouble(from), to, tumor.applyAsDouble(to), tumor));
                course.sample();
                Phase found = rule.now().phase();
                looks++;
                for (Phase phase : Phase.values()) {
                    if (rule.isSurely(phase)) {
                        assertThat(found).as("course %d at %s", i, to).isEqualTo(phase);
                        certain.merge(phase, 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(certain).containsKeys(Phase.ELIMINATION, Phase.EQUILIBRIUM);
        if (above.isPresent()) {
            assertThat(certain).containsKeys(Phase.values());
            assertThat(certain.values().stream().mapToInt(n -> n).sum()).isGreaterThan(looks / 2);
        }
    }
}

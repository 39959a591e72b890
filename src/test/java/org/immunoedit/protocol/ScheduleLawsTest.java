package org.immunoedit.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.immunoedit.protocol.Timeline.Dose;
import org.immunoedit.protocol.Timeline.Flow;
import org.immunoedit.protocol.Timeline.Instant;
import org.immunoedit.protocol.Timeline.Jump;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for any treatment, on seeded random ones. */
class ScheduleLawsTest {
    private static final double END = 1000;

    private static String[] random(Random random, double share) {
        String amount = Double.toString(share * random.nextInt(1000));
        String start = Integer.toString(random.nextInt(300));
        String every = random.nextBoolean() ? random.nextInt(1, 40) + " d" : "4.5 h";
        String doses = Integer.toString(random.nextInt(1, 15));
        String duration = random.nextBoolean() ? "0" : random.nextDouble() * 30 + " h";
        String state = random.nextBoolean() ? "E" : "x";
        return new String[] {
            "into", state, "amount", amount, "start", start, "every", every, "doses", doses, "duration", duration
        };
    }

    private static Timeline treatment(long seed, int parts) {
        Random random = new Random(seed);
        Prescription prescription = new Prescription().end(END);
        for (int i = 0; i < 6; i++) {
            String[] therapy = random(random, 1.0 / parts);
            for (int part = 0; part < parts; part++) {
                prescription.give(therapy);
            }
        }
        Timeline timeline = prescription.timeline();
        assertThat(prescription.problems().hasErrors()).isFalse();
        return timeline;
    }

    /** What each state has received when the run ends: jumps, and flows times their length. */
    private static Map<String, Double> received(Timeline timeline) {
        Map<String, Double> sums = new HashMap<>();
        Map<String, Double> flows = new HashMap<>();
        double last = 0;
        for (Instant instant : timeline.instants()) {
            double length = instant.time() - last;
            flows.forEach((state, rate) -> sums.merge(state, rate * length, Double::sum));
            instant.jumps().forEach(jump -> sums.merge(jump.state(), jump.amount(), Double::sum));
            instant.flows().forEach(flow -> flows.put(flow.state(), flow.rate()));
            last = instant.time();
        }
        assertThat(flows.values()).allMatch(rate -> rate == 0.0);
        return sums;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatArrivesIsWhatWasPrescribed(long seed) {
        Timeline timeline = treatment(seed, 1);
        Map<String, Double> sums = new HashMap<>();
        timeline.doses().forEach(dose -> sums.merge(dose.state(), dose.amount(), Double::sum));
        Map<String, Double> received = received(timeline);
        sums.forEach((state, sum) -> assertThat(received.get(state)).isCloseTo(sum, within(1e-9 * sum)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void twoHalvesAreTheWhole(long seed) {
        Timeline whole = treatment(seed, 1);
        Timeline halves = treatment(seed, 2);
        assertThat(halves.doses()).hasSize(2 * whole.doses().size());
        assertThat(halves.instants()).hasSameSizeAs(whole.instants());
        for (int i = 0; i < whole.instants().size(); i++) {
            Instant one = whole.instants().get(i);
            Instant two = halves.instants().get(i);
            assertThat(two.time()).isEqualTo(one.time());
            assertThat(two.jumps().stream().mapToDouble(Jump::amount).sum())
                    .isEqualTo(one.jumps().stream().mapToDouble(Jump::amount).sum());
            assertThat(two.flows())
                    .extracting(Flow::state)
                    .isEqualTo(one.flows().stream().map(Flow::state).toList());
            for (int j = 0; j < one.flows().size(); j++) {
                double rate = one.flows().get(j).rate();
                assertThat(two.flows().get(j).rate()).isCloseTo(rate, within(1e-14 * rate));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void instantsAscendAndDosesAreInOrder(long seed) {
        Timeline timeline = treatment(seed, 1);
        List<Double> times = timeline.instants().stream().map(Instant::time).toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(timeline.doses()).extracting(Dose::time).isSorted();
    }
}

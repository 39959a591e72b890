package org.immunoedit.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunoedit.protocol.Timeline.Dose;
import org.immunoedit.protocol.Timeline.Flow;
import org.immunoedit.protocol.Timeline.Instant;
import org.immunoedit.protocol.Timeline.Jump;
import org.junit.jupiter.api.Test;

class ScheduleInfusionsTest {
    private static Instant flow(double time, String state, double rate) {
        return new Instant(time, List.of(), List.of(new Flow(state, rate)));
    }

    @Test
    void anInfusionByDurationBeginsAndEnds() {
        Timeline timeline = new Prescription()
                .give("agent", "antibody", "amount", "200 mg", "duration", "12 h", "start", "2")
                .faultless();
        assertThat(timeline.instants())
                .containsExactly(flow(2, "antibody.central", 400), flow(2.5, "antibody.central", 0));
        assertThat(timeline.doses()).containsExactly(new Dose(2, 0, "antibody", "antibody.central", 200, 0.5));
    }

    @Test
    void anInfusionByRateLastsAmountOverRate() {
        Timeline timeline = new Prescription()
                .give("agent", "antibody", "amount", "200 mg", "rate", "50 mg/h")
                .faultless();
        assertThat(timeline.instants()).hasSize(2);
        assertThat(timeline.instants().get(0)).isEqualTo(flow(0, "antibody.central", 1200));
        assertThat(timeline.instants().get(1).time()).isCloseTo(4 / 24.0, within(1e-16));
    }

    @Test
    void aBareRateIsPerTimeUnitOfTheModelAndMayBePerWeight() {
        assertThat(new Prescription()
                        .run(0, 48, "h")
                        .give("into", "E", "amount", "100", "rate", "25")
                        .faultless()
                        .instants())
                .containsExactly(flow(0, "E", 25), flow(4, "E", 0));
        assertThat(new Prescription()
                        .patient("70 kg", null)
                        .give("agent", "antibody", "amount", "3 mg/kg", "rate", "6 mg/kg/d")
                        .faultless()
                        .instants())
                .containsExactly(flow(0, "antibody.central", 420), flow(0.5, "antibody.central", 0));
        assertThat(new Prescription()
                        .patient("70 kg", null)
                        .give("agent", "cytokine", "amount", "2e7 IU", "rate", "4e7 IU/d")
                        .faultless()
                        .instants())
                .containsExactly(flow(0, "cytokine.central", 2000), flow(0.5, "cytokine.central", 0));
    }

    @Test
    void bioavailabilityChangesTheRateOfADurationAndTheDurationOfARate() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "100", "duration", "4", "bioavailability", "0.5")
                        .faultless()
                        .instants())
                .containsExactly(flow(0, "E", 12.5), flow(4, "E", 0));
        assertThat(new Prescription()
                        .give("into", "E", "amount", "100", "rate", "25", "bioavailability", "0.5")
                        .faultless()
                        .instants())
                .containsExactly(flow(0, "E", 25), flow(2, "E", 0));
    }

    @Test
    void anInfusionOfNoDurationIsABolus() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "7", "duration", "0")
                        .faultless()
                        .instants())
                .containsExactly(new Instant(0, List.of(new Jump("E", 7)), List.of()));
        assertThat(new Prescription()
                        .give("into", "E", "amount", "7", "duration", "1e-15", "start", "50")
                        .faultless()
                        .instants())
                .containsExactly(new Instant(50, List.of(new Jump("E", 7)), List.of()));
    }

    @Test
    void overlappingInfusionsAddUpAndEndAtExactlyNothing() {
        Timeline timeline = new Prescription()
                .give("into", "E", "amount", "0.3", "duration", "3")
                .give("into", "E", "amount", "0.2", "duration", "1", "start", "1")
                .give("into", "E", "amount", "0.3", "duration", "1", "start", "1.5")
                .faultless();
        assertThat(timeline.instants())
                .containsExactly(
                        flow(0, "E", 0.3 / 3),
                        flow(1, "E", 0.3 / 3 + 0.2),
                        flow(1.5, "E", 0.3 / 3 + 0.2 + 0.3),
                        flow(2, "E", 0.3 / 3 + 0.3),
                        flow(2.5, "E", 0.3 / 3),
                        flow(3, "E", 0));
    }

    @Test
    void infusionsLongerThanTheirIntervalAddUpWithAWarning() {
        Prescription prescription =
                new Prescription().give("into", "E", "amount", "3", "duration", "3", "every", "2", "doses", "2");
        assertThat(prescription.timeline().instants())
                .containsExactly(flow(0, "E", 1), flow(2, "E", 2), flow(3, "E", 1), flow(5, "E", 0));
        assertThat(prescription.problems().sorted())
                .singleElement()
                .hasToString("s.json: warning: /therapies/0/duration: an infusion of 3 d is longer than the 2 d"
                        + " to the next dose (the rates of overlapping infusions add up)");
    }

    @Test
    void backToBackInfusionsAreOneFlow() {
        Timeline timeline = new Prescription()
                .give("into", "E", "amount", "0.1", "duration", "0.1", "every", "0.1", "doses", "30")
                .faultless();
        assertThat(timeline.instants()).hasSize(2);
        assertThat(timeline.instants().get(0)).isEqualTo(flow(0, "E", 1));
        Instant last = timeline.instants().get(1);
        assertThat(last.time()).isCloseTo(3, within(1e-15));
        assertThat(last.flows()).containsExactly(new Flow("E", 0));
        assertThat(timeline.doses()).hasSize(30);
    }

    @Test
    void anInfusionRunningPastTheEndDoesNotEnd() {
        assertThat(new Prescription()
                        .end(10)
                        .give("into", "E", "amount", "40", "duration", "20")
                        .faultless()
                        .instants())
                .containsExactly(flow(0, "E", 2));
    }

    @Test
    void bolusAndInfusionOfOneInstantAreBothThere() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "40", "duration", "20")
                        .give("into", "E", "amount", "3")
                        .faultless()
                        .instants())
                .containsExactly(
                        new Instant(0, List.of(new Jump("E", 3)), List.of(new Flow("E", 2))), flow(20, "E", 0));
    }
}

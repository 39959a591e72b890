package org.immunoedit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunoedit.protocol.Timeline.Instant;
import org.immunoedit.protocol.Timeline.Jump;
import org.junit.jupiter.api.Test;

class ScheduleTimesTest {
    @Test
    void aDoseIsGivenOnceAtTheStartByDefault() {
        Timeline timeline = new Prescription().give("into", "E", "amount", "5").faultless();
        assertThat(timeline.instants()).containsExactly(new Instant(0, List.of(new Jump("E", 5)), List.of()));
        assertThat(timeline.doses()).containsExactly(new Timeline.Dose(0, 0, "", "E", 5, 0));
    }

    @Test
    void dosesIsTheTotalNumber() {
        assertThat(new Prescription()
                        .give("agent", "antibody", "amount", "200 mg", "start", "14 d", "every", "3 wk", "doses", "4")
                        .times())
                .containsExactly(14.0, 35.0, 56.0, 77.0);
    }

    @Test
    void untilAdmitsDosesStrictlyBefore() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "every", "2", "until", "6")
                        .times())
                .containsExactly(0.0, 2.0, 4.0);
    }

    @Test
    void untilIsNotFooledByRounding() {
        // 3 · 0.1 is 0.30000000000000004; 7 · 0.7 is 4.8999999999999995, which is before 4.9 by rounding only.
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "every", "0.1", "until", "0.3")
                        .times())
                .hasSize(3);
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "every", "0.7", "until", "4.9")
                        .times())
                .hasSize(7);
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "every", "8 h", "until", "100 d")
                        .times())
                .hasSize(300);
    }

    @Test
    void everyAloneGoesOnToTheEndOfTheRunWithoutWarning() {
        assertThat(new Prescription()
                        .end(21)
                        .give("into", "E", "amount", "1", "every", "1 wk")
                        .times())
                .containsExactly(0.0, 7.0, 14.0, 21.0);
    }

    @Test
    void intervalsOfFourAndAHalfHoursDoNotDouble() {
        List<Double> times = new Prescription()
                .end(3000)
                .give("into", "E", "amount", "1", "every", "4.5 h", "doses", "16001")
                .times();
        assertThat(times).hasSize(16001).doesNotHaveDuplicates();
        for (int k = 0; k < times.size(); k++) {
            assertThat(times.get(k)).isEqualTo(k * 0.1875);
        }
    }

    @Test
    void timesAreMultipliedNotAccumulated() {
        List<Double> times = new Prescription()
                .give("into", "E", "amount", "1", "every", "0.1", "doses", "1001")
                .times();
        assertThat(times.get(1000)).isEqualTo(100.0);
        assertThat(times.get(3)).isEqualTo(3 * 0.1);
    }

    @Test
    void aDoseAtTheEndCountsAndIsExactlyThere() {
        // 3 · 0.1 is 0.30000000000000004, beyond the end by a rounding.
        Timeline timeline = new Prescription()
                .run(0, 0.3, "d")
                .give("into", "E", "amount", "1", "every", "0.1", "doses", "4")
                .faultless();
        assertThat(timeline.instants()).hasSize(4);
        assertThat(timeline.instants().get(3).time()).isEqualTo(0.3);
    }

    @Test
    void aDoseAtTheStartOfALaterRunCounts() {
        assertThat(new Prescription()
                        .run(10, 20, "d")
                        .give("into", "E", "amount", "1", "start", "10 d")
                        .times())
                .containsExactly(10.0);
    }

    @Test
    void timesAreConvertedToTheModelsUnit() {
        assertThat(new Prescription()
                        .run(0, 100, "h")
                        .give("into", "E", "amount", "1", "start", "2 d", "every", "90 min", "doses", "2")
                        .times())
                .containsExactly(48.0, 49.5);
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "start", "36 h")
                        .times())
                .containsExactly(1.5);
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "start", "2.5")
                        .times())
                .containsExactly(2.5);
    }

    @Test
    void lagDelaysEveryDoseButNotUntil() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "every", "1", "until", "3", "lag", "12 h")
                        .times())
                .containsExactly(0.5, 1.5, 2.5);
    }

    @Test
    void aCycleGivesItsDaysAndTimes() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "start", "10 d", "cycle", "2 wk; 1 2 5; 0 h, 6 h; 2")
                        .times())
                .containsExactly(10.0, 10.25, 11.0, 11.25, 14.0, 14.25, 24.0, 24.25, 25.0, 25.25, 28.0, 28.25);
    }

    @Test
    void daysOfACycleAreDaysInAnyModel() {
        assertThat(new Prescription()
                        .run(0, 1000, "h")
                        .give("into", "E", "amount", "1", "cycle", "7 d; 1 3; 8 h; 2", "lag", "1")
                        .times())
                .containsExactly(9.0, 57.0, 177.0, 225.0);
    }

    @Test
    void highDoseInterleukinIsFifteenDosesACycleEightHoursApart() {
        List<Double> times = new Prescription()
                .patient("70 kg", null)
                .give("agent", "cytokine", "amount", "600000 IU/kg", "cycle", "2 wk; 1 2 3 4 5; 0 h, 8 h, 16 h; 2")
                .times();
        assertThat(times).hasSize(30).startsWith(0.0, 8 / 24.0, 16 / 24.0, 1.0).contains(14.0, 18 + 16 / 24.0);
    }

    @Test
    void cyclesBeyondTheEndAreLeftOutAndCounted() {
        Prescription prescription =
                new Prescription().end(15).give("into", "E", "amount", "1", "cycle", "2 wk; 1 3; ; 3");
        assertThat(prescription.timeline().doses())
                .extracting(Timeline.Dose::time)
                .containsExactly(0.0, 2.0, 14.0);
        assertThat(prescription.problems().sorted())
                .singleElement()
                .hasToString("s.json: warning: /therapies/0: 3 of 6 doses fall after the end of the run"
                        + " (they are left out)");
    }

    @Test
    void twoDosesOfOneInstantAreBothGivenInFileOrder() {
        Timeline timeline = new Prescription()
                .give("into", "E", "amount", "1", "start", "3")
                .give("into", "T[2]", "amount", "7", "start", "3")
                .give("into", "E", "amount", "10", "every", "1", "start", "1", "doses", "3")
                .faultless();
        assertThat(timeline.instants()).hasSize(3);
        assertThat(timeline.instants().get(2))
                .isEqualTo(
                        new Instant(3, List.of(new Jump("E", 1), new Jump("T[2]", 7), new Jump("E", 10)), List.of()));
        assertThat(timeline.doses()).extracting(Timeline.Dose::therapy).containsExactly(2, 2, 0, 1, 2);
    }

    @Test
    void timesThatDifferByRoundingAreOneInstant() {
        Timeline timeline = new Prescription()
                .give("into", "E", "amount", "1", "every", "0.1", "doses", "4")
                .give("into", "E", "amount", "10", "start", "0.3")
                .faultless();
        assertThat(timeline.instants()).hasSize(4);
        Instant last = timeline.instants().get(3);
        assertThat(last.time()).isEqualTo(0.3);
        assertThat(last.jumps()).containsExactly(new Jump("E", 1), new Jump("E", 10));
    }

    @Test
    void timesThatDifferByMoreThanRoundingStayApart() {
        Timeline timeline = new Prescription()
                .give("into", "E", "amount", "1", "start", "1")
                .give("into", "E", "amount", "1", "start", "1.00000000000001")
                .faultless();
        assertThat(timeline.instants()).hasSize(2);
    }

    @Test
    void noTherapiesMakeAnEmptyTimeline() {
        assertThat(new Prescription().faultless()).isEqualTo(Timeline.EMPTY);
    }

    @Test
    void aRunOfNoLengthStillTakesItsDoses() {
        assertThat(new Prescription()
                        .end(0)
                        .give("into", "E", "amount", "1", "every", "1")
                        .times())
                .containsExactly(0.0);
    }
}

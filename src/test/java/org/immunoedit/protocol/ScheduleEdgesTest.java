package org.immunoedit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.protocol.Timeline.Flow;
import org.immunoedit.protocol.Timeline.Instant;
import org.immunoedit.protocol.Timeline.Jump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doses at the edge of what the rules of a schedule allow. */
class ScheduleEdgesTest {
    @Test
    void theSizeThatIsMissingIsTold() {
        assertThat(new Prescription()
                        .patient(null, "1.8 m^2")
                        .give("agent", "antibody", "amount", "3 mg/kg")
                        .faults())
                .singleElement()
                .asString()
                .contains("is per body weight, but the patient has no weight");
        assertThat(new Prescription()
                        .patient("70 kg", null)
                        .give("agent", "antibody", "amount", "20 mg/m^2")
                        .faults())
                .singleElement()
                .asString()
                .contains("is per body surface, but the patient has no bsa");
    }

    @Test
    void aPatientWithoutWeightIsNoPatient() {
        assertThat(new Prescription()
                        .patient("0 kg", null)
                        .give("agent", "antibody", "amount", "3 mg/kg")
                        .faults())
                .containsExactly(
                        "s.json: error: /patient/weight: \"0 kg\" is not positive; expected a positive number");
    }

    @Test
    void noShareOfADoseIsADoseOfNothing() {
        Timeline timeline = new Prescription()
                .give("into", "E", "amount", "5", "bioavailability", "0")
                .faultless();
        assertThat(timeline.doses()).containsExactly(new Timeline.Dose(0, 0, "", "E", 0, 0));
    }

    @Test
    void aWarningDoesNotHideAnErrorAtItsPlace() {
        Prescription prescription = new Prescription().give("into", "E", "amount", "1", "every", "0");
        Place place = new Place("s.json", 0, 0, "/therapies/0/every");
        prescription.problems().add(Problem.warning("strange", place, "every is strange", ""));
        assertThat(prescription.faults()).hasSize(2);
    }

    @Test
    void theIntervalOfAWarningIsADistanceOfTimes() {
        Prescription prescription = new Prescription()
                .give("into", "E", "amount", "3", "start", "10", "duration", "3", "every", "2", "doses", "2");
        assertThat(prescription.faults()).singleElement().asString().contains("longer than the 2 d to the next dose");
    }

    @Test
    void aLagLongerThanTheIntervalLeavesOutWhatFallsAfterTheEnd() {
        List<Double> times = new Prescription()
                .give("into", "E", "amount", "1", "start", "5", "every", "1", "lag", "10")
                .times();
        assertThat(times).hasSize(86).startsWith(15.0).endsWith(100.0);
    }

    @Test
    void aSingleCycleIsACycle() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1", "cycle", "7 d; 1 7; ; 1")
                        .times())
                .containsExactly(0.0, 6.0);
    }

    @Test
    void daysOfACycleAreCountedInDaysWhateverTheUnitOfTime() {
        assertThat(new Prescription()
                        .run(0, 1000, "h")
                        .give("into", "E", "amount", "1", "cycle", "7 d; 8; ; 1")
                        .faults())
                .containsExactly("s.json: error: /therapies/0/cycle: day 8 is not in a cycle of 7 d;"
                        + " expected days from 1 on");
    }

    @Test
    void theLimitCountsEveryDoseOfACycle() {
        String hours = IntStream.range(0, 24).mapToObj(h -> h + " h").collect(Collectors.joining(","));
        assertThat(new Prescription()
                        .end(1e5)
                        .give("into", "E", "amount", "1", "cycle", "1 d; 1; " + hours + "; 1000000")
                        .faults())
                .singleElement()
                .asString()
                .contains("2400024 doses; expected at most 1000000 doses in a run");
    }

    @Test
    void aMillionDosesAreAllowedAndNotOneMore() {
        Prescription most = new Prescription()
                .give("into", "E", "amount", "1", "every", "0.0001", "doses", "999999")
                .give("into", "x", "amount", "1");
        assertThat(most.times()).hasSize(1_000_000);
        assertThat(new Prescription()
                        .give("into", "x", "amount", "1")
                        .give("into", "E", "amount", "1", "every", "0.0001", "doses", "1000000")
                        .faults())
                .containsExactly("s.json: error: /therapies/1/every: 1000000 doses after 1 others;"
                        + " expected at most 1000000 doses in a run");
    }

    @Test
    void anInfusionThatEndsWithTheRunEnds() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "10", "start", "90", "duration", "10")
                        .faultless()
                        .instants())
                .containsExactly(
                        new Instant(90, List.of(), List.of(new Flow("E", 1))),
                        new Instant(100, List.of(), List.of(new Flow("E", 0))));
    }

    @ParameterizedTest
    @CsvSource({"1e10, rate, 1e-300", "1e300, bioavailability, 1e10"})
    void whatNoNumberCanTellIsRefused(String amount, String key, String value) {
        Prescription prescription =
                new Prescription().give("into", "E", "amount", amount, key, value, "every", "1", "doses", "2");
        assertThat(prescription.faults())
                .containsExactly("s.json: error: /therapies/0: a dose or its duration is beyond the range of numbers;"
                        + " expected amounts and rates that are less extreme");
    }

    @Test
    void anInfusionTooShortForARateIsABolus() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "1e10", "duration", "1e-305")
                        .faultless()
                        .instants())
                .containsExactly(new Instant(0, List.of(new Jump("E", 1e10)), List.of()));
    }

    @Test
    void timesEightRoundingsApartAreOneInstant() {
        assertThat(Clock.same(1, 1 + 8 * Math.ulp(1.0))).isTrue();
        assertThat(Clock.same(1, 1 + 9 * Math.ulp(1.0))).isFalse();
        assertThat(Clock.before(1, 1 + 9 * Math.ulp(1.0))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "200, 200",
        "0.0001, 0.0001",
        "-0.0001, -0.0001",
        "9.9e-5, 0.000099",
        "1e-7, 1e-7",
        "9999999, 9999999",
        "1e7, 1e7",
        "-1.5e8, -1.5e8"
    })
    void numbersOfMessagesAreShort(double value, String text) {
        assertThat(Wording.number(value)).isEqualTo(text);
    }
}

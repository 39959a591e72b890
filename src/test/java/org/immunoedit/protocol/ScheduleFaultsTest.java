package org.immunoedit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.immunoedit.problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleFaultsTest {
    private static Arguments fault(String message, String... pairs) {
        return Arguments.of(message, pairs);
    }

    static Stream<Arguments> faults() {
        return Stream.concat(Stream.concat(names(), amounts()), times());
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                fault(
                        "error: /therapies/0/agent: \"antibdy\" is not an agent (did you mean \"antibody\"?)",
                        "agent",
                        "antibdy",
                        "amount",
                        "1"),
                fault(
                        "error: /therapies/0/into: \"Q\" is not a state (did you mean \"E\"?)",
                        "into",
                        "Q",
                        "amount",
                        "1"),
                fault(
                        "error: /therapies/0/into: \"tumor\" is not a state (known: E, T[2], x)",
                        "into",
                        "tumor",
                        "amount",
                        "1"),
                fault(
                        "error: /therapies/0/into: \"T[3]\" is not a state (did you mean \"T[2]\"?)",
                        "into",
                        "T[3]",
                        "amount",
                        "1"),
                fault(
                        "error: /therapies/0: T is dosed at an index; expected a number, such as T[1]",
                        "into",
                        "T[i]",
                        "amount",
                        "1"),
                fault(
                        "error: /therapies/0: agent together with into; expected either an agent or a state",
                        "agent",
                        "antibody",
                        "into",
                        "E",
                        "amount",
                        "1"),
                fault(
                        "error: /therapies/0: a therapy without agent or into; expected either an agent or a state",
                        "amount",
                        "1"));
    }

    private static Stream<Arguments> amounts() {
        return Stream.of(
                fault(
                        "error: /therapies/0: a therapy without an amount; expected \"amount\": \"1 mg\"",
                        "agent",
                        "antibody"),
                fault(
                        "error: /therapies/0/amount: \"5 mL\" is a volume, not a mass; expected an amount in mg",
                        "agent",
                        "antibody",
                        "amount",
                        "5 mL"),
                fault(
                        "error: /therapies/0/amount: \"5 mg\" is a mass, not a number of cells;"
                                + " expected an amount in cell",
                        "into",
                        "E",
                        "amount",
                        "5 mg"),
                fault(
                        "error: /therapies/0/amount: \"100 IU\" is an activity, not a mass; expected an amount in mg",
                        "agent",
                        "antibody",
                        "amount",
                        "100 IU"),
                fault(
                        "error: /therapies/0/amount: \"3 mg/kg\" is a mass per body weight, not a number without"
                                + " dimension; expected an amount in 1",
                        "into",
                        "x",
                        "amount",
                        "3 mg/kg"),
                fault(
                        "error: /therapies/0/amount: \"3 mg/kg\" is per body weight, but the patient has no weight;"
                                + " expected \"patient\": {\"weight\": \"70 kg\"}",
                        "agent",
                        "antibody",
                        "amount",
                        "3 mg/kg"),
                fault(
                        "error: /therapies/0/amount: \"20 mg/m^2\" is per body surface, but the patient has no bsa;"
                                + " expected \"patient\": {\"bsa\": \"1.8 m^2\"}",
                        "agent",
                        "antibody",
                        "amount",
                        "20 mg/m^2"),
                fault(
                        "error: /therapies/0/amount: -1 is negative; expected an amount of 0 or more",
                        "into",
                        "E",
                        "amount",
                        "-1"),
                fault(
                        "error: /therapies/0/amount: doses are measured in mg, but state C is in cell/uL;"
                                + " expected an agent in a unit of the state, or a potency",
                        "agent",
                        "lost",
                        "amount",
                        "5"),
                fault(
                        "error: /therapies/0/rate: \"5 mg\" is a mass, not a mass per time;"
                                + " expected an amount in mg/d",
                        "agent",
                        "antibody",
                        "amount",
                        "5",
                        "rate",
                        "5 mg"),
                fault(
                        "error: /therapies/0/rate: 0 is not positive; expected a rate above 0",
                        "agent",
                        "antibody",
                        "amount",
                        "5",
                        "rate",
                        "0"),
                fault(
                        "error: /therapies/0: rate together with duration; expected one of them",
                        "agent",
                        "antibody",
                        "amount",
                        "5",
                        "rate",
                        "1",
                        "duration",
                        "5"),
                fault(
                        "error: /therapies/0/bioavailability: -0.5 is negative; expected a share of 0 or more",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "bioavailability",
                        "-0.5"),
                fault(
                        "error: /therapies/0/bioavailability: \"2 mg\" is a mass, not a share;"
                                + " expected a number such as 0.8 or \"80 %\"",
                        "into", "E", "amount", "1", "bioavailability", "2 mg"));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                fault(
                        "error: /therapies/0/start: -1 is negative; expected a time of 0 or more",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "start",
                        "-1"),
                fault(
                        "error: /therapies/0/start: \"3 mg\" is a mass, not a time; expected a time in d",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "start",
                        "3 mg"),
                fault(
                        "error: /therapies/0/every: \"0 d\" is not positive; expected a time above 0",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "every",
                        "0 d"),
                fault(
                        "error: /therapies/0/lag: -2 is negative; expected a time of 0 or more",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "lag",
                        "-2"),
                fault(
                        "error: /therapies/0/duration: -2 is negative; expected a time of 0 or more",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "duration",
                        "-2"),
                fault(
                        "error: /therapies/0: until together with doses; expected one of them",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "every",
                        "1",
                        "until",
                        "5",
                        "doses",
                        "2"),
                fault(
                        "error: /therapies/0: several doses without every; expected \"every\": \"3 wk\"",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "doses",
                        "2"),
                fault(
                        "error: /therapies/0: 0 doses; expected doses of 1 or more",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "every",
                        "1",
                        "doses",
                        "0"),
                fault(
                        "error: /therapies/0/until: no dose: until is 5 d, but the first dose is at 5 d;"
                                + " expected a time after the start",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "start",
                        "5",
                        "every",
                        "1",
                        "until",
                        "5"),
                fault(
                        "error: /therapies/0/every: 100000001 doses; expected at most 1000000 doses in a run",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "every",
                        "1e-6"),
                fault(
                        "error: /therapies/0: cycle together with every, doses or until;"
                                + " expected either a cycle or every with doses or until",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "every",
                        "1",
                        "cycle",
                        "7 d; 1; ; 2"),
                fault(
                        "error: /therapies/0/cycle: day 8 is not in a cycle of 7 d; expected days from 1 on",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "cycle",
                        "7 d; 1 8; ; 2"),
                fault(
                        "error: /therapies/0/cycle: day 0 is not in a cycle of 7 d; expected days from 1 on",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "cycle",
                        "7 d; 0; ; 2"),
                fault(
                        "error: /therapies/0/cycle: day 2 is listed twice; expected each day once",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "cycle",
                        "7 d; 2 1 2; ; 2"),
                fault(
                        "error: /therapies/0/cycle: a cycle without days; expected \"days\": [1]",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "cycle",
                        "7 d; ; ; 2"),
                fault(
                        "error: /therapies/0/cycle: 0 cycles; expected a count of 1 or more",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "cycle",
                        "7 d; 1; ; 0"),
                fault(
                        "error: /therapies/0/cycle/length: 0 is not positive; expected a time above 0",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "cycle",
                        "0; 1; ; 1"),
                fault(
                        "warning: /therapies/0: 1 of 1 dose falls after the end of the run (it is left out)",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "start",
                        "101"),
                fault(
                        "warning: /therapies/0: 24 of 35 doses fall after the end of the run (they are left out)",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "every",
                        "10",
                        "doses",
                        "35"),
                fault(
                        "warning: /therapies/0: 9 of 20 doses fall after the end of the run (they are left out)",
                        "into",
                        "E",
                        "amount",
                        "1",
                        "every",
                        "10",
                        "until",
                        "200"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultHasAPlaceAndAWayOut(String message, String[] pairs) {
        assertThat(new Prescription().give(pairs).faults()).containsExactly("s.json: " + message);
        if (message.startsWith("error")) {
            assertThat(new Prescription().give(pairs).timeline().doses())
                    .as("a therapy with an error is not given at all")
                    .isEmpty();
        }
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        assertThat(new Prescription()
                        .give("agent", "nobody", "amount", "-1", "start", "-1", "every", "5 mg")
                        .give("into", "E", "amount", "5 mL", "lag", "-1")
                        .faults())
                .hasSize(5);
    }

    @Test
    void whatReadingHasRefusedIsNotRefusedTwice() {
        Prescription prescription = new Prescription().give("into", "E", "amount", "1", "every", "0");
        Place place = new Place("s.json", 0, 0, "/therapies/0/every");
        prescription.problems().error("range", place, "every is 0", "");
        assertThat(prescription.faults()).containsExactly("s.json: error: /therapies/0/every: every is 0");
    }

    @Test
    void aBadTherapyDoesNotHideTheOthers() {
        Timeline timeline = new Prescription()
                .give("into", "E", "amount", "-1")
                .give("into", "E", "amount", "2")
                .timeline();
        assertThat(timeline.doses()).containsExactly(new Timeline.Dose(0, 1, "", "E", 2, 0));
    }

    @Test
    void aDoseBeforeTheRunIsAnError() {
        Prescription early = new Prescription().run(10, 20, "d").give("into", "E", "amount", "1", "start", "5 d");
        assertThat(early.timeline().doses()).isEmpty();
        assertThat(early.problems().sorted().stream().map(Object::toString))
                .containsExactly("s.json: error: /therapies/0/start: the first dose, at 5 d, is before the start of the"
                        + " run at 10 d; expected a start within the run");
    }

    @Test
    void aPatientMustMeasure() {
        assertThat(new Prescription()
                        .patient("70 cm", "-1")
                        .give("agent", "antibody", "amount", "3 mg/kg")
                        .faults())
                .containsExactlyInAnyOrder(
                        "s.json: error: /patient/weight: \"70 cm\" is a length, not a mass; expected a number in kg",
                        "s.json: error: /patient/bsa: -1 is not positive; expected a positive number");
    }

    @Test
    void aModelWithoutATimeDimensionHasNoDays() {
        assertThat(new Prescription()
                        .run(0, 10, "1")
                        .give("into", "E", "amount", "1", "cycle", "7; 1; ; 1")
                        .faults())
                .containsExactly("s.json: error: /therapies/0/cycle: a cycle has days, but the model's time has no"
                        + " unit; expected every with doses or until");
        assertThat(new Prescription()
                        .run(0, 10, "1")
                        .give("into", "E", "amount", "1", "start", "1 d")
                        .faults())
                .containsExactly("s.json: error: /therapies/0/start: \"1 d\" is a time, not a number without"
                        + " dimension; expected a number in the model's unit of time");
    }

    @Test
    void theLimitOnDosesIsForTheWholeRun() {
        Prescription prescription = new Prescription()
                .give("into", "E", "amount", "1", "every", "0.0002")
                .give("into", "E", "amount", "1", "every", "0.0002");
        assertThat(prescription.faults())
                .containsExactly("s.json: error: /therapies/1/every: 500001 doses after 500001 others;"
                        + " expected at most 1000000 doses in a run");
    }

    @Test
    void absurdNumbersOfDosesAreCountedNotMade() {
        Prescription prescription =
                new Prescription().give("into", "E", "amount", "1", "every", "1e-300", "until", "1e300");
        assertThat(prescription.faults()).hasSize(1).first().asString().contains("at most 1000000 doses in a run");
        Prescription cycles = new Prescription().give("into", "E", "amount", "1", "cycle", "1 d; 1; ; 2000000000");
        assertThat(cycles.timeline().doses()).hasSize(101);
    }

    @Test
    void soAreThoseOfAnIntervalThatNoNumberOfDosesFills() {
        Prescription prescription =
                new Prescription().give("into", "E", "amount", "1", "every", "1e-320", "until", "2");
        assertThat(prescription.faults())
                .singleElement()
                .asString()
                .contains("/therapies/0/until: endless doses; expected at most 1000000 doses in a run");
    }
}

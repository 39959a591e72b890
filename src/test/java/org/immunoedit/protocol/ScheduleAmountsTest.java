package org.immunoedit.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleAmountsTest {
    @ParameterizedTest
    @CsvSource({
        "antibody, 200, 200",
        "antibody, 200 mg, 200",
        "antibody, 0.2 g, 200",
        "antibody, 3 mg/kg, 210",
        "antibody, 100 ug/kg, 7",
        "antibody, 20 mg/m^2, 36",
        // the state of this agent is in ug, its doses in mg, its potency is 2e7 IU/mg
        "cytokine, 1.5, 1500",
        "cytokine, 2e7 IU, 1000",
        "cytokine, 18 MIU, 900",
        "cytokine, 600000 IU/kg, 2100",
        "cytokine, 1e7 IU/m^2, 900",
        "cytokine, 5 ug, 5",
        "units, 600 kIU, 600000",
        "units, 10 IU/kg, 700",
        "car-t, 2 cell/uL, 2",
        "car-t, 3 cell/mL, 0.003",
    })
    void anAmountArrivesInTheUnitOfTheState(String agent, String amount, double expected) {
        Timeline timeline = new Prescription()
                .patient("70 kg", "1.8 m^2")
                .give("agent", agent, "amount", amount)
                .faultless();
        assertThat(timeline.doses()).singleElement().satisfies(dose -> {
            assertThat(dose.amount()).isCloseTo(expected, within(expected * 2e-16));
            assertThat(dose.agent()).isEqualTo(agent);
        });
    }

    @Test
    void aStateIsDosedInItsOwnUnit() {
        Timeline timeline = new Prescription()
                .patient("70", null)
                .give("into", "E", "amount", "1e9")
                .give("into", "T[2]", "amount", "2e6 cell/kg")
                .give("into", "x", "amount", "50 %")
                .faultless();
        assertThat(timeline.doses()).extracting(Timeline.Dose::amount).containsExactly(1e9, 1.4e8, 0.5);
        assertThat(timeline.doses()).extracting(Timeline.Dose::state).containsExactly("E", "T[2]", "x");
    }

    @Test
    void aWeightInGramsAndABareSurfaceInSquareMetersWillDo() {
        Timeline mouse = new Prescription()
                .patient("20 g", "0.007")
                .give("agent", "antibody", "amount", "10 mg/kg")
                .give("agent", "antibody", "amount", "100 mg/m^2")
                .faultless();
        assertThat(mouse.doses().get(0).amount()).isCloseTo(0.2, within(1e-16));
        assertThat(mouse.doses().get(1).amount()).isCloseTo(0.7, within(2e-16));
    }

    @Test
    void bioavailabilityScalesTheAmount() {
        Timeline timeline = new Prescription()
                .give("agent", "antibody", "amount", "200 mg", "bioavailability", "0.5")
                .give("agent", "antibody", "amount", "200 mg", "bioavailability", "25 %")
                .faultless();
        assertThat(timeline.doses()).extracting(Timeline.Dose::amount).containsExactly(100.0, 50.0);
    }

    @Test
    void nothingIsADoseToo() {
        assertThat(new Prescription()
                        .give("into", "E", "amount", "0")
                        .faultless()
                        .doses())
                .containsExactly(new Timeline.Dose(0, 0, "", "E", 0, 0));
    }
}

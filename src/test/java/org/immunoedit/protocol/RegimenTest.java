package org.immunoedit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunoedit.protocol.Clause.Act;
import org.immunoedit.protocol.Rule.Verb;
import org.immunoedit.protocol.Timeline.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules make of a schedule: assessments in numbers, and the doses that are left after decisions. */
class RegimenTest {
    private static final Act STOP = new Act(Verb.STOP, "antibody", -1);
    private static final Act HOLD = new Act(Verb.HOLD, "antibody", -1);
    private static final Act RESUME = new Act(Verb.RESUME, "antibody", -1);

    private static Prescription weekly() {
        return new Prescription()
                .give("agent", "antibody", "amount", "2", "every", "10")
                .give("into", "T[2]", "amount", "1", "start", "25");
    }

    private static List<Double> antibody(Regimen regimen) {
        return regimen.timeline().doses().stream()
                .filter(dose -> dose.agent().equals("antibody"))
                .map(Dose::time)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|-|-|-|0.0",
                "5|-|-|-|5.0",
                "5|40|-|-|5.0, 45.0, 85.0",
                "0|50|-|-|0.0, 50.0, 100.0",
                "5|30|2|-|5.0, 35.0",
                "5|30|-|65|5.0, 35.0",
                "5|1|-|8|5.0, 6.0, 7.0",
                "1|0.1|-|1.3|1.0, 1.1, 1.2",
                "100|1|-|-|100.0"
            })
    void assessmentsAreWorkedOutByMultiplication(
            String start, String every, Integer count, String until, String expected) {
        Prescription prescription = weekly().rule(start, every, count, until, "stop antibody");
        List<Clause> clauses = prescription.plan().clauses();
        assertThat(prescription.problems().sorted()).isEmpty();
        assertThat(clauses)
                .singleElement()
                .satisfies(clause -> assertThat(clause.times()).hasToString("[" + expected + "]"));
    }

    @Test
    void assessmentsBeforeTheRunAreNotMade() {
        Prescription later = weekly().run(30, 60, "d").rule("0", "20", null, null, "stop T[ 2 ]");
        assertThat(later.plan().clauses().get(0).times()).containsExactly(40.0, 60.0);
    }

    @Test
    void aRuleThatIsNeverAskedIsWarnedOf() {
        assertThat(weekly().rule("101", null, null, null, "stop antibody").planFaults())
                .containsExactly("s.json: warning: /rules/0/at: no assessment within the run (this rule never acts)");
    }

    @Test
    void allAssessmentsOfARunAreBounded() {
        Prescription most = weekly().end(999_999).rule("0", "1", null, null, "stop antibody");
        assertThat(most.plan().clauses().get(0).times()).hasSize(Rulings.MOST_ASSESSMENTS);
        assertThat(weekly().end(1_000_000)
                        .rule("0", "1", null, null, "stop antibody")
                        .planFaults())
                .containsExactly("s.json: error: /rules/0/at/every: more than 1000000 assessments;"
                        + " expected a longer time between them");
        assertThat(weekly().end(999_999)
                        .rule("5", null, null, null, "stop antibody")
                        .rule("0", "1", null, null, "stop antibody")
                        .planFaults())
                .singleElement()
                .asString()
                .startsWith("s.json: error: /rules/1/at/every: more than 1000000 assessments");
    }

    @Test
    void theFaultOfAnAssessmentIsTold() {
        assertThat(weekly().rule("-1", "0", null, "1 mg", "stop antibody").planFaults())
                .containsExactlyInAnyOrder(
                        "s.json: error: /rules/0/at/every: 0 is not positive; expected a time above 0",
                        "s.json: error: /rules/0/at/start: -1 is negative; expected a time of 0 or more",
                        "s.json: error: /rules/0/at/until: \"1 mg\" is a mass, not a time; expected a time in d");
    }

    @Test
    void onlyWhatIsDosedCanBeStopped() {
        assertThat(weekly().rule("0", "1", null, null, "stop cytokine").planFaults())
                .containsExactly("s.json: error: /rules/0/do: \"cytokine\" is not given in this scenario;"
                        + " expected one of antibody, T[2]");
        assertThat(new Prescription()
                        .rule("0", "1", null, null, "stop cytokine")
                        .planFaults())
                .containsExactly("s.json: error: /rules/0/do: \"cytokine\" is not given in this scenario;"
                        + " expected an agent of \"therapies\"");
    }

    @Test
    void ordersBecomeActs() {
        Prescription prescription = weekly().rule("0", "1", null, null, "hold antibody", "stop T[ 2 ]")
                .rule("0", "1", null, null, "resume antibody", "give", "give")
                .ruleAtMost(3, "give");
        List<Clause> clauses = prescription.plan().clauses();
        assertThat(clauses).extracting(Clause::rule).containsExactly(0, 1, 2);
        assertThat(clauses.get(0).acts()).containsExactly(HOLD, new Act(Verb.STOP, "T[2]", -1));
        assertThat(clauses.get(1).acts())
                .containsExactly(RESUME, new Act(Verb.GIVE, "cytokine", 0), new Act(Verb.GIVE, "cytokine", 1));
        assertThat(clauses).extracting(Clause::most).containsExactly(Integer.MAX_VALUE, 1, 3);
        assertThat(clauses).extracting(Clause::gives).containsExactly(false, true, true);
        assertThat(Verb.RESUME).hasToString("resume");
    }

    @Test
    void aHoldLeavesOutWhatIsDueUntilItIsResumed() {
        Regimen begin = weekly().plan().regimen();
        Regimen held = begin.after(HOLD, 20, 0);
        Regimen resumed = held.after(RESUME, 55, 1);
        assertThat(antibody(held)).containsExactly(0.0, 10.0);
        assertThat(antibody(resumed)).containsExactly(0.0, 10.0, 60.0, 70.0, 80.0, 90.0, 100.0);
        assertThat(resumed.timeline().doses()).extracting(Dose::state).contains("T[2]");
        assertThat(held.doses(0, 100)).isEqualTo(9);
        assertThat(held.doses(0, 30)).isEqualTo(2);
        assertThat(resumed.doses(0, 100)).isEqualTo(4);
        assertThat(resumed.doses(1, 100)).isZero();
    }

    @Test
    void aDirectlyDosedStateIsCalledByItsName() {
        Regimen stopped = weekly().plan().regimen().after(new Act(Verb.STOP, "T[2]", -1), 5, 0);
        assertThat(stopped.timeline().doses()).extracting(Dose::state).doesNotContain("T[2]");
        assertThat(antibody(stopped)).hasSize(11);
        assertThat(stopped.doses(0, 100)).isEqualTo(1);
    }

    @Test
    void onlyAChangeIsAChange() {
        Regimen begin = weekly().rule("0", "1", null, null, "give").plan().regimen();
        Act give = new Act(Verb.GIVE, "antibody", 0);
        assertThat(begin.isChangedBy(RESUME)).isFalse();
        assertThat(begin.isChangedBy(HOLD)).isTrue();
        assertThat(begin.isChangedBy(STOP)).isTrue();
        assertThat(begin.isChangedBy(give)).isTrue();
        Regimen held = begin.after(HOLD, 1, 0);
        assertThat(held.isChangedBy(HOLD)).isFalse();
        assertThat(held.isChangedBy(RESUME)).isTrue();
        assertThat(held.isChangedBy(STOP)).isTrue();
        assertThat(held.isChangedBy(give)).isTrue();
        Regimen resumed = held.after(RESUME, 2, 1);
        assertThat(resumed.isChangedBy(RESUME)).isFalse();
        assertThat(resumed.isChangedBy(HOLD)).isTrue();
        Regimen stopped = resumed.after(STOP, 3, 2);
        assertThat(stopped.isChangedBy(STOP)).isFalse();
        assertThat(stopped.isChangedBy(HOLD)).isFalse();
        assertThat(stopped.isChangedBy(RESUME)).isFalse();
        assertThat(stopped.isChangedBy(give)).isFalse();
    }

    @Test
    void dosesThatAreGivenCountFromTheDecisionToTheEnd() {
        Prescription prescription = weekly().rule("0", "1", null, null, "give");
        Regimen begin = prescription.plan().regimen();
        // three doses of cytokine, 20 days apart, the first after 5 days
        assertThat(begin.foreseeable())
                .hasSize(begin.timeline().doses().size() + 1)
                .endsWith(new Dose(0, 0, "cytokine", "cytokine.central", 1000, 0));
        Act give = new Act(Verb.GIVE, "cytokine", 0);
        Regimen given = begin.after(give, 55, 7);
        assertThat(given.timeline().doses())
                .filteredOn(dose -> dose.agent().equals("cytokine"))
                .containsExactly(
                        new Dose(60, 2, "cytokine", "cytokine.central", 1000, 0),
                        new Dose(80, 2, "cytokine", "cytokine.central", 1000, 0),
                        new Dose(100, 2, "cytokine", "cytokine.central", 1000, 0));
        assertThat(given.doses(7, 100)).isEqualTo(3);
        assertThat(given.doses(7, 90)).isEqualTo(2);
        assertThat(given.doses(6, 100)).isZero();
        Regimen twice = given.after(give, 70, 8);
        assertThat(twice.doses(8, 100)).isEqualTo(2);
        assertThat(twice.timeline().doses())
                .filteredOn(dose -> dose.therapy() == 3)
                .extracting(Dose::time)
                .containsExactly(75.0, 95.0);
        Regimen stopped = twice.after(new Act(Verb.STOP, "cytokine", -1), 90, 9);
        assertThat(stopped.doses(9, 100)).isEqualTo(2);
        assertThat(stopped.doses(7, 100)).isEqualTo(2);
    }

    @Test
    void whatARuleGivesIsCountedInARunAsLongAsTheWholeOne() {
        Prescription late = weekly().run(60, 100, "d").clear().rule("60", "1", null, null, "give");
        assertThat(late.planFaults())
                .containsExactly("s.json: warning: /rules/0/do: 1 of 3 doses fall after the end of the run"
                        + " (they are left out)");
    }
}

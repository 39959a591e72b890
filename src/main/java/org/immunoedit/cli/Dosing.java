package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.io.ScenarioReader.Prescription;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Regimen;
import org.immunoedit.protocol.Schedule;
import org.immunoedit.protocol.Therapy;

/**
 * How the therapies of a scenario become doses, for therapies and patients that differ from its own in numbers.
 *
 * @param dosed states that receive doses
 * @param infused those that receive infusions
 * @param ruled whether rules decide about doses, so that no plan tells them
 */
record Dosing(Schedule.Setting setting, Set<String> dosed, Set<String> infused, boolean ruled) {
    Dosing {
        dosed = Set.copyOf(dosed);
        infused = Set.copyOf(infused);
    }

    static Dosing of(Schedule.Setting setting, Regimen regimen, boolean ruled) {
        return new Dosing(setting, dosed(regimen), infused(regimen), ruled);
    }

    /**
     * What a prescription comes to; empty when there is anything to say about them, when a table has their doses, or
     * when they dose other states, so that the equations are others.
     */
    Optional<Regimen> plan(Prescription prescription) {
        List<Therapy> therapies = new ArrayList<>();
        for (Treatment treatment : prescription.therapies()) {
            if (!(treatment instanceof Treatment.Prescribed prescribed)) {
                return Optional.empty();
            }
            therapies.add(prescribed.therapy());
        }
        Problems problems = new Problems();
        Schedule.Setting own = new Schedule.Setting(setting.targets(), prescription.patient(), setting.horizon());
        Regimen regimen = Schedule.plan(therapies, List.of(), own, problems).regimen();
        boolean same = problems.sorted().isEmpty()
                && dosed(regimen).equals(dosed)
                && infused(regimen).equals(infused);
        return same ? Optional.of(regimen) : Optional.empty();
    }

    /** The states that receive doses, or would if a rule gave some. */
    static Set<String> dosed(Regimen regimen) {
        Set<String> dosed = new LinkedHashSet<>();
        regimen.foreseeable().forEach(dose -> dosed.add(dose.state()));
        return dosed;
    }

    /** The states that receive infusions, or would if a rule gave some. */
    static Set<String> infused(Regimen regimen) {
        Set<String> states = new LinkedHashSet<>();
        regimen.foreseeable().stream().filter(dose -> dose.duration() > 0).forEach(dose -> states.add(dose.state()));
        return states;
    }
}

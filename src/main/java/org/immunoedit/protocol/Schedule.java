package org.immunoedit.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunoedit.problem.Problems;

/**
 * Turns what a scenario prescribes into what happens when.
 *
 * <ul>
 *   <li>Dose k (from 0) is given at start + k·every + lag, computed by multiplication. {@code doses} is the total
 *       number; {@code until} admits doses scheduled (lag not counted) strictly before it; with neither, {@code every}
 *       goes on to the end of the run.
 *   <li>Cycle c (from 0) begins at start + c·length; its day d is (d − 1) days later, and each time of day after that.
 *   <li>A dose at the start or at the end of the run counts. One after the end is left out with a warning; one before
 *       the start is an error.
 *   <li>Times within 8 roundings of each other are one instant, at the first of them; those so near the start or the
 *       end of the run are at the start or the end.
 *   <li>Bioavailability multiplies the amount. An infusion given by duration keeps its duration (its rate changes), one
 *       given by rate keeps its rate (it lasts amount·bioavailability/rate): the meaning of F in NONMEM.
 *   <li>An infusion that lasts no time, or less than the resolution of time, is a bolus. One that runs past the end of
 *       the run does not end. Overlapping infusions add up.
 * </ul>
 *
 * <p>The words of NONMEM map to these: TIME is start, AMT amount, RATE rate, II every, ALAG lag, F bioavailability.
 * ADDL counts the doses after the first, so that {@code doses} = ADDL + 1; reading a scenario makes that change.
 */
public final class Schedule {
    private Schedule() {}

    /**
     * The timeline of a run.
     *
     * @param therapies in file order
     * @param targets what may be dosed
     * @param patient for doses per body weight or surface
     * @param horizon the time the run covers
     * @param problems receives errors (unknown names, wrong units, contradictions, impossible numbers) and warnings
     *     (doses after the end, overlapping infusions)
     * @return the doses of all therapies without an error
     */
    public static Timeline timeline(
            List<Therapy> therapies, Targets targets, Patient patient, Horizon horizon, Problems problems) {
        return plan(therapies, List.of(), new Setting(targets, patient, horizon), problems)
                .regimen()
                .timeline();
    }

    /**
     * What a scenario prescribes, and how its rules may change that.
     *
     * @param regimen before any decision
     * @param clauses the rules in numbers, in file order
     */
    public record Plan(Regimen regimen, List<Clause> clauses) {
        /** Nothing prescribed. */
        public static final Plan EMPTY = new Plan(Regimen.NONE, List.of());

        public Plan {
            clauses = List.copyOf(clauses);
        }
    }

    /** Who is dosed, with what, how long. */
    public record Setting(Targets targets, Patient patient, Horizon horizon) {}

    /**
     * The plan of a run with rules.
     *
     * @param therapies in file order
     * @param rules in file order
     * @param problems receives what {@link #timeline} says, names in rules that nothing doses, impossible times of
     *     assessment, and warnings about rules that are never asked
     */
    public static Plan plan(List<Therapy> therapies, List<Rule> rules, Setting setting, Problems problems) {
        Horizon horizon = setting.horizon();
        Faults faults = new Faults(problems);
        Courses reading = new Courses(setting.targets(), setting.patient(), horizon, faults);
        List<Course> courses = courses(therapies, reading);
        List<Therapy> gifts = Rulings.gifts(rules);
        List<Course> given = courses(gifts, reading.ahead(horizon));
        List<Therapy> all = Stream.concat(therapies.stream(), gifts.stream()).toList();
        List<Clause> clauses = new Rulings(all, horizon, faults).of(rules);
        return new Plan(Regimen.of(courses, given, therapies.size(), horizon), clauses);
    }

    private static List<Course> courses(List<Therapy> therapies, Courses courses) {
        List<Course> good = new ArrayList<>();
        for (int i = 0; i < therapies.size(); i++) {
            courses.of(i, therapies.get(i)).ifPresent(good::add);
        }
        return good;
    }
}

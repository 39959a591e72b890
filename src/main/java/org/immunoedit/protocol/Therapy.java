package org.immunoedit.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;

/**
 * One entry of a scenario's {@code therapies}, as written (synonyms already renamed, a named regimen already filled
 * in). A bare number is in the unit of the place: amounts in the unit of the agent or state, times in the model's time
 * unit.
 *
 * @param agent name of an agent; absent when {@code into} is given
 * @param into state that is dosed directly; absent when {@code agent} is given
 * @param amount of one dose; may be per body weight or surface, e.g. 3 mg/kg
 * @param duration of the infusion; absent with {@code rate}, both absent for a bolus
 * @param rate of the infusion, amount per time
 * @param start of the first dose, absent means 0
 * @param every time from dose to dose
 * @param doses total number of doses
 * @param until no dose at or after this time
 * @param cycle a pattern within a repeated cycle, instead of {@code every}
 * @param lag delay of every dose
 * @param bioavailability share of the amount that arrives (0 to 1, or more)
 */
public record Therapy(
        Optional<String> agent,
        Optional<Reference> into,
        Optional<Literal> amount,
        Optional<Literal> duration,
        Optional<Literal> rate,
        Optional<Literal> start,
        Optional<Literal> every,
        OptionalInt doses,
        Optional<Literal> until,
        Optional<Cycle> cycle,
        Optional<Literal> lag,
        Optional<Literal> bioavailability,
        Place place) {
    /**
     * A pattern of doses within a cycle.
     *
     * @param length of a cycle
     * @param days days of the cycle with doses, the first is day 1
     * @param times times of a dosing day after its start; empty means at its start
     * @param count number of cycles
     */
    public record Cycle(Literal length, List<Integer> days, List<Literal> times, int count, Place place) {
        public Cycle {
            days = List.copyOf(days);
            times = List.copyOf(times);
        }
    }
}

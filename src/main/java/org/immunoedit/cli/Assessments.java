package org.immunoedit.cli;

import java.util.Optional;
import org.immunoedit.io.Glance;
import org.immunoedit.io.Json;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/**
 * When the tumors of a sweep are assessed, in its unit of time.
 *
 * @param first baseline
 * @param every time between assessments, above 0
 */
record Assessments(double first, double every) {
    /** As the definitions of outcomes have it. */
    private static final Json WEEKS = new Json.Text("56 d", Place.startOf(""));

    private static final double ROUNDING = 1e-9;

    /** As the scenario says, else by default; empty when that cannot be told in the results' unit of time. */
    static Optional<Assessments> of(SweepResults results) {
        Optional<Unit> unit = Unit.parse(results.timeUnit(), Place.startOf(""), new Problems());
        Glance said = new Glance(results.scenario("outcome").orElse(null)).at("assessments");
        Optional<Double> every = unit.flatMap(
                u -> number(said.at("every").isThere() ? said.at("every").json() : WEEKS, u));
        double first = unit.flatMap(u -> number(said.at("first").json(), u)).orElse(0.0);
        return every.filter(interval -> interval > 0).map(interval -> new Assessments(first, interval));
    }

    private static Optional<Double> number(Json json, Unit unit) {
        if (json instanceof Json.Number number) {
            return Optional.of(number.value());
        }
        return json instanceof Json.Text text
                ? Quantity.parse(text.value(), text.place(), new Problems())
                        .filter(quantity -> quantity.unit().sameDimension(unit))
                        .map(quantity -> quantity.in(unit))
                : Optional.empty();
    }

    /** Whether there is one at a time, or after it and before the next. */
    boolean within(double time, double next) {
        double tiny = ROUNDING * (Math.abs(time) + every);
        double at = first + every * Math.ceil((time - first - tiny) / every);
        return at <= time + tiny || at < next - tiny;
    }
}

package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Spread;
import org.immunoedit.unit.Unit;

/** The unit that all numbers of one varied name are in: that of the first one. */
final class SweptUnit {
    private final Problems problems;
    private Optional<Unit> unit = Optional.empty();
    private boolean known;

    SweptUnit(Problems problems) {
        this.problems = problems;
    }

    /** The unit as written; empty for bare numbers and for words. */
    String text() {
        return unit.map(Unit::text).orElse("");
    }

    /** A number in that unit; empty after an error. */
    OptionalDouble number(Json json) {
        Optional<Literal> literal = Measure.VALUE.read(json, problems);
        if (literal.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<Unit> own = literal.get().unit();
        if (!known) {
            unit = own;
            known = true;
        }
        boolean fits = own.isPresent() == unit.isPresent()
                && (own.isEmpty() || own.get().sameDimension(unit.get()));
        if (!fits) {
            problems.error(
                    "unit",
                    json.place(),
                    json.shown() + " does not measure the same as the numbers before it",
                    unit.map(u -> "a quantity in " + u.text()).orElse("a bare number"));
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(converted(literal.get()));
    }

    private double converted(Literal literal) {
        if (literal.unit().isEmpty() || literal.unit().get().text().equals(text())) {
            return literal.value();
        }
        double factor = literal.unit().get().factorTo(unit.orElseThrow());
        // the factor above 1 is the round one of the two
        return factor >= 1
                ? literal.value() * factor
                : literal.value() / unit.get().factorTo(literal.unit().get());
    }

    /** Values one by one: numbers if all are numbers or quantities of one dimension, else words. */
    Optional<Spread> finite(List<Json> values, List<Double> weights, Place place) {
        if (values.isEmpty()) {
            problems.error("value", place, "there are no values", "a list of values");
            return Optional.empty();
        }
        if (!weights.isEmpty()
                && (weights.size() != values.size()
                        || weights.stream().mapToDouble(w -> w).sum() <= 0
                        || weights.stream().anyMatch(w -> w < 0))) {
            String found = weights.size() + " weights for " + values.size() + " values";
            problems.error("value", place, found, "one weight of 0 or more for each value, not all 0");
            return Optional.empty();
        }
        List<Double> numbers = numbers(values);
        if (numbers.size() == values.size()) {
            return Optional.of(new Spread.Levels(numbers, weights));
        }
        List<String> shown = values.stream()
                .map(v -> v instanceof Json.Text text ? text.value() : JsonText.compact(v))
                .toList();
        if (shown.stream().anyMatch(word -> word.contains("\n") || word.contains("\r"))) {
            problems.error("value", place, "a value contains the end of a line", "values of one line");
            return Optional.empty();
        }
        return Optional.of(
                new Spread.Words(shown, values.stream().map(JsonText::compact).toList(), weights));
    }

    /** As many as there are numbers of one dimension at the start of the list. */
    private List<Double> numbers(List<Json> values) {
        SweptUnit trial = new SweptUnit(new Problems());
        List<Double> numbers = new ArrayList<>();
        for (Json json : values) {
            OptionalDouble number = trial.number(json);
            if (number.isEmpty()) {
                return numbers;
            }
            numbers.add(number.getAsDouble());
        }
        unit = trial.unit;
        return numbers;
    }
}

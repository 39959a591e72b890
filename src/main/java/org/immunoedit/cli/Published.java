package org.immunoedit.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunoedit.io.Json;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Values;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/**
 * What a model says of a parameter or of a start, to be compared with what a scenario says.
 *
 * @param values in {@code unit} where a literal has none of its own
 */
record Published(Values values, Unit unit) {
    /** A conversion between units may round; what differs by less is the same number. */
    private static final double ROUNDING = 1e-12;

    private static final Pattern MEMBER = Pattern.compile("[^\\[]*\\[([0-9, ]+)]");

    /**
     * Whether a scenario says the same, be it in another unit, or one number for a whole family.
     *
     * @param name as the scenario writes it, with an index or without
     */
    boolean says(String name, Json value) {
        Matcher matcher = MEMBER.matcher(name);
        Optional<Values> own = name.indexOf('[') < 0
                ? Optional.of(values)
                : matcher.matches() ? member(matcher.group(1)) : Optional.empty();
        return own.isPresent() && same(own.get(), value);
    }

    private Optional<Values> member(String indices) {
        Values here = values;
        for (String index : indices.split(",")) {
            if (here instanceof Values.Row row) {
                String digits = index.strip();
                int i = digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
                if (i < 1 || i > row.items().size()) {
                    return Optional.empty();
                }
                here = row.items().get(i - 1);
            }
        }
        return Optional.of(here);
    }

    private boolean same(Values own, Json value) {
        if (value instanceof Json.Array list) {
            List<Json> items = list.items();
            List<Values> rows = own instanceof Values.Row row ? row.items() : List.of();
            boolean spread = own instanceof Literal;
            for (int i = 0; i < items.size(); i++) {
                if (!spread && items.size() != rows.size() || !same(spread ? own : rows.get(i), items.get(i))) {
                    return false;
                }
            }
            return !items.isEmpty();
        }
        if (own instanceof Values.Row row) {
            return row.items().stream().allMatch(item -> same(item, value));
        }
        Literal literal = (Literal) own;
        double declared = literal.unit()
                .map(other -> new Quantity(literal.value(), other).in(unit))
                .orElse(literal.value());
        double given = number(value);
        return Math.abs(given - declared) <= ROUNDING * Math.abs(declared);
    }

    /** In the model's unit; NaN for anything else than a number or a quantity of this dimension. */
    private double number(Json value) {
        if (value instanceof Json.Number number) {
            return number.value();
        }
        return value instanceof Json.Text text
                ? Quantity.parse(text.value(), text.place(), new Problems())
                        .filter(quantity -> quantity.unit().sameDimension(unit))
                        .map(quantity -> quantity.in(unit))
                        .orElse(Double.NaN)
                : Double.NaN;
    }
}

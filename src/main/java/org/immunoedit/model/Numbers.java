package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/** Numbers of families: lists checked against the sizes of indices, units converted to the declared one. */
final class Numbers {
    private final Names names;

    Numbers(Names names) {
        this.names = names;
    }

    /** A number and where it stands. */
    record Located(double value, Place place) {}

    /** The values of all members of a target by scalar name; a scalar is spread. */
    Map<String, Located> of(Reference target, Values values, Unit unit, Place place) {
        Map<String, Located> numbers = new LinkedHashMap<>();
        List<Indices.Member> members = names.indices().members(target, place, names.findings());
        double[] flat = new double[members.size()];
        Place[] places = new Place[flat.length];
        if (fill(new Slice(values, names.indices().shape(target), 0, flat.length), target, unit, flat, places)) {
            for (int k = 0; k < flat.length; k++) {
                numbers.put(members.get(k).name(), new Located(flat[k], places[k]));
            }
        }
        return numbers;
    }

    /** Values for a part of a family: members {@code from} to {@code to} (exclusive), of the given shape. */
    private record Slice(Values values, List<Integer> shape, int from, int to) {}

    private boolean fill(Slice slice, Reference target, Unit unit, double[] flat, Place[] places) {
        if (slice.values() instanceof Literal literal) {
            Arrays.fill(flat, slice.from(), slice.to(), converted(literal, unit));
            Arrays.fill(places, slice.from(), slice.to(), literal.place());
            return true;
        }
        Values.Row row = (Values.Row) slice.values();
        if (slice.shape().isEmpty()) {
            names.findings()
                    .error(
                            "value",
                            row.place(),
                            "a list of " + row.items().size() + " values for the single value " + written(target),
                            "a number");
            return false;
        }
        int size = slice.shape().get(0);
        if (row.items().size() != size || size == 0) {
            names.findings()
                    .error(
                            "value",
                            row.place(),
                            row.items().size() + " values for the " + size + " members of " + written(target),
                            size + " values, or one number for all");
            return false;
        }
        boolean good = true;
        int step = (slice.to() - slice.from()) / size;
        for (int k = 0; k < size; k++) {
            int from = slice.from() + k * step;
            List<Integer> inner = slice.shape().subList(1, slice.shape().size());
            good &= fill(new Slice(row.items().get(k), inner, from, from + step), target, unit, flat, places);
        }
        return good;
    }

    private static String written(Reference target) {
        return Symbol.of(Kind.PARAMETER, target, Place.startOf("")).written();
    }

    /** The number in the declared unit; with a wrong dimension an error, and the number as it stands. */
    double converted(Literal literal, Unit unit) {
        if (literal.unit().isEmpty()) {
            return literal.value();
        }
        Unit given = literal.unit().get();
        if (!unit.isDeclared()) {
            String found = quoted(given.text()) + " cannot be converted: the model declares no unit here";
            names.findings().error("unit", literal.place(), found, "a number, or a unit in the model");
            return literal.value();
        }
        if (!given.sameDimension(unit)) {
            names.findings()
                    .error(
                            "unit",
                            literal.place(),
                            quoted(given.text()) + " does not measure the same as " + quoted(unit.text()),
                            "a quantity in " + unit.text());
            return literal.value();
        }
        double factor = given.factorTo(unit);
        // the factor above 1 is the round one of the two: 7 1/wk is exactly 1 1/d
        return factor >= 1 ? literal.value() * factor : literal.value() / unit.factorTo(given);
    }
}

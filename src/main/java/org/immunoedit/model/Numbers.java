package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
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
            java.util.Arrays.fill(flat, slice.from(), slice.to(), converted(literal, unit));
            java.util.Arrays.fill(places, slice.from(), slice.to(), literal.place());
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
        if (row.items().size() != size) {
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
    private double converted(Literal literal, Unit unit) {
        if (literal.unit().isEmpty()) {
            return literal.value();
        }
        Unit given = literal.unit().get();
        if (!given.sameDimension(unit)) {
            names.findings()
                    .error(
                            "unit",
                            literal.place(),
                            quoted(given.text()) + " does not measure the same as " + quoted(unit.text()),
                            "a quantity in " + unit.text());
            return literal.value();
        }
        return literal.value() * given.factorTo(unit);
    }

    /**
     * The numbers of a scenario's settings by scalar name.
     *
     * @param settings from the scenario
     * @param kind what they set
     * @param units of the scalar names that can be set
     */
    Map<String, Located> settings(List<Setting> settings, Kind kind, Map<String, Unit> units) {
        Map<String, Located> numbers = new LinkedHashMap<>();
        settings.stream()
                .sorted(java.util.Comparator.comparingInt(Numbers::detail))
                .forEach(setting -> set(setting, kind, units, numbers));
        return numbers;
    }

    /** How specific a setting is: the number of its members that are given by number. */
    private static int detail(Setting setting) {
        return (int) setting.target().indices().stream()
                .filter(index -> !(index instanceof Reference))
                .count();
    }

    private void set(Setting setting, Kind kind, Map<String, Unit> units, Map<String, Located> numbers) {
        Reference target = setting.target();
        Symbol symbol = symbol(target.name(), kind);
        if (symbol == null) {
            unknown(setting, kind);
            return;
        }
        boolean whole = target.indices().isEmpty();
        if (!whole && symbol.arity() != target.indices().size()) {
            names.findings()
                    .error(
                            "index",
                            setting.place(),
                            quoted(target.name()) + " is written " + symbol.written(),
                            "as many indices");
            return;
        }
        Reference members =
                new Reference(symbol.name(), whole ? symbol.declared().indices() : target.indices(), -1);
        String first = symbol.members().values().stream().findFirst().orElse(symbol.name());
        of(members, setting.values(), units.getOrDefault(first, Unit.ONE), setting.place())
                .forEach((name, number) -> {
                    if (units.containsKey(name)) {
                        numbers.put(name, number);
                    } else {
                        names.findings()
                                .error(
                                        "index",
                                        setting.place(),
                                        name + " does not exist",
                                        symbol.members().size() + " members of " + symbol.written());
                    }
                });
    }

    /** What a setting names; a parameter that an effect replaced is kept under an inner name. */
    private Symbol symbol(String name, Kind kind) {
        Symbol replaced = names.symbols().get(Equations.base(name));
        Symbol symbol = replaced != null ? replaced : names.symbols().get(name);
        return symbol != null && symbol.kind() == kind ? symbol : null;
    }

    private void unknown(Setting setting, Kind kind) {
        String name = setting.target().name();
        Symbol other = names.symbols().get(name);
        String found = quoted(name)
                + (other == null ? " is not " : " is " + other.kind().a() + ", not ") + kind.a() + " of the model";
        List<String> known = names.symbols().names(java.util.Set.of(kind));
        names.findings()
                .add(Problem.error("unknown-name", setting.place(), found, Symbols.shortList(known))
                        .withHint(Nearest.hint(name, known)));
    }
}

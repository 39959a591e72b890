package org.immunoedit.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.unit.Dimension;
import org.immunoedit.unit.Unit;

/** What is known of the unit of a part of a formula. */
sealed interface Measure {
    /** Nothing: a name without a unit is in it, or an error was reported. */
    record Unknown() implements Measure {}

    /**
     * Literal numbers only; takes the unit of what it is added to or compared with.
     *
     * @param factors the numbers it is a product of
     */
    record Bare(double value, List<Double> factors) implements Measure {
        Bare(double value) {
            this(value, List.of(value));
        }

        Bare times(Bare other) {
            return new Bare(value * other.value, Known.joined(factors, other.factors, 1));
        }

        Bare per(Bare other) {
            return new Bare(value / other.value, Known.joined(factors, other.factors, -1));
        }
    }

    /**
     * A unit.
     *
     * @param factor product of the factors of the units in it
     * @param literals numbers that the formula multiplies by; some of them may convert the unit
     * @param powers units raised to exponents that are not literals, by exponent
     * @param text the unit as its author wrote it, if it is a declared one; otherwise empty
     */
    record Known(Dimension dimension, double factor, List<Double> literals, Map<Expr, Scale> powers, String text)
            implements Measure {
        private static final int MOST_LITERALS = 6;

        public Known {
            literals = List.copyOf(literals);
            powers = Collections.unmodifiableMap(new LinkedHashMap<>(powers));
        }

        static Known of(Unit unit) {
            return new Known(unit.dimension(), unit.factor(), List.of(), Map.of(), unit.text());
        }

        /** Whether it has no dimension, whatever its factor. */
        boolean isNumber() {
            return dimension.isNone() && powers.isEmpty();
        }

        /** Whether the unit is this one: no literal may convert it, no exponent is open. */
        boolean isSettled() {
            return literals.isEmpty() && powers.isEmpty();
        }

        Measure times(Known other) {
            return product(other, 1);
        }

        Measure per(Known other) {
            return product(other, -1);
        }

        /** Multiplied by literal numbers. */
        Known scaled(Bare literal) {
            return new Known(dimension, factor, joined(literals, literal.factors(), 1), powers, "");
        }

        /** To the power of a literal number; unknown when out of range. */
        Measure power(double exponent) {
            Optional<Scale> scale = new Scale(dimension, factor).power(exponent);
            Map<Expr, Scale> raised = new LinkedHashMap<>();
            for (Map.Entry<Expr, Scale> entry : powers.entrySet()) {
                Optional<Scale> inner = entry.getValue().power(exponent);
                if (inner.isEmpty()) {
                    return new Unknown();
                }
                put(raised, entry.getKey(), inner.get());
            }
            List<Double> converted =
                    literals.stream().map(l -> Math.pow(l, exponent)).toList();
            return scale.<Measure>map(s -> new Known(s.dimension(), s.factor(), usable(converted), raised, ""))
                    .orElseGet(Unknown::new);
        }

        Known with(double newFactor, List<Double> newLiterals) {
            return new Known(dimension, newFactor, newLiterals, powers, newFactor == factor ? text : "");
        }

        /** The unit for a message or as a result. */
        Unit unit() {
            return text.isEmpty() ? Unit.of(dimension, factor) : new Unit(dimension, factor, text);
        }

        /** The unit for a message, with its unresolved powers. */
        String named() {
            StringBuilder name = new StringBuilder();
            if (!(dimension.isNone() && factor == 1) || powers.isEmpty()) {
                name.append(unit().text());
            }
            powers.forEach((exponent, scale) -> name.append(name.isEmpty() ? "" : " ")
                    .append('(')
                    .append(Unit.of(scale.dimension(), scale.factor()).text())
                    .append(")^")
                    .append(Printer.print(exponent)));
            return name.toString();
        }

        private Measure product(Known other, int sign) {
            Optional<Scale> scale = new Scale(dimension, factor).times(new Scale(other.dimension, other.factor), sign);
            Map<Expr, Scale> merged = new LinkedHashMap<>(powers);
            for (Map.Entry<Expr, Scale> entry : other.powers.entrySet()) {
                Scale before = merged.getOrDefault(entry.getKey(), Scale.NONE);
                Optional<Scale> after = before.times(entry.getValue(), sign);
                if (after.isEmpty()) {
                    return new Unknown();
                }
                put(merged, entry.getKey(), after.get());
            }
            List<Double> all = joined(literals, other.literals, sign);
            return scale.<Measure>map(s -> new Known(s.dimension(), s.factor(), all, merged, ""))
                    .orElseGet(Unknown::new);
        }

        private static void put(Map<Expr, Scale> map, Expr exponent, Scale scale) {
            if (scale.isNone()) {
                map.remove(exponent);
            } else {
                map.put(exponent, scale);
            }
        }

        private static List<Double> joined(List<Double> mine, List<Double> others, int sign) {
            List<Double> all = new ArrayList<>(mine);
            others.forEach(literal -> all.add(sign < 0 ? 1 / literal : literal));
            return usable(all);
        }

        /** Literals that may convert: not 0 or 1; too many are taken together. */
        private static List<Double> usable(List<Double> literals) {
            List<Double> kept = literals.stream()
                    .map(Math::abs)
                    .filter(l -> l > 0 && Double.isFinite(l) && l != 1)
                    .toList();
            return kept.size() <= MOST_LITERALS
                    ? kept
                    : usable(List.of(kept.stream().reduce(1.0, (a, b) -> a * b)));
        }
    }

    /** A dimension and the size of its unit. */
    record Scale(Dimension dimension, double factor) {
        static final Scale NONE = new Scale(Dimension.NONE, 1);
        private static final double ROUNDING = 1e-9;

        boolean isNone() {
            return dimension.isNone() && near(factor, 1);
        }

        boolean agrees(Scale other) {
            return dimension.equals(other.dimension) && near(factor, other.factor);
        }

        Optional<Scale> power(double exponent) {
            return dimension.power(exponent).flatMap(d -> usable(d, Math.pow(factor, exponent)));
        }

        Optional<Scale> times(Scale other, int sign) {
            return sign < 0
                    ? usable(dimension.per(other.dimension), factor / other.factor)
                    : usable(dimension.times(other.dimension), factor * other.factor);
        }

        static boolean near(double a, double b) {
            return Math.abs(a / b - 1) <= ROUNDING;
        }

        private static Optional<Scale> usable(Dimension dimension, double factor) {
            boolean inRange = factor >= Double.MIN_NORMAL && factor <= Double.MAX_VALUE;
            return inRange ? Optional.of(new Scale(dimension, factor)) : Optional.empty();
        }
    }
}

package org.immunoedit.unit;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * A number and its unit.
 *
 * @param value finite, in {@code unit}
 * @param unit {@link Unit#ONE} for a pure number
 */
public record Quantity(double value, Unit unit) {
    private static final Pattern NUMBER = Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    public Quantity {
        Objects.requireNonNull(unit, "unit");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value of a quantity: " + value);
        }
    }

    /**
     * Reads a number and a unit, e.g. {@code 3 mg/kg}, {@code 2e8 cell}, {@code 0.02 1/d}; a number alone is pure.
     *
     * @param place of the value; problems are reported there, with code {@code unit}
     * @return empty after an error
     */
    public static Optional<Quantity> parse(String text, Place place, Problems problems) {
        String trimmed = text.strip();
        boolean signed = trimmed.startsWith("-") || trimmed.startsWith("+");
        int end = endOfNumber(trimmed, signed ? 1 : 0);
        String number = trimmed.substring(0, end);
        String rest = trimmed.substring(end).strip();
        if (end == (signed ? 1 : 0) || startsWithAnotherNumber(rest)) {
            problems.add(refused(text, place));
            return Optional.empty();
        }
        double value = Double.parseDouble(number);
        if (!Double.isFinite(value)) {
            problems.error(
                    "unit", place, "\"" + text + "\" is too large for a number", "at most 1.7976931348623157e308");
            return Optional.empty();
        }
        try {
            return Optional.of(new Quantity(value, rest.isEmpty() ? Unit.ONE : UnitParser.read(rest)));
        } catch (UnitFault fault) {
            String hint = fault.suggestion().isEmpty()
                    ? because(fault, rest)
                    : "did you mean \"" + number + " " + fault.suggestion() + "\"?";
            problems.add(refused(text, place).withHint(hint));
            return Optional.empty();
        }
    }

    /**
     * The value in another unit.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public double in(Unit other) {
        // Of the two factors the larger one is usually an exact integer.
        return unit.factor() >= other.factor() ? value * unit.factorTo(other) : value / other.factorTo(unit);
    }

    /** As one writes it, e.g. {@code 200.0 mg}. */
    @Override
    public String toString() {
        return unit.equals(Unit.ONE) ? Double.toString(value) : value + " " + unit.text();
    }

    /** Offset behind the unsigned decimal number that starts at an offset; the offset itself when there is none. */
    static int endOfNumber(String text, int from) {
        Matcher matcher = NUMBER.matcher(text).region(from, text.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }

    /** Whether digits follow the number that are not the 1 of a reciprocal: {@code 1 000 mg} must not mean 0. */
    private static boolean startsWithAnotherNumber(String rest) {
        boolean digit = !rest.isEmpty() && (Character.isDigit(rest.charAt(0)) || rest.charAt(0) == '.');
        return digit && !rest.matches("(?s)1\\s*/.*");
    }

    private static String because(UnitFault fault, String unit) {
        if (!fault.hint().isEmpty()) {
            return fault.hint();
        }
        String quoted = "\"" + unit + "\"";
        return fault.getMessage().contains(quoted) ? fault.getMessage() : fault.getMessage() + " in " + quoted;
    }

    private static Problem refused(String text, Place place) {
        return Problem.error(
                "unit", place, "\"" + text + "\" is not a quantity", "a number and a unit such as \"200 mg\"");
    }
}

package org.immunoedit.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * A unit of measurement.
 *
 * @param dimension what kind of thing it measures
 * @param factor size in base units (s, um, pg, pmol, cell, IU, Gy), positive and finite
 * @param text as written, e.g. {@code cell/(uL d)}
 */
public record Unit(Dimension dimension, double factor, String text) {
    /** The pure number 1. */
    public static final Unit ONE = new Unit(Dimension.NONE, 1, "1");

    /**
     * What a number is in when its unit was not told: nothing converts to it, and no formula with it can be checked.
     */
    public static final Unit UNDECLARED = new Unit(Dimension.NONE, 1, "");

    /** Relative error that a handful of factors and a root may add up to. */
    private static final double ROUNDING = 4e-15;

    public Unit {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(text, "text");
        if (!isFactor(factor)) {
            throw new IllegalArgumentException("factor of unit " + text + ": " + factor);
        }
    }

    /**
     * Reads a unit such as {@code 1/(cell d)}.
     *
     * @param text products (space, {@code *}, {@code .}), quotients and powers of named units
     * @param place of the first character of the text
     * @param problems receives an error with code {@code unit} at the bad token
     * @return empty after an error
     */
    public static Optional<Unit> parse(String text, Place place, Problems problems) {
        try {
            return Optional.of(UnitParser.read(text));
        } catch (UnitFault fault) {
            problems.add(
                    Problem.error("unit", place.right(fault.at()), fault.getMessage(), "a unit such as \"cell/uL\"")
                            .withHint(fault.hint()));
            return Optional.empty();
        }
    }

    /**
     * A unit by its dimension and factor, named by usual units: {@code mg/L}, {@code cell/(uL d)}.
     *
     * @throws IllegalArgumentException if the factor is not positive and finite
     */
    public static Unit of(Dimension dimension, double factor) {
        return new Unit(dimension, factor, isFactor(factor) ? UnitText.of(dimension, factor) : "");
    }

    /** Whether this is a unit that was told. */
    public boolean isDeclared() {
        return !text.isEmpty();
    }

    /** Whether both measure the same kind of thing. */
    public boolean sameDimension(Unit other) {
        return dimension.equals(other.dimension);
    }

    /**
     * How many of the other unit make one of this: 86400 for a day in seconds.
     *
     * <p>A quotient that is within rounding of a decimal number of up to 12 digits is that number.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public double factorTo(Unit other) {
        if (!sameDimension(other)) {
            throw new IllegalArgumentException("no conversion from " + text + " to " + other.text);
        }
        double quotient = factor / other.factor;
        double decimal = new BigDecimal(quotient).round(new MathContext(12)).doubleValue();
        return Math.abs(quotient - decimal) <= ROUNDING * decimal ? decimal : quotient;
    }

    /** The unit of a product. */
    public Unit times(Unit other) {
        if (!isDeclared() || !other.isDeclared()) {
            return UNDECLARED;
        }
        if (isPlainOne() || other.isPlainOne()) {
            return isPlainOne() ? other : this;
        }
        return new Unit(
                dimension.times(other.dimension), factor * other.factor, factorText() + " " + other.factorText());
    }

    /** The unit of a quotient. */
    public Unit per(Unit other) {
        if (!isDeclared() || !other.isDeclared()) {
            return UNDECLARED;
        }
        if (other.isPlainOne()) {
            return this;
        }
        boolean simple = other.text.indexOf(' ') < 0 && !other.isQuotient();
        String divisor = simple ? other.text : "(" + other.text + ")";
        return new Unit(dimension.per(other.dimension), factor / other.factor, factorText() + "/" + divisor);
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }

    static boolean isFactor(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private boolean isPlainOne() {
        return factor == 1 && dimension.isNone();
    }

    private boolean isQuotient() {
        return text.indexOf('/') >= 0 || text.indexOf('*') >= 0 || text.indexOf('.') >= 0;
    }

    private String factorText() {
        return isQuotient() ? "(" + text + ")" : text;
    }
}

package org.immunoedit.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What kind of thing a number measures: exponents over the base dimensions. Exponents are rational, because roots of
 * quantities occur (a surface from a volume is {@code x^(2/3)}).
 */
public final class Dimension {
    /** No dimension: a pure number. */
    public static final Dimension NONE = new Dimension(allZero());

    private static final int LARGEST_EXPONENT = 1000;

    /** Base dimensions; cells and international units count as such, so that they never cancel against pure numbers. */
    public enum Base {
        CELL("cell"),
        IU("IU"),
        MASS("mass"),
        SUBSTANCE("substance"),
        LENGTH("length"),
        TIME("time"),
        RADIATION("radiation");

        private final String symbol;

        Base(String symbol) {
            this.symbol = symbol;
        }

        /** As written in messages. */
        public String symbol() {
            return symbol;
        }
    }

    /** One exponent per base, in the order of {@link Base}. */
    private final List<Ratio> exponents;

    private Dimension(List<Ratio> exponents) {
        this.exponents = exponents;
    }

    /** The dimension that is one base to the power of 1. */
    public static Dimension of(Base base) {
        List<Ratio> exponents = new ArrayList<>(allZero());
        exponents.set(base.ordinal(), Ratio.ONE);
        return new Dimension(List.copyOf(exponents));
    }

    /** The dimension of a product. */
    public Dimension times(Dimension other) {
        return with(other, Ratio::plus);
    }

    /** The dimension of a quotient. */
    public Dimension per(Dimension other) {
        return with(other, Ratio::minus);
    }

    /**
     * The dimension of a power; the exponent is taken as the simplest ratio next to it ({@code 0.666…} is 2/3).
     *
     * @return empty when the exponent is not finite or an exponent of the result is beyond ±1000
     */
    public Optional<Dimension> power(double exponent) {
        boolean tooLarge = exponents.stream().anyMatch(e -> Math.abs(e.value() * exponent) > LARGEST_EXPONENT);
        if (!Double.isFinite(exponent) || tooLarge) {
            return Optional.empty();
        }
        Ratio ratio = Ratio.near(exponent);
        return Optional.of(map(e -> e.times(ratio)));
    }

    /** Whether this is a pure number. */
    public boolean isNone() {
        return exponents.stream().allMatch(Ratio::isZero);
    }

    /** The exponent of a base. */
    public double exponent(Base base) {
        return exponents.get(base.ordinal()).value();
    }

    Ratio ratio(Base base) {
        return exponents.get(base.ordinal());
    }

    private Dimension with(Dimension other, BinaryOperator<Ratio> operation) {
        List<Ratio> result = new ArrayList<>();
        for (int i = 0; i < exponents.size(); i++) {
            result.add(operation.apply(exponents.get(i), other.exponents.get(i)));
        }
        return new Dimension(List.copyOf(result));
    }

    private Dimension map(UnaryOperator<Ratio> operation) {
        return new Dimension(exponents.stream().map(operation).toList());
    }

    private static List<Ratio> allZero() {
        return Collections.nCopies(Base.values().length, Ratio.ZERO);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimension d && exponents.equals(d.exponents);
    }

    @Override
    public int hashCode() {
        return exponents.hashCode();
    }

    /** For messages, e.g. {@code cell/(length^3 time)}; {@code 1} for a pure number. */
    @Override
    public String toString() {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (Base base : Base.values()) {
            Ratio exponent = exponents.get(base.ordinal());
            if (!exponent.isZero()) {
                Ratio size = exponent.isNegative() ? Ratio.ZERO.minus(exponent) : exponent;
                String text = size.equals(Ratio.ONE) ? base.symbol() : base.symbol() + "^" + size;
                (exponent.isNegative() ? below : above).add(text);
            }
        }
        String top = above.isEmpty() ? "1" : String.join(" ", above);
        String bottom = String.join(" ", below);
        return below.isEmpty() ? top : top + "/" + (below.size() > 1 ? "(" + bottom + ")" : bottom);
    }
}

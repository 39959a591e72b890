package org.immunoedit.unit;

import java.util.function.Supplier;

/**
 * A rational exponent in lowest terms with a positive denominator. Denominators and values are kept below 10⁶, so that
 * no operation overflows; a ratio that needs more is replaced by a simpler one next to it.
 */
record Ratio(long numerator, long denominator) {
    static final Ratio ZERO = new Ratio(0, 1);
    static final Ratio ONE = new Ratio(1, 1);

    private static final long LIMIT = 1_000_000;

    /** The ratio in lowest terms; {@code denominator} is not 0. */
    static Ratio of(long numerator, long denominator) {
        long divisor = gcd(Math.abs(numerator), Math.abs(denominator));
        long sign = denominator < 0 ? -1 : 1;
        long n = sign * numerator / divisor;
        long d = sign * denominator / divisor;
        boolean small = Math.abs(n) <= LIMIT * LIMIT && d <= LIMIT;
        return small ? new Ratio(n, d) : near((double) n / d);
    }

    /** The simplest ratio that differs from a finite number by less than 10⁻¹² of its size (continued fraction). */
    static Ratio near(double value) {
        double bounded = Math.max(-LIMIT, Math.min(LIMIT, value));
        double tolerance = 1e-12 * Math.max(1, Math.abs(bounded));
        double rest = bounded;
        long previousN = 1;
        long previousD = 0;
        long n = (long) Math.floor(rest);
        long d = 1;
        while (Math.abs(bounded - (double) n / d) > tolerance) {
            rest = 1 / (rest - Math.floor(rest));
            long term = (long) Math.floor(rest);
            long nextN = term * n + previousN;
            long nextD = term * d + previousD;
            if (nextD > LIMIT || nextD <= 0) {
                break;
            }
            previousN = n;
            previousD = d;
            n = nextN;
            d = nextD;
        }
        return new Ratio(n, d);
    }

    Ratio plus(Ratio other) {
        if (denominator == other.denominator) {
            return of(numerator + other.numerator, denominator);
        }
        return reduced(
                value() + other.value(),
                () -> of(
                        numerator * other.denominator + other.numerator * denominator,
                        denominator * other.denominator));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(-other.numerator, other.denominator));
    }

    Ratio times(Ratio other) {
        return reduced(value() * other.value(), () -> of(numerator * other.numerator, denominator * other.denominator));
    }

    double value() {
        return (double) numerator / denominator;
    }

    boolean isZero() {
        return numerator == 0;
    }

    boolean isNegative() {
        return numerator < 0;
    }

    /** With a value within the limit, and denominators below it, the terms of what is exact are below 3·10¹⁸. */
    private static Ratio reduced(double value, Supplier<Ratio> exact) {
        return Math.abs(value) <= LIMIT ? exact.get() : near(value);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.max(1, a) : gcd(b, a % b);
    }

    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : "(" + numerator + "/" + denominator + ")";
    }
}

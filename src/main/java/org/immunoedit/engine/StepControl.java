package org.immunoedit.engine;

/**
 * Proposes step sizes from error estimates: proportional-integral control after Hairer and Wanner, Solving Ordinary
 * Differential Equations II (1996), section IV.2.
 *
 * <p>Powers are taken from a coarse logarithm (a quadratic in the mantissa, below 1 % in the result): a step size needs
 * no more, it is several times faster than {@code Math.pow}, and, unlike that, it gives the same bits on every machine.
 */
final class StepControl {
    private static final double SAFETY = 0.9;
    private static final double LOG_SAFETY = log2(SAFETY);
    private static final double INTEGRAL = 0.04;
    static final double LOG_SMALLEST_ERROR = log2(1e-4);
    /** Largest growth from step to step, as a power of two. */
    static final double MOST_GROWTH = 3;

    /** Largest shrinking from step to step, as a power of two. */
    static final double MOST_SHRINKING = -2.4;

    /** Smaller errors count as this one. */
    static final double SMALLEST = 1e-12;

    private int order;
    private double previous;
    private double mostGrowth;

    /** Forgets the past and controls an error that falls with the given power of the size. */
    void restart(int errorOrder) {
        order = errorOrder;
        resume(LOG_SMALLEST_ERROR, MOST_GROWTH);
    }

    /** Goes on with this memory. */
    void resume(double logError, double most) {
        previous = logError;
        mostGrowth = most;
    }

    /** Memory: logarithm of the error of the step accepted last. */
    double logError() {
        return previous;
    }

    /** Memory: how much the size may grow, as a power of two. */
    double mostGrowth() {
        return mostGrowth;
    }

    /** The next size after an accepted step; not above {@code size} just after a rejection. */
    double accepted(double size, double error) {
        double now = logOfAccepted(error);
        double next = next(size, now, previous, mostGrowth, order);
        resume(remembered(now), MOST_GROWTH);
        return next;
    }

    /** The size to try instead after an error above 1. */
    double rejected(double size, double error) {
        mostGrowth = 0;
        return smaller(size, error, order);
    }

    /** The logarithm of an error of at most 1. */
    static double logOfAccepted(double error) {
        // comparisons: Math.max and Math.min take several times longer, since they look at signs of 0 too
        return log2(error > SMALLEST ? error : SMALLEST);
    }

    /** What is remembered of the logarithm of an error. */
    static double remembered(double logError) {
        return logError > LOG_SMALLEST_ERROR ? logError : LOG_SMALLEST_ERROR;
    }

    /**
     * The next size after an accepted step.
     *
     * @param now logarithm of its error
     * @param before the same of the step before
     * @param most how much the size may grow, as a power of two
     */
    static double next(double size, double now, double before, double most, int order) {
        double growth = growth(now, before, order);
        return size * exp2(growth > most ? most : growth < MOST_SHRINKING ? MOST_SHRINKING : growth);
    }

    /** The growth that two errors suggest, as a power of two without limits. */
    static double growth(double now, double before, int order) {
        return LOG_SAFETY - (1.0 / order - 0.75 * INTEGRAL) * now + INTEGRAL * before;
    }

    /** The size to try instead after an error above 1. */
    static double smaller(double size, double error, int order) {
        double growth = LOG_SAFETY - 1.0 / order * log2(Math.min(error, 1e12));
        return size * exp2(Math.max(MOST_SHRINKING, Math.min(LOG_SAFETY, growth)));
    }

    /** The size to try instead after a step that failed for another reason than its error. */
    double shrunk(double size, double factor) {
        mostGrowth = 0;
        return size * factor;
    }

    /** Binary logarithm of a positive normal number, to 0.01. */
    static double log2(double x) {
        return log2(exponent(x), mantissa(x));
    }

    /** The same of a number in two parts. */
    static double log2(double exponent, double mantissa) {
        return exponent + (2 - mantissa / 3) * mantissa - 5.0 / 3;
    }

    /** Binary exponent of a positive normal number. */
    static double exponent(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 52) - 1023;
    }

    /** Mantissa of a positive normal number, from 1 to 2. */
    static double mantissa(double x) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(x) & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
    }

    /** Two to a power of at most 1000 in size, to 0.3 %. */
    static double exp2(double x) {
        double whole = Math.floor(x);
        return powerOfWhole(whole) * power(x - whole);
    }

    /** Two to a power from 0 to 1. */
    static double power(double part) {
        return 1 + part * (0.6565 + 0.3435 * part);
    }

    /** Two to a whole power, from its bits: {@code Math.scalb} takes care of more and is much slower. */
    static double powerOfWhole(double whole) {
        return Double.longBitsToDouble((long) ((int) whole + 1023) << 52);
    }
}

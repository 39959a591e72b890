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
    private static final double LOG_SMALLEST_ERROR = log2(1e-4);
    /** Largest growth from step to step, as a power of two. */
    static final double MOST_GROWTH = 3;

    private static final double MOST_SHRINKING = -2.4; // as a power of two

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
        return log2(error > 1e-12 ? error : 1e-12);
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
        double growth = LOG_SAFETY - (1.0 / order - 0.75 * INTEGRAL) * now + INTEGRAL * before;
        return size * exp2(growth > most ? most : growth < MOST_SHRINKING ? MOST_SHRINKING : growth);
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
        long bits = Double.doubleToRawLongBits(x);
        double mantissa = Double.longBitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        return ((bits >>> 52) - 1023) + (2 - mantissa / 3) * mantissa - 5.0 / 3;
    }

    /** Two to a power of at most 1000 in size, to 0.3 %. */
    static double exp2(double x) {
        double whole = Math.floor(x);
        double part = x - whole;
        // the power itself, from its bits: Math.scalb takes care of more and is much slower
        return Double.longBitsToDouble(((long) whole + 1023) << 52) * (1 + part * (0.6565 + 0.3435 * part));
    }
}

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
    private static final double SMALLEST_ERROR = 1e-4;
    private static final double MOST_GROWTH = 3; // as a power of two
    private static final double MOST_SHRINKING = -2.4; // as a power of two

    private double exponent;
    private double previous;
    private boolean afterRejection;

    /** Forgets the past and controls an error that falls with the given power of the size. */
    void restart(int order) {
        exponent = 1.0 / order;
        previous = log2(SMALLEST_ERROR);
        afterRejection = false;
    }

    /** The next size after an accepted step; not above {@code size} just after a rejection. */
    double accepted(double size, double error) {
        double now = log2(Math.max(error, 1e-12));
        double growth = LOG_SAFETY - (exponent - 0.75 * INTEGRAL) * now + INTEGRAL * previous;
        double limited = Math.max(MOST_SHRINKING, Math.min(afterRejection ? 0 : MOST_GROWTH, growth));
        previous = Math.max(now, log2(SMALLEST_ERROR));
        afterRejection = false;
        return size * exp2(limited);
    }

    /** The size to try instead after an error above 1. */
    double rejected(double size, double error) {
        afterRejection = true;
        double growth = LOG_SAFETY - exponent * log2(Math.min(error, 1e12));
        return size * exp2(Math.max(MOST_SHRINKING, Math.min(LOG_SAFETY, growth)));
    }

    /** The size to try instead after a step that failed for another reason than its error. */
    double shrunk(double size, double factor) {
        afterRejection = true;
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

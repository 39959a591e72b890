package org.immunoedit.engine;

import java.util.Arrays;

/**
 * The control of the sizes of steps over lanes: in each lane as {@link StepControl}. Its loops have either operations
 * for which there are vector instructions, or the moves of bits that a logarithm and a power begin and end with.
 */
final class LaneControl {
    private final int order;
    private final double[] mostGrowth;
    private final double[] exponent;
    private final double[] mantissa;
    private final double[] now;
    private final double[] growth;
    private double[] logError;
    private double[] logErrorNext;

    /** @param order by which power of its size the error of a step falls */
    LaneControl(int order, int width) {
        this.order = order;
        mostGrowth = new double[width];
        exponent = new double[width];
        mantissa = new double[width];
        now = new double[width];
        growth = new double[width];
        logError = new double[width];
        logErrorNext = new double[width];
    }

    /** Takes the memory of a control over. */
    void follow(int lane, StepControl control) {
        logError[lane] = control.logError();
        mostGrowth[lane] = control.mostGrowth();
    }

    /** Gives the memory of a control back. */
    void lead(int lane, StepControl control) {
        control.resume(logError[lane], mostGrowth[lane]);
    }

    /** Gives a lane the memory of another one. */
    void move(int from, int place) {
        mostGrowth[place] = mostGrowth[from];
        logError[place] = logError[from];
    }

    /** The size to try instead after an error above 1. */
    double smaller(double size, double error) {
        return StepControl.smaller(size, error, order);
    }

    /** The size of the step after an accepted one; does not count as accepted here. */
    double proposal(int lane, double size, double error) {
        return StepControl.next(size, StepControl.logOfAccepted(error), logError[lane], mostGrowth[lane], order);
    }

    /**
     * Writes the sizes of the steps after accepted ones.
     *
     * @param error of each; what becomes of a lane whose error is above 1 or not a number does not matter
     */
    void accepted(double[] size, double[] error, double[] next, int lanes) {
        split(error, lanes);
        for (int l = 0; l < lanes; l++) {
            now[l] = StepControl.log2(exponent[l], mantissa[l]);
        }
        grow(lanes);
        for (int l = 0; l < lanes; l++) {
            logErrorNext[l] = Math.max(now[l], StepControl.LOG_SMALLEST_ERROR);
        }
        power(size, next, lanes);
        Arrays.fill(mostGrowth, 0, lanes, StepControl.MOST_GROWTH);
        double[] free = logError;
        logError = logErrorNext;
        logErrorNext = free;
    }

    private void split(double[] error, int lanes) {
        for (int l = 0; l < lanes; l++) {
            now[l] = Math.max(error[l], StepControl.SMALLEST);
        }
        for (int l = 0; l < lanes; l++) {
            exponent[l] = StepControl.exponent(now[l]);
            mantissa[l] = StepControl.mantissa(now[l]);
        }
    }

    private void grow(int lanes) {
        for (int l = 0; l < lanes; l++) {
            double free = StepControl.growth(now[l], logError[l], order);
            growth[l] = Math.max(StepControl.MOST_SHRINKING, Math.min(mostGrowth[l], free));
        }
    }

    private void power(double[] size, double[] next, int lanes) {
        for (int l = 0; l < lanes; l++) {
            double whole = Math.floor(growth[l]);
            exponent[l] = whole;
            mantissa[l] = StepControl.power(growth[l] - whole);
        }
        for (int l = 0; l < lanes; l++) {
            next[l] = size[l] * (StepControl.powerOfWhole(exponent[l]) * mantissa[l]);
        }
    }

    /** Gives a lane back the memory that it had before the last {@link #accepted}: its step was refused. */
    void refused(int lane) {
        logError[lane] = logErrorNext[lane];
        mostGrowth[lane] = 0;
    }
}

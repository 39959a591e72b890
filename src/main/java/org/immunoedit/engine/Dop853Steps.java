package org.immunoedit.engine;

import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Tolerances;

/**
 * The steps of Commons Math with our judgement of each: its mean error is turned into a bound of the largest, and a
 * step with non-finite values, below a floor or beyond the limits is refused here, where the library would spin.
 */
final class Dop853Steps extends DormandPrince853Integrator {
    private static final int NOT_FINITE_RETRIES = 14;
    private static final int NEGATIVE_RETRIES = 14;

    /** An error that makes the library shrink the step as far as it does at once, to a fifth. */
    private static final double REFUSED = 1e12;

    /**
     * How much more exact steps are than asked for, so that what is interpolated between their ends is as exact as
     * asked for: measured on smooth problems, where the interpolant of order 7 was off by up to 1000 tolerances
     * without.
     */
    private static final double DENSE = 30;

    private final Counter counter;
    private final Counter.Tally tally;
    private final Limits limits;
    private final double[] absolute;
    private final double[] relative;
    private final double[] floors;
    private double time;
    private double lastSize;
    private int suspect;
    private double suspectValue;
    private int retries;

    Dop853Steps(Tolerances tolerances, Limits limits, Counter counter) {
        super(1, 1, 1, 1);
        this.counter = counter;
        this.tally = counter.tally(Dop853Method.NAME);
        this.limits = limits;
        this.absolute = Norms.absolute(tolerances);
        this.relative = new double[absolute.length];
        java.util.Arrays.fill(relative, tolerances.relative());
        this.floors = Norms.floors(tolerances);
    }

    /** Sets the bounds for a stretch. */
    void prepare(double start, double end) {
        setStepSizeControl(Math.max(Math.ulp(start), 1e-22 * (end - start)), end - start, absolute, relative);
        moved(start);
    }

    /** Told where the next step starts. */
    void moved(double to) {
        time = to;
        retries = 0;
    }

    /** A failure for want of smaller steps, with the state that changed most in the last one. */
    Ending.Failed underflow() {
        return failed(Ending.Reason.STEP_UNDERFLOW);
    }

    private Ending.Failed failed(Ending.Reason reason) {
        return new Ending.Failed(time, reason, suspect, suspectValue, lastSize);
    }

    @Override
    protected double estimateError(double[][] slopes, double[] from, double[] to, double size) {
        if (counter.attempts() >= limits.maxSteps()) {
            throw new Halt(new Ending.Failed(time, Ending.Reason.TOO_MANY_STEPS, -1, Double.NaN, size));
        }
        lastSize = size;
        double error = super.estimateError(slopes, from, to, size) * Math.sqrt(from.length) * DENSE;
        if (!(error < Double.POSITIVE_INFINITY) || Norms.firstNotFinite(to) >= 0) {
            int bad = Math.max(Norms.firstNotFinite(slopes), Norms.firstNotFinite(to));
            return refuse(Ending.Reason.NOT_FINITE, Math.max(bad, 0), to, NOT_FINITE_RETRIES);
        }
        if (error < 1) {
            int below = Norms.firstBelow(floors, to);
            if (below >= 0) {
                return refuse(Ending.Reason.NEGATIVE, below, to, NEGATIVE_RETRIES);
            }
            counter.accepted(tally);
            return error;
        }
        return tooLarge(error, from, to);
    }

    private double refuse(Ending.Reason reason, int state, double[] to, int retriesAllowed) {
        counter.rejected++;
        suspect = state;
        suspectValue = to[state];
        if (++retries > retriesAllowed || lastSize < 4 * Math.ulp(time)) {
            throw new Halt(failed(reason));
        }
        return REFUSED;
    }

    private double tooLarge(double error, double[] from, double[] to) {
        counter.rejected++;
        double most = -1;
        for (int i = 0; i < from.length; i++) {
            double change = Math.abs(to[i] - from[i]) / (absolute[i] + relative[i] * Math.abs(from[i]));
            if (change > most) {
                most = change;
                suspect = i;
                suspectValue = from[i];
            }
        }
        if (lastSize < 4 * Math.ulp(time)) {
            throw new Halt(underflow());
        }
        return error;
    }
}

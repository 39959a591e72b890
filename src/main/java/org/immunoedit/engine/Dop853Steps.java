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

    /** Powers of two: how far a step may outgrow the one before, and shrink when it is taken again. */
    private static final double MOST_GROWTH = 3.3;

    private static final double MOST_SHRINKING = -2.3;
    private static final double LOG_SAFETY = -0.15;
    /** The error of the dense output falls with this power of the size. */
    private static final int ORDER_INSIDE = 8;

    /** A dense output of steps shorter than this share of the time is not refused: they cannot be made shorter. */
    private static final double SHORT = 1e-10;

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
        setMaxGrowth(StepControl.exp2(MOST_GROWTH));
        time = start;
        retries = 0;
    }

    /**
     * Judges the dense output of a step that is good at its end.
     *
     * @param inside its error in units of the tolerance
     * @param to end of the step
     * @return whether it is good; if not, the next integration starts with a smaller size
     */
    boolean accepts(double inside, double to) {
        double size = to - time;
        double growth = MOST_GROWTH;
        if (size > SHORT * Math.max(Math.abs(time), Math.abs(to))) {
            growth = LOG_SAFETY - StepControl.log2(Math.max(inside, 1e-12)) / ORDER_INSIDE;
        }
        double factor = StepControl.exp2(Math.max(MOST_SHRINKING, Math.min(MOST_GROWTH, growth)));
        if (factor < 1 && !(inside <= 1)) {
            counter.rejected++;
            setInitialStepSize(size * factor);
            return false;
        }
        setMaxGrowth(factor);
        counter.accepted(tally);
        time = to;
        retries = 0;
        return true;
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
        double error = super.estimateError(slopes, from, to, size) * Math.sqrt(from.length);
        if (!(error < Double.POSITIVE_INFINITY) || Norms.firstNotFinite(to) >= 0) {
            int bad = Math.max(Norms.firstNotFinite(slopes), Norms.firstNotFinite(to));
            return refuse(Ending.Reason.NOT_FINITE, Math.max(bad, 0), to, NOT_FINITE_RETRIES);
        }
        if (error < 1) {
            int below = Norms.firstBelow(floors, to);
            if (below >= 0) {
                return refuse(Ending.Reason.NEGATIVE, below, to, NEGATIVE_RETRIES);
            }
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

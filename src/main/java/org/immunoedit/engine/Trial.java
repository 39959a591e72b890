package org.immunoedit.engine;

import org.immunoedit.ode.Interpolant;

/**
 * The step that is being tried, as seen from outside: its ends and the state anywhere in it.
 *
 * <p>Time is kept as the start of the stretch plus the time since. Right after a dose fast binding may need steps far
 * below the resolution of the time of the dose itself; measured from the start of the stretch they are resolved.
 */
final class Trial implements Interpolant {
    private static final double ULP = Math.ulp(1.0);

    private Step step;
    private double origin;
    private double since;
    private double size;
    private double from;
    private double to;

    /** Starts a stretch at this time. */
    void start(double time) {
        origin = time;
    }

    /**
     * Tries a step; returns its error as {@link Stepper#attempt}.
     *
     * @param start its start, since the start of the stretch
     * @param length its size
     */
    double attempt(Stepper by, double start, double length) {
        show(by, start, length);
        return by.attempt(length);
    }

    /** Shows a step that was tried before, and that is held. */
    void show(Step shown, double start, double length) {
        step = shown;
        since = start;
        size = length;
        from = origin + start;
        to = origin + (start + length);
    }

    /** Says that the step tried ends at this time, which its size gives to rounding. */
    void endsAt(double time) {
        to = time;
    }

    /** Start of the step (model time). */
    double from() {
        return from;
    }

    /** End of the step (model time), equal to its start when it is shorter than time resolves. */
    double to() {
        return to;
    }

    /** Start of the step, since the start of the stretch. */
    double since() {
        return since;
    }

    double size() {
        return size;
    }

    @Override
    public void at(double t, double[] into) {
        if (t == to) {
            step.end(into);
        } else if (t == from) {
            step.start(into);
        } else {
            step.at(((t - origin) - since) / size, into);
        }
    }

    @Override
    public boolean polynomial(int state, double start, double end, double[] into) {
        return start == from && end == to && step.polynomial(state, into);
    }

    @Override
    public boolean staysBeyond(int state, double value, boolean above) {
        double start = step.start(state);
        double end = step.end(state);
        double distance = above ? Math.min(start, end) - value : value - Math.max(start, end);
        double slip = slip();
        return slip < 0.5 && distance >= step.excursion(state, 200 * ULP + 32 * slip);
    }

    /** How uncertain the share of the step is. */
    private double slip() {
        return 2 * ULP * (Math.abs(from) + Math.abs(to) + since + size) / size;
    }

    /**
     * Each value and coefficient takes fewer than 100 operations. The share of the step, moreover, is as uncertain as
     * time is against the size of the step; over two steps' length the slope is below 32 magnitudes.
     */
    @Override
    public double rounding(int state) {
        double slip = slip();
        return slip < 0.5
                ? step.magnitude(state) * (100 * ULP + 32 * slip) + Double.MIN_NORMAL
                : Double.POSITIVE_INFINITY;
    }
}

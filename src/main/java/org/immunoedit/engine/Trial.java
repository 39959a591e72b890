package org.immunoedit.engine;

import org.immunoedit.ode.Interpolant;

/** The step that is being tried, as seen from outside: its ends and the state anywhere in it. */
final class Trial implements Interpolant {
    private Stepper stepper;
    private double from;
    private double to;

    /** Tries a step; returns its error as {@link Stepper#attempt}. */
    double attempt(Stepper by, double start, double end) {
        stepper = by;
        from = start;
        to = end;
        return by.attempt(end - start);
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    @Override
    public void at(double t, double[] into) {
        if (t == to) {
            System.arraycopy(stepper.proposed(), 0, into, 0, into.length);
        } else if (t == from) {
            System.arraycopy(stepper.state(), 0, into, 0, into.length);
        } else {
            stepper.at((t - from) / (to - from), into);
        }
    }
}

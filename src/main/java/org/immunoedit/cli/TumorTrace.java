package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.sim.Horizon;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;

/** The first watched quantity, which is the tumor, at equally spaced times of a run. */
final class TumorTrace implements Observer {
    private final Horizon horizon;
    private final int count;
    private final double[] y;
    private final List<Double> values = new ArrayList<>();
    private Formulas watched = Formulas.NONE;

    /**
     * A trace over a horizon.
     *
     * @param count of values, both ends of the horizon included; at least 2
     * @param states of the system
     */
    TumorTrace(Horizon horizon, int count, int states) {
        this.horizon = horizon;
        this.count = count;
        this.y = new double[states];
    }

    /** What was seen; empty when there is no tumor, shorter than asked for when the run was stopped. */
    List<Double> values() {
        return Collections.unmodifiableList(values);
    }

    @Override
    public void start(double t, double[] state, Views views) {
        watched = views.watched();
    }

    @Override
    public void stretch(double t, double[] state, Views views) {
        watched = views.watched();
    }

    @Override
    public void step(double from, double to, Interpolant within) {
        while (values.size() < count && time(values.size()) < to) {
            double t = Math.max(from, time(values.size()));
            within.at(t, y);
            see(t, y);
        }
    }

    @Override
    public void end(double t, double[] state, Views views, Report report) {
        watched = views.watched();
        if (values.size() < count) {
            see(t, state);
        }
    }

    private double time(int i) {
        return horizon.start() + i * (horizon.end() - horizon.start()) / (count - 1);
    }

    private void see(double t, double[] state) {
        if (watched.size() > 0) {
            double[] seen = new double[watched.size()];
            watched.evaluate(t, state, seen);
            values.add(seen[0]);
        }
    }
}

package org.immunoedit.outcome;

import java.util.List;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Statistics;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;

/** Shows an observer the beginning of a run as if it ended earlier. Used once, as the observer is. */
public final class Shortened implements Observer {
    private final Observer observer;
    private final double end;
    private double[] last = {};
    private Views views;
    private boolean over;

    /** @param end when the run seems to end (model time) */
    public Shortened(Observer observer, double end) {
        this.observer = observer;
        this.end = end;
    }

    @Override
    public void start(double t, double[] y, Views now) {
        observer.start(t, y, now);
    }

    @Override
    public void stretch(double t, double[] y, Views now) {
        if (!over && t <= end) {
            last = new double[y.length];
            views = now;
            observer.stretch(t, y, now);
        }
    }

    @Override
    public void step(double from, double to, Interpolant within) {
        if (over) {
            return;
        }
        if (to <= end) {
            observer.step(from, to, within);
            return;
        }
        if (from < end) {
            // of a part of a step the polynomial of the whole must not be used
            observer.step(from, end, within::at);
        }
        over = true;
        within.at(Math.max(from, end), last);
        Report complete = new Report(Report.Status.COMPLETE, end, "", "", List.of(), Statistics.ZERO, List.of());
        observer.end(end, last, views, complete);
    }

    @Override
    public void jump(double t, double[] before, double[] after) {
        if (!over && t <= end) {
            observer.jump(t, before, after);
        }
    }

    @Override
    public void end(double t, double[] y, Views now, Report report) {
        if (!over) {
            over = true;
            observer.end(t, y, now, report);
        }
    }
}

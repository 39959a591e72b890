package org.immunoedit.sim;

import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.sim.RowSink.Side;

/**
 * Writes the rows of the grid from the dense output; never moves a step. A row at the end of a stretch waits for the
 * jumps there.
 */
public final class Rows implements Observer {
    private final Grid grid;
    private final Tolerances tolerances;
    private final boolean bothSides;
    private final RowSink sink;
    private final double[] y;
    private final double[] values;
    private Formulas columns = Formulas.NONE;
    private int next;
    /** Time of that row, infinite behind the last one. */
    private double due;

    private boolean beforeWritten;

    /**
     * Rows for a run of an experiment.
     *
     * @param sink receives them
     */
    public Rows(Experiment experiment, RowSink sink) {
        grid = experiment.grid();
        tolerances = experiment.tolerances();
        bothSides = experiment.bothSides();
        this.sink = sink;
        y = new double[experiment.equations().states().size()];
        values = new double[experiment.columns().size()];
        due = time();
    }

    private double time() {
        return next < grid.size() ? grid.time(next) : Double.POSITIVE_INFINITY;
    }

    @Override
    public void start(double t, double[] start, Views views) {
        columns = views.columns();
    }

    @Override
    public void stretch(double t, double[] start, Views views) {
        columns = views.columns();
    }

    @Override
    public void step(double from, double to, Interpolant within) {
        while (due < to && !Times.same(due, to)) {
            within.at(Math.max(due, from), y);
            write(due, due, Side.AFTER);
            next++;
            due = time();
            beforeWritten = false;
        }
    }

    @Override
    public double due() {
        return due;
    }

    @Override
    public void jump(double t, double[] before, double[] after) {
        if (bothSides && !beforeWritten && isDue(t)) {
            System.arraycopy(before, 0, y, 0, y.length);
            write(due, t, Side.BEFORE);
            beforeWritten = true;
        }
    }

    @Override
    public void end(double t, double[] end, Views views, Report report) {
        if (report.succeeded()) {
            columns = views.columns();
            System.arraycopy(end, 0, y, 0, y.length);
            boolean onGrid = isDue(t);
            // a run that was stopped early still shows where
            if (onGrid || report.status() == Report.Status.STOPPED) {
                write(onGrid ? due : t, t, Side.AFTER);
            }
        }
    }

    private boolean isDue(double t) {
        return next < grid.size() && Times.same(due, t);
    }

    private void write(double shown, double time, Side side) {
        for (int i = 0; i < y.length; i++) {
            // noise below zero, within the tolerance band, is not a population
            if (y[i] < 0 && y[i] >= tolerances.floor(i) && tolerances.floor(i) != Double.NEGATIVE_INFINITY) {
                y[i] = 0;
            }
        }
        columns.evaluate(time, y, values);
        sink.row(shown, values, side);
    }
}

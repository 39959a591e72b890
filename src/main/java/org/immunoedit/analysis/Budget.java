package org.immunoedit.analysis;

import java.util.ArrayList;
import java.util.List;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.sim.Observer;

/**
 * How much a quantity gains and loses by each of its contributions in intervals of time. The run's watched columns are
 * those of {@link Turnover}. Amounts are integrals by Simpson's rule over quarters of each step, or of the part of it
 * that lies in the interval: what happens within a long interval is not missed.
 */
public final class Budget implements Observer {
    private static final int PIECES = 4;

    private final List<Interval> intervals = new ArrayList<>();
    private final List<Double> edges;
    private Formulas watched = Formulas.NONE;
    private int states;
    private double start;
    private double[] sums = {}; // empty until an interval has begun

    /**
     * A budget.
     *
     * @param edges of the intervals, ascending (model time)
     */
    public Budget(List<Double> edges) {
        this.edges = List.copyOf(edges);
    }

    /**
     * What happened in an interval.
     *
     * @param from its start (model time)
     * @param to its end (model time)
     * @param start the quantity at its start, after what happened at that instant
     * @param held integral of the quantity over it (unit of the quantity times unit of time)
     * @param amounts integral of each contribution over it (unit of the quantity)
     */
    public record Interval(double from, double to, double start, double held, List<Double> amounts) {
        public Interval {
            amounts = List.copyOf(amounts);
        }
    }

    /** The intervals that the run has passed, in order of time. */
    public List<Interval> intervals() {
        return List.copyOf(intervals);
    }

    @Override
    public void stretch(double t, double[] y, Views views) {
        watched = views.watched();
        states = y.length;
    }

    @Override
    public void step(double from, double to, Interpolant within) {
        double left = Math.max(from, edges.get(0));
        while (left < to && intervals.size() + 1 < edges.size()) {
            double end = edges.get(intervals.size() + 1);
            double right = Math.min(to, end);
            add(new Stretch(left, right, within, watched, states));
            if (right == end) {
                close();
            }
            left = right;
        }
    }

    private void add(Stretch part) {
        double[] values = part.values(part.from());
        if (sums.length == 0) {
            start = values[0];
            sums = new double[values.length];
        }
        for (int k = 1; k <= PIECES; k++) {
            double a = part.time(k - 1, PIECES);
            double b = part.time(k, PIECES);
            double[] middle = part.values(a + (b - a) / 2);
            double[] next = part.values(b);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (b - a) / 6 * (values[i] + 4 * middle[i] + next[i]);
            }
            values = next;
        }
    }

    private void close() {
        List<Double> amounts = new ArrayList<>();
        for (int i = 1; i < sums.length; i++) {
            amounts.add(sums[i]);
        }
        int i = intervals.size();
        intervals.add(new Interval(edges.get(i), edges.get(i + 1), start, sums[0], amounts));
        sums = new double[0];
    }
}

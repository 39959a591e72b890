package org.immunoedit.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.immunoedit.analysis.Reading.Instant;
import org.immunoedit.analysis.Reading.Largest;
import org.immunoedit.analysis.Reading.Period;
import org.immunoedit.analysis.Reading.Smallest;
import org.immunoedit.analysis.Reading.Value;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;

/** Reads numbers off a run while it goes on. The run's watched columns are the quantities. */
public final class Readings implements Observer {
    private final double after;
    private final Map<Instant, Watch> watches = new LinkedHashMap<>();
    private final Map<Period, Peaks> peaks = new LinkedHashMap<>();
    private Formulas watched = Formulas.NONE;
    private int states;

    /**
     * Readings of one run.
     *
     * @param after when extrema, crossings and periods begin to count (model time)
     */
    public Readings(List<Reading> readings, double after) {
        this.after = after;
        for (Reading reading : readings) {
            if (reading instanceof Value value) {
                watches.computeIfAbsent(value.instant(), Watch::of);
            } else if (reading instanceof Period period) {
                peaks.computeIfAbsent(period, p -> new Peaks(p.quantity()));
            }
        }
    }

    /** What was read; empty if its instant never came. */
    public OptionalDouble value(Reading reading) {
        if (reading instanceof Value value) {
            double[] there = watches.get(value.instant()).values;
            return there == null ? OptionalDouble.empty() : OptionalDouble.of(there[value.quantity()]);
        }
        double period = peaks.get((Period) reading).period();
        return Double.isNaN(period) ? OptionalDouble.empty() : OptionalDouble.of(period);
    }

    @Override
    public void stretch(double t, double[] y, Views views) {
        watched = views.watched();
        states = y.length;
    }

    @Override
    public void step(double from, double to, Interpolant within) {
        Stretch whole = new Stretch(from, to, within, watched, states);
        Stretch counting = new Stretch(Math.max(from, after), to, within, watched, states);
        watches.forEach((instant, watch) -> {
            if (instant instanceof Reading.At) {
                watch.step(whole);
            } else if (to > after) {
                watch.step(counting);
            }
        });
        if (to > after) {
            peaks.values().forEach(peak -> peak.step(counting));
        }
    }

    @Override
    public void end(double t, double[] y, Views views, Report report) {
        watched = views.watched();
        double[] values = new double[watched.size()];
        watched.evaluate(t, y, values);
        watches.forEach((instant, watch) -> {
            boolean extreme = instant instanceof Largest || instant instanceof Smallest;
            if (!extreme || t >= after) {
                watch.end(t, values.clone());
            }
        });
    }
}

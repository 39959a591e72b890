package org.immunoedit.sweep;

import java.util.Arrays;

/**
 * Times to something that has happened to some and not yet to others (Kaplan and Meier 1958, J Am Stat Assoc 53:457).
 * Who was last seen at the time of an event counts as at risk then.
 */
public final class KaplanMeier {
    /** Rounding of a product of many factors must not hide that half are left. */
    private static final double ROUNDING = 1e-9;

    private final double[] events;
    private final double[] censored;

    /**
     * Times.
     *
     * @param events when it happened; sorted in place and kept
     * @param censored when who had not had it was last seen; sorted in place and kept
     */
    public KaplanMeier(double[] events, double[] censored) {
        this.events = events;
        this.censored = censored;
        Arrays.sort(events);
        Arrays.sort(censored);
    }

    /** How many had it. */
    public int events() {
        return events.length;
    }

    /** How many had not. */
    public int censored() {
        return censored.length;
    }

    /** The share that has not had it after a time. */
    public double survival(double time) {
        double[] last = {1};
        walk((at, survival, variance) -> {
            if (at <= time) {
                last[0] = survival;
            }
            return at <= time;
        });
        return last[0];
    }

    /** The first time at which at most half have not had it; NaN when more than half never had it. */
    public double median() {
        return first((survival, spread) -> survival);
    }

    /**
     * The 95 % interval of the median: the times at which the limits of survival, log-log transformed with Greenwood's
     * variance, reach one half (Brookmeyer and Crowley 1982, Biometrics 38:29; the transformation of Kalbfleisch and
     * Prentice). A limit that they do not reach is NaN.
     */
    public Interval medianInterval() {
        double low = first((survival, spread) -> Math.pow(survival, Math.exp(spread)));
        double high = first((survival, spread) -> Math.pow(survival, Math.exp(-spread)));
        return new Interval(low, high);
    }

    /** A curve made of survival and of z standard errors of ln(−ln survival), NaN where there are none. */
    private interface Curve {
        double at(double survival, double spread);
    }

    private double first(Curve curve) {
        double[] found = {Double.NaN};
        walk((at, survival, variance) -> {
            double spread = Proportion.Z * Math.sqrt(variance) / -Math.log(survival);
            boolean reached = curve.at(survival, spread) <= 0.5 + ROUNDING;
            found[0] = reached ? at : found[0];
            return !reached;
        });
        return found[0];
    }

    /** Sees the steps of the curve. */
    private interface Step {
        /**
         * After the events of one time.
         *
         * @param variance Greenwood's sum; infinite once nobody is left
         * @return whether to go on
         */
        boolean see(double time, double survival, double variance);
    }

    private void walk(Step step) {
        double survival = 1;
        double variance = 0;
        int seen = 0;
        int gone = 0;
        boolean on = true;
        while (on && seen < events.length) {
            double time = events[seen];
            while (gone < censored.length && censored[gone] < time) {
                gone++;
            }
            double atRisk = events.length - seen + (double) (censored.length - gone);
            int before = seen;
            while (seen < events.length && events[seen] == time) {
                seen++;
            }
            double happened = seen - before;
            survival *= 1 - happened / atRisk;
            variance += happened / (atRisk * (atRisk - happened));
            on = step.see(time, survival, variance);
        }
    }
}

package org.immunoedit.outcome;

import org.immunoedit.outcome.Criteria.Steadiness;

/**
 * Signs of what the window that ends now shows, without logarithms. Each says that something is certain; when it is
 * not, one has to look closely.
 */
final class Signs {
    /** What is certain must be more certain than this share of a value. */
    private static final double ROUNDING = 1e-9;

    private final Samples samples;
    private final Turns turns;
    private final Extremes extremes;
    private final double window;
    private final double drift;
    private final double regression;

    Signs(Samples samples, Turns turns, Extremes extremes, Steadiness steadiness) {
        this.samples = samples;
        this.turns = turns;
        this.extremes = extremes;
        window = steadiness.window();
        drift = Math.exp(steadiness.drift());
        regression = Math.exp(-steadiness.regression() * window);
    }

    /** Whether the window, without a turn in it, is steady. */
    boolean surelySteady() {
        double from = from();
        return turns.firstSince(from) == turns.size()
                && samples.surelyWithin(from, extremes.end(), drift * (1 - ROUNDING));
    }

    /** Whether the window is not steady. */
    boolean surelyMoves() {
        return samples.surelyBeyond(from(), extremes.end(), drift * (1 + ROUNDING));
    }

    /** Whether the tumor does not shrink as fast as one that may yet come back from escape. */
    boolean surelyHolds() {
        return isWhole() && extremes.end() >= samples.highestAt(from()) * regression * (1 + ROUNDING);
    }

    /** Whether it does. */
    boolean surelyShrinks() {
        return isWhole() && extremes.end() <= samples.lowestAt(from()) * regression * (1 - ROUNDING);
    }

    private double from() {
        return samples.start(extremes.endTime(), window);
    }

    private boolean isWhole() {
        return extremes.endTime() - from() >= window * (1 - ROUNDING);
    }
}

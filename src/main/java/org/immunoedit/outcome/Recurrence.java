package org.immunoedit.outcome;

import java.util.Optional;

/**
 * What the oscillation found last says about later times: as long as it consists of the same turns, most of it stays as
 * it was. The memory of one run.
 */
final class Recurrence {
    /** What is certain must be more certain than this share of a value or a time. */
    private static final double ROUNDING = 1e-8;

    private final Turns turns;
    private final double began;
    private final double drift;
    private long seen = -1;
    /** Until when the oscillation found last stays the same but for the tumor at the end (model time). */
    private double until;
    /** With these values of the tumor it recurs; there are none when the lower one is not below the other. */
    private double from;

    private double to;
    /** Whether no value of the tumor makes it recur. */
    private boolean never;

    /**
     * Nothing has been seen yet.
     *
     * @param began start of the run (model time)
     * @param drift largest change from span to span of an oscillation that recurs
     */
    Recurrence(Turns turns, double began, double drift) {
        this.turns = turns;
        this.began = began;
        this.drift = drift;
    }

    /** Whether a close look would find none that recurs. */
    boolean surelyNot(double now) {
        return turns.size() < Cycle.FEWEST || never && isKnown(now);
    }

    /** Whether a close look would find the one that was seen to recur, its extremes within those that were seen. */
    boolean surely(double now, double value) {
        return from < value && value < to && isKnown(now);
    }

    private boolean isKnown(double now) {
        return seen == turns.added() && now <= until;
    }

    /**
     * Remembers what a close look has found.
     *
     * @param log ln tumor now
     */
    void see(Optional<Cycle> found, double log) {
        seen = turns.added();
        never = found.isEmpty();
        from = Double.POSITIVE_INFINITY;
        until = Double.POSITIVE_INFINITY;
        found.ifPresent(cycle -> see(cycle, log));
    }

    private void see(Cycle cycle, double log) {
        until = cycle.kept();
        if (cycle.recurs(drift)) {
            from = Math.exp(cycle.low()) * (1 + ROUNDING);
            to = Math.exp(cycle.high()) * (1 - ROUNDING);
        } else if (cycle.complete()) {
            // an extreme that is a turn stays, the tumor at the end does not
            never = cycle.rise() > drift && cycle.high() > log || cycle.fall() > drift && cycle.low() < log;
        } else {
            never = true;
            double whole = began + 2 * cycle.span();
            until = cycle.start() < began
                    ? Math.min(until, whole - ROUNDING * (cycle.span() + Math.abs(whole)))
                    : until;
        }
    }
}

package org.immunoedit.outcome;

import java.util.List;
import java.util.Optional;
import org.immunoedit.outcome.Turns.Turn;

/**
 * An oscillation: the extremes of the latest span compared with those of the span before. A span is a window, or longer
 * so that it holds a whole cycle.
 *
 * @param start of the two spans (model time)
 * @param span length of one (model time)
 * @param period mean distance of the highs, or of the lows if there is one high (model time)
 * @param low lowest ln tumor of the latest span
 * @param high highest ln tumor of the latest span
 * @param rise of the highest value from span to span
 * @param fall of the lowest value from span to span, positive when it falls
 * @param complete whether both spans lie within the run and turn
 * @param needed when they would, if it goes on like this (model time)
 */
record Cycle(
        double start,
        double span,
        double period,
        double low,
        double high,
        double rise,
        double fall,
        boolean complete,
        double needed) {
    /** Length of a span over the longest cycle in it: a span then holds a high and a low wherever it starts. */
    private static final double MARGIN = 1.25;

    private static final int MOST_ROUNDS = 8;
    /** So that a run as long as was asked for is long enough. */
    private static final double ROUNDING = 1e-9;

    /**
     * The oscillation that has been going on until now, if there is one.
     *
     * @param began start of the run (model time)
     * @param now model time
     * @param log ln tumor now
     * @param window shortest span (model time)
     */
    static Optional<Cycle> of(Turns turns, double began, double now, double log, double window) {
        List<Turn> all = turns.since(began);
        double longest = longest(all, latestPairStart(all));
        if (!(longest > 0)) {
            return Optional.empty();
        }
        double span = Math.max(window, MARGIN * longest);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double wider = Math.max(span, MARGIN * longest(all, now - 2 * span));
            if (!(wider > span)) {
                break;
            }
            span = wider;
        }
        // who has not turned for a whole span has left the oscillation
        boolean turning = all.get(all.size() - 1).time() >= now - span;
        return turning ? Optional.of(compare(all, began, now, log, span)) : Optional.empty();
    }

    /** Whether the extremes stay where they are, or draw together. */
    boolean isBounded(double tolerance) {
        return rise <= tolerance && fall <= tolerance;
    }

    private static Cycle compare(List<Turn> all, double began, double now, double log, double span) {
        double from = now - 2 * span;
        double high = log;
        double low = log;
        double highBefore = Double.NEGATIVE_INFINITY;
        double lowBefore = Double.POSITIVE_INFINITY;
        for (Turn turn : all) {
            if (turn.time() >= now - span) {
                high = Math.max(high, turn.log());
                low = Math.min(low, turn.log());
            } else if (turn.time() >= from) {
                highBefore = Math.max(highBefore, turn.log());
                lowBefore = Math.min(lowBefore, turn.log());
            }
        }
        boolean complete = from >= began - ROUNDING * span && highBefore > lowBefore;
        double first = all.stream()
                .mapToDouble(Turn::time)
                .filter(t -> t >= from)
                .findFirst()
                .orElse(now);
        double needed = Math.max(now, first + 2 * span);
        double period = period(all, from);
        return new Cycle(from, span, period, low, high, high - highBefore, lowBefore - low, complete, needed);
    }

    /** Start of the shortest tail of the turns that holds two highs and two lows; NaN if there is none. */
    private static double latestPairStart(List<Turn> all) {
        return all.size() < 4 ? Double.NaN : all.get(all.size() - 4).time();
    }

    /**
     * Longest distance between turns of one kind of which the later one is not before a time; NaN if there are none.
     */
    private static double longest(List<Turn> all, double from) {
        double longest = Double.NaN;
        for (int i = 2; i < all.size(); i++) {
            if (all.get(i).time() >= from) {
                double distance = all.get(i).time() - all.get(i - 2).time();
                longest = longest >= distance ? longest : distance;
            }
        }
        return longest;
    }

    private static double period(List<Turn> all, double from) {
        List<Turn> highs =
                all.stream().filter(Turn::high).filter(t -> t.time() >= from).toList();
        List<Turn> kind =
                highs.size() > 1 ? highs : all.stream().filter(t -> !t.high()).toList();
        int count = kind.size() - 1;
        return (kind.get(count).time() - kind.get(0).time()) / count;
    }
}

package org.immunoedit.outcome;

import java.util.Optional;

/**
 * An oscillation: the extremes of the latest span compared with those of the span before. A span is a window, or longer
 * so that it holds a whole cycle.
 *
 * @param start of the two spans (model time)
 * @param span length of one (model time)
 * @param low lowest ln tumor of the latest span
 * @param high highest ln tumor of the latest span
 * @param rise of the highest value from span to span
 * @param fall of the lowest value from span to span, positive when it falls
 * @param complete whether both spans lie within the run and turn
 * @param kept until when it consists of the same turns, as long as no new one comes (model time)
 */
record Cycle(
        double start, double span, double low, double high, double rise, double fall, boolean complete, double kept) {
    /** Length of a span over the longest cycle in it: a span then holds a high and a low wherever it starts. */
    private static final double MARGIN = 1.25;

    private static final int MOST_ROUNDS = 8;
    /** Turns that make an oscillation: two highs and two lows. */
    static final int FEWEST = 4;
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
        if (turns.size() < FEWEST) {
            return Optional.empty();
        }
        double longest = longest(turns, turns.time(turns.size() - FEWEST));
        if (!(longest > 0)) {
            return Optional.empty();
        }
        double span = Math.max(window, MARGIN * longest);
        double kept = kept(turns, now, 2 * span);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double wider = Math.max(span, MARGIN * longest(turns, now - 2 * span));
            if (!(wider > span)) {
                break;
            }
            span = wider;
            kept = Math.min(kept, kept(turns, now, 2 * span));
        }
        // who has not turned for a whole span has left the oscillation
        boolean turning = turns.time(turns.size() - 1) >= now - span;
        kept = Math.min(kept, kept(turns, now, span));
        return turning ? Optional.of(compare(turns, new Spans(began, now, span, kept), log)) : Optional.empty();
    }

    /** The two spans that end now, and until when they keep their turns (model time). */
    private record Spans(double began, double now, double span, double kept) {}

    /** Until when the same turns lie in a length that ends now. */
    private static double kept(Turns turns, double now, double length) {
        int first = turns.firstSince(now - length);
        if (first == turns.size()) {
            return Double.POSITIVE_INFINITY;
        }
        double oldest = turns.time(first);
        return oldest + length - ROUNDING * (length + Math.abs(oldest));
    }

    /** Whether both spans are there, and their extremes stay where they are or draw together. */
    boolean recurs(double tolerance) {
        return complete && isBounded(tolerance);
    }

    /** Whether the extremes stay where they are, or draw together. */
    boolean isBounded(double tolerance) {
        return rise <= tolerance && fall <= tolerance;
    }

    /** Mean distance of the highs, or of the lows if there is one high (model time). */
    double period(Turns turns) {
        boolean highs = count(turns, start, true) > 1;
        double from = highs ? start : Double.NEGATIVE_INFINITY;
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = turns.size() - 1; i >= 0 && turns.time(i) >= from; i--) {
            if (turns.isHigh(i) == highs) {
                first = turns.time(i);
                last = Double.isNaN(last) ? first : last;
            }
        }
        return (last - first) / (count(turns, from, highs) - 1);
    }

    /** When both spans would lie within the run, if it goes on like this (model time). */
    double needed(Turns turns, double now) {
        int first = turns.firstSince(start);
        return Math.max(now, (first < turns.size() ? turns.time(first) : now) + 2 * span);
    }

    private static int count(Turns turns, double from, boolean highs) {
        int count = 0;
        for (int i = turns.size() - 1; i >= 0 && turns.time(i) >= from; i--) {
            count += turns.isHigh(i) == highs ? 1 : 0;
        }
        return count;
    }

    private static Cycle compare(Turns turns, Spans spans, double log) {
        double now = spans.now();
        double span = spans.span();
        double from = now - 2 * span;
        double high = log;
        double low = log;
        double highBefore = Double.NEGATIVE_INFINITY;
        double lowBefore = Double.POSITIVE_INFINITY;
        int i = turns.size() - 1;
        for (; i >= 0 && turns.time(i) >= now - span; i--) {
            high = Math.max(high, turns.log(i));
            low = Math.min(low, turns.log(i));
        }
        for (; i >= 0 && turns.time(i) >= from; i--) {
            highBefore = Math.max(highBefore, turns.log(i));
            lowBefore = Math.min(lowBefore, turns.log(i));
        }
        boolean complete = from >= spans.began() - ROUNDING * span && highBefore > lowBefore;
        return new Cycle(from, span, low, high, high - highBefore, lowBefore - low, complete, spans.kept());
    }

    /** Longest distance between turns of one kind of which the later one is not before a time; 0 if there are none. */
    private static double longest(Turns turns, double from) {
        double longest = 0;
        double time = turns.time(turns.size() - 1);
        double before = turns.time(turns.size() - 2);
        for (int i = turns.size() - 1; i > 1 && time >= from; i--) {
            double earlier = turns.time(i - 2);
            if (time - earlier > longest) {
                longest = time - earlier;
            }
            time = before;
            before = earlier;
        }
        return longest;
    }
}

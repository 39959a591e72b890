package org.immunoedit.outcome;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The turning points of ln tumor that stand out by a ripple: a high counts when the tumor has fallen by the ripple from
 * it, a low when it has risen. Memory is bounded: the oldest are forgotten.
 */
final class Turns {
    private static final int MOST = 4096;

    /**
     * A high or a low.
     *
     * @param time model time
     * @param log ln tumor
     */
    record Turn(double time, double log, boolean high) {}

    private final double ripple;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private boolean started;
    private Turn highest;
    private Turn lowest;

    Turns(double ripple, double t, double log) {
        this.ripple = ripple;
        highest = new Turn(t, log, true);
        lowest = new Turn(t, log, false);
    }

    void see(double t, double log) {
        if (log > highest.log()) {
            highest = new Turn(t, log, true);
        }
        if (log < lowest.log()) {
            lowest = new Turn(t, log, false);
        }
        if (started && last().high() ? log > lowest.log() + ripple : started && log < highest.log() - ripple) {
            confirm(last().high() ? lowest : highest, t, log);
        } else if (!started && highest.log() - lowest.log() > ripple) {
            // the course so far has one direction; where it began is not a turn unless it lies after the start
            started = true;
            confirm(highest.time() < lowest.time() ? highest : lowest, t, log);
        }
    }

    private void confirm(Turn turn, double t, double log) {
        turns.addLast(turn);
        if (turns.size() > MOST) {
            turns.removeFirst();
        }
        if (turn.high()) {
            lowest = new Turn(t, log, false);
        } else {
            highest = new Turn(t, log, true);
        }
    }

    private Turn last() {
        return turns.getLast();
    }

    /** Turns not before a time, oldest first. */
    List<Turn> since(double time) {
        List<Turn> recent = new ArrayList<>();
        for (var newest = turns.descendingIterator(); newest.hasNext(); ) {
            Turn turn = newest.next();
            if (turn.time() < time) {
                break;
            }
            recent.add(turn);
        }
        Collections.reverse(recent);
        return recent;
    }
}

package org.immunoedit.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.immunoedit.ode.Statistics;

/** Counts the work of one run while it goes on. */
final class Counter {
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private long steps;
    long rejected;
    long rates;
    long jacobians;
    long factorizations;
    long switches;

    /** Accepted steps of one method. */
    static final class Tally {
        private long steps;
    }

    /** The tally of a method. */
    Tally tally(String method) {
        return tallies.computeIfAbsent(method, name -> new Tally());
    }

    /** A step was accepted. */
    void accepted(Tally of) {
        of.steps++;
        steps++;
    }

    /** So many steps were accepted. */
    void accepted(Tally of, long count) {
        of.steps += count;
        steps += count;
    }

    /** Steps tried so far. */
    long attempts() {
        return steps + rejected;
    }

    Statistics statistics() {
        Map<String, Long> methods = new LinkedHashMap<>();
        for (Map.Entry<String, Tally> tally : tallies.entrySet()) {
            if (tally.getValue().steps > 0) {
                methods.put(tally.getKey(), tally.getValue().steps);
            }
        }
        return new Statistics(steps, rejected, rates, jacobians, factorizations, switches, methods);
    }
}

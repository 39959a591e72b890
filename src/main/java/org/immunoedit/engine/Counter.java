package org.immunoedit.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.ode.Statistics;

/** Counts the work of one run while it goes on. */
final class Counter {
    private final List<Tally> tallies = new ArrayList<>(1);
    private long steps;
    long rejected;
    long rates;
    long jacobians;
    long factorizations;
    long switches;

    /** Accepted steps of one method. */
    static final class Tally {
        private final String method;
        private long steps;

        private Tally(String method) {
            this.method = method;
        }
    }

    /** A new tally, of a method that has none. */
    Tally tally(String method) {
        Tally tally = new Tally(method);
        tallies.add(tally);
        return tally;
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
        return new Statistics(steps, rejected, rates, jacobians, factorizations, switches, methods());
    }

    private Map<String, Long> methods() {
        for (Tally tally : tallies) {
            if (tally.steps == steps && steps > 0) {
                return Map.of(tally.method, steps);
            }
        }
        Map<String, Long> methods = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            if (tally.steps > 0) {
                methods.put(tally.method, tally.steps);
            }
        }
        return methods;
    }
}

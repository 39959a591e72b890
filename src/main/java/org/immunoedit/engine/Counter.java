package org.immunoedit.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.immunoedit.ode.Statistics;

/** Counts the work of one run while it goes on. */
final class Counter {
    private final Map<String, long[]> stepsOf = new LinkedHashMap<>();
    private String method = "";
    private long[] stepsOfMethod = {};
    private long steps;
    long rejected;
    long rates;
    long jacobians;
    long factorizations;
    long switches;

    /** A step of a method was accepted. */
    void accepted(String by) {
        if (!by.equals(method)) {
            method = by;
            stepsOfMethod = stepsOf.computeIfAbsent(by, name -> new long[1]);
        }
        stepsOfMethod[0]++;
        steps++;
    }

    /** Steps tried so far. */
    long attempts() {
        return steps + rejected;
    }

    Statistics statistics() {
        Map<String, Long> methods = new LinkedHashMap<>();
        stepsOf.forEach((name, count) -> methods.put(name, count[0]));
        return new Statistics(steps, rejected, rates, jacobians, factorizations, switches, methods);
    }
}

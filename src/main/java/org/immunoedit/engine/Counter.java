package org.immunoedit.engine;

import org.immunoedit.ode.Statistics;

/** Counts the work of one run while it goes on. */
final class Counter {
    long steps;
    long rejected;
    long rates;
    long jacobians;
    long factorizations;
    long switches;

    /** Steps tried so far. */
    long attempts() {
        return steps + rejected;
    }

    Statistics statistics() {
        return new Statistics(steps, rejected, rates, jacobians, factorizations, switches);
    }
}

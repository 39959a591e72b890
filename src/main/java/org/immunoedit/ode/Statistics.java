package org.immunoedit.ode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run has cost.
 *
 * @param steps accepted steps
 * @param rejected rejected steps
 * @param rates evaluations of the right-hand side
 * @param jacobians evaluations of the Jacobian
 * @param factorizations LU factorizations
 * @param switches changes of method by an automatic choice
 * @param methods accepted steps of each method that took any, in the order of their first use
 */
public record Statistics(
        long steps,
        long rejected,
        long rates,
        long jacobians,
        long factorizations,
        long switches,
        Map<String, Long> methods) {
    /** Nothing done. */
    public static final Statistics ZERO = new Statistics(0, 0, 0, 0, 0, 0, Map.of());

    public Statistics {
        methods = methods.size() > 1 ? Collections.unmodifiableMap(new LinkedHashMap<>(methods)) : Map.copyOf(methods);
    }

    /** The sum of two counts. */
    public Statistics plus(Statistics o) {
        Map<String, Long> all = new LinkedHashMap<>(methods);
        o.methods.forEach((name, count) -> all.merge(name, count, Long::sum));
        return new Statistics(
                steps + o.steps,
                rejected + o.rejected,
                rates + o.rates,
                jacobians + o.jacobians,
                factorizations + o.factorizations,
                switches + o.switches,
                all);
    }
}

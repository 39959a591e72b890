package org.immunoedit.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.References;
import org.immunoedit.model.Equations.Parameter;
import org.immunoedit.model.Equations.Term;

/** What formulas of the equations depend on, through definitions and observables. */
final class Dependence {
    /** On states, on time; neither means on parameters alone. */
    record On(boolean states, boolean time) {
        static final On NOTHING = new On(false, false);

        boolean nothing() {
            return !states && !time;
        }

        On and(On other) {
            return new On(states || other.states, time || other.time);
        }
    }

    private final Map<String, On> known = new HashMap<>();

    Dependence(Equations equations) {
        equations.states().forEach(state -> known.put(state.name(), new On(true, false)));
        for (Parameter parameter : equations.parameters()) {
            known.put(parameter.name(), On.NOTHING);
        }
        equations.definitions().forEach(this::learn);
        equations.observables().forEach(this::learn);
    }

    private void learn(Term term) {
        known.put(term.name(), of(term.is()));
    }

    On of(Expr expr) {
        References references = References.in(expr);
        On on = new On(false, references.time());
        for (String name : references.names()) {
            on = on.and(known.getOrDefault(name, On.NOTHING));
        }
        return on;
    }

    /** The terms that some formulas need, directly or through others. */
    static Set<String> closure(Iterable<Expr> formulas, Map<String, Term> terms) {
        Set<String> needed = new HashSet<>();
        formulas.forEach(formula -> collect(formula, terms, needed));
        return needed;
    }

    private static void collect(Expr formula, Map<String, Term> terms, Set<String> needed) {
        for (String name : References.in(formula).names()) {
            Term term = terms.get(name);
            if (term != null && needed.add(name)) {
                collect(term.is(), terms, needed);
            }
        }
    }
}

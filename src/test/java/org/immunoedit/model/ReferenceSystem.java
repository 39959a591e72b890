package org.immunoedit.model;

import java.util.HashMap;
import java.util.Map;
import org.immunoedit.expr.Evaluator;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Equations.Parameter;
import org.immunoedit.model.Equations.Term;

/**
 * Equations read aloud: the slow and plain interpreter that faster programs are compared with. Every call evaluates all
 * definitions in order with {@link Evaluator}.
 */
public final class ReferenceSystem {
    private final Equations equations;
    private final Map<String, Double> parameters = new HashMap<>();

    /** The equations with the values their parameters have at the start. */
    public ReferenceSystem(Equations equations) {
        this.equations = equations;
        for (Parameter parameter : equations.parameters()) {
            parameters.put(parameter.name(), parameter.value());
        }
    }

    /** The same equations with another value of a parameter. */
    public ReferenceSystem with(String parameter, double value) {
        ReferenceSystem other = new ReferenceSystem(equations);
        other.parameters.putAll(parameters);
        if (other.parameters.put(parameter, value) == null) {
            throw new IllegalArgumentException("no parameter " + parameter);
        }
        return other;
    }

    /** Values of the states at the start. */
    public double[] initial() {
        return equations.states().stream()
                .mapToDouble(state -> Evaluator.value(state.initial(), 0, parameters::get))
                .toArray();
    }

    /** The right-hand side, in the order of the states. */
    public double[] rates(double time, double... y) {
        Map<String, Double> values = values(time, y);
        return equations.rates().stream()
                .mapToDouble(rate -> Evaluator.value(rate, time, values::get))
                .toArray();
    }

    /** The value of a formula of states, parameters, definitions and observables. */
    public double value(Expr formula, double time, double... y) {
        return Evaluator.value(formula, time, values(time, y)::get);
    }

    /** The truth of a condition of states, parameters, definitions and observables. */
    public boolean truth(Expr condition, double time, double... y) {
        return Evaluator.truth(condition, time, values(time, y)::get);
    }

    /** Values of all names. */
    public Map<String, Double> values(double time, double... y) {
        Map<String, Double> values = new HashMap<>(parameters);
        for (int k = 0; k < y.length; k++) {
            values.put(equations.states().get(k).name(), y[k]);
        }
        for (Term term : equations.definitions()) {
            values.put(term.name(), Evaluator.value(term.is(), time, values::get));
        }
        for (Term term : equations.observables()) {
            values.put(term.name(), Evaluator.value(term.is(), time, values::get));
        }
        return values;
    }
}

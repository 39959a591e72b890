package org.immunoedit.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.immunoedit.expr.Expr;
import org.immunoedit.problem.Place;

/**
 * What is integrated: scalar names only, indices and functions expanded, every name known.
 *
 * <p>Formulas refer to states, parameters and definitions by {@link Expr.Reference} without indices; a member of a
 * family is called {@code T[2]} or {@code mu[1,2]}. A definition refers only to earlier ones. Each state's rate already
 * contains its input parameter, if it has one (see {@link #input}).
 *
 * @param time name of the time unit
 * @param states in model order, those of agents after the model's
 * @param parameters slots of a run: values may be changed by a scenario, a sweep or an event, inputs by an infusion
 * @param definitions named terms, in an order in which each needs only earlier ones
 * @param rates time derivatives, one per state
 * @param observables named terms of the output, in model order; later ones may use earlier ones
 * @param events extinctions, then the model's and then the scenario's in file order
 */
public record Equations(
        String time,
        List<State> states,
        List<Parameter> parameters,
        List<Term> definitions,
        List<Expr> rates,
        List<Term> observables,
        List<Happening> events) {
    private static final Pattern BASE = Pattern.compile("base\\(([^()]*)\\)");

    public Equations {
        states = List.copyOf(states);
        parameters = List.copyOf(parameters);
        definitions = List.copyOf(definitions);
        rates = List.copyOf(rates);
        observables = List.copyOf(observables);
        events = List.copyOf(events);
        if (rates.size() != states.size()) {
            throw new IllegalArgumentException(rates.size() + " rates for " + states.size() + " states");
        }
    }

    /** Name of the parameter that holds the sum of running infusions into a state (unit of the state per time unit). */
    public static String input(String state) {
        return "input(" + state + ")";
    }

    /**
     * Name of the parameter that holds the own value of a parameter which an effect replaced by a formula: {@code m} is
     * then a definition, and settings of {@code m} reach {@code base(m)}.
     */
    public static String base(String parameter) {
        int bracket = parameter.indexOf('[');
        return bracket < 0
                ? "base(" + parameter + ")"
                : "base(" + parameter.substring(0, bracket) + ")" + parameter.substring(bracket);
    }

    /** A text in which parameters that an effect replaced have the name that the user knows: {@code base(m)} is m. */
    static String spoken(String text) {
        return BASE.matcher(text).replaceAll("$1");
    }

    /** Position of the parameter that a setting of this name changes; empty when there is none. */
    public OptionalInt slot(String name) {
        String inner = base(name);
        int found = -1;
        for (int k = 0; k < parameters.size(); k++) {
            String candidate = parameters.get(k).name();
            if (candidate.equals(inner)) {
                return OptionalInt.of(k);
            }
            if (candidate.equals(name)) {
                found = k;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /**
     * A state.
     *
     * @param unit as written
     * @param initial formula of parameters
     * @param signed whether it may be negative
     * @param extinctBelow crossing it downwards sets the state to 0
     */
    public record State(
            String name, String unit, String about, Expr initial, boolean signed, OptionalDouble extinctBelow) {}

    /** A parameter with the value it has at the start of the run. */
    public record Parameter(String name, double value, String unit, String about) {}

    /** A named formula; an empty unit was not declared. */
    public record Term(String name, Expr is, String unit, String about) {}

    /**
     * An event over scalar names.
     *
     * @param when a truth value
     * @param sets new values of states or parameters by name, from the values before the event
     * @param extinction whether this is the extinction of a population (then {@code label} is the state's name)
     */
    public record Happening(
            Expr when,
            List<NewValue> sets,
            String label,
            boolean atStart,
            boolean once,
            boolean stop,
            boolean extinction,
            Place place) {
        public Happening {
            sets = List.copyOf(sets);
        }
    }

    /** A new value for a state or parameter. */
    public record NewValue(String target, Expr value) {}
}

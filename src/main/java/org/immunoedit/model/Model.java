package org.immunoedit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Unit;

/**
 * A model document as written: nothing expanded, nothing resolved.
 *
 * @param title one line for people
 * @param time unit of time
 * @param unchecked whether formulas are exempt from the check of dimensions
 * @param unitsReason why they are
 * @param indices families of members and their number, e.g. i → 3
 */
public record Model(
        String name,
        String title,
        Source source,
        Unit time,
        boolean unchecked,
        String unitsReason,
        Map<String, Integer> indices,
        List<StateDeclaration> states,
        List<ParameterDeclaration> parameters,
        List<FunctionDeclaration> functions,
        List<Definition> definitions,
        List<Rate> rates,
        List<Definition> observables,
        List<Hook> hooks,
        List<AgentDeclaration> agents,
        List<Event> events,
        Place place) {
    public Model {
        indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
        states = List.copyOf(states);
        parameters = List.copyOf(parameters);
        functions = List.copyOf(functions);
        definitions = List.copyOf(definitions);
        rates = List.copyOf(rates);
        observables = List.copyOf(observables);
        hooks = List.copyOf(hooks);
        agents = List.copyOf(agents);
        events = List.copyOf(events);
    }

    /** The same model with other parameters, definitions and observables. */
    public Model with(
            List<ParameterDeclaration> otherParameters,
            List<Definition> otherDefinitions,
            List<Definition> otherObservables) {
        return new Model(
                name,
                title,
                source,
                time,
                unchecked,
                unitsReason,
                indices,
                states,
                otherParameters,
                functions,
                otherDefinitions,
                rates,
                otherObservables,
                hooks,
                agents,
                events,
                place);
    }
}

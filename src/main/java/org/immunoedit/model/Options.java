package org.immunoedit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.problem.Place;

/**
 * What a scenario changes about a model before it is expanded.
 *
 * <p>Of several settings that reach the same member the more specific one counts: {@code antigenicity[2]} after
 * {@code antigenicity}, whatever their order.
 *
 * @param indices sizes of indices that replace the model's
 * @param parameters values of parameters
 * @param initial starts of states, numbers only
 * @param events further events, after the model's
 * @param infused scalar names of the states that receive infusions, see {@link Equations#input}
 * @param place of the scenario
 */
public record Options(
        Map<String, Integer> indices,
        List<Setting> parameters,
        List<Setting> initial,
        List<Event> events,
        Set<String> infused,
        Place place) {
    public Options {
        indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
        parameters = List.copyOf(parameters);
        initial = List.copyOf(initial);
        events = List.copyOf(events);
        infused = Set.copyOf(infused);
    }

    /** Nothing changed: the model as published. */
    public static Options none(Place place) {
        return new Options(Map.of(), List.of(), List.of(), List.of(), Set.of(), place);
    }

    /** The same options with infusions into these states. */
    public Options withInfused(Set<String> states) {
        return new Options(indices, parameters, initial, events, states, place);
    }
}

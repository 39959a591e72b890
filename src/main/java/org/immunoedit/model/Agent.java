package org.immunoedit.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.problem.Place;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/**
 * An agent document: pharmacokinetics that a dose adds to any model. Its time unit is the day.
 *
 * @param kind class of agents, e.g. checkpoint
 * @param unit of its amounts
 * @param into the state that receives the doses
 * @param acts what is added to which hook of the model
 * @param potency activity per mass, e.g. 1.7e7 IU/mg, for doses given in IU
 */
public record Agent(
        String name,
        String title,
        String kind,
        Unit unit,
        Source source,
        List<ParameterDeclaration> parameters,
        List<StateDeclaration> states,
        List<Definition> definitions,
        List<Rate> rates,
        Reference into,
        Map<String, Formula> acts,
        Optional<Quantity> potency,
        Place place) {
    public Agent {
        parameters = List.copyOf(parameters);
        states = List.copyOf(states);
        definitions = List.copyOf(definitions);
        rates = List.copyOf(rates);
        acts = Collections.unmodifiableMap(new LinkedHashMap<>(acts));
    }
}

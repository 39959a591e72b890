package org.immunoedit.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Numbers.Located;
import org.immunoedit.model.Starts.Start;
import org.immunoedit.model.Symbol.Kind;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/**
 * Makes a model document what is integrated: families become scalars, functions their bodies, every name is resolved,
 * and every fault is found in one go.
 *
 * <p>What the contract leaves open: of two formulas for one member ({@code T[i]} and {@code T[2]}) none wins, it is an
 * error. Events are ordered extinctions first, then the model's, then the scenario's, so that other events of the
 * instant see the population gone.
 */
public final class Expansion {
    private final Model model;
    private final Options options;
    private final Names names;

    private Expansion(Model model, Options options, Names names) {
        this.model = model;
        this.options = options;
        this.names = names;
    }

    /**
     * Expands a model.
     *
     * @param model with its agents already composed, see {@link Composition}
     * @param problems receives every fault: unknown names, clashes, circles, missing rates, wrong numbers and
     *     dimensions
     * @return empty after an error
     */
    public static Optional<Equations> expand(Model model, Options options, Problems problems) {
        Findings findings = new Findings(problems);
        Indices indices = Indices.of(model, options, findings);
        Names names = Names.of(model, indices, findings);
        return new Expansion(model, options, names).equations();
    }

    /** The scalar states that a model has under these options, with their units, e.g. to resolve what is dosed. */
    public static Map<String, Unit> states(Model model, Options options) {
        Findings unheard = new Findings(new Problems());
        return Starts.units(model, Indices.of(model, options, unheard), unheard);
    }

    private Optional<Equations> equations() {
        List<Equations.Parameter> parameters = parameters();
        List<Piece> definitions = new Terms(names).definitions(model);
        List<Start> states = new Starts(names, definitions, parameters).of(model, options.initial());
        Map<String, Piece> rates = rates(states);
        List<Piece> observables = new Terms(names).observables(model);
        List<Event> written = new ArrayList<>(model.events());
        written.addAll(options.events());
        List<Happenings.Located> events = new Happenings(names).of(written);
        checkAgents();
        if (!names.findings().hasErrors() && !model.unchecked()) {
            UnitCheck check = new UnitCheck(model, names);
            definitions = check.definitions(definitions);
            check.rates(rates, states);
            observables = check.definitions(observables);
            check.events(events);
        }
        if (names.findings().hasErrors()) {
            return Optional.empty();
        }
        List<Equations.Happening> happenings = new ArrayList<>(Happenings.extinctions(states));
        events.forEach(event -> happenings.add(event.happening()));
        return Optional.of(new Equations(
                model.time().text(),
                states.stream().map(Start::state).toList(),
                withInputs(parameters, states),
                definitions.stream().map(Piece::term).toList(),
                states.stream()
                        .map(state -> infused(state.name(), rates.get(state.name())))
                        .toList(),
                observables.stream().map(Piece::term).toList(),
                happenings));
    }

    private List<Equations.Parameter> parameters() {
        Map<String, Equations.Parameter> slots = new LinkedHashMap<>();
        Map<String, Unit> units = new LinkedHashMap<>();
        Numbers numbers = new Numbers(names);
        for (ParameterDeclaration p : model.parameters()) {
            numbers.of(p.target(), p.value(), p.unit(), p.place()).forEach((name, number) -> {
                units.put(name, p.unit());
                slots.put(
                        name,
                        new Equations.Parameter(name, number.value(), p.unit().text(), p.about()));
            });
        }
        Map<String, Located> settings = new Settings(names, Kind.PARAMETER, units).of(options.parameters());
        settings.forEach((name, number) -> slots.computeIfPresent(
                name, (n, slot) -> new Equations.Parameter(n, number.value(), slot.unit(), slot.about())));
        return List.copyOf(slots.values());
    }

    private Map<String, Piece> rates(List<Start> states) {
        Map<String, Piece> rates = new LinkedHashMap<>();
        for (Rate rate : model.rates()) {
            Symbol symbol = names.symbols().get(rate.target().name());
            if (isState(rate, symbol)) {
                addRates(rate, symbol, rates);
            }
        }
        for (Start state : states) {
            if (!rates.containsKey(state.name())) {
                Place place = state.declaration().place();
                names.findings()
                        .error(
                                "missing-rate",
                                place,
                                "state " + state.name() + " has no rate",
                                "an entry \"" + state.name() + "\" in rates");
            }
        }
        return rates;
    }

    private boolean isState(Rate rate, Symbol symbol) {
        String name = rate.target().name();
        if (symbol == null) {
            names.symbols().unknown(name, rate.place(), EnumSet.of(Kind.STATE), List.of());
        } else if (symbol.kind() != Kind.STATE) {
            names.findings()
                    .error(
                            "formula",
                            rate.place(),
                            "a rate for " + name + ", which is " + symbol.kind().a(),
                            "a state");
        } else if (symbol.arity() != rate.target().indices().size()) {
            names.findings()
                    .error(
                            "index",
                            rate.place(),
                            "the rate of " + name + " is not written as the state is declared",
                            symbol.written());
        } else {
            return true;
        }
        return false;
    }

    private void addRates(Rate rate, Symbol symbol, Map<String, Piece> rates) {
        for (Indices.Member member : names.indices().members(rate.target(), rate.place(), names.findings())) {
            String name = symbol.members().get(member.subscripts());
            if (name == null) {
                names.findings()
                        .error(
                                "index",
                                rate.place(),
                                "a rate for " + member.name() + ", which does not exist",
                                symbol.members().size() + " members of " + symbol.written());
                continue;
            }
            Scope scope = Scope.of(Terms.IN_RATES, member.bindings(), rate.is().place());
            Expr is = Expander.expand(rate.is(), names, scope);
            if (rates.put(name, new Piece(name, is, Optional.empty(), "", scope.place())) != null) {
                names.findings().error("duplicate", rate.place(), name + " has two rates", "one of them");
            }
        }
    }

    /** An agent of the model itself is dosed into a state. */
    private void checkAgents() {
        for (AgentDeclaration agent : model.agents()) {
            Symbol symbol = names.symbols().get(agent.into().name());
            if (symbol == null || symbol.kind() != Kind.STATE) {
                names.symbols().unknown(agent.into().name(), agent.place(), EnumSet.of(Kind.STATE), List.of());
            }
        }
    }

    private List<Equations.Parameter> withInputs(List<Equations.Parameter> parameters, List<Start> states) {
        List<Equations.Parameter> all = new ArrayList<>(parameters);
        for (Start state : states) {
            if (options.infused().contains(state.name())) {
                String unit = state.declaration().unit().per(model.time()).text();
                all.add(new Equations.Parameter(
                        Equations.input(state.name()), 0, unit, "infusion into " + state.name()));
            }
        }
        return all;
    }

    private Expr infused(String state, Piece rate) {
        return options.infused().contains(state)
                ? new Binary(Operator.ADD, rate.is(), Reference.to(Equations.input(state)))
                : rate.is();
    }
}

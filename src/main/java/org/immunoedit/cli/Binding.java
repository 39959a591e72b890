package org.immunoedit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.AgentDocument;
import org.immunoedit.io.DoseFile;
import org.immunoedit.io.ModelDocument;
import org.immunoedit.io.Scenario;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Agent;
import org.immunoedit.model.AgentDeclaration;
import org.immunoedit.model.Catalogue;
import org.immunoedit.model.Composition;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Event;
import org.immunoedit.model.Expansion;
import org.immunoedit.model.Model;
import org.immunoedit.model.Options;
import org.immunoedit.model.Pruned;
import org.immunoedit.model.Pruning;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Horizon;
import org.immunoedit.protocol.Rule;
import org.immunoedit.protocol.Schedule;
import org.immunoedit.protocol.Targets;
import org.immunoedit.protocol.Targets.Target;
import org.immunoedit.protocol.Therapy;
import org.immunoedit.protocol.Timeline;
import org.immunoedit.unit.Unit;

/** Brings a scenario and its model together: names, doses, equations. Finds every fault before it gives up. */
final class Binding {
    private final Scenario scenario;
    private final Library library;
    private final Problems problems;
    private boolean whole;

    Binding(Scenario scenario, Library library, Problems problems) {
        this.scenario = scenario;
        this.library = library;
        this.problems = problems;
    }

    /**
     * What a scenario is once its names are known.
     *
     * @param composed the model with the agents that are dosed
     * @param equations what is integrated
     * @param zero names of states that stay 0 and are not integrated
     * @param states all states in model order, those that stay 0 among them
     * @param runIn the equations of the integration before the start, with its end as the last event
     */
    record Bound(
            ModelDocument document,
            Model composed,
            Equations equations,
            Set<String> zero,
            List<Equations.State> states,
            Timeline timeline,
            Clock clock,
            Optional<Equations> runIn,
            Guidance guidance) {
        /** The same with rules, whose questions are no observables any more. */
        Bound with(Guidance other, Optional<Equations> lead) {
            Equations plain = RuleBinding.plain(equations);
            return new Bound(document, composed, plain, zero, states, timeline, clock, lead, other);
        }
    }

    /** Keeps states that stay 0: they count for the stability of a state in which they are 0. */
    Binding whole() {
        whole = true;
        return this;
    }

    /**
     * Binds.
     *
     * @return empty when there is no model to bind to; after other errors what is good enough to find more of them
     * @throws IOException if a file that the scenario names cannot be read
     */
    Optional<Bound> bind() throws IOException {
        Optional<ModelDocument> document = library.model(scenario.model());
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Model model = document.get().model();
        Optional<Clock> clock = Clock.of(scenario.time(), model.time(), problems);
        Problems found = new Problems();
        Model composed = Composition.compose(model, dosedAgents(model), scenario.effects(), found);
        found.sorted().stream().map(problem -> ofScenario(problem, model)).forEach(problems::add);
        RuleBinding rules = new RuleBinding(scenario.rules(), composed, problems);
        Model asked = rules.model();
        Options options = options(scenario.events());
        Targets targets = targets(model, Expansion.states(asked, options));
        Clock time = clock.orElse(Clock.NONE);
        List<Therapy> therapies = therapies(model, List.copyOf(targets.states().keySet()));
        List<Rule> known = knownRules(model);
        Schedule.Plan plan = clock.map(c -> plan(therapies, known, targets, c.horizon(model.time())))
                .orElse(Schedule.Plan.EMPTY);
        Options infused = options.withInfused(Dosing.infused(plan.regimen()));
        Optional<Equations> equations = Expansion.expand(asked, infused, problems);
        Optional<Equations> runIn = runIn(asked, infused);
        if (equations.isEmpty()) {
            return unchanged(model).map(e -> bound(document.get(), model, e, Schedule.Plan.EMPTY, time));
        }
        Bound bound = bound(document.get(), asked, equations.get(), plan, time);
        Optional<Dosing> dosing =
                clock.map(c -> Dosing.of(setting(targets, c.horizon(model.time())), plan.regimen(), !known.isEmpty()));
        Guidance guidance = new Guidance(plan, rules.questions(bound.equations()), rules.images(), dosing);
        Set<String> dosed = Dosing.dosed(plan.regimen());
        return Optional.of(
                bound.with(guidance, runIn.map(e -> Pruning.prune(e, dosed).equations())));
    }

    private Schedule.Plan plan(List<Therapy> therapies, List<Rule> rules, Targets targets, Horizon horizon) {
        return Schedule.plan(therapies, rules, setting(targets, horizon), problems);
    }

    private Schedule.Setting setting(Targets targets, Horizon horizon) {
        return new Schedule.Setting(targets, scenario.patient(), horizon);
    }

    /** The rules that give no unknown agent; the others are told. */
    private List<Rule> knownRules(Model model) {
        return scenario.rules().stream()
                .filter(rule ->
                        gifts(rule).filter(gift -> isUnknownAgent(gift, model)).count() == 0)
                .toList();
    }

    private static Stream<Therapy> gifts(Rule rule) {
        return rule.orders().stream()
                .filter(Rule.Order.Give.class::isInstance)
                .map(order -> ((Rule.Order.Give) order).therapy());
    }

    /** The model as published, to look names up in when the scenario's changes are faulty. */
    private Optional<Equations> unchanged(Model model) {
        Problems told = new Problems();
        return Expansion.expand(
                Composition.compose(model, dosedAgents(model), List.of(), told), Options.none(scenario.place()), told);
    }

    private Bound bound(ModelDocument document, Model composed, Equations equations, Schedule.Plan plan, Clock clock) {
        Set<String> kept = Dosing.dosed(plan.regimen());
        if (whole) {
            equations.states().forEach(state -> kept.add(state.name()));
        }
        Pruned pruned = Pruning.prune(equations, kept);
        return new Bound(
                document,
                composed,
                pruned.equations(),
                Collections.unmodifiableSet(new LinkedHashSet<>(pruned.zero())),
                equations.states(),
                plan.regimen().timeline(),
                clock,
                Optional.empty(),
                new Guidance(plan, List.of(), Optional.empty(), Optional.empty()));
    }

    private Options options(List<Event> events) {
        return new Options(
                scenario.indices(), scenario.parameters(), scenario.initial(), events, Set.of(), scenario.place());
    }

    /** The same equations with the end of the run-in as their last event. */
    private Optional<Equations> runIn(Model composed, Options infused) {
        boolean wanted = scenario.runIn()
                .filter(lead -> Clock.fits(lead.limit(), composed.time(), problems))
                .isPresent();
        if (!wanted) {
            return Optional.empty();
        }
        Place place = scenario.runIn().get().place();
        List<Event> events = new ArrayList<>(scenario.events());
        events.add(new Event(scenario.runIn().get().until(), List.of(), RunIn.LABEL, true, true, true, place));
        Problems again = new Problems();
        Optional<Equations> equations =
                Expansion.expand(composed, options(events).withInfused(infused.infused()), again);
        // the other faults have been told for the equations themselves
        again.sorted().stream()
                .filter(p -> p.place().pointer().startsWith("/run_in"))
                .forEach(problems::add);
        return equations;
    }

    private List<Agent> dosedAgents(Model model) {
        Map<String, Agent> dosed = new LinkedHashMap<>();
        Stream<Optional<String>> given =
                scenario.rules().stream().flatMap(Binding::gifts).map(Therapy::agent);
        Stream.concat(scenario.therapies().stream().map(Treatment::agent), given)
                .flatMap(Optional::stream)
                .filter(name -> declared(model, name).isEmpty())
                .flatMap(name -> library.agent(name).stream())
                .map(AgentDocument::agent)
                .forEach(agent -> dosed.put(agent.name(), agent));
        return List.copyOf(dosed.values());
    }

    /** What an agent cannot act on is told where the scenario doses it: its own document is right. */
    private Problem ofScenario(Problem problem, Model model) {
        Optional<String> agent = dosedAgents(model).stream()
                .filter(dosed -> dosed.acts().values().stream()
                        .anyMatch(act -> act.place().equals(problem.place())))
                .map(Agent::name)
                .findFirst();
        return agent.flatMap(name -> scenario.therapies().stream()
                        .filter(treatment -> treatment.agent().equals(agent))
                        .findFirst())
                .map(treatment -> problem.at(
                        treatment instanceof Treatment.FromFile
                                ? treatment.place()
                                : treatment.place().child("agent")))
                .orElse(problem);
    }

    private static Optional<AgentDeclaration> declared(Model model, String agent) {
        return model.agents().stream().filter(a -> a.name().equals(agent)).findFirst();
    }

    private Targets targets(Model model, Map<String, Unit> states) {
        Map<String, Target> byAgent = new LinkedHashMap<>();
        for (AgentDeclaration agent : model.agents()) {
            String state = scalar(agent.into());
            Unit unit = states.get(state);
            if (unit != null) {
                byAgent.put(agent.name(), new Target(state, unit, agent.unit().orElse(unit), Optional.empty()));
            }
        }
        for (Agent agent : dosedAgents(model)) {
            String state = Composition.prefix(agent.name()) + scalar(agent.into());
            Unit unit = states.get(state);
            if (unit != null) {
                byAgent.put(agent.name(), new Target(state, unit, agent.unit(), agent.potency()));
            }
        }
        Map<String, Target> byState = new LinkedHashMap<>();
        states.forEach((name, unit) -> byState.put(name, Target.state(name, unit)));
        return new Targets(byAgent, byState);
    }

    /** The name of a scalar as the equations have it: {@code T[2]}. */
    static String scalar(Reference reference) {
        return Printer.print(reference);
    }

    private List<Therapy> therapies(Model model, List<String> states) throws IOException {
        List<Therapy> therapies = new ArrayList<>();
        for (Treatment treatment : scenario.therapies()) {
            if (treatment instanceof Treatment.Prescribed prescribed) {
                therapies.add(prescribed.therapy());
            } else if (treatment instanceof Treatment.FromFile file) {
                library.file("doses", file.path(), file.place())
                        .map(table -> DoseFile.read(table.bytes(), table.name(), file, states, problems))
                        .ifPresent(therapies::addAll);
            }
        }
        therapies.removeIf(therapy -> isUnknownAgent(therapy, model));
        return therapies;
    }

    /** The scheduler knows only the agents of this run; here the whole library is known, for the hint. */
    private boolean isUnknownAgent(Therapy therapy, Model model) {
        String name = therapy.agent().orElse("");
        List<String> known = new ArrayList<>();
        model.agents().forEach(agent -> known.add(agent.name()));
        known.addAll(Catalogue.AGENTS.names());
        if (therapy.agent().isEmpty() || known.contains(name)) {
            return false;
        }
        problems.add(Problem.error(
                        "unknown-agent",
                        therapy.place().child("agent"),
                        "\"" + name + "\" is not an agent of the model or of the library",
                        known.isEmpty() ? "\"into\" with the name of a state" : "one of " + String.join(", ", known))
                .withHint(Nearest.hint(name, known)));
        return true;
    }
}

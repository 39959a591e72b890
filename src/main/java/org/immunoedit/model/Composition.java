package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.References;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * Puts a model, the agents that are dosed and the effects of a scenario together into one model.
 *
 * <p>An agent brings its names under a prefix. Its formulas are per day and stay so: parameters keep the unit they are
 * declared in (a scenario's bare {@code pembrolizumab.CL} is in L/d also where the model counts hours); only rates and
 * {@code time} are converted. Each hook becomes a definition, the sum of what acts on it.
 */
public final class Composition {
    private final Model model;
    private final Problems problems;

    private Composition(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /**
     * Composes.
     *
     * @param dosed agents from documents that a therapy doses; one named twice is added once
     * @param effects replacements of parameters, in file order; of several for one parameter the later one sees the
     *     value that the earlier one leaves
     * @param problems receives hooks that the model lacks and effects on what is not a parameter
     */
    public static Model compose(Model model, List<Agent> dosed, List<Effect> effects, Problems problems) {
        Map<String, Agent> agents = new LinkedHashMap<>();
        dosed.forEach(agent -> agents.putIfAbsent(agent.name(), agent));
        Model dosedModel = new Composition(model, problems).withAgents(List.copyOf(agents.values()), effects);
        return new Effects(dosedModel, problems).apply(effects);
    }

    /**
     * What comes before the names of an agent: its name and a dot; a character that no name may hold becomes {@code _}.
     */
    public static String prefix(String agent) {
        String letters = agent.replaceAll("[^A-Za-z0-9_.]", "_");
        return (letters.isEmpty() || !Character.isDigit(letters.charAt(0)) ? letters : "_" + letters) + ".";
    }

    private Model withAgents(List<Agent> agents, List<Effect> effects) {
        List<Dosed> dosed =
                agents.stream().map(agent -> new Dosed(agent, model)).toList();
        Map<String, List<Definition>> acts = new LinkedHashMap<>();
        model.hooks().forEach(hook -> acts.put(hook.name(), new ArrayList<>()));
        Set<String> used = new LinkedHashSet<>();
        effects.forEach(
                effect -> used.addAll(References.in(effect.becomes().expr()).names()));
        dosed.forEach(agent -> act(agent, acts, used));
        List<Definition> definitions = new ArrayList<>(model.definitions());
        dosed.forEach(agent -> definitions.addAll(agent.definitions()));
        acts.values().forEach(definitions::addAll);
        model.hooks().forEach(hook -> definitions.add(sum(hook, acts.get(hook.name()))));
        return new Model(
                model.name(),
                model.title(),
                model.source(),
                model.time(),
                model.unchecked(),
                model.unitsReason(),
                model.indices(),
                joined(model.states(), dosed.stream().flatMap(agent -> agent.states().stream())),
                joined(model.parameters(), dosed.stream().flatMap(agent -> agent.parameters().stream())),
                model.functions(),
                definitions,
                joined(model.rates(), dosed.stream().flatMap(agent -> agent.rates().stream())),
                model.observables(),
                List.of(),
                model.agents(),
                model.events(),
                model.place());
    }

    private static <T> List<T> joined(List<T> first, Stream<T> second) {
        return Stream.concat(first.stream(), second).toList();
    }

    private void act(Dosed agent, Map<String, List<Definition>> acts, Set<String> used) {
        for (Map.Entry<String, Formula> act : agent.agent().acts().entrySet()) {
            Hook hook = model.hooks().stream()
                    .filter(h -> h.name().equals(act.getKey()))
                    .findFirst()
                    .orElse(null);
            if (hook != null) {
                acts.get(hook.name()).add(agent.act(hook, act.getValue()));
            } else if (used.stream().noneMatch(name -> name.startsWith(agent.prefix()))) {
                String hooks = String.join(", ", acts.keySet());
                problems.add(Problem.error(
                                "hook",
                                act.getValue().place(),
                                "model " + model.name() + " has no hook " + quoted(act.getKey()) + " for "
                                        + agent.agent().name() + " to act on",
                                hooks.isEmpty() ? "a model with hooks; this one has none" : "one of " + hooks)
                        .withHint("say under \"effects\" which parameter it changes, with a formula of "
                                + agent.prefix() + "…"));
            }
        }
    }

    private static Definition sum(Hook hook, List<Definition> acts) {
        List<Expr> terms = acts.stream()
                .<Expr>map(act -> Reference.to(act.target().name()))
                .toList();
        Expr is = terms.isEmpty() ? Num.ZERO : terms.size() == 1 ? terms.get(0) : new Many(Fold.SUM, terms);
        Formula formula = new Formula(is, hook.place());
        return new Definition(Reference.to(hook.name()), formula, Optional.of(hook.unit()), hook.about(), hook.place());
    }
}

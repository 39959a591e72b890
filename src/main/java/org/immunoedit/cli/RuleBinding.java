package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.Printer;
import org.immunoedit.model.Definition;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Model;
import org.immunoedit.model.ParameterDeclaration;
import org.immunoedit.outcome.Response;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Rule;
import org.immunoedit.sim.Rules;
import org.immunoedit.sim.Rules.Question;
import org.immunoedit.unit.Unit;

/**
 * Rules brought together with a model. Their conditions become observables of it, so that names, indices, functions and
 * dimensions are checked like everywhere else, and what images show becomes parameters that are set at each image. Both
 * are taken out again before anyone looks for columns.
 */
final class RuleBinding {
    private static final String ASKED = "asked(";

    private final Model model;
    private final List<Asked> asked = new ArrayList<>();

    /**
     * Reads the conditions.
     *
     * @param model with its agents; its own names come before {@code recist} and the diameters
     * @param problems receives wrong uses of {@code recist}
     */
    RuleBinding(List<Rule> rules, Model model, Problems problems) {
        this.model = model;
        Set<String> names = names(model);
        for (Rule rule : rules) {
            RuleTerms terms = new RuleTerms(names, rule.when().place(), problems);
            Expr when = terms.of(rule.when().expr());
            Map<String, Expr> sides = new LinkedHashMap<>();
            // what is wrong with a side has been told
            RuleTerms again = new RuleTerms(names, rule.when().place(), new Problems());
            sides(rule.when().expr()).forEach(side -> sides.put(Printer.print(side), again.side(side)));
            sides.values().removeIf(Num.class::isInstance);
            asked.add(new Asked(rule, when, sides, terms.looksAtImages()));
        }
    }

    /** One condition in names of the model, with what it compares by its text. */
    private record Asked(Rule rule, Expr when, Map<String, Expr> sides, boolean images) {
        Place place() {
            return rule.when().place();
        }
    }

    /** Where the first condition that needs images stands, if one does. */
    Optional<Place> images() {
        return asked.stream().filter(Asked::images).map(Asked::place).findFirst();
    }

    /** The model with all that is asked. */
    Model model() {
        return asked.isEmpty() ? model : extended();
    }

    private Model extended() {
        List<Definition> observables = new ArrayList<>(model.observables());
        for (int i = 0; i < asked.size(); i++) {
            Asked a = asked.get(i);
            Expr holds = new If(a.when(), new Num(1), Num.ZERO);
            observables.add(observable(i, 0, holds, Optional.of(Unit.ONE), a));
            int k = 1;
            for (Expr side : a.sides().values()) {
                observables.add(observable(i, k++, side, Optional.empty(), a));
            }
        }
        List<ParameterDeclaration> parameters = new ArrayList<>(model.parameters());
        if (images().isPresent()) {
            Stream.of(Rules.RESPONSE, Rules.DIAMETER, Rules.BASELINE, Rules.NADIR)
                    .forEach(name -> parameters.add(shown(name)));
        }
        return model.with(parameters, model.definitions(), observables);
    }

    private static Definition observable(int rule, int side, Expr is, Optional<Unit> unit, Asked asked) {
        Reference name = Reference.to(name(rule, side));
        return new Definition(name, new Formula(is, asked.place()), unit, "", asked.place());
    }

    private static String name(int rule, int side) {
        return ASKED + rule + "," + side + ")";
    }

    private ParameterDeclaration shown(String name) {
        Place place = model.place();
        Unit unit = name.equals(Rules.RESPONSE) ? Unit.ONE : millimeter(place);
        Literal nothing = new Literal(0, Optional.empty(), place);
        return new ParameterDeclaration(Reference.to(name), nothing, unit, "", "", Optional.empty(), place);
    }

    private static Unit millimeter(Place place) {
        return Unit.parse("mm", place, new Problems()).orElseThrow();
    }

    /** The equations without what is asked. */
    static Equations plain(Equations equations) {
        return new Equations(
                equations.time(),
                equations.states(),
                equations.parameters(),
                equations.definitions(),
                equations.rates(),
                equations.observables().stream()
                        .filter(term -> !term.name().startsWith(ASKED))
                        .toList(),
                equations.events());
    }

    /** What is asked, in the equations that came of the extended model. */
    List<Question> questions(Equations equations) {
        Map<String, Term> terms = new HashMap<>();
        equations.observables().forEach(term -> terms.put(term.name(), term));
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            List<Term> sides = new ArrayList<>();
            for (Map.Entry<String, Expr> side : asked.get(i).sides().entrySet()) {
                Term term = terms.get(name(i, sides.size() + 1));
                boolean response = side.getValue().equals(Reference.to(Rules.RESPONSE));
                String name = response ? Rules.RESPONSE : term.name();
                sides.add(new Term(name, term.is(), term.unit(), side.getKey()));
            }
            questions.add(
                    new Question(terms.get(name(i, 0)), sides, asked.get(i).images()));
        }
        return questions;
    }

    /** The sides of the comparisons that a condition is made of. */
    private static List<Expr> sides(Expr condition) {
        if (condition instanceof Expr.Logic logic) {
            return Stream.concat(sides(logic.left()).stream(), sides(logic.right()).stream())
                    .toList();
        }
        if (condition instanceof Expr.Not not) {
            return sides(not.operand());
        }
        return condition instanceof Expr.Comparison comparison
                ? List.of(comparison.left(), comparison.right())
                : List.of();
    }

    private static Set<String> names(Model model) {
        Set<String> names = new LinkedHashSet<>(model.indices().keySet());
        model.states().forEach(state -> names.add(state.target().name()));
        model.parameters().forEach(parameter -> names.add(parameter.target().name()));
        model.functions().forEach(function -> names.add(function.name()));
        model.definitions().forEach(definition -> names.add(definition.target().name()));
        model.hooks().forEach(hook -> names.add(hook.name()));
        model.observables().forEach(observable -> names.add(observable.target().name()));
        return names;
    }

    /** The responses of RECIST by the names that conditions use. */
    static Map<String, Response> responses() {
        Map<String, Response> responses = new LinkedHashMap<>();
        Arrays.stream(Response.values())
                .forEach(response -> responses.put(response.toString().replaceAll("[^A-Za-z]", "_"), response));
        return responses;
    }
}

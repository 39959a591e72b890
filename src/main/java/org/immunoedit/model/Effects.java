package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Connective;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Logic;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * Replaces parameters by formulas. The parameter itself moves to {@link Equations#base}, a definition takes its name;
 * in an effect on a family the family's name means the old values of all members.
 */
final class Effects {
    private final Model model;
    private final Problems problems;
    private final List<ParameterDeclaration> parameters;
    private final List<Definition> definitions;

    Effects(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        this.parameters = new ArrayList<>(model.parameters());
        this.definitions = new ArrayList<>(model.definitions());
    }

    /** The model with effects. */
    Model apply(List<Effect> effects) {
        Map<String, List<Effect>> byName = new LinkedHashMap<>();
        effects.forEach(e -> byName.computeIfAbsent(e.parameter().name(), name -> new ArrayList<>())
                .add(e));
        byName.forEach(this::replace);
        return model.with(parameters, definitions, model.observables());
    }

    private void replace(String name, List<Effect> effects) {
        List<ParameterDeclaration> found =
                parameters.stream().filter(p -> p.target().name().equals(name)).toList();
        if (found.size() != 1) {
            effects.forEach(effect -> refuse(effect, found.size()));
            return;
        }
        ParameterDeclaration p = found.get(0);
        List<Effect> fitting =
                effects.stream().filter(effect -> fits(effect, p)).toList();
        if (fitting.isEmpty()) {
            return;
        }
        String old = Equations.base(name);
        Reference moved = new Reference(old, p.target().indices(), -1);
        parameters.set(
                parameters.indexOf(p),
                new ParameterDeclaration(moved, p.value(), p.unit(), p.about(), p.source(), p.range(), p.place()));
        for (int k = 0; k < fitting.size(); k++) {
            String next = k == fitting.size() - 1 ? name : "effect(" + name + "," + (k + 1) + ")";
            define(fitting.get(k), p, old, next);
            old = next;
        }
    }

    private void refuse(Effect effect, int declarations) {
        String name = effect.parameter().name();
        List<String> known = model.parameters().stream()
                .map(p -> p.target().name())
                .distinct()
                .toList();
        String found = declarations == 0
                ? quoted(name) + " is not a parameter of the model"
                : quoted(name) + " is declared member by member; an effect needs one family";
        problems.add(Problem.error("unknown-name", effect.place(), found, Symbols.shortList(known))
                .withHint(declarations == 0 ? Nearest.hint(name, known) : ""));
    }

    private boolean fits(Effect effect, ParameterDeclaration p) {
        int given = effect.parameter().indices().size();
        int wanted = p.target().indices().size();
        boolean fits = given == 0 || given == wanted;
        if (!fits) {
            problems.error(
                    "index",
                    effect.place(),
                    quoted(p.target().name()) + " is written with " + wanted + " indices",
                    Symbol.of(Symbol.Kind.PARAMETER, p.target(), p.place()).written());
        }
        return fits;
    }

    /** Defines {@code next} as {@code old} with one effect on it. */
    private void define(Effect effect, ParameterDeclaration p, String old, String next) {
        List<Expr> declared = p.target().indices();
        List<Expr> given = effect.parameter().indices().isEmpty()
                ? declared
                : effect.parameter().indices();
        Expr becomes = new OldValue(p.target(), old).of(effect.becomes().expr());
        Expr condition = null;
        List<Expr> open = new ArrayList<>();
        List<Expr> openDeclared = new ArrayList<>();
        for (int k = 0; k < given.size(); k++) {
            if (given.get(k) instanceof Reference) {
                open.add(given.get(k));
                openDeclared.add(declared.get(k));
            } else {
                Expr here = new Comparison(Relation.EQUAL, declared.get(k), given.get(k));
                condition = condition == null ? here : new Logic(Connective.AND, condition, here);
            }
        }
        if (condition == null) {
            add(next, given, becomes, effect, p);
            return;
        }
        String only = "only(" + next + ")";
        add(only, open, becomes, effect, p);
        Expr chosen = new If(condition, new Reference(only, openDeclared, -1), new Reference(old, declared, -1));
        add(next, declared, chosen, effect, p);
    }

    private void add(String name, List<Expr> indices, Expr is, Effect effect, ParameterDeclaration p) {
        Formula formula = new Formula(is, effect.becomes().place());
        definitions.add(new Definition(
                new Reference(name, indices, -1), formula, Optional.of(p.unit()), p.about(), effect.place()));
    }

    /** Makes the parameter's own name mean its old value. */
    private static final class OldValue extends Rewrite {
        private final Reference parameter;
        private final String old;

        OldValue(Reference parameter, String old) {
            this.parameter = parameter;
            this.old = old;
        }

        @Override
        public Expr reference(Reference node) {
            Reference inner = (Reference) super.reference(node);
            if (!node.name().equals(parameter.name())) {
                return inner;
            }
            List<Expr> indices = inner.indices().isEmpty() ? parameter.indices() : inner.indices();
            return new Reference(old, indices, node.at());
        }
    }
}

package org.immunoedit.model;

import static org.immunoedit.model.Symbols.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.model.Scope.Bound;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;

/**
 * Makes a formula scalar: indices become numbers, families members, sums lists of terms, functions their bodies. What a
 * condition on indices excludes is never looked at. Where something is wrong a 0 stands in, so that all faults are
 * found.
 */
final class Expander implements Expr.Cases<Expr> {
    private final Names names;
    private final Scope scope;

    private Expander(Names names, Scope scope) {
        this.names = names;
        this.scope = scope;
    }

    /** The scalar formula of a member. */
    static Expr expand(Formula formula, Names names, Scope scope) {
        names.budget().begin();
        Expr scalar = new Expander(names, scope).expand(formula.expr());
        if (names.budget().exceeded()) {
            names.findings()
                    .error(
                            "formula",
                            formula.place(),
                            "the formula grows beyond " + Budget.MOST_NODES + " terms or " + Budget.MOST_LEVELS
                                    + " levels when its functions and sums are written out",
                            "a smaller formula");
        }
        return scalar;
    }

    private Expr expand(Expr node) {
        Budget budget = names.budget();
        Expr result = budget.enter() ? node.match(this) : Num.ZERO;
        budget.leave();
        return result;
    }

    private Expr within(Scope inner, Expr node) {
        return new Expander(names, inner).expand(node);
    }

    private Expr fault(String code, int at, String found, String expected) {
        names.findings().error(code, scope.at(at), found, expected);
        return Num.ZERO;
    }

    @Override
    public Expr number(Num node) {
        return node;
    }

    @Override
    public Expr time(Expr.Time node) {
        return node;
    }

    @Override
    public Expr reference(Reference node) {
        Bound argument = scope.arguments().get(node.name());
        if (argument != null) {
            return node.indices().isEmpty()
                    ? inserted(argument)
                    : fault(
                            "index",
                            node.at(),
                            quoted(node.name()) + " is an argument of a function and has no index",
                            "it alone");
        }
        Integer value = scope.bindings().get(node.name());
        if (value != null) {
            return node.indices().isEmpty()
                    ? new Num(value)
                    : fault("index", node.at(), node.name() + " is an index itself and has no index", "it alone");
        }
        return named(node);
    }

    private Expr inserted(Bound argument) {
        names.budget().add(argument);
        return argument.expr();
    }

    private Expr named(Reference node) {
        long before = names.findings().told();
        List<Expr> indices = new ArrayList<>(node.indices().size());
        for (Expr index : node.indices()) {
            indices.add(expand(index));
        }
        boolean clean = names.findings().told() == before;
        return clean ? new Lookup(names, scope).member(node, indices) : Num.ZERO;
    }

    @Override
    public Expr negation(Expr.Negation node) {
        return new Expr.Negation(expand(node.operand()));
    }

    @Override
    public Expr binary(Expr.Binary node) {
        return new Expr.Binary(node.operator(), expand(node.left()), expand(node.right()));
    }

    @Override
    public Expr comparison(Expr.Comparison node) {
        return new Expr.Comparison(node.relation(), expand(node.left()), expand(node.right()));
    }

    @Override
    public Expr logic(Expr.Logic node) {
        Expr left = expand(node.left());
        Boolean known = Constants.truth(left);
        if (known == null) {
            return new Expr.Logic(node.connective(), left, expand(node.right()));
        }
        boolean decided = known == (node.connective() == Expr.Connective.OR);
        return decided ? left : expand(node.right());
    }

    @Override
    public Expr not(Expr.Not node) {
        return new Expr.Not(expand(node.operand()));
    }

    @Override
    public Expr choice(Expr.If node) {
        Expr condition = expand(node.condition());
        Boolean known = Constants.truth(condition);
        if (known != null) {
            return expand(known ? node.then() : node.otherwise());
        }
        return new Expr.If(condition, expand(node.then()), expand(node.otherwise()));
    }

    @Override
    public Expr call(Expr.Call node) {
        return new Expr.Call(
                node.function(), node.arguments().stream().map(this::expand).toList());
    }

    @Override
    public Expr apply(Expr.Apply node) {
        if (node.function().equals("size")) {
            return size(node);
        }
        FunctionDeclaration function = names.functions().get(node.function());
        if (function == null) {
            List<String> known = List.copyOf(names.functions().keySet());
            names.findings()
                    .add(Problem.error(
                                    "unknown-name",
                                    scope.at(node.at()),
                                    quoted(node.function()) + " is not a function",
                                    Symbols.shortList(known))
                            .withHint(Nearest.hint(node.function(), known)));
            return Num.ZERO;
        }
        int wanted = function.arguments().size();
        if (node.arguments().size() != wanted) {
            return fault(
                    "formula",
                    node.at(),
                    function.name() + " has " + node.arguments().size() + " arguments",
                    wanted + ": " + function.name() + "(" + String.join(", ", function.arguments()) + ")");
        }
        Map<String, Bound> arguments = new LinkedHashMap<>();
        for (int k = 0; k < wanted; k++) {
            arguments.put(function.arguments().get(k), bound(node.arguments().get(k)));
        }
        boolean usable = !names.faulty().contains(function.name());
        return usable ? within(scope.body(arguments, node.at()), function.body().expr()) : Num.ZERO;
    }

    private Bound bound(Expr argument) {
        Budget budget = names.budget();
        long before = budget.nodes();
        int mark = budget.mark();
        Expr expr = expand(argument);
        return new Bound(expr, budget.nodes() - before, budget.height(mark));
    }

    private Expr size(Expr.Apply node) {
        boolean named = node.arguments().size() == 1
                && node.arguments().get(0) instanceof Reference r
                && r.indices().isEmpty();
        if (!named) {
            return fault("index", node.at(), "size is not given an index", "size(i)");
        }
        Reference index = (Reference) node.arguments().get(0);
        return sizeOf(index.name(), index.at()).<Expr>map(Num::new).orElse(Num.ZERO);
    }

    private Optional<Integer> sizeOf(String index, int at) {
        Integer size = names.indices().sizes().get(index);
        if (size == null) {
            List<String> known = List.copyOf(names.indices().sizes().keySet());
            names.findings()
                    .add(Problem.error(
                                    "unknown-name",
                                    scope.at(at),
                                    quoted(index) + " is not an index",
                                    Symbols.shortList(known))
                            .withHint(Nearest.hint(index, known)));
        }
        return Optional.ofNullable(size);
    }

    @Override
    public Expr over(Expr.Over node) {
        int size = sizeOf(node.index(), node.at()).orElse(0);
        List<Expr> terms = new ArrayList<>();
        for (int value = 1; value <= size && !names.budget().exceeded(); value++) {
            terms.add(within(scope.with(node.index(), value), node.body()));
        }
        return new Expr.Many(node.fold(), terms);
    }

    @Override
    public Expr many(Expr.Many node) {
        return new Expr.Many(
                node.fold(), node.terms().stream().map(this::expand).toList());
    }
}

package org.immunoedit.compile;

import java.util.IdentityHashMap;
import java.util.Map;
import org.immunoedit.expr.Expr;

/**
 * Puts formulas into a graph. A part that occurs in several places as the same object is visited once, so the cost is
 * linear even where expansion has made formulas share their parts.
 */
final class Translation implements Expr.Cases<Integer> {
    private final Graph graph;
    private final Names names;
    private final Map<Expr, Integer> seen = new IdentityHashMap<>();

    Translation(Graph graph, Names names) {
        this.graph = graph;
        this.names = names;
    }

    /**
     * The node of a formula.
     *
     * @throws IllegalArgumentException for a name that is not known and for a node that expansion should have replaced
     */
    int node(Expr expr) {
        Integer known = seen.get(expr);
        if (known == null) {
            known = expr.match(this);
            seen.put(expr, known);
        }
        return known;
    }

    @Override
    public Integer number(Expr.Num node) {
        return graph.constant(node.value());
    }

    @Override
    public Integer time(Expr.Time node) {
        return graph.time();
    }

    @Override
    public Integer reference(Expr.Reference node) {
        if (!node.indices().isEmpty()) {
            throw new IllegalArgumentException("\"" + node.name() + "\" still has indices");
        }
        return names.node(node.name());
    }

    @Override
    public Integer negation(Expr.Negation node) {
        return graph.unary(Operation.NEGATE, node(node.operand()));
    }

    @Override
    public Integer binary(Expr.Binary node) {
        return binary(node.operator().name(), node.left(), node.right());
    }

    @Override
    public Integer comparison(Expr.Comparison node) {
        return binary(node.relation().name(), node.left(), node.right());
    }

    @Override
    public Integer logic(Expr.Logic node) {
        return binary(node.connective().name(), node.left(), node.right());
    }

    private int binary(String operation, Expr left, Expr right) {
        return graph.binary(Operation.valueOf(operation), node(left), node(right));
    }

    @Override
    public Integer not(Expr.Not node) {
        return graph.unary(Operation.NOT, node(node.operand()));
    }

    @Override
    public Integer choice(Expr.If node) {
        return graph.choice(node(node.condition()), node(node.then()), node(node.otherwise()));
    }

    @Override
    public Integer call(Expr.Call node) {
        if (node.function() == Expr.Function.POW) {
            return binary(
                    Operation.POWER.name(),
                    node.arguments().get(0),
                    node.arguments().get(1));
        }
        Operation operation = Operation.valueOf(node.function().name());
        int first = node(node.arguments().get(0));
        return operation.operands() == 1
                ? graph.unary(operation, first)
                : graph.binary(operation, first, node(node.arguments().get(1)));
    }

    @Override
    public Integer apply(Expr.Apply node) {
        throw new IllegalArgumentException("function \"" + node.function() + "\" is not expanded");
    }

    @Override
    public Integer over(Expr.Over node) {
        throw new IllegalArgumentException(node.fold().symbol() + " over \"" + node.index() + "\" is not expanded");
    }

    @Override
    public Integer many(Expr.Many node) {
        boolean sum = node.fold() == Expr.Fold.SUM;
        if (node.terms().isEmpty()) {
            return graph.constant(sum ? 0 : 1);
        }
        int result = node(node.terms().get(0));
        for (Expr term : node.terms().subList(1, node.terms().size())) {
            result = graph.binary(sum ? Operation.ADD : Operation.MULTIPLY, result, node(term));
        }
        return result;
    }
}

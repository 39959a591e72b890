package org.immunoedit.compile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.immunoedit.expr.Derivative;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;

/**
 * Exact derivatives of some nodes, added to their graph. The chain rule goes through the graph from what is given to
 * the roots, so each operation is differentiated once per variable it depends on, and equal derivatives are one node:
 * those of a sum by each of its terms, say. What the derivative of an operation is, {@link Derivative} knows; it is
 * asked with names for the operands and their derivatives. A branch of a choice is differentiated inside of it.
 */
final class Derivation {
    private final Graph graph;
    private final int[] roots;
    private final int[] needed;
    private final int size;
    private final int states;
    private final int zero;
    private final int one;
    private final Map<Integer, Expr> rules = new HashMap<>();

    /**
     * For derivatives of rates.
     *
     * @param graph receives the derivatives
     * @param roots one per state
     */
    Derivation(Graph graph, int[] roots) {
        this.graph = graph;
        this.roots = roots;
        states = roots.length;
        needed = needed();
        zero = graph.constant(0);
        one = graph.constant(1);
        size = graph.size();
    }

    Graph graph() {
        return graph;
    }

    /** Derivatives by all states that are not zero everywhere; one row per root, one column per state. */
    Outputs byStates() {
        Ints nodes = new Ints();
        Ints positions = new Ints();
        int[][] columns = new int[states][];
        for (int j = 0; j < states; j++) {
            columns[j] = derivatives(graph.state(j));
        }
        for (int i = 0; i < roots.length; i++) {
            for (int j = 0; j < states; j++) {
                if (columns[j][i] != zero) {
                    nodes.add(columns[j][i]);
                    positions.add(i * states + j);
                }
            }
        }
        return Outputs.matrix(nodes.toArray(), positions.toArray(), states);
    }

    /** Partial derivatives by time, zeros included. */
    Outputs byTime() {
        return Outputs.vector(derivatives(graph.time()));
    }

    /** What the roots need, operands before what uses them. */
    private int[] needed() {
        BitSet marked = new BitSet();
        for (int root : roots) {
            marked.set(root);
        }
        for (int node = marked.length() - 1; node >= 0; node = marked.previousSetBit(node - 1)) {
            for (int k = 0; k < graph.operands(node); k++) {
                marked.set(graph.operand(node, k));
            }
        }
        return marked.stream().filter(node -> !graph.isFixed(node)).toArray();
    }

    private int[] derivatives(int variable) {
        int[] known = new int[size];
        Arrays.fill(known, zero);
        for (int node : needed) {
            boolean leaf = graph.operands(node) == 0;
            known[node] = node == variable ? one : leaf ? zero : derivative(node, known);
        }
        int[] result = new int[roots.length];
        for (int k = 0; k < roots.length; k++) {
            result[k] = known[roots[k]];
        }
        return result;
    }

    private int derivative(int node, int[] known) {
        Operation operation = graph.operation(node);
        if (operation.isTruth()) {
            return zero;
        }
        if (operation == Operation.CHOICE) {
            int then = known[graph.operand(node, 1)];
            int otherwise = known[graph.operand(node, 2)];
            return then == otherwise ? then : graph.choice(graph.operand(node, 0), then, otherwise);
        }
        int u = graph.operand(node, 0);
        int v = operation.operands() > 1 ? graph.operand(node, 1) : u;
        int du = known[u];
        int dv = operation.operands() > 1 ? known[v] : zero;
        if (du == zero && dv == zero) {
            return zero;
        }
        Expr rule = graph.isConstant(v) ? rule(operation, new Num(graph.value(v)), du, dv) : known(operation, du, dv);
        return new Translation(graph, new Operands(u, v, du, dv)).node(rule);
    }

    /** The rule for operands that are not constants; asked for once. */
    private Expr known(Operation operation, int du, int dv) {
        int key = 9 * operation.ordinal() + 3 * kind(du) + kind(dv);
        Expr rule = rules.get(key);
        if (rule == null) {
            rule = rule(operation, Reference.to("v"), du, dv);
            rules.put(key, rule);
        }
        return rule;
    }

    private int kind(int derivative) {
        return derivative == zero ? 0 : derivative == one ? 1 : 2;
    }

    private Expr rule(Operation operation, Expr v, int du, int dv) {
        Expr u = Reference.to("u");
        Expr formula = operation.operands() > 1 ? operation.formula(u, v) : operation.formula(u, u);
        return Derivative.of(formula, name -> name.equals("u") ? of(du, "du") : of(dv, "dv"), Num.ZERO);
    }

    private Expr of(int derivative, String name) {
        return derivative == zero ? Num.ZERO : derivative == one ? Num.ONE : Reference.to(name);
    }

    /** What the names in a rule stand for. */
    private record Operands(int u, int v, int du, int dv) implements Names {
        @Override
        public int node(String name) {
            return switch (name) {
                case "u" -> u;
                case "v" -> v;
                case "du" -> du;
                default -> dv;
            };
        }
    }
}

package org.immunoedit.compile;

import java.util.BitSet;

/**
 * What must be computed for some roots, and in which order: depth first, root after root, so that a value is made just
 * before its first use. A node used once is computed where it is used; the others are kept. What lies outside the order
 * are leaves: constants, parameters, states, time and, in the body of a run, whatever depends on parameters only.
 */
final class Schedule {
    /** Bytes of bytecode above which a node is kept even if it is used once, so that a statement stays small. */
    private static final int LARGE = 300;
    /** Bytes that put a kept value or a leaf on the stack, at most (three for an index beyond a short are rare). */
    private static final int LOAD = 6;
    /** Bytes of the longest operation but a call: a truth value turned into a jump. */
    private static final int OPERATION = 9;

    private final Graph graph;
    private final int[] roots;
    private final boolean fixedAreLeaves;
    private final Ints order;
    private final Ints leaves = new Ints();
    private final int[] uses;
    private final int[] bytes;
    private final BitSet numbers = new BitSet();
    private final BitSet kept = new BitSet();

    /**
     * Orders what the roots need.
     *
     * @param fixedAreLeaves whether nodes that depend on parameters only count as given
     */
    Schedule(Graph graph, int[] roots, boolean fixedAreLeaves) {
        this.graph = graph;
        this.roots = roots;
        this.fixedAreLeaves = fixedAreLeaves;
        uses = new int[graph.size()];
        bytes = new int[graph.size()];
        Ints found = new Ints();
        for (int k = 0; k < roots.length; k++) {
            numbers.set(roots[k]);
            visit(roots[k], found);
            found.add(~k);
        }
        Chains chains = new Chains(graph, found, fixedAreLeaves);
        order = Interleaving.of(graph, found, chains);
        collectLeaves();
        keepChains(chains);
        for (int k = 0; k < order.size(); k++) {
            if (order.get(k) >= 0) {
                keep(order.get(k));
            }
        }
    }

    Graph graph() {
        return graph;
    }

    int roots() {
        return roots.length;
    }

    int root(int k) {
        return roots[k];
    }

    /** Nodes in the order of computation; {@code ~k} stands where root k is complete. */
    Ints order() {
        return order;
    }

    /** Nodes that are given, in the order in which they are used first. */
    int[] leaves() {
        return leaves.toArray();
    }

    boolean isLeaf(int node) {
        return graph.operands(node) == 0 || fixedAreLeaves && graph.isFixed(node);
    }

    /** Whether a node's value is kept from where it is computed until its last use. */
    boolean isKept(int node) {
        return kept.get(node);
    }

    /** Upper bound for the bytes of bytecode that put a node on the stack where it is used. */
    int cost(int node) {
        return isLeaf(node) || isKept(node) ? LOAD : bytes[node];
    }

    /** Upper bound for the bytes that compute a node from its operands (of a choice: without its branches). */
    int bytes(int node) {
        return bytes[node];
    }

    /** How often a node is used, as a root too. */
    int uses(int node) {
        return uses[node];
    }

    /** How many operations one evaluation carries out, at most. */
    int operations() {
        return order.size() - roots.length;
    }

    /** What one evaluation costs, in additions, all branches of choices included. */
    double work() {
        double work = 0;
        for (int k = 0; k < order.size(); k++) {
            int node = order.get(k);
            work += node >= 0 ? graph.operation(node).work() : 0;
        }
        return work;
    }

    /** Visits a node and all it needs; without recursion, since a sum may be thousands of operations deep. */
    private void visit(int root, Ints found) {
        Ints path = new Ints();
        Ints next = new Ints();
        if (arrive(root)) {
            path.add(root);
            next.add(0);
        }
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            int node = path.get(top);
            int k = next.get(top);
            if (k == graph.operands(node)) {
                found.add(node);
                path.removeLast();
                next.removeLast();
                continue;
            }
            next.set(top, k + 1);
            int operand = graph.operand(node, k);
            if (!graph.operation(node).takesTruth(k)) {
                numbers.set(operand);
            }
            if (arrive(operand)) {
                path.add(operand);
                next.add(0);
            }
        }
    }

    /** Counts a use; whether the node is new and needs others. */
    private boolean arrive(int node) {
        return uses[node]++ == 0 && !isLeaf(node);
    }

    private void collectLeaves() {
        BitSet seen = new BitSet();
        for (int i = 0; i < order.size(); i++) {
            int item = order.get(i);
            if (item < 0) {
                collectLeaf(roots[~item], seen);
            } else {
                for (int k = 0; k < graph.operands(item); k++) {
                    collectLeaf(graph.operand(item, k), seen);
                }
            }
        }
    }

    private void collectLeaf(int node, BitSet seen) {
        if (isLeaf(node) && !seen.get(node)) {
            seen.set(node);
            leaves.add(node);
        }
    }

    /** Each operation of a long sum or product is a statement, so that it may become a loop. */
    private void keepChains(Chains chains) {
        for (int k = order.size() - 1; k >= 0; k--) {
            int node = order.get(k);
            if (node >= 0 && (chains.isLong(node) || kept.get(node)) && chains.length(node) > 0) {
                kept.set(node);
                kept.set(chains.before(node));
            }
        }
    }

    private void keep(int node) {
        Operation operation = graph.operation(node);
        int sum = OPERATION;
        for (int k = 0; k < operation.operands(); k++) {
            sum += cost(graph.operand(node, k));
        }
        bytes[node] = sum;
        boolean truthAsNumber = operation.isTruth() && numbers.get(node);
        kept.set(
                node,
                kept.get(node) || uses[node] > 1 || operation == Operation.CHOICE || truthAsNumber || sum > LARGE);
    }
}

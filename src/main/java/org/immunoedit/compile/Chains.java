package org.immunoedit.compile;

/** Sums and products of many terms: each operation adds one term to the chain before it. */
final class Chains {
    /** Operations from which a sum or product counts as long. */
    private static final int LONG = 16;

    private final Graph graph;
    private final boolean fixedAreLeaves;
    private final int[] lengths;

    /**
     * Finds them.
     *
     * @param order nodes after what they need
     * @param fixedAreLeaves as in {@link Schedule}
     */
    Chains(Graph graph, Ints order, boolean fixedAreLeaves) {
        this.graph = graph;
        this.fixedAreLeaves = fixedAreLeaves;
        lengths = new int[graph.size()];
        for (int k = 0; k < order.size(); k++) {
            int node = order.get(k);
            if (node >= 0) {
                int before = before(node);
                lengths[node] = before < 0 ? 0 : lengths[before] + 1;
            }
        }
    }

    /** How many operations of its chain come before a node. */
    int length(int node) {
        return lengths[node];
    }

    /** Whether enough operations come before a node for a loop to pay. */
    boolean isLong(int node) {
        return lengths[node] >= LONG;
    }

    /** The sum or product to which a node adds a term or factor, −1 if it does not. */
    int before(int node) {
        Operation operation = graph.operation(node);
        if (operation == Operation.ADD || operation == Operation.MULTIPLY) {
            for (int k = 0; k < 2; k++) {
                int operand = graph.operand(node, k);
                if (graph.operation(operand) == operation && !isLeaf(operand)) {
                    return operand;
                }
            }
        }
        return -1;
    }

    private boolean isLeaf(int node) {
        return graph.operands(node) == 0 || fixedAreLeaves && graph.isFixed(node);
    }
}

package org.immunoedit.compile;

import java.util.Arrays;

/**
 * Puts long sums of equal length side by side, term after term. Each addition waits for the one before it; two sums in
 * one loop wait together, two loops wait one after the other: with 256 clones, whose total and whose antigen are
 * summed, that was a third of the time of the rates. A sum that needs another one still comes after it, and the values
 * are the same, whatever the order.
 */
final class Interleaving {
    /** As many additions are on their way at once. */
    private static final int MOST = 4;
    /** How many sums further on a partner is looked for. */
    private static final int REACH = 16;

    private final Graph graph;
    private final Ints order;
    private final Chains chains;
    private final int[] positions;
    private final int[][] sequences;
    private final Ints interleaved = new Ints();

    private Interleaving(Graph graph, Ints order, Chains chains) {
        this.graph = graph;
        this.order = order;
        this.chains = chains;
        positions = new int[graph.size()];
        sequences = new int[graph.size()][];
        Arrays.fill(positions, -1);
        for (int k = 0; k < order.size(); k++) {
            if (order.get(k) >= 0) {
                positions[order.get(k)] = k;
            }
        }
    }

    /**
     * The same nodes in an order with sums side by side.
     *
     * @param order nodes, each after what it needs, and {@code ~k} somewhere after root k
     */
    static Ints of(Graph graph, Ints order, Chains chains) {
        Interleaving interleaving = new Interleaving(graph, order, chains);
        if (!interleaving.group(interleaving.tops())) {
            return order;
        }
        interleaving.reorder();
        return interleaving.interleaved;
    }

    private void reorder() {
        boolean[] done = new boolean[graph.size()];
        for (int k = 0; k < order.size(); k++) {
            int item = order.get(k);
            if (item < 0) {
                interleaved.add(item);
                continue;
            }
            if (sequences[item] != null && !done[item]) {
                for (int node : sequences[item]) {
                    complete(node, done);
                }
            }
            complete(item, done);
        }
    }

    /** Adds a node after all it needs. */
    private void complete(int wanted, boolean[] done) {
        Ints path = new Ints();
        path.add(wanted);
        while (!path.isEmpty()) {
            int node = path.get(path.size() - 1);
            int missing = done[node] ? -1 : firstMissing(node, done);
            if (missing >= 0) {
                path.add(missing);
            } else {
                path.removeLast();
                if (!done[node]) {
                    done[node] = true;
                    interleaved.add(node);
                }
            }
        }
    }

    private int firstMissing(int node, boolean[] done) {
        for (int k = 0; k < graph.operands(node); k++) {
            int operand = graph.operand(node, k);
            if (positions[operand] >= 0 && !done[operand]) {
                return operand;
            }
        }
        return -1;
    }

    /** The last operations of long sums. */
    private Ints tops() {
        boolean[] goesOn = new boolean[graph.size()];
        for (int k = 0; k < order.size(); k++) {
            int node = order.get(k);
            if (node >= 0 && chains.before(node) >= 0) {
                goesOn[chains.before(node)] = true;
            }
        }
        Ints tops = new Ints();
        for (int k = 0; k < order.size(); k++) {
            int node = order.get(k);
            if (node >= 0 && chains.isLong(node) && !goesOn[node]) {
                tops.add(node);
            }
        }
        return tops;
    }

    private boolean group(Ints tops) {
        boolean found = false;
        boolean[] taken = new boolean[tops.size()];
        for (int first = 0; first < tops.size(); first++) {
            if (!taken[first]) {
                Ints group = new Ints();
                group.add(tops.get(first));
                int end = Math.min(tops.size(), first + REACH);
                for (int k = first + 1; k < end && group.size() < MOST; k++) {
                    if (!taken[k] && alike(group.get(0), tops.get(k))) {
                        taken[k] = true;
                        group.add(tops.get(k));
                    }
                }
                if (group.size() > 1) {
                    arrange(group);
                    found = true;
                }
            }
        }
        return found;
    }

    /** The operations of a group in their new order, to be begun where the first of them stands. */
    private void arrange(Ints group) {
        int rounds = chains.length(group.get(0)) + 1;
        int[] sequence = new int[rounds * group.size()];
        int earliest = group.get(0);
        for (int member = 0; member < group.size(); member++) {
            int node = group.get(member);
            for (int round = rounds - 1; round >= 0; round--) {
                sequence[round * group.size() + member] = node;
                earliest = positions[node] < positions[earliest] ? node : earliest;
                node = chains.before(node);
            }
        }
        sequences[earliest] = sequence;
    }

    private boolean alike(int leader, int top) {
        return chains.length(leader) == chains.length(top) && graph.operation(leader) == graph.operation(top);
    }
}

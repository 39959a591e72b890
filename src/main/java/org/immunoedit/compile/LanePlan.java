package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The body of a plan as loops over lanes. A loop has either operations for which the JVM has vector instructions, or
 * the others: one call of {@code Math.exp} would keep a whole loop from becoming vector code. Each value goes as early
 * as it can, so that the two kinds take turns as seldom as possible. Loops are cut at a length: the JVM makes no vector
 * code of long ones (JDK 17: more than about ten operations, or nine rows with the options of the launcher). A value
 * that another loop needs has a row in memory.
 *
 * <p>Both branches of a choice are computed, since lanes may differ in which one they take; its value is the same.
 */
final class LanePlan {
    /** Operations of one loop, at most. */
    private static final int LONGEST = 10;

    private final Schedule schedule;
    private final Graph graph;
    private final List<Ints> phases = new ArrayList<>();
    private final List<int[]> loops = new ArrayList<>();
    private final int[] phaseOf;
    private final int[] loopOf;
    private final int[] rowOf;
    private int rows;

    LanePlan(Plan plan) {
        schedule = plan.body();
        graph = schedule.graph();
        phaseOf = new int[graph.size()];
        loopOf = new int[graph.size()];
        rowOf = new int[graph.size()];
        Arrays.fill(rowOf, -1);
        place();
        phases.forEach(this::cut);
        for (int loop = 0; loop < loops.size(); loop++) {
            share(loop);
        }
    }

    /** What the loops do, in order: nodes to compute, and {@code ~k} for output k to be written. */
    List<int[]> loops() {
        return loops;
    }

    /** Number of rows of values that pass between loops. */
    int rows() {
        return rows;
    }

    /** Row of a value that passes between loops, −1 for others. */
    int rowOf(int node) {
        return rowOf[node];
    }

    /** The loop that computes a value. */
    int loopOf(int node) {
        return loopOf[node];
    }

    /** Even phases have vector code, odd ones the rest. */
    private void place() {
        Ints order = schedule.order();
        for (int i = 0; i < order.size(); i++) {
            int item = order.get(i);
            int phase = item < 0 ? phase(schedule.root(~item)) : phaseOfOperation(item);
            while (phases.size() <= phase) {
                phases.add(new Ints());
            }
            phases.get(phase).add(item);
        }
    }

    private int phase(int node) {
        return schedule.isLeaf(node) ? 0 : phaseOf[node];
    }

    private int phaseOfOperation(int node) {
        int parity = graph.operation(node).hasVectors() ? 0 : 1;
        int phase = parity;
        for (int k = 0; k < graph.operands(node); k++) {
            int operand = phase(graph.operand(node, k));
            phase = Math.max(phase, operand % 2 == parity ? operand : operand + 1);
        }
        phaseOf[node] = phase;
        return phase;
    }

    private void cut(Ints phase) {
        Ints loop = new Ints();
        int operations = 0;
        for (int i = 0; i < phase.size(); i++) {
            int item = phase.get(i);
            if (item >= 0 && ++operations > LONGEST) {
                loops.add(loop.toArray());
                loop = new Ints();
                operations = 1;
            }
            loop.add(item);
            if (item >= 0) {
                loopOf[item] = loops.size();
            }
        }
        if (!loop.isEmpty()) {
            loops.add(loop.toArray());
        }
    }

    private void share(int loop) {
        for (int item : loops.get(loop)) {
            if (item < 0) {
                use(schedule.root(~item), loop);
            } else {
                for (int k = 0; k < graph.operands(item); k++) {
                    use(graph.operand(item, k), loop);
                }
            }
        }
    }

    private void use(int node, int user) {
        if (!schedule.isLeaf(node) && loopOf[node] != user && rowOf[node] < 0) {
            rowOf[node] = rows++;
        }
    }
}

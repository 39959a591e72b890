package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The body of a plan as loops over lanes. A loop has either operations for which the JVM has vector instructions, or
 * the others: one call of {@code Math.exp} would keep a whole loop from becoming vector code. Each value goes as early
 * as it can, so that the two kinds take turns as seldom as possible. Loops are cut at a length: the JVM makes no vector
 * code of those that read and write many rows (JDK 17: more than nine with the options of the launcher). A value that
 * another loop needs has a row in memory; what all lanes have in common has none.
 *
 * <p>Both branches of a choice are computed, since lanes may differ in which one they take; its value is the same.
 */
final class LanePlan {
    /** Operations of one loop, at most: of 17 the JVM made no vector code where it made it of 16. */
    private static final int LONGEST = 16;
    /** Rows of one loop, at most. */
    private static final int MOST_ROWS = 9;

    private final Plan plan;
    private final BitSet own;
    private final Schedule schedule;
    private final Graph graph;
    private final List<Ints> phases = new ArrayList<>();
    private final List<int[]> loops = new ArrayList<>();
    private final int[] phaseOf;
    private final int[] loopOf;
    private final int[] rowOf;
    private int rows;

    /** @param own slots that may have a value of its own in each lane; all others have one in common */
    LanePlan(Plan plan, BitSet own) {
        this.plan = plan;
        this.own = own;
        schedule = plan.body();
        graph = schedule.graph();
        phaseOf = new int[graph.size()];
        loopOf = new int[graph.size()];
        rowOf = new int[graph.size()];
        Arrays.fill(loopOf, -1);
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

    /** Whether a value is the same in all lanes: a constant, or a slot that they have in common. */
    boolean isCommon(int node) {
        int slot = plan.slotOf(node);
        return slot >= 0 ? !own.get(slot) : graph.isConstant(node);
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
        int[] items = phase.toArray();
        int from = 0;
        while (from < items.length) {
            int[] loop = Arrays.copyOfRange(items, from, end(items, from));
            for (int item : loop) {
                if (item >= 0) {
                    loopOf[item] = loops.size();
                }
            }
            loops.add(loop);
            from += loop.length;
        }
    }

    /** Where a loop from here on ends: as late as its rows and operations allow. */
    private int end(int[] items, int from) {
        int end = from + 1;
        int operations = 0;
        int outputs = 0;
        for (int to = from; to < items.length; to++) {
            operations += items[to] < 0 ? 0 : 1;
            outputs += items[to] < 0 ? 1 : 0;
            if (operations > LONGEST || outputs > MOST_ROWS) {
                return end;
            }
            // one more operation may take a row less: it may be the last to use a value
            end = rows(Arrays.copyOfRange(items, from, to + 1)) <= MOST_ROWS ? to + 1 : end;
        }
        return end;
    }

    /** Rows that items read and write as a loop of their own. */
    private int rows(int[] items) {
        BitSet inside = new BitSet();
        Arrays.stream(items).filter(item -> item >= 0).forEach(inside::set);
        int[] used = Arrays.stream(items).flatMap(this::used).toArray();
        long read = Arrays.stream(used)
                .filter(node -> !inside.get(node) && !isCommon(node))
                .distinct()
                .count();
        long written = Arrays.stream(items)
                .filter(item -> item < 0 || usesOf(item, used) < schedule.uses(item))
                .count();
        return (int) (read + written);
    }

    private IntStream used(int item) {
        return item < 0
                ? IntStream.of(schedule.root(~item))
                : IntStream.range(0, graph.operands(item)).map(k -> graph.operand(item, k));
    }

    private static long usesOf(int node, int[] used) {
        return Arrays.stream(used).filter(other -> other == node).count();
    }

    private void share(int loop) {
        Arrays.stream(loops.get(loop)).flatMap(this::used).forEach(node -> use(node, loop));
    }

    private void use(int node, int user) {
        if (!schedule.isLeaf(node) && loopOf[node] != user && rowOf[node] < 0) {
            rowOf[node] = rows++;
        }
    }
}

package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.List;

/** Writes a schedule as a {@link Tape}. */
final class TapeWriter {
    private final Schedule schedule;
    private final Graph graph;
    private final Regions regions;
    private final int[] slotOf;
    private final int[] registerOf;
    private final List<Operation> operations = new ArrayList<>();
    private final Ints operands = new Ints();
    private final int[] results;
    private int registers = 1;

    private TapeWriter(Schedule schedule, Regions regions, int[] slotOf) {
        this.schedule = schedule;
        this.graph = schedule.graph();
        this.regions = regions;
        this.slotOf = slotOf;
        registerOf = new int[graph.size()];
        results = new int[schedule.roots()];
    }

    /**
     * The tape of a schedule.
     *
     * @param slotOf for each node its place among the slots, −1 for one that is not a slot
     */
    static Tape write(Schedule schedule, Regions regions, int[] slotOf) {
        return new TapeWriter(schedule, regions, slotOf).write();
    }

    private Tape write() {
        int[] leaves = schedule.leaves();
        Ints states = new Ints();
        Ints slots = new Ints();
        for (int leaf : leaves) {
            if (graph.operation(leaf) != Operation.TIME) {
                registerOf[leaf] = registers++;
                place(leaf, states, slots);
            }
        }
        region(Regions.OUTERMOST);
        double[] initial = new double[registers];
        for (int leaf : leaves) {
            if (graph.isConstant(leaf) && slotOf[leaf] < 0) {
                initial[registerOf[leaf]] = graph.value(leaf);
            }
        }
        int[][] loads = {states.toArray(), slots.toArray()};
        return new Tape(operations.toArray(new Operation[0]), operands.toArray(), loads, results, initial);
    }

    private void place(int leaf, Ints states, Ints slots) {
        if (slotOf[leaf] >= 0) {
            slots.add(registerOf[leaf]);
            slots.add(slotOf[leaf]);
        } else if (graph.operation(leaf) == Operation.STATE) {
            states.add(registerOf[leaf]);
            states.add(graph.index(leaf));
        }
    }

    private void region(int region) {
        Ints statements = regions.statements(region);
        for (int k = 0; k < statements.size(); k++) {
            int statement = statements.get(k);
            if (statement < 0) {
                results[~statement] = value(schedule.root(~statement));
            } else {
                compute(statement);
            }
        }
    }

    /** The register of a node; one that is not kept is computed now. */
    private int value(int node) {
        if (!schedule.isLeaf(node) && !schedule.isKept(node)) {
            compute(node);
        }
        return registerOf[node];
    }

    private void compute(int node) {
        if (graph.operation(node) == Operation.CHOICE) {
            choose(node);
            return;
        }
        int a = value(graph.operand(node, 0));
        int b = graph.operands(node) > 1 ? value(graph.operand(node, 1)) : a;
        registerOf[node] = registers++;
        add(graph.operation(node), registerOf[node], a, b);
    }

    private void choose(int node) {
        int condition = value(graph.operand(node, 0));
        int target = registers++;
        registerOf[node] = target;
        int test = add(Operation.CHOICE, target, condition, 0);
        region(regions.branch(node, 1));
        add(Operation.MOVE, target, value(graph.operand(node, 1)), 0);
        int jump = add(Operation.JUMP, target, 0, 0);
        operands.set(3 * test + 2, operations.size());
        region(regions.branch(node, 2));
        add(Operation.MOVE, target, value(graph.operand(node, 2)), 0);
        operands.set(3 * jump + 2, operations.size());
    }

    private int add(Operation operation, int target, int a, int b) {
        operations.add(operation);
        operands.add(target);
        operands.add(a);
        operands.add(b);
        return operations.size() - 1;
    }
}

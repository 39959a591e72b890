package org.immunoedit.compile;

import java.util.Arrays;

/**
 * How some outputs are computed: once per set of parameters a prelude, which appends to the parameters all needed
 * values that depend on parameters only, then for each time and state the body, which reads both as slots. Immutable.
 */
final class Plan {
    /** Beyond so many constants they become slots too: a class file holds no more than 65,535 entries. */
    private static final int MOST_CONSTANTS = 8192;

    private final Outputs outputs;
    private final Schedule body;
    private final Regions regions;
    private final int parameters;
    private final int slots;
    private final int[] slotOf;
    private final Tape prelude;

    Plan(Graph graph, int parameters, Outputs outputs) {
        this.outputs = outputs;
        this.parameters = parameters;
        body = new Schedule(graph, outputs.nodes(), true);
        regions = new Regions(body);
        int[] hoisted = hoisted(graph, body.leaves());
        slots = parameters + hoisted.length;
        slotOf = new int[graph.size()];
        Arrays.fill(slotOf, -1);
        for (int node = 0; node < graph.size(); node++) {
            if (graph.operation(node) == Operation.PARAMETER) {
                slotOf[node] = graph.index(node);
            }
        }
        Schedule before = new Schedule(graph, hoisted, false);
        prelude = TapeWriter.write(before, new Regions(before), slotOf);
        for (int k = 0; k < hoisted.length; k++) {
            slotOf[hoisted[k]] = parameters + k;
        }
    }

    private static int[] hoisted(Graph graph, int[] leaves) {
        int constants = 0;
        for (int leaf : leaves) {
            constants += graph.isConstant(leaf) ? 1 : 0;
        }
        Ints hoisted = new Ints();
        for (int leaf : leaves) {
            boolean computed = graph.isFixed(leaf) && graph.operands(leaf) > 0;
            if (computed || graph.isConstant(leaf) && constants > MOST_CONSTANTS) {
                hoisted.add(leaf);
            }
        }
        return hoisted.toArray();
    }

    Outputs outputs() {
        return outputs;
    }

    Schedule body() {
        return body;
    }

    Regions regions() {
        return regions;
    }

    /** Place of a node among the slots, −1 for one that is not a slot. */
    int slotOf(int node) {
        return slotOf[node];
    }

    /** The body for an interpreter. */
    Tape tape() {
        return TapeWriter.write(body, regions, slotOf);
    }

    /** Values that the body needs for these parameters: themselves and what depends on them only. */
    double[] slots(double[] values) {
        double[] given = Arrays.copyOf(values, slots);
        if (slots > parameters) {
            double[] registers = prelude.registers();
            prelude.run(0, values, values, registers);
            for (int k = parameters; k < slots; k++) {
                given[k] = registers[prelude.result(k - parameters)];
            }
        }
        return given;
    }
}

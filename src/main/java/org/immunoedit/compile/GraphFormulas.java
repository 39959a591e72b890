package org.immunoedit.compile;

import java.util.Optional;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Threshold;

/** A group of formulas of a program for fixed parameters. */
final class GraphFormulas implements Formulas {
    private final Graph graph;
    private final int[] nodes;
    private final Routine<double[]> routine;
    private final double[] slots;

    GraphFormulas(Graph graph, int[] nodes, Routine<double[]> routine, double[] parameters) {
        this.graph = graph;
        this.nodes = nodes;
        this.routine = routine;
        slots = routine.slots(parameters);
    }

    @Override
    public int size() {
        return nodes.length;
    }

    @Override
    public void evaluate(double t, double[] y, double[] values) {
        routine.kernel().evaluate(t, y, slots, values);
    }

    @Override
    public Optional<Threshold> threshold(int k) {
        int node = nodes[k];
        if (graph.operation(node) == Operation.STATE) {
            return Optional.of(new Threshold(graph.index(node), 0));
        }
        boolean difference = graph.operation(node) == Operation.SUBTRACT
                && graph.operation(graph.operand(node, 0)) == Operation.STATE
                && graph.isFixed(graph.operand(node, 1));
        return difference
                ? Optional.of(new Threshold(graph.index(graph.operand(node, 0)), fixed(graph.operand(node, 1))))
                : Optional.empty();
    }

    private double fixed(int node) {
        return graph.isConstant(node) ? graph.value(node) : slots[routine.slotOf(node)];
    }
}

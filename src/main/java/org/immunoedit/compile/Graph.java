package org.immunoedit.compile;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Operations and what they work on, each kind of operation on the same operands only once. A node is known by its
 * number; operands have smaller numbers than the nodes that use them. Found by an own hash table of numbers, because
 * building a graph is on the way of every start of the program.
 */
final class Graph {
    private static final Operation[] OPERATIONS = Operation.values();

    private int size;
    private int[] nodes;
    private int[] table;
    private final BitSet fixed;

    Graph() {
        nodes = new int[4 * 64];
        table = new int[128];
        fixed = new BitSet();
    }

    private Graph(Graph other) {
        size = other.size;
        nodes = other.nodes.clone();
        table = other.table.clone();
        fixed = (BitSet) other.fixed.clone();
    }

    /** A graph of the same nodes that may grow on its own. */
    Graph copy() {
        return new Graph(this);
    }

    int size() {
        return size;
    }

    Operation operation(int node) {
        return OPERATIONS[nodes[4 * node]];
    }

    /** One of the nodes that a node works on. */
    int operand(int node, int k) {
        return nodes[4 * node + 1 + k];
    }

    /** Number of nodes that a node works on. */
    int operands(int node) {
        return operation(node).operands();
    }

    /** Which state or parameter a node stands for. */
    int index(int node) {
        return nodes[4 * node + 1];
    }

    /** Value of a constant. */
    double value(int node) {
        return Double.longBitsToDouble((long) nodes[4 * node + 1] << 32 | nodes[4 * node + 2] & 0xFFFFFFFFL);
    }

    boolean isConstant(int node) {
        return operation(node) == Operation.CONSTANT;
    }

    /** Whether a node is this constant. */
    boolean is(int node, double value) {
        return isConstant(node) && Double.compare(value(node), value) == 0;
    }

    /** Whether a node depends on constants and parameters only. */
    boolean isFixed(int node) {
        return fixed.get(node);
    }

    int constant(double value) {
        long bits = Double.doubleToLongBits(value);
        return node(Operation.CONSTANT, (int) (bits >>> 32), (int) bits, 0);
    }

    int parameter(int index) {
        return node(Operation.PARAMETER, index, 0, 0);
    }

    int state(int index) {
        return node(Operation.STATE, index, 0, 0);
    }

    int time() {
        return node(Operation.TIME, 0, 0, 0);
    }

    int unary(Operation operation, int a) {
        return node(operation, a, 0, 0);
    }

    /** An operation on two nodes. Squares and cubes are products, as {@code expr.Arithmetic} has it. */
    int binary(Operation operation, int a, int b) {
        if (operation == Operation.POWER && is(b, 2)) {
            return binary(Operation.MULTIPLY, a, a);
        }
        if (operation == Operation.POWER && is(b, 3)) {
            return binary(Operation.MULTIPLY, binary(Operation.MULTIPLY, a, a), a);
        }
        boolean swap = b < a && (operation == Operation.ADD || operation == Operation.MULTIPLY);
        return swap ? node(operation, b, a, 0) : node(operation, a, b, 0);
    }

    int choice(int condition, int then, int otherwise) {
        return node(Operation.CHOICE, condition, then, otherwise);
    }

    private int node(Operation operation, int a, int b, int c) {
        int code = operation.ordinal();
        int slot = slot(code, a, b, c);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        if (4 * size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * nodes.length);
        }
        int node = size++;
        int at = 4 * node;
        nodes[at] = code;
        nodes[at + 1] = a;
        nodes[at + 2] = b;
        nodes[at + 3] = c;
        table[slot] = node + 1;
        fixed.set(node, dependsOnFixed(node));
        if (2 * size > table.length) {
            rehash();
        }
        return node;
    }

    private boolean dependsOnFixed(int node) {
        Operation operation = operation(node);
        if (operation == Operation.STATE || operation == Operation.TIME) {
            return false;
        }
        for (int k = 0; k < operation.operands(); k++) {
            if (!fixed.get(operand(node, k))) {
                return false;
            }
        }
        return true;
    }

    /** The place of a node in the table, or the free place where it belongs. */
    private int slot(int code, int a, int b, int c) {
        int mask = table.length - 1;
        int slot = hash(code, a, b, c) & mask;
        while (table[slot] != 0 && !same(4 * (table[slot] - 1), code, a, b, c)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean same(int at, int code, int a, int b, int c) {
        return nodes[at] == code && nodes[at + 1] == a && nodes[at + 2] == b && nodes[at + 3] == c;
    }

    /** Mixes with odd constants (golden ratio and Murmur3 finalizer) so that neighboring numbers spread. */
    private static int hash(int code, int a, int b, int c) {
        int h = ((code * 31 + a) * 0x9E3779B9 + b) * 0x85EBCA6B + c;
        h = (h ^ h >>> 15) * 0xC2B2AE35;
        return h ^ h >>> 13;
    }

    private void rehash() {
        table = new int[2 * table.length];
        for (int node = 0; node < size; node++) {
            int at = 4 * node;
            table[slot(nodes[at], nodes[at + 1], nodes[at + 2], nodes[at + 3])] = node + 1;
        }
    }
}

package org.immunoedit.compile;

/** Nodes to be computed and where their values go: into an array, or into rows of equal length. */
final class Outputs {
    private final int[] nodes;
    private final int[] positions;
    private final int columns;

    private Outputs(int[] nodes, int[] positions, int columns) {
        this.nodes = nodes;
        this.positions = positions;
        this.columns = columns;
    }

    /** Value k goes to place k of an array. */
    static Outputs vector(int[] nodes) {
        int[] positions = new int[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            positions[k] = k;
        }
        return new Outputs(nodes, positions, -1);
    }

    /** Value k goes to row {@code positions[k] / columns}, column {@code positions[k] % columns}. */
    static Outputs matrix(int[] nodes, int[] positions, int columns) {
        return new Outputs(nodes, positions, columns);
    }

    int[] nodes() {
        return nodes;
    }

    boolean isMatrix() {
        return columns >= 0;
    }

    /** Place of value k in its array or row. */
    int column(int k) {
        return isMatrix() ? positions[k] % columns : positions[k];
    }

    /** Row of value k of a matrix. */
    int row(int k) {
        return positions[k] / columns;
    }
}

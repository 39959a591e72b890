package org.immunoedit.engine;

/**
 * LU factorization with partial pivoting of a small matrix, rows one after another in one array.
 *
 * <p>Entries are compared as shares of the largest term of their row, and terms depend on the sizes of the unknowns: a
 * population of 1e-200 cells beside one of 1e9. Its own row has small terms only and is kept for it, so that what
 * rounds off is small against the small unknown; and rows in which only unknowns of no size act are kept for those, so
 * that where 0 is on their right exactly 0 comes out.
 *
 * <p>Jacobians of compartment models are mostly zeros. Elimination passes over them, and the factors are packed row by
 * row without them, because each factorization serves eight solutions. Those of large families that compete for room
 * are full: then both go along whole rows or columns, in loops that the compiler turns into vector instructions.
 */
final class LinearSolver {
    private static final double PREFERENCE = 2;
    /** What counts as no size at all. */
    private static final double SMALLEST = 1e-200;

    /** From so many unknowns on, columns are long enough for vector instructions. */
    private static final int LARGE = 16;
    /** Share of nonzeros from which the factors count as full. */
    private static final double FULL = 0.5;

    private final int n;
    private final double[] a;
    private final int[] pivots;
    private final int[] columns;
    private final double[] pivotRow;
    /** Nonzeros of both factors, row i of L before row i of U, without the diagonal. */
    private final double[] packed;

    private final int[] packedColumns;
    private final int[] lowerStarts;
    private final int[] upperStarts;
    private final double[] inverses;
    private final double[] weights;
    /** Whether {@code packed} holds the factors whole, column by column, instead. */
    private boolean full;
    /** Multiplications of the last factorization. */
    private long multiplications;

    LinearSolver(int n) {
        this.n = n;
        this.a = new double[n * n];
        this.pivots = new int[n];
        this.columns = new int[n];
        this.pivotRow = new double[n];
        this.packed = new double[n * n];
        this.packedColumns = new int[n * n];
        this.lowerStarts = new int[n + 1];
        this.upperStarts = new int[n];
        this.inverses = new double[n];
        this.weights = new double[n];
    }

    /** The matrix, row by row, to be written before {@link #factor}, which destroys it. */
    double[] matrix() {
        return a;
    }

    /**
     * Factors the matrix; false when it is singular or not finite.
     *
     * @param sizes what the unknowns are about, each 0 or more
     */
    boolean factor(double[] sizes) {
        measureRows(sizes);
        multiplications = 0;
        for (int k = 0; k < n; k++) {
            int pivot = pivotOf(k);
            double largest = a[pivot * n + k];
            if (!(Math.abs(largest) > 0 && Math.abs(largest) < Double.POSITIVE_INFINITY)) {
                return false;
            }
            pivots[k] = pivot;
            if (pivot != k) {
                swapRows(pivot, k);
            }
            inverses[k] = 1 / largest;
            eliminate(k);
        }
        pack();
        return true;
    }

    /** The largest term of each row: only in relation to it is an entry large. */
    private void measureRows(double[] sizes) {
        for (int i = 0; i < n; i++) {
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(a[i * n + j]) * (sizes[j] + SMALLEST));
            }
            weights[i] = largest > 0 ? 1 / largest : 1;
        }
    }

    /** The row to eliminate with; the diagonal, unless another row is much better. */
    private int pivotOf(int k) {
        int pivot = k;
        double largest = PREFERENCE * Math.abs(a[k * n + k]) * weights[k];
        for (int i = k + 1; i < n; i++) {
            double candidate = Math.abs(a[i * n + k]) * weights[i];
            if (candidate > largest) {
                largest = candidate;
                pivot = i;
            }
        }
        return pivot;
    }

    private void swapRows(int i, int k) {
        for (int j = 0; j < n; j++) {
            double kept = a[i * n + j];
            a[i * n + j] = a[k * n + j];
            a[k * n + j] = kept;
        }
        double weight = weights[i];
        weights[i] = weights[k];
        weights[k] = weight;
    }

    private void eliminate(int k) {
        int rowK = k * n;
        int count = 0;
        for (int j = k + 1; j < n; j++) {
            if (a[rowK + j] != 0) {
                columns[count++] = j;
            }
        }
        boolean whole = n >= LARGE && count == n - 1 - k;
        if (whole) {
            System.arraycopy(a, rowK, pivotRow, 0, n);
        }
        for (int i = k + 1; i < n; i++) {
            int rowI = i * n;
            if (a[rowI + k] != 0) {
                double factor = a[rowI + k] * inverses[k];
                a[rowI + k] = factor;
                multiplications += count;
                if (whole) {
                    subtractRow(rowI, factor, k + 1);
                } else {
                    for (int c = 0; c < count; c++) {
                        a[rowI + columns[c]] -= factor * a[rowK + columns[c]];
                    }
                }
            }
        }
    }

    private void subtractRow(int row, double factor, int from) {
        for (int j = from; j < n; j++) {
            a[row + j] -= factor * pivotRow[j];
        }
    }

    private void pack() {
        int at = 0;
        for (int i = 0; i < n; i++) {
            lowerStarts[i] = at;
            for (int j = 0; j < n; j++) {
                if (j == i) {
                    upperStarts[i] = at;
                } else if (a[i * n + j] != 0) {
                    packed[at] = a[i * n + j];
                    packedColumns[at++] = j;
                }
            }
        }
        lowerStarts[n] = at;
        full = n >= LARGE && at > FULL * n * n;
        if (full) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    packed[j * n + i] = a[i * n + j];
                }
            }
        }
    }

    /** Multiplications that the last factorization took. */
    long multiplications() {
        return multiplications;
    }

    /** Nonzeros of the factors, without the diagonal. */
    int nonzeros() {
        return lowerStarts[n];
    }

    /** Replaces {@code b} by the solution. */
    void solve(double[] b) {
        for (int k = 0; k < n; k++) {
            int pivot = pivots[k];
            double kept = b[pivot];
            b[pivot] = b[k];
            b[k] = kept;
        }
        if (full) {
            solveByColumns(b);
        } else {
            solveByRows(b);
        }
    }

    private void solveByRows(double[] b) {
        for (int i = 1; i < n; i++) {
            double sum = b[i];
            for (int p = lowerStarts[i]; p < upperStarts[i]; p++) {
                sum -= packed[p] * b[packedColumns[p]];
            }
            b[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int p = upperStarts[i]; p < lowerStarts[i + 1]; p++) {
                sum -= packed[p] * b[packedColumns[p]];
            }
            b[i] = sum * inverses[i];
        }
    }

    private void solveByColumns(double[] b) {
        for (int j = 0; j < n; j++) {
            subtractColumn(b, j, j + 1, n);
        }
        for (int j = n - 1; j >= 0; j--) {
            b[j] *= inverses[j];
            subtractColumn(b, j, 0, j);
        }
    }

    private void subtractColumn(double[] b, int j, int from, int to) {
        double factor = b[j];
        int column = j * n;
        for (int i = from; i < to; i++) {
            b[i] -= factor * packed[column + i];
        }
    }
}

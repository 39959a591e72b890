package org.immunoedit.engine;

/**
 * LU factorization with partial pivoting of a small dense matrix, in place, rows one after another in one array. Zero
 * multipliers are skipped: Jacobians of compartment models are mostly zeros.
 */
final class LinearSolver {
    private final int n;
    private final double[] a;
    private final int[] pivots;

    LinearSolver(int n) {
        this.n = n;
        this.a = new double[n * n];
        this.pivots = new int[n];
    }

    /** The matrix, row by row, to be written before {@link #factor}. */
    double[] matrix() {
        return a;
    }

    /** Factors the matrix; false when it is singular or not finite. */
    boolean factor() {
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
            double inverse = 1 / largest;
            a[k * n + k] = inverse;
            eliminate(k, inverse);
        }
        return true;
    }

    private int pivotOf(int k) {
        int pivot = k;
        double largest = Math.abs(a[k * n + k]);
        for (int i = k + 1; i < n; i++) {
            double candidate = Math.abs(a[i * n + k]);
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
    }

    private void eliminate(int k, double inverse) {
        int rowK = k * n;
        for (int i = k + 1; i < n; i++) {
            int rowI = i * n;
            double factor = a[rowI + k] * inverse;
            a[rowI + k] = factor;
            if (factor != 0) {
                for (int j = k + 1; j < n; j++) {
                    a[rowI + j] -= factor * a[rowK + j];
                }
            }
        }
    }

    /** Replaces {@code b} by the solution. */
    void solve(double[] b) {
        for (int k = 0; k < n; k++) {
            int pivot = pivots[k];
            double kept = b[pivot];
            b[pivot] = b[k];
            b[k] = kept;
        }
        for (int i = 1; i < n; i++) {
            double sum = b[i];
            for (int j = 0, at = i * n; j < i; j++, at++) {
                sum -= a[at] * b[j];
            }
            b[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1, at = i * n + j; j < n; j++, at++) {
                sum -= a[at] * b[j];
            }
            b[i] = sum * a[i * n + i];
        }
    }
}

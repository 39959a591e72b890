package org.immunoedit.analysis;

/**
 * Scales a matrix by a diagonal similarity until rows and columns have about the same size. Eigenvalues stay exactly
 * the same, since all factors are powers of 2. After Parlett and Reinsch, Numer Math 13:293-304 (1969).
 */
final class Balancing {
    private static final double RADIX = 2;
    private static final double WORTHWHILE = 0.95;
    private static final int MOST_ROUNDS = 2000;

    private Balancing() {}

    /** Balances in place. */
    static void balance(double[][] a) {
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (int i = 0; i < a.length; i++) {
                changed |= balance(a, i);
            }
        }
    }

    private static boolean balance(double[][] a, int i) {
        double column = 0;
        double row = 0;
        for (int j = 0; j < a.length; j++) {
            if (j != i) {
                column += Math.abs(a[j][i]);
                row += Math.abs(a[i][j]);
            }
        }
        if (!(column > 0 && row > 0 && column + row < Double.POSITIVE_INFINITY)) {
            return false;
        }
        // the power of 2 that brings the column nearest to the row
        double factor = Math.pow(RADIX, Math.rint(Math.log(row / column) / Math.log(RADIX) / 2));
        if (factor == 1 || !(column * factor + row / factor < WORTHWHILE * (column + row))) {
            return false;
        }
        for (int j = 0; j < a.length; j++) {
            a[i][j] /= factor;
            a[j][i] *= factor;
        }
        return true;
    }
}

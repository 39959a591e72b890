package org.immunoedit.engine;

/**
 * States that are 0 and stay 0, as a population that has died out: neither their own rate nor a state that is present
 * can bring them back.
 *
 * <p>Their part of each linear system is a system of its own without right-hand side, so its solution is 0. Pivoting
 * mixes its rows with others, and what rounding leaves then, 1e-28 of a cell, would grow into a relapse.
 */
final class Absent {
    private final boolean[] isAbsent;
    private int count;

    Absent(int dimension) {
        isAbsent = new boolean[dimension];
    }

    /** Finds them at a state with these rates, time derivatives of rates, and Jacobian. */
    void find(double[] y, double[] rates, double[] drift, double[][] jacobian) {
        count = 0;
        for (int i = 0; i < y.length; i++) {
            isAbsent[i] = y[i] == 0 && rates[i] == 0 && drift[i] == 0;
            count += isAbsent[i] ? 1 : 0;
        }
        int before = 0;
        while (count > 0 && count != before) {
            before = count;
            removeDependent(jacobian);
        }
    }

    private void removeDependent(double[][] jacobian) {
        for (int i = 0; i < isAbsent.length; i++) {
            if (isAbsent[i] && dependsOnPresent(jacobian[i])) {
                isAbsent[i] = false;
                count--;
            }
        }
    }

    private boolean dependsOnPresent(double[] row) {
        for (int j = 0; j < row.length; j++) {
            if (row[j] != 0 && !isAbsent[j]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a right-hand side has nothing for them, so that the solution has nothing either. */
    boolean areAbsentIn(double[] rightHandSide) {
        for (int i = 0; count > 0 && i < rightHandSide.length; i++) {
            if (isAbsent[i] && rightHandSide[i] != 0) {
                return false;
            }
        }
        return count > 0;
    }

    /** Removes what rounding has left of them. */
    void clear(double[] solution) {
        for (int i = 0; i < solution.length; i++) {
            if (isAbsent[i]) {
                solution[i] = 0;
            }
        }
    }
}

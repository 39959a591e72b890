package org.immunoedit.analysis;

import java.util.Arrays;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A linear system A x = b whose unknowns have sizes of their own. Each row is divided by its largest entry. A singular
 * system, the Jacobian of a model that conserves something, is solved by an x that leaves alone what is conserved, or
 * else by the smallest one, measured in those sizes, that comes nearest.
 */
final class Linear {
    private static final double SINGULAR = 1e-13;
    /** Singular values below this share of the largest one are 0. */
    private static final double RANK = 1e-12;
    /** A sum of states is conserved along directions that change it by less than this; then it cannot be kept. */
    private static final double CONSERVING = 1e-9;

    private final double[] sizes;
    private final double[] rows;
    private final RealMatrix matrix;
    private final LUDecomposition lu;

    /** @param sizes of the unknowns, positive */
    Linear(double[][] a, double[] sizes) {
        this.sizes = sizes.clone();
        rows = new double[a.length];
        double[][] scaled = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            scaled[i] = new double[a.length];
            for (int j = 0; j < a.length; j++) {
                scaled[i][j] = a[i][j] * sizes[j];
                rows[i] = Math.max(rows[i], Math.abs(scaled[i][j]));
            }
            rows[i] = rows[i] > 0 ? rows[i] : 1;
            for (int j = 0; j < a.length; j++) {
                scaled[i][j] /= rows[i];
            }
        }
        matrix = new Array2DRowRealMatrix(scaled, false);
        lu = new LUDecomposition(matrix, SINGULAR);
    }

    /** The solution in its own units; NaN where there is none. */
    double[] solve(double[] b) {
        double[] right = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            right[i] = b[i] / rows[i];
        }
        double[] x = solveScaled(new ArrayRealVector(right, false));
        for (int j = 0; j < x.length; j++) {
            x[j] = standsAlone(j) ? b[j] / rows[j] / matrix.getEntry(j, j) : x[j];
            x[j] *= sizes[j];
        }
        return x;
    }

    /** Whether a row holds its own unknown only: then its solution is exact, and 0 stays 0. */
    private boolean standsAlone(int i) {
        for (int j = 0; j < sizes.length; j++) {
            if ((matrix.getEntry(i, j) == 0) == (i == j)) {
                return false;
            }
        }
        return true;
    }

    private double[] solveScaled(RealVector right) {
        if (lu.getSolver().isNonSingular()) {
            return lu.getSolver().solve(right).toArray();
        }
        try {
            return solveSingular(new SingularValueDecomposition(matrix), right);
        } catch (MaxCountExceededException e) {
            double[] none = new double[right.getDimension()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
    }

    private double[] solveSingular(SingularValueDecomposition svd, RealVector right) {
        double[] values = svd.getSingularValues();
        int rank = 0;
        while (rank < values.length && values[rank] > RANK * values[0]) {
            rank++;
        }
        RealVector x = new ArrayRealVector(values.length);
        for (int k = 0; k < rank; k++) {
            double share = svd.getU().getColumnVector(k).dotProduct(right) / values[k];
            x = x.add(svd.getV().getColumnVector(k).mapMultiply(share));
        }
        return conserving(svd, rank, x).toArray();
    }

    /**
     * Of all solutions the one along which combinations of the rates that are always 0 leave their sums of states as
     * they are; the given one where there is no such solution.
     */
    private RealVector conserving(SingularValueDecomposition svd, int rank, RealVector x) {
        int missing = sizes.length - rank;
        double[][] change = new double[missing][missing];
        double[] sums = new double[missing];
        for (int i = 0; i < missing; i++) {
            RealVector weights = svd.getU().getColumnVector(rank + i);
            for (int j = 0; j < sizes.length; j++) {
                weights.setEntry(j, weights.getEntry(j) * sizes[j] / rows[j]);
            }
            weights = weights.getNorm() > 0 ? weights.unitVector() : weights;
            sums[i] = -weights.dotProduct(x);
            for (int j = 0; j < missing; j++) {
                change[i][j] = weights.dotProduct(svd.getV().getColumnVector(rank + j));
            }
        }
        LUDecomposition free = new LUDecomposition(new Array2DRowRealMatrix(change, false), CONSERVING);
        if (missing == 0 || !free.getSolver().isNonSingular()) {
            return x;
        }
        RealVector shares = free.getSolver().solve(new ArrayRealVector(sums, false));
        RealVector result = x;
        for (int j = 0; j < missing; j++) {
            result = result.add(svd.getV().getColumnVector(rank + j).mapMultiply(shares.getEntry(j)));
        }
        return result;
    }
}

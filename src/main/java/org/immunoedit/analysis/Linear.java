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
 * A linear system A x = b whose unknowns have sizes of their own. Each row is divided by its largest entry; a singular
 * system is solved by the smallest x, measured in those sizes, that comes nearest.
 */
final class Linear {
    private static final double SINGULAR = 1e-14;

    private final double[] sizes;
    private final double[] rows;
    private final RealMatrix matrix;
    private final LUDecomposition lu;

    /**
     * @param sizes of the unknowns, positive
     */
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
            x[j] *= sizes[j];
        }
        return x;
    }

    private double[] solveScaled(RealVector right) {
        if (lu.getSolver().isNonSingular()) {
            return lu.getSolver().solve(right).toArray();
        }
        try {
            return new SingularValueDecomposition(matrix)
                    .getSolver()
                    .solve(right)
                    .toArray();
        } catch (MaxCountExceededException e) {
            double[] none = new double[right.getDimension()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
    }
}

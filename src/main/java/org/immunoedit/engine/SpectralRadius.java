package org.immunoedit.engine;

import java.util.Arrays;
import org.immunoedit.ode.Tolerances;

/**
 * Follows the largest |λ| of a slowly changing Jacobian by power iteration that goes on from matrix to matrix, in
 * variables scaled by the tolerance. Each call is two products of matrix and vector; their geometric mean settles for
 * complex pairs too.
 */
final class SpectralRadius {
    private final Tolerances tolerances;
    private final double[] scale;
    private final double[] vector;
    private final double[] product;

    SpectralRadius(Tolerances tolerances) {
        int n = tolerances.dimension();
        this.tolerances = tolerances;
        this.scale = new double[n];
        this.vector = new double[n];
        this.product = new double[n];
    }

    /** Forgets the direction followed. */
    void restart() {
        Arrays.fill(vector, 0);
    }

    /** Goes on with this Jacobian at this state. */
    double follow(double[][] jacobian, double[] y) {
        for (int i = 0; i < y.length; i++) {
            scale[i] = tolerances.absolute(i) + tolerances.relative() * Math.abs(y[i]);
        }
        double length = refresh();
        multiply(jacobian, vector, product);
        multiply(jacobian, product, vector);
        double stretched = length(vector);
        if (!(stretched > 0 && stretched < Double.POSITIVE_INFINITY)) {
            restart();
            return 0;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= stretched;
        }
        return Math.sqrt(stretched / length);
    }

    /** Mixes a little of every direction in, so that none is ever lost for good. */
    private double refresh() {
        double share = length(vector) > 0 ? 1e-3 : 1;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += share * (1 + 0.1 * (i % 7)) * ((i & 1) == 0 ? 1 : -1);
        }
        return length(vector);
    }

    private void multiply(double[][] jacobian, double[] v, double[] into) {
        for (int i = 0; i < into.length; i++) {
            double[] row = jacobian[i];
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                sum += row[j] * scale[j] * v[j];
            }
            into[i] = sum / scale[i];
        }
    }

    private static double length(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}

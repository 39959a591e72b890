package org.immunoedit.sweep;

import java.util.List;
import java.util.Optional;

/** Rank correlations (Spearman's) between varied names. */
public final class Correlation {
    private final double[][] root;

    private Correlation(double[][] root) {
        this.root = root;
    }

    /**
     * Correlations that can hold together.
     *
     * @param ranks a symmetric matrix, ones on its diagonal
     * @return empty when no numbers correlate so: the matrix is not positive definite
     */
    public static Optional<Correlation> of(List<List<Double>> ranks) {
        int n = ranks.size();
        double[][] normal = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                // Pearson 1907: ranks of normal numbers with correlation r correlate by 6/π asin(r/2)
                normal[i][j] = i == j
                        ? 1
                        : 2 * StrictMath.sin(Math.PI / 6 * ranks.get(i).get(j));
            }
        }
        return root(normal).map(Correlation::new);
    }

    /** Uniform numbers that correlate, from independent ones. */
    double[] impose(double[] independent) {
        double[] z = new double[independent.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = Gauss.quantile(independent[i]);
        }
        double[] u = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += root[i][j] * z[j];
            }
            u[i] = Math.max(Double.MIN_NORMAL, Math.min(Math.nextDown(1.0), Gauss.cumulative(sum)));
        }
        return u;
    }

    /**
     * Turns scores into ones that correlate (Iman and Conover 1982, Commun Stat B 11:311): divides by the root of the
     * correlation they have by chance and multiplies by the root of the wanted one.
     *
     * @param scores by name, changed in place
     */
    void impose(double[][] scores) {
        double[][] chance = root(correlation(scores)).orElse(identity(scores.length));
        double[] x = new double[scores.length];
        for (int point = 0; point < scores[0].length; point++) {
            for (int i = 0; i < x.length; i++) {
                double sum = scores[i][point];
                for (int j = 0; j < i; j++) {
                    sum -= chance[i][j] * x[j];
                }
                x[i] = sum / chance[i][i];
            }
            for (int i = 0; i < x.length; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += root[i][j] * x[j];
                }
                scores[i][point] = sum;
            }
        }
    }

    private static double[][] correlation(double[][] scores) {
        int n = scores.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int point = 0; point < scores[i].length; point++) {
                    sum += scores[i][point] * scores[j][point];
                }
                result[i][j] = sum / scores[i].length;
            }
        }
        return result;
    }

    private static double[][] identity(int n) {
        double[][] one = new double[n][n];
        for (int i = 0; i < n; i++) {
            one[i][i] = 1;
        }
        return one;
    }

    /** The lower triangle L with L·Lᵀ the matrix (Cholesky). */
    private static Optional<double[][]> root(double[][] matrix) {
        int n = matrix.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j && !(sum > 1e-12)) {
                    return Optional.empty();
                }
                l[i][j] = i == j ? StrictMath.sqrt(sum) : sum / l[j][j];
            }
        }
        return Optional.of(l);
    }
}

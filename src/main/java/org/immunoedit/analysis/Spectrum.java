package org.immunoedit.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * The eigenvalues of a Jacobian.
 *
 * @param eigenvalues by falling real part, of a pair the positive imaginary part first
 */
public record Spectrum(List<Eigenvalue> eigenvalues) {
    /** Real parts that are smaller than this share of the largest eigenvalue are rounding. */
    private static final double ZERO = 1e-11;
    /** A pair whose imaginary part is smaller than this share of it is a double real eigenvalue and its rounding. */
    private static final double DOUBLE = 1e-7;

    public Spectrum {
        eigenvalues = List.copyOf(eigenvalues);
    }

    /**
     * Eigenvalues of a square matrix.
     *
     * @return empty if a value is not finite or the iteration does not end
     */
    public static Optional<Spectrum> of(double[][] matrix) {
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        Balancing.balance(a);
        double largest = 0;
        for (double[] row : a) {
            for (double value : row) {
                largest = Double.isNaN(value) ? Double.NaN : Math.max(largest, Math.abs(value));
            }
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        if (largest == 0) {
            return Optional.of(new Spectrum(
                    Arrays.stream(a).map(row -> new Eigenvalue(0, 0)).toList()));
        }
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= largest;
            }
        }
        return decompose(a, largest);
    }

    private static Optional<Spectrum> decompose(double[][] a, double scale) {
        try {
            EigenDecomposition decomposition = new EigenDecomposition(MatrixUtils.createRealMatrix(a));
            double[] real = decomposition.getRealEigenvalues();
            double[] imaginary = decomposition.getImagEigenvalues();
            List<Eigenvalue> found = new ArrayList<>();
            for (int i = 0; i < real.length; i++) {
                boolean turns = Math.abs(imaginary[i]) > DOUBLE * Math.hypot(real[i], imaginary[i]);
                found.add(new Eigenvalue(real[i] * scale, turns ? imaginary[i] * scale : 0));
            }
            found.sort(Comparator.comparingDouble(Eigenvalue::real)
                    .thenComparingDouble(Eigenvalue::imaginary)
                    .reversed());
            return Optional.of(new Spectrum(found));
        } catch (MaxCountExceededException | MathArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Number of eigenvalues that are 0: of directions along which nothing moves. */
    public int neutral() {
        return (int) eigenvalues.stream().filter(e -> e.size() <= threshold()).count();
    }

    /** The eigenvalues with a positive real part. */
    List<Eigenvalue> growing() {
        return eigenvalues.stream().filter(e -> e.real() > threshold()).toList();
    }

    /** Stability; eigenvalues that are 0 do not count. */
    public Stability stability() {
        List<Eigenvalue> moving =
                eigenvalues.stream().filter(e -> e.size() > threshold()).toList();
        List<Eigenvalue> growing = growing();
        if (moving.isEmpty()) {
            return Stability.UNDECIDED;
        }
        if (!growing.isEmpty()) {
            boolean turns = growing.stream().anyMatch(Eigenvalue::isComplex);
            boolean all = growing.size() == moving.size();
            return turns ? Stability.UNSTABLE_SPIRAL : all ? Stability.UNSTABLE_NODE : Stability.SADDLE;
        }
        if (moving.stream().anyMatch(e -> e.real() >= -threshold())) {
            return Stability.CENTER;
        }
        return moving.stream().anyMatch(Eigenvalue::isComplex) ? Stability.STABLE_SPIRAL : Stability.STABLE_NODE;
    }

    private double threshold() {
        return ZERO * eigenvalues.stream().mapToDouble(Eigenvalue::size).max().orElse(0);
    }
}

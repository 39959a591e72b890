package org.immunoedit.analysis;

import java.util.Arrays;
import java.util.Optional;

/**
 * One-dimensional set of equilibria (x, p) of a family. Steps go along the tangent and are corrected at right angles to
 * it (pseudo-arclength; Keller 1977), so that the parameter may turn back. Lengths are relative to the states, which
 * differ by orders of magnitude, and to the interval of the parameter.
 */
final class Branch {
    private static final double NOTHING = 1e-6;
    private static final double DIFFERENCE = 1e-6;
    private static final double CONVERGED = 1e-11;
    private static final double ACCEPTED = 1e-8;
    private static final int MOST_CORRECTIONS = 10;

    private final Family family;
    private final double time;
    private final double[] typical;
    private final double low;
    private final double high;

    /** @param typical sizes of the states, positive */
    Branch(Family family, double time, double[] typical, double low, double high) {
        this.family = family;
        this.time = time;
        this.typical = typical.clone();
        this.low = low;
        this.high = high;
    }

    /**
     * An equilibrium of the branch.
     *
     * @param z states, then the parameter
     * @param sizes by which directions are measured, like z
     * @param tangent unit vector in those sizes
     */
    record Point(double[] z, double[] sizes, double[] tangent) {
        double parameter() {
            return z[z.length - 1];
        }

        /** Component of the tangent along the parameter: 0 where the branch turns back. */
        double forward() {
            return tangent[tangent.length - 1];
        }

        double[] states() {
            return Arrays.copyOf(z, z.length - 1);
        }
    }

    /** The field at a value of the parameter. */
    Field field(double parameter) {
        return new Field(family.at(parameter), time);
    }

    /** The point at an equilibrium, looking towards rising or falling values of the parameter. */
    Optional<Point> start(double[] x, double parameter, boolean rising) {
        double[] z = Arrays.copyOf(x, x.length + 1);
        z[x.length] = parameter;
        double[] towards = new double[z.length];
        towards[x.length] = rising ? 1 : -1;
        return point(z, towards);
    }

    /** The point at a distance along the branch; empty if the correction does not converge. */
    Optional<Point> after(Point from, double distance) {
        double[] predicted = new double[from.z().length];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = from.z()[i] + distance * from.tangent()[i] * from.sizes()[i];
        }
        double[] z = predicted.clone();
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_CORRECTIONS; k++) {
            double[] step = correction(z, predicted, from);
            double length = 0;
            for (int i = 0; i < z.length; i++) {
                z[i] += step[i];
                double share = Math.abs(step[i]) / from.sizes()[i];
                length = Double.isNaN(share) ? Double.NaN : Math.max(length, share);
            }
            if (length <= CONVERGED || length <= ACCEPTED && !(length < last / 2)) {
                return point(z, from.tangent());
            }
            if (!(length < 2 * last)) {
                return Optional.empty();
            }
            last = length;
        }
        return Optional.empty();
    }

    private double[] correction(double[] z, double[] predicted, Point from) {
        int n = z.length - 1;
        double[] right = new double[n + 1];
        double[] f = field(z[n]).rates(Arrays.copyOf(z, n));
        for (int i = 0; i < n; i++) {
            right[i] = -f[i];
        }
        for (int j = 0; j <= n; j++) {
            right[n] -= from.tangent()[j] * (z[j] - predicted[j]) / from.sizes()[j];
        }
        return new Linear(bordered(z, from.tangent(), from.sizes()), from.sizes()).solve(right);
    }

    /** The tangent that points along another one. */
    private Optional<Point> point(double[] z, double[] along) {
        int n = z.length - 1;
        double[] sizes = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sizes[i] = Math.max(Math.abs(z[i]), NOTHING * typical[i]);
        }
        sizes[n] = high - low;
        double[] right = new double[n + 1];
        right[n] = 1;
        double[] tangent = new Linear(bordered(z, along, sizes), sizes).solve(right);
        double square = 0;
        for (int j = 0; j <= n; j++) {
            tangent[j] /= sizes[j];
            square += tangent[j] * tangent[j];
        }
        if (!(square > 0 && square < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        for (int j = 0; j <= n; j++) {
            tangent[j] /= Math.sqrt(square);
        }
        return Optional.of(new Point(z, sizes, tangent));
    }

    /** The Jacobian with the derivative by the parameter beside it and a direction below. */
    private double[][] bordered(double[] z, double[] direction, double[] sizes) {
        int n = z.length - 1;
        double[] x = Arrays.copyOf(z, n);
        double[][] jacobian = field(z[n]).jacobian(x);
        double[] byParameter = byParameter(x, z[n]);
        double[][] matrix = new double[n + 1][];
        for (int i = 0; i < n; i++) {
            matrix[i] = Arrays.copyOf(jacobian[i], n + 1);
            matrix[i][n] = byParameter[i];
        }
        matrix[n] = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            matrix[n][j] = direction[j] / sizes[j];
        }
        return matrix;
    }

    /** Central differences; they steer the steps only, the points themselves are exact. */
    private double[] byParameter(double[] x, double p) {
        double h = DIFFERENCE * Math.max(Math.abs(p), high - low);
        double below = Math.max(p - h, Math.min(p, low));
        double above = Math.min(p + h, Math.max(p, high));
        double[] derivative = field(above).rates(x);
        double[] there = field(below).rates(x);
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] = (derivative[i] - there[i]) / (above - below);
        }
        return derivative;
    }
}

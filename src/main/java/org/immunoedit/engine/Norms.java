package org.immunoedit.engine;

import org.immunoedit.ode.Tolerances;

/** Sizes of vectors in units of the tolerance, for the paths that are not hot. */
final class Norms {
    private Norms() {}

    /** Index of the first value that is NaN or infinite, −1 if none. */
    static int firstNotFinite(double[] v) {
        for (int i = 0; i < v.length; i++) {
            if (!(Math.abs(v[i]) < Double.POSITIVE_INFINITY)) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the first of several vectors' values that is NaN or infinite, −1 if none. */
    static int firstNotFinite(double[][] vectors) {
        for (double[] v : vectors) {
            int i = firstNotFinite(v);
            if (i >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the first state below its floor, −1 if none. */
    static int firstBelow(double[] floors, double[] y) {
        for (int i = 0; i < y.length; i++) {
            if (y[i] < floors[i]) {
                return i;
            }
        }
        return -1;
    }

    /** The largest of values from 0 on, NaN if one is; cheaper than {@code Math.max} for each. */
    static double largest(double[] v) {
        double largest = 0;
        for (double x : v) {
            if (!(x <= largest)) {
                if (x != x) {
                    return x;
                }
                largest = x;
            }
        }
        return largest;
    }

    /** The absolute tolerances as an array. */
    static double[] absolute(Tolerances tolerances) {
        double[] absolute = new double[tolerances.dimension()];
        for (int i = 0; i < absolute.length; i++) {
            absolute[i] = tolerances.absolute(i);
        }
        return absolute;
    }

    /** The floors as an array. */
    static double[] floors(Tolerances tolerances) {
        double[] floors = new double[tolerances.dimension()];
        for (int i = 0; i < floors.length; i++) {
            floors[i] = tolerances.floor(i);
        }
        return floors;
    }
}

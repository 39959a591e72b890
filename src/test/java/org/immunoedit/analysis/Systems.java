package org.immunoedit.analysis;

import org.immunoedit.ode.OdeSystem;

/** Published systems written by hand, independent of the model documents. */
final class Systems {
    private Systems() {}

    private interface Rates {
        void write(double[] y, double[] dydt);
    }

    private interface Jacobian {
        void write(double[] y, double[][] dfdy);
    }

    /** Kuznetsov et al. 1994; y = (E, T), influx s. */
    static OdeSystem kuznetsov(double s) {
        double p = 0.1245;
        double g = 2.019e7;
        double m = 3.422e-10;
        double n = 1.101e-7;
        double d = 0.0412;
        double a = 0.18;
        double b = 2e-9;
        return system(
                2,
                (y, f) -> {
                    f[0] = s + p * y[0] * y[1] / (g + y[1]) - m * y[0] * y[1] - d * y[0];
                    f[1] = a * y[1] * (1 - b * y[1]) - n * y[0] * y[1];
                },
                (y, j) -> {
                    j[0][0] = p * y[1] / (g + y[1]) - m * y[1] - d;
                    j[0][1] = p * y[0] * g / ((g + y[1]) * (g + y[1])) - m * y[0];
                    j[1][0] = -n * y[1];
                    j[1][1] = a - 2 * a * b * y[1] - n * y[0];
                });
    }

    /** Kirschner and Panetta 1998; y = (E, T, I), antigenicity c, flow of effector cells s1. */
    static OdeSystem kirschnerPanetta(double c, double s1) {
        double p1 = 0.1245;
        double g1 = 2e7;
        double r2 = 0.18;
        double b = 1e-9;
        double g2 = 1e5;
        double g3 = 1e3;
        return system(
                3,
                (y, f) -> {
                    f[0] = c * y[1] - 0.03 * y[0] + p1 * y[0] * y[2] / (g1 + y[2]) + s1;
                    f[1] = r2 * y[1] * (1 - b * y[1]) - y[0] * y[1] / (g2 + y[1]);
                    f[2] = 5 * y[0] * y[1] / (g3 + y[1]) - 10 * y[2];
                },
                (y, j) -> {
                    j[0][0] = -0.03 + p1 * y[2] / (g1 + y[2]);
                    j[0][1] = c;
                    j[0][2] = p1 * y[0] * g1 / ((g1 + y[2]) * (g1 + y[2]));
                    j[1][0] = -y[1] / (g2 + y[1]);
                    j[1][1] = r2 - 2 * r2 * b * y[1] - y[0] * g2 / ((g2 + y[1]) * (g2 + y[1]));
                    j[2][0] = 5 * y[1] / (g3 + y[1]);
                    j[2][1] = 5 * y[0] * g3 / ((g3 + y[1]) * (g3 + y[1]));
                    j[2][2] = -10;
                });
    }

    /** Cells that go back and forth between two places: x + y is conserved, x = 3y at rest. */
    static OdeSystem exchange() {
        return system(
                2,
                (y, f) -> {
                    f[0] = 3 * y[1] - y[0];
                    f[1] = y[0] - 3 * y[1];
                },
                (y, j) -> {
                    j[0][0] = -1;
                    j[0][1] = 3;
                    j[1][0] = 1;
                    j[1][1] = -3;
                });
    }

    private static OdeSystem system(int dimension, Rates rates, Jacobian jacobian) {
        return new OdeSystem() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public void rates(double t, double[] y, double[] dydt) {
                rates.write(y, dydt);
            }

            @Override
            public void jacobian(double t, double[] y, double[][] dfdy) {
                for (double[] row : dfdy) {
                    java.util.Arrays.fill(row, 0);
                }
                jacobian.write(y, dfdy);
            }

            @Override
            public void timeDerivative(double t, double[] y, double[] dfdt) {
                java.util.Arrays.fill(dfdt, 0);
            }
        };
    }
}

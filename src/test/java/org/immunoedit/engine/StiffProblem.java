package org.immunoedit.engine;

import java.util.List;
import org.immunoedit.ode.OdeSystem;

/**
 * A stiff problem with the end state published in the Test Set for IVP Solvers (Mazzia and Magherini, University of
 * Bari, release 2.4, 2008).
 *
 * @param scale of each state, for its absolute tolerance
 */
record StiffProblem(String name, OdeSystem system, double[] start, double end, double[] expected, double[] scale) {
    @Override
    public String toString() {
        return name;
    }

    static List<StiffProblem> all() {
        return List.of(robertson(), vanDerPol(), hires());
    }

    static StiffProblem robertson() {
        OdeSystem system = ReferenceProblem.autonomous(
                3,
                (t, y, d) -> {
                    double slow = 0.04 * y[0];
                    double back = 1e4 * y[1] * y[2];
                    double fast = 3e7 * y[1] * y[1];
                    d[0] = back - slow;
                    d[1] = slow - back - fast;
                    d[2] = fast;
                },
                (t, y, j) -> {
                    row(j[0], -0.04, 1e4 * y[2], 1e4 * y[1]);
                    row(j[1], 0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]);
                    row(j[2], 0, 6e7 * y[1], 0);
                });
        return new StiffProblem(
                "Robertson",
                system,
                new double[] {1, 0, 0},
                1e11,
                new double[] {0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050},
                new double[] {1e-8, 1e-14, 1});
    }

    static StiffProblem vanDerPol() {
        OdeSystem system = ReferenceProblem.autonomous(
                2,
                (t, y, d) -> {
                    d[0] = y[1];
                    d[1] = ((1 - y[0] * y[0]) * y[1] - y[0]) * 1e6;
                },
                (t, y, j) -> {
                    row(j[0], 0, 1);
                    row(j[1], (-2 * y[0] * y[1] - 1) * 1e6, (1 - y[0] * y[0]) * 1e6);
                });
        return new StiffProblem(
                "van der Pol",
                system,
                new double[] {2, 0},
                2,
                new double[] {0.1706167732170483e1, -0.8928097010247975},
                new double[] {1, 1});
    }

    static StiffProblem hires() {
        OdeSystem system = ReferenceProblem.autonomous(8, StiffProblem::hiresRates, StiffProblem::hiresJacobian);
        return new StiffProblem(
                "HIRES",
                system,
                new double[] {1, 0, 0, 0, 0, 0, 0, 0.0057},
                321.8122,
                new double[] {
                    0.7371312573325668e-3,
                    0.1442485726316185e-3,
                    0.5888729740967575e-4,
                    0.1175651343283149e-2,
                    0.2386356198831331e-2,
                    0.6238968252742796e-2,
                    0.2849998395185769e-2,
                    0.2850001604814231e-2
                },
                new double[] {1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3});
    }

    private static void hiresRates(double t, double[] y, double[] d) {
        d[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
        d[1] = 1.71 * y[0] - 8.75 * y[1];
        d[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
        d[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
        d[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
        d[5] = -280 * y[5] * y[7] + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
        d[6] = 280 * y[5] * y[7] - 1.81 * y[6];
        d[7] = -d[6];
    }

    private static void hiresJacobian(double t, double[] y, double[][] j) {
        row(j[0], -1.71, 0.43, 8.32, 0, 0, 0, 0, 0);
        row(j[1], 1.71, -8.75, 0, 0, 0, 0, 0, 0);
        row(j[2], 0, 0, -10.03, 0.43, 0.035, 0, 0, 0);
        row(j[3], 0, 8.32, 1.71, -1.12, 0, 0, 0, 0);
        row(j[4], 0, 0, 0, 0, -1.745, 0.43, 0.43, 0);
        row(j[5], 0, 0, 0, 0.69, 1.71, -280 * y[7] - 0.43, 0.69, -280 * y[5]);
        row(j[6], 0, 0, 0, 0, 0, 280 * y[7], -1.81, 280 * y[5]);
        row(j[7], 0, 0, 0, 0, 0, -280 * y[7], 1.81, -280 * y[5]);
    }

    private static void row(double[] row, double... values) {
        System.arraycopy(values, 0, row, 0, values.length);
    }
}

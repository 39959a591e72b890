package org.immunoedit.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.immunoedit.ode.OdeSystem;

/** An initial-value problem whose solution is known: in closed form, or at its end from the literature. */
record ReferenceProblem(
        String name, OdeSystem system, double[] start, double end, DoubleFunction<double[]> exact, double atol) {

    interface Rates {
        void write(double t, double[] y, double[] dydt);
    }

    interface Jacobian {
        void write(double t, double[] y, double[][] dfdy);
    }

    static OdeSystem system(int dimension, Rates rates, Jacobian jacobian, Rates timeDerivative) {
        return new OdeSystem() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public void rates(double t, double[] y, double[] dydt) {
                rates.write(t, y, dydt);
            }

            @Override
            public void jacobian(double t, double[] y, double[][] dfdy) {
                for (double[] row : dfdy) {
                    Arrays.fill(row, 0);
                }
                jacobian.write(t, y, dfdy);
            }

            @Override
            public void timeDerivative(double t, double[] y, double[] dfdt) {
                Arrays.fill(dfdt, 0);
                timeDerivative.write(t, y, dfdt);
            }
        };
    }

    static OdeSystem autonomous(int dimension, Rates rates, Jacobian jacobian) {
        return system(dimension, rates, jacobian, (t, y, d) -> {});
    }

    @Override
    public String toString() {
        return name;
    }

    static OdeSystem decay(double rate) {
        return autonomous(1, (t, y, d) -> d[0] = -rate * y[0], (t, y, j) -> j[0][0] = -rate);
    }

    static OdeSystem growthSquared() {
        return autonomous(1, (t, y, d) -> d[0] = y[0] * y[0], (t, y, j) -> j[0][0] = 2 * y[0]);
    }

    static OdeSystem oscillatorSystem() {
        return autonomous(
                2,
                (t, y, d) -> {
                    d[0] = y[1];
                    d[1] = -y[0];
                },
                (t, y, j) -> {
                    j[0][1] = 1;
                    j[1][0] = -1;
                });
    }

    /** y' = 1: the clock. */
    static OdeSystem clock() {
        return autonomous(1, (t, y, d) -> d[0] = 1, (t, y, j) -> {});
    }

    /** Smooth problems with a closed form, cheap for every method. */
    static List<ReferenceProblem> smooth() {
        return List.of(exponential(), logistic(), gompertz(), oscillator(), cosine(), bell(), twoCompartments());
    }

    static ReferenceProblem exponential() {
        return new ReferenceProblem(
                "exponential decay", decay(1), new double[] {1}, 5, t -> new double[] {Math.exp(-t)}, 1e-12);
    }

    static ReferenceProblem logistic() {
        double r = 0.3;
        double k = 1e9;
        double y0 = 1e6;
        return new ReferenceProblem(
                "logistic",
                autonomous(
                        1, (t, y, d) -> d[0] = r * y[0] * (1 - y[0] / k), (t, y, j) -> j[0][0] = r - 2 * r * y[0] / k),
                new double[] {y0},
                60,
                t -> new double[] {k / (1 + (k / y0 - 1) * Math.exp(-r * t))},
                1e-3);
    }

    static ReferenceProblem gompertz() {
        double a = 0.1;
        double k = 1e9;
        double y0 = 1e6;
        return new ReferenceProblem(
                "Gompertz",
                autonomous(
                        1,
                        (t, y, d) -> d[0] = a * y[0] * Math.log(k / y[0]),
                        (t, y, j) -> j[0][0] = a * (Math.log(k / y[0]) - 1)),
                new double[] {y0},
                80,
                t -> new double[] {k * Math.exp(Math.log(y0 / k) * Math.exp(-a * t))},
                1e-3);
    }

    static ReferenceProblem oscillator() {
        return new ReferenceProblem(
                "oscillator",
                oscillatorSystem(),
                new double[] {0, 1},
                10,
                t -> new double[] {Math.sin(t), Math.cos(t)},
                1e-9);
    }

    static ReferenceProblem cosine() {
        return new ReferenceProblem(
                "y' = cos t",
                system(1, (t, y, d) -> d[0] = Math.cos(t), (t, y, j) -> {}, (t, y, d) -> d[0] = -Math.sin(t)),
                new double[] {0},
                10,
                t -> new double[] {Math.sin(t)},
                1e-9);
    }

    static ReferenceProblem bell() {
        return new ReferenceProblem(
                "y' = -2 t y",
                system(
                        1,
                        (t, y, d) -> d[0] = -2 * t * y[0],
                        (t, y, j) -> j[0][0] = -2 * t,
                        (t, y, d) -> d[0] = -2 * y[0]),
                new double[] {1},
                2,
                t -> new double[] {Math.exp(-t * t)},
                1e-12);
    }

    /** Central and peripheral amounts with elimination; rates of exchange 0.8 and 0.5, of elimination 0.3 per day. */
    static OdeSystem compartments(double infusion) {
        return autonomous(
                2,
                (t, y, d) -> {
                    d[0] = infusion - 1.1 * y[0] + 0.5 * y[1];
                    d[1] = 0.8 * y[0] - 0.5 * y[1];
                },
                (t, y, j) -> {
                    j[0][0] = -1.1;
                    j[0][1] = 0.5;
                    j[1][0] = 0.8;
                    j[1][1] = -0.5;
                });
    }

    /** Unit bolus into the central compartment, by the eigenvalues of the 2 × 2 matrix. */
    static double[] bolus(double t) {
        double root = Math.sqrt(1.6 * 1.6 - 4 * 0.15);
        double fast = (1.6 + root) / 2;
        double slow = (1.6 - root) / 2;
        double central = ((fast - 0.5) * Math.exp(-fast * t) + (0.5 - slow) * Math.exp(-slow * t)) / root;
        return new double[] {central, 0.8 * (Math.exp(-slow * t) - Math.exp(-fast * t)) / root};
    }

    /** Time integral of {@link #bolus}: a unit infusion since time 0. */
    static double[] infusion(double t) {
        double root = Math.sqrt(1.6 * 1.6 - 4 * 0.15);
        double fast = (1.6 + root) / 2;
        double slow = (1.6 - root) / 2;
        double ofFast = -Math.expm1(-fast * t) / fast;
        double ofSlow = -Math.expm1(-slow * t) / slow;
        return new double[] {((fast - 0.5) * ofFast + (0.5 - slow) * ofSlow) / root, 0.8 * (ofSlow - ofFast) / root};
    }

    static ReferenceProblem twoCompartments() {
        return new ReferenceProblem(
                "two compartments", compartments(0), new double[] {1, 0}, 12, ReferenceProblem::bolus, 1e-10);
    }
}

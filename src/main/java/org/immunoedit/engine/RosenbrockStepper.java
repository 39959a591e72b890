package org.immunoedit.engine;

import java.util.Arrays;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;

/** Steps of a {@link Rosenbrock} method with the exact Jacobian and time derivative; no allocation per step. */
final class RosenbrockStepper implements Stepper {
    private final Rosenbrock method;
    private final Counter counter;
    private final Counter.Tally tally;
    private final double relative;
    private final double[] absolute;
    private final double[][] jacobian;
    private final double[] drift;
    private final LinearSolver solver;
    /** What the increments are about. */
    private final double[] sizes;

    private final double[][] k;
    private final double[] stage;
    private final double[] slope;
    private final double[] weights;
    private final double[] reach;
    private final Bend bend;
    private double[] y;
    private double[] next;
    private double[] rates;
    private double[] nextRates;
    private OdeSystem system;
    private double t;
    private double size;
    private boolean linearized;
    private int suspect;

    RosenbrockStepper(Rosenbrock method, Tolerances tolerances, Counter counter) {
        int n = tolerances.dimension();
        this.method = method;
        this.counter = counter;
        this.tally = counter.tally(method.name());
        this.relative = tolerances.relative();
        this.absolute = Norms.absolute(tolerances);
        this.jacobian = new double[n][n];
        this.drift = new double[n];
        this.solver = new LinearSolver(n);
        this.sizes = new double[n];
        this.k = new double[method.stages()][n];
        this.stage = new double[n];
        this.slope = new double[n];
        this.weights = new double[method.stages()];
        this.reach = reach(method);
        this.bend = new Bend(method.inside(), n);
        this.y = new double[n];
        this.next = new double[n];
        this.rates = new double[n];
        this.nextRates = new double[n];
    }

    @Override
    public Counter.Tally tally() {
        return tally;
    }

    @Override
    public void begin(OdeSystem equations, double start, double[] from) {
        system = equations;
        t = start;
        System.arraycopy(from, 0, y, 0, y.length);
        system.rates(t, y, rates);
        counter.rates++;
        linearized = false;
        bend.forget();
    }

    @Override
    public double attempt(double h) {
        size = h;
        if (!linearized) {
            system.jacobian(t, y, jacobian);
            system.timeDerivative(t, y, drift);
            counter.jacobians++;
            linearized = true;
        }
        suspect = Norms.firstNotFinite(jacobian);
        if (suspect >= 0 || !factor(h) || !runStages(h)) {
            return Double.NaN;
        }
        double error = error();
        return error <= 1 && !evaluate(t + h, next, nextRates) ? Double.NaN : error;
    }

    /** Evaluates rates; false, with a suspect, when one is not finite. */
    private boolean evaluate(double time, double[] state, double[] into) {
        system.rates(time, state, into);
        counter.rates++;
        suspect = Norms.firstNotFinite(into);
        return suspect < 0;
    }

    private boolean factor(double h) {
        double diagonal = 1 / (method.gamma() * h);
        double[] a = solver.matrix();
        int n = y.length;
        for (int i = 0; i < n; i++) {
            double[] row = jacobian[i];
            int start = i * n;
            for (int j = 0; j < n; j++) {
                a[start + j] = -row[j];
            }
            a[start + i] += diagonal;
            sizes[i] = Math.abs(y[i]) + h * Math.abs(rates[i]);
        }
        counter.factorizations++;
        return solver.factor(sizes);
    }

    private boolean runStages(double h) {
        System.arraycopy(rates, 0, k[0], 0, y.length);
        addDrift(k[0], h * method.drift()[0]);
        solver.solve(k[0]);
        for (int s = 1; s < method.stages(); s++) {
            Combination.add(stage, y, 1, method.arguments()[s - 1], k);
            if (!evaluate(t + method.nodes()[s] * h, stage, slope)) {
                return false;
            }
            addDrift(slope, h * method.drift()[s]);
            Combination.add(k[s], slope, 1 / h, method.couplings()[s - 1], k);
            solver.solve(k[s]);
        }
        return true;
    }

    private void addDrift(double[] to, double factor) {
        if (factor != 0) {
            for (int i = 0; i < to.length; i++) {
                to[i] += factor * drift[i];
            }
        }
    }

    private double error() {
        double[] last = k[method.stages() - 1];
        double[] fourth = method.dense()[2];
        bend.tried(size);
        double largest = 0;
        for (int i = 0; i < next.length; i++) {
            next[i] = stage[i] + last[i];
            double coefficient = 0;
            for (int s = 0; s < fourth.length; s++) {
                coefficient -= fourth[s] * k[s][i];
            }
            double error = Math.max(Math.abs(last[i]), bend.error(i, coefficient));
            double scale = absolute[i] + relative * Math.max(Math.abs(y[i]), Math.abs(next[i]));
            largest = Math.max(largest, error / scale);
        }
        return largest;
    }

    @Override
    public void accept(double to) {
        double[] done = y;
        y = next;
        next = done;
        double[] old = rates;
        rates = nextRates;
        nextRates = old;
        bend.passed(size);
        t = to;
        linearized = false;
    }

    @Override
    public double[] state() {
        return y;
    }

    @Override
    public double[] rates() {
        return rates;
    }

    @Override
    public double[] proposed() {
        return next;
    }

    @Override
    public double[] proposedRates() {
        return nextRates;
    }

    @Override
    public void at(double theta, double[] into) {
        double[][] dense = method.dense();
        double[] whole = method.arguments()[method.stages() - 2];
        for (int s = 0; s < weights.length; s++) {
            double atEnd = s < whole.length ? whole[s] : 1;
            double bend = dense[0][s] + theta * (dense[1][s] + theta * dense[2][s]);
            weights[s] = theta * (atEnd + (1 - theta) * bend);
        }
        Combination.add(into, y, 1, weights, k);
    }

    @Override
    public boolean polynomial(int state, double[] into) {
        double[][] dense = method.dense();
        double[] whole = method.arguments()[method.stages() - 2];
        Arrays.fill(into, 0);
        for (int s = 0; s < weights.length; s++) {
            double slope = k[s][state];
            double atEnd = s < whole.length ? whole[s] : 1;
            into[1] += (atEnd + dense[0][s]) * slope;
            into[2] += (dense[1][s] - dense[0][s]) * slope;
            into[3] += (dense[2][s] - dense[1][s]) * slope;
            into[4] -= dense[2][s] * slope;
        }
        into[0] = y[state];
        return true;
    }

    @Override
    public double magnitude(int state) {
        double sum = Math.abs(y[state]);
        for (int s = 0; s < reach.length; s++) {
            sum += reach[s] * Math.abs(k[s][state]);
        }
        return sum;
    }

    /** Bounds of the absolute coefficients of each increment's weight in the dense output. */
    private static double[] reach(Rosenbrock method) {
        double[] whole = method.arguments()[method.stages() - 2];
        double[] reach = new double[method.stages()];
        for (int s = 0; s < reach.length; s++) {
            reach[s] = s < whole.length ? Math.abs(whole[s]) : 1;
            for (double[] row : method.dense()) {
                reach[s] += 2 * Math.abs(row[s]);
            }
        }
        return reach;
    }

    /** The factors of the last attempt, for what they cost. */
    LinearSolver solver() {
        return solver;
    }

    /** The Jacobian at the start of the step accepted last. */
    double[][] jacobian() {
        return jacobian;
    }

    @Override
    public int worst() {
        if (suspect >= 0) {
            return suspect;
        }
        double[] last = k[method.stages() - 1];
        double largest = -1;
        int index = 0;
        for (int i = 0; i < next.length; i++) {
            double scale = absolute[i] + relative * Math.max(Math.abs(y[i]), Math.abs(next[i]));
            if (Math.abs(last[i]) / scale > largest) {
                largest = Math.abs(last[i]) / scale;
                index = i;
            }
        }
        return index;
    }

    @Override
    public boolean outrunsDecay() {
        return true;
    }

    @Override
    public int errorOrder() {
        return 5;
    }
}

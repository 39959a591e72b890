package org.immunoedit.engine;

import org.immunoedit.ode.OdeSystem;

/**
 * What steps cost, in additions, by counts only. The factors were fitted to CPU times of workloads with 3, 5, 11, 14,
 * 17 and 65 states (JDK 17), of which the ratios below are 4.5, 5, 7, 8, 12 and 75.
 */
final class Work {
    private final int n;
    private double rates;
    private double nonzeros;
    private double multiplications;

    /** For so many states, of which each acts on each as long as nothing is known. */
    Work(int n) {
        this.n = n;
        nonzeros = (double) n * (n - 1);
        multiplications = (double) n * n * n / 3;
    }

    /** Takes the cost of rates from these equations. */
    void measure(OdeSystem system) {
        rates = system.work();
    }

    /** Takes the cost of linear systems from the last factorization. */
    void measure(LinearSolver solver) {
        nonzeros = solver.nonzeros();
        multiplications = solver.multiplications();
    }

    /** An explicit step: six rates, their sums, and what each step costs. */
    private double explicitStep() {
        return 6 * rates + 20 * n + 150;
    }

    /**
     * A Rosenbrock step: nine rates, a Jacobian worth three, a matrix that is written and looked through, its
     * factorization, eight solutions, and what each step costs.
     */
    private double rosenbrockStep() {
        return 12 * rates + 14.0 * n * n + 2.5 * multiplications + 23 * nonzeros + 850;
    }

    /** How many explicit steps cost as much as one Rosenbrock step. */
    double explicitStepsPerRosenbrockStep() {
        return rosenbrockStep() / explicitStep();
    }
}

package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearSolverTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "5, 0.5", "14, 0.3", "14, 1", "60, 0.1"})
    void theSolutionSatisfiesTheEquations(int n, double density) {
        Random random = new Random(17);
        double[] matrix = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            matrix[i] = i % (n + 1) == 0 || random.nextDouble() < density ? random.nextGaussian() : 0;
        }
        double[] x = random.doubles(n, -1, 1).toArray();
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                b[i] += matrix[i * n + j] * x[j];
            }
        }
        LinearSolver solver = new LinearSolver(n);
        System.arraycopy(matrix, 0, solver.matrix(), 0, n * n);
        assertThat(solver.factor()).isTrue();
        solver.solve(b);
        assertThat(b).containsExactly(x, within(1e-9));
    }

    @Test
    void aZeroOnTheDiagonalIsPivotedAround() {
        LinearSolver solver = new LinearSolver(2);
        System.arraycopy(new double[] {0, 2, 4, 0}, 0, solver.matrix(), 0, 4);
        assertThat(solver.factor()).isTrue();
        double[] b = {6, 8};
        solver.solve(b);
        assertThat(b).containsExactly(2, 3);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2, 4", "0, 0, 0, 1", "NaN, 1, 1, 1", "1, Infinity, 1, 1"})
    void singularOrInfiniteMatricesAreRefused(double a, double b, double c, double d) {
        LinearSolver solver = new LinearSolver(2);
        System.arraycopy(new double[] {a, b, c, d}, 0, solver.matrix(), 0, 4);
        assertThat(solver.factor()).isFalse();
    }
}

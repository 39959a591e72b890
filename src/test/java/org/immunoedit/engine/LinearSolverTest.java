package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        double[] sizes = new double[n];
        Arrays.fill(sizes, 1);
        assertThat(solver.factor(sizes)).isTrue();
        solver.solve(b);
        assertThat(b).containsExactly(x, within(1e-9));
    }

    @Test
    void aZeroOnTheDiagonalIsPivotedAround() {
        LinearSolver solver = new LinearSolver(2);
        System.arraycopy(new double[] {0, 2, 4, 0}, 0, solver.matrix(), 0, 4);
        assertThat(solver.factor(new double[] {1, 1})).isTrue();
        double[] b = {6, 8};
        solver.solve(b);
        assertThat(b).containsExactly(2, 3);
    }

    /** As after the last tumor cell: nothing acts on it, but it would act on the others. */
    @ParameterizedTest
    @CsvSource({"1, 250, 11", "0.7, 250, 11", "49, 250, 300", "3, 1e-9, 1e12"})
    void anUnknownThatNothingActsOnStaysExactlyZero(double own, double onOther, double other) {
        LinearSolver solver = new LinearSolver(3);
        double[] matrix = {1.7, -0.3, -0.013, 0, own, 0, -5, -onOther, other};
        System.arraycopy(matrix, 0, solver.matrix(), 0, 9);
        assertThat(solver.factor(new double[] {3e4, 0, 1e5})).isTrue();
        double[] b = {52_000.3, 0, 6e6};
        solver.solve(b);
        assertThat(b[1]).isZero();
        assertThat(5 * b[0] - other * b[2] + 6e6).isCloseTo(0, within(1e-3));
    }

    /** Effector cells that have nearly died out, memory cells that renew them, and a large tumor that both act on. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-20, 1e-150, 1e-250})
    void aSmallUnknownBesideALargeOneIsExactInItsOwnSize(double few) {
        double tumor = 2e9;
        double[] matrix = {
            100, -1.2e4, 4e-8 * few, -0.15, 1.3e4, 6e-11 * few, 7e3, 0, 50,
        };
        double[] x = {few, 1e-5 * few, tumor};
        double[] b = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                b[i] += matrix[3 * i + j] * x[j];
            }
        }
        LinearSolver solver = new LinearSolver(3);
        System.arraycopy(matrix, 0, solver.matrix(), 0, 9);
        assertThat(solver.factor(x)).isTrue();
        solver.solve(b);
        for (int i = 0; i < 3; i++) {
            assertThat(b[i]).isCloseTo(x[i], withinPercentage(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2, 4", "0, 0, 0, 1", "NaN, 1, 1, 1", "1, Infinity, 1, 1"})
    void singularOrInfiniteMatricesAreRefused(double a, double b, double c, double d) {
        LinearSolver solver = new LinearSolver(2);
        System.arraycopy(new double[] {a, b, c, d}, 0, solver.matrix(), 0, 4);
        assertThat(solver.factor(new double[] {1, 1})).isFalse();
    }
}

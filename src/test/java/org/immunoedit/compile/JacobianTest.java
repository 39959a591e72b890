package org.immunoedit.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.immunoedit.compile.Flat.minus;
import static org.immunoedit.compile.Flat.name;
import static org.immunoedit.compile.Flat.num;
import static org.immunoedit.compile.Flat.over;
import static org.immunoedit.compile.Flat.plus;
import static org.immunoedit.compile.Flat.power;
import static org.immunoedit.compile.Flat.times;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Expr.Time;
import org.immunoedit.ode.OdeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Symbolic derivatives against differences of the rates, extrapolated by Richardson to order 6. */
class JacobianTest {
    private static void check(Flat flat, double t, double[] y, double tolerance) {
        OdeSystem compiled = Compiler.compile(flat.equations(), List.of()).system(flat.values());
        OdeSystem interpreted = Compiler.interpret(flat.equations(), List.of()).system(flat.values());
        int n = y.length;
        double[][] jacobian = jacobian(compiled, t, y);
        assertThat(jacobian).isDeepEqualTo(jacobian(interpreted, t, y));
        for (int j = 0; j < n; j++) {
            double[] column = differences(compiled, t, y, j);
            for (int i = 0; i < n; i++) {
                assertClose("df%d/dy%d".formatted(i, j), jacobian[i][j], column[i], tolerance);
            }
        }
        double[] byTime = new double[n];
        compiled.timeDerivative(t, y, byTime);
        double[] again = new double[n];
        interpreted.timeDerivative(t, y, again);
        assertThat(again).containsExactly(byTime);
        double[] expected = differences(compiled, t, y, -1);
        for (int i = 0; i < n; i++) {
            assertClose("df%d/dt".formatted(i), byTime[i], expected[i], tolerance);
        }
    }

    private static void assertClose(String what, double actual, double expected, double tolerance) {
        assertThat(actual).as(what).isCloseTo(expected, within(tolerance * (1 + Math.abs(expected))));
    }

    /** Rows are full of other numbers before. */
    private static double[][] jacobian(OdeSystem system, double t, double[] y) {
        double[][] rows = new double[y.length][y.length];
        for (double[] row : rows) {
            Arrays.fill(row, 99);
        }
        system.jacobian(t, y, rows);
        return rows;
    }

    /** Central differences at h, h/2, h/4 (j = −1: by time), extrapolated. */
    private static double[] differences(OdeSystem system, double t, double[] y, int j) {
        double h = 0.01 * Math.max(1, Math.abs(j < 0 ? t : y[j]));
        double[] a = central(system, t, y, j, h);
        double[] b = central(system, t, y, j, h / 2);
        double[] c = central(system, t, y, j, h / 4);
        double[] result = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double coarse = (4 * b[i] - a[i]) / 3;
            double fine = (4 * c[i] - b[i]) / 3;
            result[i] = (16 * fine - coarse) / 15;
        }
        return result;
    }

    private static double[] central(OdeSystem system, double t, double[] y, int j, double h) {
        double[] up = shifted(system, t, y, j, h);
        double[] down = shifted(system, t, y, j, -h);
        double[] result = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            result[i] = (up[i] - down[i]) / (2 * h);
        }
        return result;
    }

    private static double[] shifted(OdeSystem system, double t, double[] y, int j, double h) {
        double[] moved = y.clone();
        if (j >= 0) {
            moved[j] += h;
        }
        double[] rates = new double[y.length];
        system.rates(j < 0 ? t + h : t, moved, rates);
        return rates;
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void every_function(Function function) {
        Expr inside = over(plus(times(name("x"), name("y")), new Time()), name("k"));
        Expr other = plus(name("y"), num(0.25));
        Call call = new Call(function, function.arity() == 1 ? List.of(inside) : List.of(inside, other));
        Flat flat = new Flat()
                .parameter("k", 8)
                .define("d", call)
                .state("x", times(name("d"), name("x")))
                .state("y", minus(name("d"), name("y")));
        double[] y = {1.3, 0.8};
        check(flat, 1.7, y, 1e-8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.5, 1, 2, 3, 4, 2.7})
    void powers_with_constant_and_with_parametric_exponents(double exponent) {
        Flat flat = new Flat()
                .parameter("n", exponent)
                .state("x", power(times(name("x"), name("y")), num(exponent)))
                .state("y", over(power(name("x"), name("n")), plus(num(1), power(name("x"), name("n")))));
        check(flat, 0, new double[] {1.2, 0.7}, 1e-8);
    }

    @Test
    void clones_through_shared_sums() {
        check(Flat.clones(12), 0, Flat.populations(12), 1e-6);
    }

    @Test
    void a_product_over_states_and_a_power_of_a_power() {
        Expr product = new Many(Fold.PRODUCT, List.of(name("x"), name("y"), new Negation(name("x"))));
        Flat flat = new Flat().state("x", product).state("y", power(name("x"), power(name("y"), num(2))));
        check(flat, 0, new double[] {1.2, 0.7}, 1e-8);
    }

    @Test
    void a_branch_not_taken_does_not_spoil_the_derivative() {
        Expr root = new Call(Function.SQRT, List.of(minus(name("x"), num(5))));
        Comparison far = new Comparison(Relation.GREATER, name("x"), num(5));
        Flat flat = new Flat()
                .define("excess", times(root, name("x")))
                .state("x", times(new If(far, name("excess"), name("x")), num(3)));
        check(flat, 0, new double[] {2}, 1e-8);
        check(flat, 0, new double[] {9}, 1e-8);
    }

    @Test
    void a_fall_from_zero_has_no_logarithm_of_zero() {
        Flat flat = new Flat().parameter("n", 1.5).state("x", power(name("x"), name("n")));
        double[][] rows = new double[1][1];
        Compiler.compile(flat.equations(), List.of()).system(flat.values()).jacobian(0, new double[1], rows);
        assertThat(rows[0][0]).isZero();
    }

    @Test
    void entries_that_are_zero_everywhere_are_written() {
        Flat flat = new Flat().state("x", num(1)).state("y", times(name("x"), name("x")));
        OdeSystem system = Compiler.compile(flat.equations(), List.of()).system(flat.values());
        assertThat(jacobian(system, 0, new double[] {3, 4})).isDeepEqualTo(new double[][] {{0, 0}, {6, 0}});
    }

    @Test
    void rates_of_parameters_only_have_no_derivatives() {
        check(new Flat().parameter("k", 2).state("x", times(name("k"), name("k"))), 0, new double[] {3}, 0);
    }

    @Test
    void the_number_of_operations_follows_the_entries() {
        for (int n : new int[] {16, 64, 256}) {
            GraphProgram program = Compiler.program(Flat.clones(n).equations(), List.of(), Execution.INTERPRETED);
            Plan plan = program.jacobianPlan();
            assertThat(plan.outputs().nodes()).hasSize((n + 1) * (n + 1));
            assertThat(plan.body().operations()).isLessThanOrEqualTo(3 * n * n + 60 * n);
            assertThat(KernelWriterTest.methodSizes(KernelWriter.write(plan))).allMatch(size -> size < 8000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_smooth_formulas(int seed) {
        Random random = new Random(seed);
        Flat flat =
                new Flat().parameter("a", 0.7).define("u", smooth(random, 3)).define("v", smooth(random, 3));
        flat.state("x", plus(name("u"), times(name("v"), name("u"))))
                .state("y", plus(smooth(random, 4), name("v")))
                .state("z", smooth(random, 4));
        check(flat, 0.4, new double[] {0.3, 0.9, -0.6}, 1e-6);
    }

    private static Expr smooth(Random random, int depth) {
        if (depth == 0) {
            List<Expr> leaves = List.of(name("x"), name("y"), name("z"), name("a"), new Time(), num(2), num(0.5));
            return leaves.get(random.nextInt(leaves.size()));
        }
        Expr a = smooth(random, depth - 1);
        Expr b = smooth(random, depth - 1);
        return switch (random.nextInt(7)) {
            case 0 -> times(a, b);
            case 1 -> plus(a, b);
            case 2 -> minus(a, b);
            case 3 -> over(a, plus(num(2), times(b, b)));
            case 4 -> new Call(Function.SIN, List.of(a));
            case 5 -> new Call(Function.TANH, List.of(a));
            default -> new Negation(a);
        };
    }
}

package org.immunoedit.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.compile.Flat.name;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law: a lane gets the bits that its own system gives. */
class LanesTest {
    private static final int WIDTH = 19;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_formulas_give_the_bits_of_the_scalar_code(int block) {
        for (int k = 0; k < 20; k++) {
            long seed = 1000L * block + k;
            RandomFormulas formulas = new RandomFormulas(seed, List.of("a", "b", "c", "x", "y", "z"));
            Flat flat = new Flat().parameter("a", 0.5).parameter("b", 2).parameter("c", -3);
            flat.define("d1", formulas.number(5));
            formulas.know("d1");
            for (String state : List.of("x", "y", "z")) {
                flat.state(state, formulas.number(7));
            }
            agree(flat.equations(), new Random(seed), seed);
        }
    }

    @Test
    void a_long_sum_is_cut_into_loops_that_give_the_bits_of_the_scalar_code() {
        agree(Flat.clones(40).equations(), new Random(1), 1);
    }

    @Test
    void optimized_loops_give_the_bits_of_the_scalar_code() {
        Program program = Compiler.compile(Flat.clones(3).equations(), List.of());
        Lanes lanes = new Lanes(program, new Random(2));
        double[][] out = new double[program.dimension()][WIDTH];
        for (int k = 0; k < 15_000; k++) {
            lanes.system.rates(lanes.t, lanes.y, out, WIDTH);
        }
        for (int lane = 0; lane < WIDTH; lane++) {
            assertThat(column(out, lane)).isEqualTo(bits(lanes.scalar(lane)));
        }
    }

    @Test
    void a_lane_that_has_moved_takes_its_parameters_along() {
        Flat flat = new Flat().parameter("k", 2).state("x", Flat.times(name("k"), name("x")));
        Program program = Compiler.compile(flat.equations(), List.of());
        LaneSystem lanes = program.lanes(2).orElseThrow();
        assertThat(lanes.load(0, program.system(new double[] {2}))).isTrue();
        assertThat(lanes.load(1, program.system(new double[] {5}))).isTrue();
        lanes.move(1, 0);
        double[][] out = new double[1][2];
        lanes.rates(new double[2], new double[][] {{3, 3}}, out, 2);
        assertThat(out[0]).containsExactly(15, 15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void what_lanes_have_in_common_may_get_less_as_runs_come(long block) {
        for (long seed = 100 * block; seed < 100 * block + 20; seed++) {
            RandomFormulas formulas = new RandomFormulas(seed, List.of("a", "b", "c", "d", "x", "y"));
            Flat flat = new Flat().parameter("a", 1).parameter("b", 2).parameter("c", 0);
            flat.parameter("d", 4).state("x", formulas.number(7)).state("y", formulas.number(7));
            Program program = Compiler.compile(flat.equations(), List.of());
            LaneSystem wide = program.lanes(4).orElseThrow();
            double[][] parameters = {{1, 2, 0, 4}, {1, 5, 0, 4}, {1, 5, -0.0, 4}, {Double.NaN, 2, 0, 4}};
            for (int lanes = 1; lanes <= 4; lanes++) {
                wide.load(lanes - 1, program.system(parameters[lanes - 1]));
                agree(program, wide, Arrays.copyOf(parameters, lanes), seed);
            }
            // other lanes of the same program know what the first ones have seen
            LaneSystem narrow = program.lanes(1).orElseThrow();
            narrow.load(0, program.system(new double[] {3, 3, 3, 3}));
            agree(program, narrow, new double[][] {{3, 3, 3, 3}}, seed);
        }
    }

    private static void agree(Program program, LaneSystem lanes, double[][] parameters, long seed) {
        double[] t = {0.5, 0.5, 0.5, 0.5};
        double[][] y = {{1.5, -2, 0.25, 3}, {0.5, 1, -1, 2}};
        double[][] out = new double[2][4];
        lanes.rates(t, y, out, parameters.length);
        for (int lane = 0; lane < parameters.length; lane++) {
            double[] rates = new double[2];
            program.system(parameters[lane]).rates(t[lane], new double[] {y[0][lane], y[1][lane]}, rates);
            assertThat(column(out, lane)).as("seed %d lane %d", seed, lane).isEqualTo(bits(rates));
        }
    }

    @Test
    void a_loop_has_no_more_rows_than_the_compiler_of_the_jvm_makes_vector_code_of() {
        Flat flat = new Flat();
        for (int k = 0; k < 12; k++) {
            flat.parameter("p" + k, k);
        }
        Expr sum = name("x");
        for (int k = 0; k < 12; k++) {
            sum = Flat.times(sum, name("p" + k));
        }
        flat.state("x", sum);
        Plan plan = ((GraphProgram) Compiler.compile(flat.equations(), List.of())).ratesPlan();
        BitSet all = new BitSet();
        all.set(0, 12);
        // the first loop reads x and seven parameters, the second one six more and the value of the first
        assertThat(new LanePlan(plan, all).loops()).hasSize(2);
        assertThat(new LanePlan(plan, all).rows()).isEqualTo(1);
        assertThat(new LanePlan(plan, new BitSet()).loops()).hasSize(1);
    }

    @Test
    void lanes_beyond_those_that_count_are_left_alone() {
        Flat flat = new Flat().parameter("k", 2).state("x", Flat.times(name("k"), name("x")));
        Program program = Compiler.compile(flat.equations(), List.of());
        LaneSystem lanes = program.lanes(3).orElseThrow();
        lanes.load(0, program.system(new double[] {2}));
        double[][] out = {{7, 7, 7}};
        lanes.rates(new double[3], new double[][] {{3, 3, 3}}, out, 1);
        assertThat(out[0]).containsExactly(6, 7, 7);
    }

    @Test
    void a_system_of_another_program_is_refused() {
        Flat flat = new Flat().parameter("k", 2).state("x", Flat.times(name("k"), name("x")));
        LaneSystem lanes =
                Compiler.compile(flat.equations(), List.of()).lanes(2).orElseThrow();
        Program other = Compiler.compile(flat.equations(), List.of());
        assertThat(lanes.load(0, other.system(new double[] {2}))).isFalse();
    }

    @Test
    void a_model_of_very_many_operations_has_no_lanes() {
        assertThat(Compiler.compile(Flat.clones(400).equations(), List.of()).lanes(8))
                .isEmpty();
    }

    private static void agree(Equations equations, Random random, long seed) {
        Program program = Compiler.compile(equations, List.of());
        Lanes lanes = new Lanes(program, random);
        double[][] out = new double[program.dimension()][WIDTH];
        lanes.system.rates(lanes.t, lanes.y, out, WIDTH);
        for (int lane = 0; lane < WIDTH; lane++) {
            assertThat(column(out, lane)).as("seed %d lane %d", seed, lane).isEqualTo(bits(lanes.scalar(lane)));
        }
    }

    private static long[] column(double[][] rows, int lane) {
        return Arrays.stream(rows)
                .mapToLong(row -> Double.doubleToLongBits(row[lane]))
                .toArray();
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    /** Lanes of one program with random parameters, times and states. */
    private static final class Lanes {
        private final OdeSystem[] systems = new OdeSystem[WIDTH];
        private final LaneSystem system;
        private final double[] t = new double[WIDTH];
        private final double[][] y;

        Lanes(Program program, Random random) {
            system = program.lanes(WIDTH).orElseThrow();
            y = new double[program.dimension()][WIDTH];
            for (int lane = 0; lane < WIDTH; lane++) {
                double[] parameters = new double[program.parameterCount()];
                Arrays.setAll(parameters, k -> value(random));
                systems[lane] = program.system(parameters);
                assertThat(system.load(lane, systems[lane])).isTrue();
                t[lane] = 10 * random.nextDouble();
                for (double[] row : y) {
                    row[lane] = value(random);
                }
            }
        }

        private static double value(Random random) {
            return random.nextInt(5) == 0 ? random.nextInt(5) - 2 : 4 * random.nextGaussian();
        }

        double[] scalar(int lane) {
            double[] state = new double[y.length];
            Arrays.setAll(state, i -> y[i][lane]);
            double[] rates = new double[y.length];
            systems[lane].rates(t[lane], state, rates);
            return rates;
        }
    }
}

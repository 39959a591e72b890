package org.immunoedit.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.immunoedit.compile.Flat.name;
import static org.immunoedit.compile.Flat.num;
import static org.immunoedit.compile.Flat.over;
import static org.immunoedit.compile.Flat.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Apply;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Over;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Program;
import org.immunoedit.ode.Threshold;
import org.junit.jupiter.api.Test;

/** The seam: programs, systems and formulas as others use them. */
class ProgramTest {
    private static final Flat DECAY = new Flat()
            .parameter("k", 2)
            .define("loss", times(name("k"), name("x")))
            .observe("half", over(name("x"), num(2)))
            .state("x", new Expr.Negation(name("loss")));

    @Test
    void sizes_are_those_of_the_equations() {
        Program program = Compiler.compile(Flat.clones(4).equations(), List.of());
        assertThat(program.dimension()).isEqualTo(5);
        assertThat(program.parameterCount()).isEqualTo(17);
        assertThat(program.system(Flat.clones(4).values()).dimension()).isEqualTo(5);
    }

    @Test
    void parameters_are_copied() {
        double[] parameters = {2};
        OdeSystem system = Compiler.interpret(DECAY.equations(), List.of()).system(parameters);
        parameters[0] = 100;
        double[] rate = new double[1];
        system.rates(0, new double[] {3}, rate);
        assertThat(rate).containsExactly(-6);
    }

    @Test
    void a_state_minus_what_is_fixed_is_known_as_a_threshold() {
        Expr twice = times(num(2), name("k"));
        List<Expr> group = List.of(
                minus(name("x"), num(5)),
                name("x"),
                minus(name("x"), name("k")),
                minus(name("x"), twice),
                minus(num(5), name("x")),
                minus(name("x"), name("loss")),
                minus(name("k"), num(1)),
                name("half"));
        for (Program program : List.of(
                Compiler.compile(DECAY.equations(), List.of(group)),
                Compiler.interpret(DECAY.equations(), List.of(group)))) {
            Formulas formulas = program.formulas(0, new double[] {3});
            assertThat(IntStream.range(0, group.size()).mapToObj(formulas::threshold))
                    .containsExactly(
                            Optional.of(new Threshold(0, 5)),
                            Optional.of(new Threshold(0, 0)),
                            Optional.of(new Threshold(0, 3)),
                            Optional.of(new Threshold(0, 6)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
        }
    }

    private static Expr minus(Expr left, Expr right) {
        return new Expr.Binary(Expr.Operator.SUBTRACT, left, right);
    }

    @Test
    void groups_hold_numbers_and_truth_values_and_know_observables() {
        Comparison small = new Comparison(Relation.LESS, name("half"), num(1));
        List<List<Expr>> groups = List.of(List.of(), List.of(name("half"), small, name("k"), num(4)));
        Program program = Compiler.compile(DECAY.equations(), groups);
        Formulas formulas = program.formulas(1, new double[] {2});
        double[] values = new double[4];
        formulas.evaluate(0, new double[] {3}, values);
        assertThat(values).containsExactly(1.5, 0, 2, 4);
        formulas.evaluate(0, new double[] {1}, values);
        assertThat(values).containsExactly(0.5, 1, 2, 4);
        assertThat(formulas.size()).isEqualTo(4);
        assertThat(program.formulas(0, new double[] {2}).size()).isZero();
    }

    @Test
    void a_wrong_number_of_parameters_is_refused() {
        Program program = Compiler.interpret(DECAY.equations(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> program.system(new double[2]))
                .withMessage("2 values for 1 parameters");
    }

    @Test
    void formulas_that_are_not_flat_are_refused() {
        refuse(name("z"), "\"z\" is not a name of these equations");
        refuse(new Reference("x", List.of(num(1)), 0), "\"x\" still has indices");
        refuse(new Apply("hill", List.of(), 0), "function \"hill\" is not expanded");
        refuse(new Over(Fold.SUM, "i", name("x"), 0), "sum over \"i\" is not expanded");
    }

    private static void refuse(Expr formula, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Compiler.compile(DECAY.equations(), List.of(List.of(formula))))
                .withMessage(message);
    }

    @Test
    void a_program_becomes_bytecode_in_the_middle_of_a_run_without_a_trace() {
        Equations equations = Flat.clones(16).equations();
        double[] parameters = Flat.clones(16).values();
        GraphProgram program = Compiler.program(equations, List.of(), new Execution(5000, 0));
        OdeSystem system = program.system(parameters);
        assertThat(program.rates().isCompiled()).isFalse();
        double[] y = Flat.populations(16);
        double[] first = new double[17];
        system.rates(0, y, first);
        for (int k = 0; k < 100; k++) {
            double[] again = new double[17];
            system.rates(0, y, again);
            assertThat(again).containsExactly(first);
        }
        assertThat(program.rates().isCompiled()).isTrue();
    }

    @Test
    void eight_threads_on_one_system_compute_what_one_does() throws Exception {
        Flat flat = Flat.clones(200);
        GraphProgram program = Compiler.program(flat.equations(), List.of(), new Execution(400_000, 0));
        OdeSystem system = program.system(flat.values());
        OdeSystem alone = Compiler.interpret(flat.equations(), List.of()).system(flat.values());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<double[]>> tasks = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                double factor = 1 + thread;
                tasks.add(() -> path(system, factor));
            }
            List<Future<double[]>> results = threads.invokeAll(tasks);
            for (int thread = 0; thread < 8; thread++) {
                assertThat(results.get(thread).get()).containsExactly(path(alone, 1 + thread));
            }
        } finally {
            threads.shutdown();
        }
        assertThat(program.rates().isCompiled()).isTrue();
    }

    /** Some explicit steps, so that each evaluation depends on all before. */
    private static double[] path(OdeSystem system, double factor) {
        double[] y = Flat.populations(200);
        double[] rates = new double[201];
        for (int step = 0; step < 200; step++) {
            system.rates(step, y, rates);
            for (int k = 0; k < y.length; k++) {
                y[k] += 0.01 * factor * rates[k];
            }
        }
        return y;
    }
}

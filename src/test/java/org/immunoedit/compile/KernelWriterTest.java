package org.immunoedit.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.compile.Flat.name;
import static org.immunoedit.compile.Flat.num;
import static org.immunoedit.compile.Flat.plus;
import static org.immunoedit.compile.Flat.times;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.OdeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

/** Large models: every method stays below the size up to which HotSpot compiles, and the values stay the same. */
class KernelWriterTest {
    /** Bytes of bytecode (HotSpot: HugeMethodLimit). */
    private static final int HUGE = 8000;

    private static Expr sum(int size, IntFunction<Expr> term) {
        List<Expr> terms = new ArrayList<>(size);
        for (int k = 0; k < size; k++) {
            terms.add(term.apply(k));
        }
        return new Many(Fold.SUM, terms);
    }

    private static Plan rates(Equations equations) {
        return Compiler.program(equations, List.of(), Execution.INTERPRETED).ratesPlan();
    }

    private static void agree(Flat flat, double[] y) {
        Equations equations = flat.equations();
        double[] parameters = flat.values();
        double[] compiled = rates(Compiler.compile(equations, List.of()).system(parameters), y);
        double[] interpreted = rates(Compiler.interpret(equations, List.of()).system(parameters), y);
        assertThat(compiled).containsExactly(interpreted);
        assertThat(compiled).doesNotContain(Double.NaN).isNotEqualTo(new double[y.length]);
    }

    private static double[] rates(OdeSystem system, double[] y) {
        double[] rates = new double[y.length];
        system.rates(1.5, y, rates);
        return rates;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16, 64, 256})
    void clones_keep_methods_small_and_grow_linearly(int n) {
        Flat flat = Flat.clones(n);
        Plan plan = rates(flat.equations());
        assertThat(methodSizes(KernelWriter.write(plan))).allMatch(size -> size < HUGE);
        assertThat(plan.body().operations()).isLessThanOrEqualTo(9 * n + 25);
        agree(flat, Flat.populations(n));
    }

    @Test
    void a_small_model_is_one_method_besides_the_constructor() {
        assertThat(methodSizes(KernelWriter.write(rates(Flat.clones(4).equations()))))
                .hasSize(2);
    }

    @Test
    void indices_beyond_a_short_are_reached() {
        int size = 34_000;
        Flat flat = new Flat();
        for (int k = 0; k < size; k++) {
            flat.parameter("p" + k, 1.0 / (k + 1));
        }
        flat.state("x", sum(size, k -> times(name("p" + k), name("x"))));
        assertThat(methodSizes(KernelWriter.write(rates(flat.equations())))).allMatch(s -> s < HUGE);
        agree(flat, new double[] {1.7});
    }

    @Test
    void more_constants_than_a_class_file_holds_become_slots() {
        Flat flat = new Flat().state("x", sum(9000, k -> times(num(1.0 / (k + 2)), name("x"))));
        agree(flat, new double[] {1.7});
    }

    @Test
    void a_branch_too_long_for_a_method_is_computed_outside_of_its_choice() {
        Expr lengthy = sum(2000, k -> times(num(k + 2), plus(name("x"), num(k + 0.5))));
        Expr condition = new Comparison(Relation.GREATER, name("x"), num(1));
        Flat flat = new Flat().state("x", new If(condition, lengthy, num(3)));
        assertThat(methodSizes(KernelWriter.write(rates(flat.equations())))).allMatch(s -> s < HUGE);
        agree(flat, new double[] {0.5});
        agree(flat, new double[] {1.5});
    }

    @Test
    void values_shared_by_methods_arrive_in_all_of_them() {
        Expr shared = new Call(Function.EXP, List.of(name("x")));
        Expr chosen = new If(new Comparison(Relation.LESS, name("x"), num(1)), shared, plus(shared, num(1)));
        Flat flat = new Flat().state("x", sum(3000, k -> times(plus(shared, num(k)), plus(chosen, num(k + 0.5)))));
        agree(flat, new double[] {0.5});
        agree(flat, new double[] {1.5});
    }

    /** Lengths of the code of all methods; the layout is that of the JVM specification, section 4. */
    static List<Integer> methodSizes(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        char[] buffer = new char[reader.getMaxStringLength()];
        int at = reader.header + 6;
        assertThat(reader.readUnsignedShort(at)).as("interfaces").isZero();
        assertThat(reader.readUnsignedShort(at + 2)).as("fields").isZero();
        int methods = reader.readUnsignedShort(at + 4);
        at += 6;
        List<Integer> sizes = new ArrayList<>();
        for (int method = 0; method < methods; method++) {
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (int attribute = 0; attribute < attributes; attribute++) {
                if ("Code".equals(reader.readUTF8(at, buffer))) {
                    sizes.add(reader.readInt(at + 10));
                }
                at += 6 + reader.readInt(at + 2);
            }
        }
        return sizes;
    }
}

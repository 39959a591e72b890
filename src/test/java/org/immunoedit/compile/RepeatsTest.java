package org.immunoedit.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.compile.Flat.minus;
import static org.immunoedit.compile.Flat.name;
import static org.immunoedit.compile.Flat.num;
import static org.immunoedit.compile.Flat.over;
import static org.immunoedit.compile.Flat.plus;
import static org.immunoedit.compile.Flat.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.immunoedit.expr.Evaluator;
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

/** Families become loops, and loops compute what the statements one after the other do. */
class RepeatsTest {
    private static List<Integer> rounds(Flat flat) {
        Plan plan = Compiler.program(flat.equations(), List.of(), Execution.INTERPRETED)
                .ratesPlan();
        return Repeats.of(plan, 3600).stream()
                .filter(Repeat::isLoop)
                .map(Repeat::count)
                .toList();
    }

    /** Three families of n: states T, parameters a and b. */
    private static Flat family(int n, IntFunction<Expr> rate) {
        Flat flat = new Flat().parameter("c", 0.75);
        List<Expr> sum = new ArrayList<>();
        List<Expr> product = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            flat.parameter("a" + i, 0.5 + 0.01 * i).parameter("b" + i, 1 - 0.02 * i);
            sum.add(times(name("a" + i), name("T" + i)));
            product.add(plus(name("T" + i), num(0.25)));
        }
        flat.define("S", new Many(Fold.SUM, sum)).define("P", new Many(Fold.PRODUCT, product));
        for (int i = 0; i < n; i++) {
            flat.state("T" + i, rate.apply(i));
        }
        return flat;
    }

    private static void agree(Flat flat) {
        Equations equations = flat.equations();
        int n = equations.states().size();
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 0.8 + 0.4 * Math.sin(3 + i);
        }
        OdeSystem compiled = Compiler.compile(equations, List.of()).system(flat.values());
        OdeSystem interpreted = Compiler.interpret(equations, List.of()).system(flat.values());
        Map<String, Double> names = Flat.names(equations, 0.3, y, flat.values());
        double[] expected = equations.rates().stream()
                .mapToDouble(rate -> Evaluator.value(rate, 0.3, names::get))
                .toArray();
        double[] rates = new double[n];
        compiled.rates(0.3, y, rates);
        assertThat(rates).containsExactly(expected);
        double[][] rows = new double[n][n];
        double[][] interpretedRows = new double[n][n];
        compiled.jacobian(0.3, y, rows);
        interpreted.jacobian(0.3, y, interpretedRows);
        assertThat(rows).isDeepEqualTo(interpretedRows);
    }

    @Test
    void sums_of_clones_share_a_loop_and_rates_are_one() {
        assertThat(rounds(Flat.clones(100))).containsExactly(98, 100);
    }

    @Test
    void the_code_does_not_grow_with_the_number_of_clones() {
        int few = size(50);
        assertThat(size(250)).isLessThan(few + few / 10);
    }

    private static int size(int n) {
        Plan plan = Compiler.program(Flat.clones(n).equations(), List.of(), Execution.INTERPRETED)
                .ratesPlan();
        return KernelWriterTest.methodSizes(KernelWriter.write(plan)).stream()
                .mapToInt(size -> size)
                .sum();
    }

    @Test
    void few_members_are_written_one_after_the_other() {
        assertThat(rounds(Flat.clones(6))).isEmpty();
    }

    @Test
    void an_odd_member_divides_a_loop() {
        Flat flat = family(30, i -> i == 14 ? num(4) : times(name("a" + i), name("T" + i)));
        assertThat(rounds(flat)).containsExactly(14, 15);
        agree(flat);
    }

    @Test
    void a_round_may_have_values_of_its_own_and_branches() {
        Flat flat = family(20, i -> {
            Expr own = plus(name("T" + i), name("c"));
            Expr root = new Call(Function.SQRT, List.of(own));
            Expr inside = times(root, plus(root, name("b" + i)));
            return new If(new Comparison(Relation.LESS, own, num(1.5)), inside, over(own, name("S")));
        });
        assertThat(rounds(flat)).contains(19);
        agree(flat);
    }

    @Test
    void neighbors_and_fixed_members_are_told_apart() {
        Flat flat = family(
                20, i -> minus(times(name("a" + i), name("T" + Math.max(i - 1, 0))), times(name("T2"), name("T" + i))));
        assertThat(rounds(flat)).isNotEmpty();
        agree(flat);
    }

    @Test
    void reversed_families_stay_straight() {
        Flat flat = family(20, i -> times(name("a" + i), name("T" + (19 - i))));
        assertThat(rounds(flat)).isEmpty();
        agree(flat);
    }

    @Test
    void partial_sums_used_elsewhere_are_not_lost() {
        Expr partial = name("T0");
        List<Expr> partials = new ArrayList<>();
        for (int i = 1; i < 40; i++) {
            partial = plus(partial, times(name("a" + i), name("T" + i)));
            partials.add(partial);
        }
        Flat flat = family(40, i -> partials.get(Math.min(i, 38)));
        agree(flat);
        agree(family(40, i -> i % 7 == 0 ? partials.get(Math.min(i, 38)) : name("S")));
        agree(family(40, i -> i == 3 ? partials.get(20) : i == 30 ? name("P") : partials.get(38)));
    }

    @Test
    void a_value_handed_on_and_also_used_unchanged_is_kept() {
        Expr start = times(name("T0"), name("T1"));
        Expr sum = start;
        for (int i = 0; i < 30; i++) {
            sum = plus(sum, times(start, name("a" + i)));
        }
        Expr all = sum;
        agree(family(30, i -> i == 0 ? all : name("T" + i)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_families(int block) {
        for (int k = 0; k < 4; k++) {
            int seed = 100 * block + k;
            int n = 10 + new Random(seed).nextInt(15);
            agree(family(n, i -> member(new Random(seed), i, n, 4)));
        }
    }

    /** The same formula for each member of the same random numbers; some members are exceptions. */
    private static Expr member(Random random, int i, int n, int depth) {
        if (depth == 0) {
            List<String> leaves = Arrays.asList(
                    "T" + i, "T" + i, "a" + i, "b" + i, "c", "S", "P", "T3", "T" + (i + 1) % n, "a" + i / 2);
            return name(leaves.get(random.nextInt(leaves.size())));
        }
        int kind = random.nextInt(8);
        Expr a = member(random, i, n, depth - 1);
        Expr b = random.nextInt(3) == 0 ? a : member(random, i, n, depth - 1);
        return switch (kind) {
            case 0, 1 -> times(a, b);
            case 2, 3 -> plus(a, b);
            case 4 -> minus(a, b);
            case 5 -> over(a, plus(num(2), times(b, b)));
            case 6 -> new If(new Comparison(Relation.LESS, a, b), times(a, num(0.5)), over(b, num(3)));
            default -> i == 5 ? a : new Call(Function.TANH, List.of(b));
        };
    }
}

package org.immunoedit.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.immunoedit.expr.Evaluator;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law: bytecode, interpreter and the evaluation of trees give the same bits. */
class AgreementTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void all_ways_of_evaluation_give_the_same_bits(int block) {
        for (int k = 0; k < 20; k++) {
            agree(1000L * block + k);
        }
    }

    private static void agree(long seed) {
        RandomFormulas formulas = new RandomFormulas(seed, List.of("a", "b", "c", "x", "y", "z"));
        Flat flat = new Flat().parameter("a", 0.5).parameter("b", 2).parameter("c", -3);
        for (String definition : List.of("d1", "d2", "d3")) {
            flat.define(definition, formulas.number(5));
            formulas.know(definition);
        }
        for (String state : List.of("x", "y", "z")) {
            flat.state(state, formulas.number(6));
        }
        flat.observe("o", formulas.number(4));
        formulas.know("o");
        List<Expr> group = List.of(formulas.number(6), formulas.truth(5), formulas.truth(3), Expr.Reference.to("o"));
        Equations equations = flat.equations();
        List<List<Expr>> groups = List.of(group, List.of());
        Random random = new Random(seed);
        Program compiled = Compiler.compile(equations, groups);
        Program interpreted = Compiler.interpret(equations, groups);
        for (int k = 0; k < 5; k++) {
            double[] parameters = values(random);
            double[] y = values(random);
            double t = 10 * random.nextDouble();
            double[] expected = expected(equations, group, t, y, parameters);
            assertThat(bits(values(compiled, t, y, parameters)))
                    .as("seed %d", seed)
                    .isEqualTo(bits(expected));
            assertThat(bits(values(interpreted, t, y, parameters)))
                    .as("seed %d", seed)
                    .isEqualTo(bits(expected));
        }
    }

    private static double[] values(Random random) {
        double[] values = new double[3];
        for (int k = 0; k < 3; k++) {
            values[k] = random.nextInt(5) == 0 ? random.nextInt(5) - 2 : 4 * random.nextGaussian();
        }
        return values;
    }

    private static double[] values(Program program, double t, double[] y, double[] parameters) {
        double[] rates = new double[3];
        program.system(parameters).rates(t, y, rates);
        double[] group = new double[4];
        program.formulas(0, parameters).evaluate(t, y, group);
        double[] all = Arrays.copyOf(rates, 7);
        System.arraycopy(group, 0, all, 3, 4);
        return all;
    }

    private static double[] expected(Equations equations, List<Expr> group, double t, double[] y, double[] parameters) {
        Map<String, Double> names = Flat.names(equations, t, y, parameters);
        double[] all = new double[7];
        for (int k = 0; k < 3; k++) {
            all[k] = Evaluator.value(equations.rates().get(k), t, names::get);
            all[3 + k] = k == 0
                    ? Evaluator.value(group.get(0), t, names::get)
                    : Evaluator.truth(group.get(k), t, names::get) ? 1 : 0;
        }
        all[6] = names.get("o");
        return all;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }
}

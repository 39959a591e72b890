package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Equations;
import org.immunoedit.protocol.Timeline.Dose;
import org.junit.jupiter.api.Test;

/** Absolute tolerances that are chosen from what a state starts with and receives. */
class ScalesTest {
    private final List<Equations.State> states = new ArrayList<>();
    private final List<Double> initial = new ArrayList<>();
    private final List<Dose> doses = new ArrayList<>();

    private ScalesTest state(String unit, double value) {
        String name = "s" + states.size();
        states.add(new Equations.State(name, unit, "", new Expr.Num(value), false, OptionalDouble.empty()));
        initial.add(value);
        return this;
    }

    private ScalesTest dose(int state, double amount) {
        doses.add(new Dose(0, 0, "", "s" + state, amount, 0));
        return this;
    }

    private double[] tolerances(double relative) {
        List<Expr> rates = Collections.nCopies(states.size(), new Expr.Num(0));
        Equations equations = new Equations("d", states, List.of(), List.of(), rates, List.of(), List.of());
        double[] start = initial.stream().mapToDouble(Double::doubleValue).toArray();
        return Scales.tolerances(equations, start, doses, relative);
    }

    @Test
    void aThousandthOfTheRelativeOneOfTheLargestOfStartAndDoses() {
        state("mg", 5).state("mg", -20).state("mg", 3).state("mg", 0);
        dose(2, 1).dose(2, 7).dose(2, 4).dose(3, 2);
        assertThat(tolerances(1e-6)).containsExactly(new double[] {5e-9, 20e-9, 7e-9, 2e-9}, within(1e-20));
    }

    @Test
    void withoutEitherTheSmallestScaleOfTheUnitAndOneWhenThereIsNone() {
        state("mg", 5).state("mg", 0).state("mg", 2).state("IU", 0).state("ng", 1e-3);
        assertThat(tolerances(1e-6)).containsExactly(new double[] {5e-9, 2e-9, 2e-9, 1e-9, 1e-12}, within(1e-20));
    }

    @Test
    void cellsAreCountedToATenThousandthOfOne() {
        state("cell", 1e9).state("cell", 10).state("mg", 1e9);
        assertThat(tolerances(1e-6)).containsExactly(new double[] {1e-4, 1e-8, 1}, within(1e-20));
    }

    @Test
    void aToleranceStaysWhereNumbersHaveAllTheirDigits() {
        state("mg", 1e-300);
        assertThat(tolerances(1e-6)).containsExactly(1e-290);
    }
}

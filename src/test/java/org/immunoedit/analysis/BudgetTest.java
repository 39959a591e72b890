package org.immunoedit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunoedit.analysis.Budget.Interval;
import org.immunoedit.ode.Formulas;
import org.immunoedit.sim.Observer;
import org.junit.jupiter.api.Test;

class BudgetTest {
    /** A quantity that grows as e^t: it gains 3 and loses 2 times itself per time. */
    private static final Formulas WATCHED = new Formulas() {
        @Override
        public int size() {
            return 3;
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            values[0] = y[0];
            values[1] = 3 * y[0];
            values[2] = -2 * y[0];
        }
    };

    private static final Observer.Views VIEWS = new Observer.Views() {
        @Override
        public Formulas columns() {
            return Formulas.NONE;
        }

        @Override
        public Formulas watched() {
            return WATCHED;
        }
    };

    private static List<Interval> seen(List<Double> edges, double... steps) {
        Budget budget = new Budget(edges);
        budget.stretch(steps[0], new double[] {Math.exp(steps[0])}, VIEWS);
        for (int i = 1; i < steps.length; i++) {
            budget.step(steps[i - 1], steps[i], (t, y) -> y[0] = Math.exp(t));
        }
        return budget.intervals();
    }

    @Test
    void amountsAreIntegralsHoweverStepsAndIntervalsOverlap() {
        for (List<Interval> intervals : List.of(
                seen(List.of(0.5, 1.0, 2.0), 0, 2),
                seen(List.of(0.5, 1.0, 2.0), 0, 0.25, 0.5, 0.75, 1.25, 1.5, 2, 2.5),
                seen(List.of(0.5, 1.0, 2.0), 0.5, 1, 2))) {
            assertThat(intervals).hasSize(2);
            Interval second = intervals.get(1);
            double integral = Math.exp(2) - Math.E;
            assertThat(second.from()).isEqualTo(1);
            assertThat(second.to()).isEqualTo(2);
            assertThat(second.start()).isEqualTo(Math.E);
            assertThat(second.held()).isCloseTo(integral, within(1e-5));
            assertThat(second.amounts().get(0)).isCloseTo(3 * integral, within(3e-5));
            assertThat(second.amounts().get(1)).isCloseTo(-2 * integral, within(2e-5));
        }
    }

    @Test
    void anIntervalThatTheRunLeavesUnfinishedIsNotTold() {
        assertThat(seen(List.of(0.0, 1.0, 2.0), 0, 1.5)).hasSize(1);
    }

    /** After a dose the next interval starts with what is there then. */
    @Test
    void anIntervalBeginsAfterWhatHappensAtItsStart() {
        Budget budget = new Budget(List.of(0.0, 1.0, 2.0));
        budget.stretch(0, new double[] {1}, VIEWS);
        budget.step(0, 1, (t, y) -> y[0] = 1);
        budget.stretch(1, new double[] {5}, VIEWS);
        budget.step(1, 2, (t, y) -> y[0] = 5);
        assertThat(budget.intervals().stream().map(Interval::start)).containsExactly(1.0, 5.0);
        assertThat(budget.intervals().get(0).amounts()).containsExactly(3.0, -2.0);
    }
}

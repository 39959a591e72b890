package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Statistics;
import org.immunoedit.outcome.Criteria.Bounds;
import org.immunoedit.sim.Observer.Views;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.Report.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two published models, integrated by the classical Runge–Kutta method with small steps; the tumor is state 1. */
class PublishedModelsTest {
    /** Right-hand side of an autonomous system. */
    private interface Rates {
        void at(double[] y, double[] dydt);
    }

    /** Kuznetsov et al. 1994, Bull Math Biol 56:295, table of rates in days and cells. */
    private static void kuznetsov(double[] y, double[] dydt) {
        dydt[0] = 1.3e4 + 0.1245 * y[0] * y[1] / (2.019e7 + y[1]) - 3.422e-10 * y[0] * y[1] - 0.0412 * y[0];
        dydt[1] = 0.18 * y[1] * (1 - 2e-9 * y[1]) - 1.101e-7 * y[0] * y[1];
    }

    /** Kirschner and Panetta 1998, J Math Biol 37:235, without treatment. */
    private static Rates kirschnerPanetta(double antigenicity) {
        return (y, dydt) -> {
            dydt[0] = antigenicity * y[1] - 0.03 * y[0] + 0.1245 * y[0] * y[2] / (2e7 + y[2]);
            dydt[1] = 0.18 * y[1] * (1 - 1e-9 * y[1]) - y[0] * y[1] / (1e5 + y[1]);
            dydt[2] = 5 * y[0] * y[1] / (1e3 + y[1]) - 10 * y[2];
        };
    }

    @ParameterizedTest
    @CsvSource({
        "5e5, 2000, EQUILIBRIUM",
        "5e6, 400, EQUILIBRIUM",
        "5e6, 2000, EQUILIBRIUM",
        "5e7, 1000, EQUILIBRIUM",
        "1e8, 2000, ESCAPE",
    })
    void kuznetsovIsDormantOrEscapes(double tumor, double end, Phase phase) {
        Verdict verdict = run(PublishedModelsTest::kuznetsov, new double[] {3.2e5, tumor}, 0.1, end, 4e8);
        assertThat(verdict.phase()).as(verdict.why()).isEqualTo(phase);
    }

    @Test
    void kuznetsovTurnsWhereTheCatalogueSays() {
        Verdict verdict = run(PublishedModelsTest::kuznetsov, new double[] {3.2e5, 5e6}, 0.1, 2000, 4e8);
        assertThat(verdict.endpoint("peak").value()).isCloseTo(9.777e7, within(0.001e7));
        assertThat(verdict.endpoint("peak_time").value()).isCloseTo(34.0, within(0.05));
        assertThat(verdict.endpoint("nadir").value()).isCloseTo(9.904e5, within(1e2));
        assertThat(verdict.endpoint("nadir_time").value()).isCloseTo(88.7, within(0.05));
        assertThat(verdict.endpoint("tumor_end").value()).isCloseTo(8.186e6, within(1e4));
    }

    @ParameterizedTest
    @CsvSource({"1500", "1550"})
    void kirschnerPanettaCyclesForever(double end) {
        Verdict verdict = run(kirschnerPanetta(0.03), new double[] {1, 1, 1}, 0.05, end, 1e8);
        assertThat(verdict.phase()).as(verdict.why()).isEqualTo(Phase.EQUILIBRIUM);
        assertThat(verdict.why()).contains("tumor oscillates between").contains("with a period of 10");
    }

    @Test
    void kirschnerPanettaWithWeakAntigenEscapes() {
        Verdict verdict = run(kirschnerPanetta(5e-5), new double[] {1, 1, 1}, 0.05, 600, 1e8);
        assertThat(verdict.phase()).isEqualTo(Phase.ESCAPE);
        assertThat(verdict.endpoint("peak").value()).isCloseTo(9.9324e8, within(1e5));
        assertThat(verdict.endpoint("peak_time").value()).isCloseTo(156.3, within(0.05));
    }

    @Test
    void kirschnerPanettaFallsBelowOneCellInEveryCycle() {
        // the cycle of c = 0.02 goes down to 1.3e-4 cells: only a model with extinction would lose the tumor
        Verdict verdict = run(kirschnerPanetta(0.02), new double[] {1, 1, 1}, 0.05, 1600, 1e8);
        assertThat(verdict.phase()).as(verdict.why()).isEqualTo(Phase.UNDETERMINED);
        assertThat(verdict.why()).contains("across 1 cell");
    }

    private static Verdict run(Rates rates, double[] initial, double step, double end, double escapedAbove) {
        Bounds bounds = new Bounds(OptionalDouble.of(1), OptionalDouble.of(escapedAbove));
        Judge judge = new Judge(Feed.criteria(bounds, 1), 1, OptionalInt.empty());
        Views views = Feed.watching(states(initial.length));
        double[] y = initial.clone();
        judge.start(0, y, views);
        judge.stretch(0, y, views);
        long steps = Math.round(end / step);
        for (long i = 0; i < steps; i++) {
            double from = i * step;
            double to = (i + 1) * step;
            double[] start = y.clone();
            judge.step(from, to, (t, into) -> advance(rates, start, t - from, into));
            advance(rates, start, to - from, y);
        }
        Report report = new Report(Status.COMPLETE, end, "", "", List.of(), Statistics.ZERO, List.of());
        judge.end(steps * step, y, views, report);
        return judge.verdict();
    }

    private static void advance(Rates rates, double[] y, double h, double[] into) {
        double[][] k = new double[5][y.length];
        double[] at = y.clone();
        double[] weights = {0, 0.5, 0.5, 1};
        for (int stage = 0; stage < 4; stage++) {
            for (int i = 0; i < y.length; i++) {
                at[i] = y[i] + h * weights[stage] * k[stage][i];
            }
            rates.at(at, k[stage + 1]);
        }
        for (int i = 0; i < y.length; i++) {
            into[i] = y[i] + h / 6 * (k[1][i] + 2 * k[2][i] + 2 * k[3][i] + k[4][i]);
        }
    }

    private static Formulas states(int size) {
        return new Formulas() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void evaluate(double t, double[] y, double[] values) {
                System.arraycopy(y, 0, values, 0, size);
            }
        };
    }
}

package org.immunoedit.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.immunoedit.engine.Methods;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.outcome.Criteria.Bounds;
import org.immunoedit.outcome.Judge.Shape;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Observer.Views;
import org.immunoedit.sim.Report;
import org.immunoedit.sim.Report.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a run makes judging cheap and changes nothing: random runs are judged with and without it. */
class ShapeTest {
    private static final int RUNS = 120;

    private static final Views VIEWS = Feed.watching(new org.immunoedit.ode.Formulas() {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void evaluate(double t, double[] y, double[] values) {
            values[0] = y[1];
        }
    });

    /** Kuznetsov et al. 1994, with growth and recruitment of a random patient; never stiff. */
    private static OdeSystem patient(double growth, double recruitment) {
        return new OdeSystem() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public void rates(double t, double[] y, double[] dydt) {
                dydt[0] =
                        1.3e4 + recruitment * y[0] * y[1] / (2.019e7 + y[1]) - 3.422e-10 * y[0] * y[1] - 0.0412 * y[0];
                dydt[1] = growth * y[1] * (1 - 2e-9 * y[1]) - 1.101e-7 * y[0] * y[1];
            }

            @Override
            public void jacobian(double t, double[] y, double[][] dfdy) {
                throw new UnsupportedOperationException("explicit methods only");
            }

            @Override
            public void timeDerivative(double t, double[] y, double[] dfdt) {
                throw new UnsupportedOperationException("explicit methods only");
            }
        };
    }

    private static Observer both(Observer a, Observer b) {
        return Observer.all(List.of(a, b));
    }

    /** Runs to {@code end}; half-way the tumor is cut down to a share, as by surgery. */
    private static void run(OdeSystem system, double tumor, double end, double share, Observer observer) {
        Tolerances tolerances = Tolerances.uniform(2, 1e-7, 1e-3);
        Engine engine = Methods.named("tsit5").orElseThrow().engine(tolerances, Limits.DEFAULT);
        double[] y = {3.2e5, tumor};
        observer.start(0, y, VIEWS);
        observer.stretch(0, y, VIEWS);
        engine.advance(system, y, new Span(0, end / 2), Guards.NONE, observer::step);
        double[] before = y.clone();
        y[1] *= share;
        observer.jump(end / 2, before, y);
        observer.stretch(end / 2, y, VIEWS);
        engine.advance(system, y, new Span(end / 2, end), Guards.NONE, observer::step);
        Report report = new Report(Status.COMPLETE, end, "", "", List.of(), engine.statistics(), List.of());
        observer.end(end, y, VIEWS, report);
    }

    @ParameterizedTest
    @CsvSource({"1, 2e8", "1e5, 2e8", "1, 4e8", "1, 6e8", "1, Infinity"})
    void verdictsAreTheSame(double eliminatedBelow, double escapedAbove) {
        OptionalDouble above =
                Double.isInfinite(escapedAbove) ? OptionalDouble.empty() : OptionalDouble.of(escapedAbove);
        Criteria criteria = Feed.criteria(new Bounds(OptionalDouble.of(eliminatedBelow), above), 1);
        Random random = new Random(11);
        Map<Phase, Integer> phases = new EnumMap<>(Phase.class);
        for (int i = 0; i < RUNS; i++) {
            OdeSystem system = patient(0.05 + 0.4 * random.nextDouble(), 0.02 + 0.28 * random.nextDouble());
            double end = 150 + 1500 * random.nextDouble();
            Judge plain = new Judge(criteria, 0, OptionalInt.empty());
            Judge quick = new Judge(criteria, 0, OptionalInt.empty(), new Shape(List.of(1), OptionalDouble.of(end)));
            double tumor = Math.exp(Math.log(1e4) + Math.log(1e4) * random.nextDouble());
            run(system, tumor, end, random.nextBoolean() ? 1 : 1e-3, both(plain, quick));
            assertSame(quick.verdict(), plain.verdict());
            quick.verdict().timeline().forEach(e -> phases.merge(e.phase(), 1, Integer::sum));
        }
        // up to 6e8 cells a tumor at its capacity of 5e8 is steady and has not escaped
        assertThat(phases).containsKeys(Phase.EQUILIBRIUM, Phase.UNDETERMINED);
    }

    private static void assertSame(Verdict quick, Verdict plain) {
        assertThat(quick.phase()).isEqualTo(plain.phase());
        assertThat(quick.bestResponse()).isEqualTo(plain.bestResponse());
        assertThat(quick.assessments()).isEqualTo(plain.assessments());
        assertThat(quick.timeline()).hasSameSizeAs(plain.timeline());
        for (int i = 0; i < quick.timeline().size(); i++) {
            assertThat(quick.timeline().get(i).phase())
                    .isEqualTo(plain.timeline().get(i).phase());
            assertThat(quick.timeline().get(i).to())
                    .isCloseTo(plain.timeline().get(i).to(), within(1e-3));
        }
        for (String exact :
                List.of("tumor_start", "tumor_end", "growth_rate_end", "doubling_time_end", "best_change")) {
            assertThat(quick.endpoint(exact)).isEqualTo(plain.endpoint(exact));
        }
        for (String value : List.of("nadir", "peak", "escape_time", "elimination_time", "relapse_time")) {
            double expected = plain.endpoint(value).value();
            assertThat(quick.endpoint(value).isCensored())
                    .isEqualTo(plain.endpoint(value).isCensored());
            if (!Double.isNaN(expected)) {
                assertThat(quick.endpoint(value).value()).isCloseTo(expected, within(1e-8 * expected));
            }
        }
    }

    /** A step that is told without its polynomial is judged as before. */
    @org.junit.jupiter.api.Test
    void stepsWithoutPolynomialsAreJudgedToo() {
        Criteria criteria = Feed.criteria(1, OptionalDouble.of(2e8));
        Judge plain = new Judge(criteria, 0, OptionalInt.empty());
        Judge quick = new Judge(criteria, 0, OptionalInt.empty(), new Shape(List.of(1), OptionalDouble.of(600)));
        Observer bare = new Observer() {
            @Override
            public void stretch(double t, double[] y, Views views) {
                quick.stretch(t, y, views);
            }

            @Override
            public void step(double from, double to, Interpolant within) {
                quick.step(from, to, within::at);
            }

            @Override
            public void end(double t, double[] y, Views views, Report report) {
                quick.end(t, y, views, report);
            }
        };
        run(patient(0.18, 0.1245), 5e6, 600, 1, both(plain, bare));
        assertThat(quick.verdict()).isEqualTo(plain.verdict());
    }
}

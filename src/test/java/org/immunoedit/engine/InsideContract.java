package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine promises of the rows inside a step. */
interface InsideContract extends EngineUnderTest {
    int PARTS = 8;
    double WIDTH = 0.2;

    /** Equations and where they start, on problems whose end-of-step errors now and then cancel. */
    record Course(String name, OdeSystem system, List<Double> start, double end, double rtol) {
        double[] from() {
            return start.stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        public String toString() {
            return name + " at " + rtol;
        }
    }

    static List<Course> courses() {
        OdeSystem brusselator = ReferenceProblem.autonomous(
                2,
                (t, y, d) -> {
                    d[0] = 1 + y[0] * y[0] * y[1] - 4 * y[0];
                    d[1] = 3 * y[0] - y[0] * y[0] * y[1];
                },
                (t, y, j) -> {
                    j[0][0] = 2 * y[0] * y[1] - 4;
                    j[0][1] = y[0] * y[0];
                    j[1][0] = 3 - 2 * y[0] * y[1];
                    j[1][1] = -y[0] * y[0];
                });
        return List.of(
                new Course("predators and prey", new Prey(), List.of(3.0, 0.2), 40, 1e-6),
                new Course("predators and prey", new Prey(), List.of(3.0, 0.2), 40, 1e-9),
                new Course("Brusselator", brusselator, List.of(1.5, 3.0), 20, 1e-6),
                new Course("Brusselator", brusselator, List.of(1.5, 3.0), 20, 1e-9));
    }

    /** Each step against an integration from its own start, far below its tolerance. */
    @ParameterizedTest
    @MethodSource("courses")
    default void theInsideOfEachStepMeetsTheToleranceOfTheStep(Course course) {
        assertThat(worstInside(course, 1)).isBetween(0.1, 2.0);
    }

    /** As between doses that follow each other closely: every second step is the first of its stretch. */
    @ParameterizedTest
    @MethodSource("courses")
    default void soDoesTheInsideOfFirstSteps(Course course) {
        assertThat(worstInside(course, (int) (3 * course.end()))).isBetween(0.01, 2.0);
    }

    /**
     * A population that from day 1 on dies at up to {@code most} per day. After its fall explicit steps go along the
     * edge of stability, where their ends are damped and what is between need not be.
     */
    @ParameterizedTest
    @CsvSource({"20, 3e-11", "50, 3e-11", "50, 1e-12", "200, 1e-12"})
    default void insideEachStepOfAFallTheToleranceOfThatPlaceIsMet(double most, double rtol) {
        assertThat(worstInFall(engine(falling(rtol)), most, rtol)).isBetween(0.1, 2.0);
    }

    default Tolerances falling(double rtol) {
        return new Tolerances(rtol, new double[] {1e-3 * rtol}, new boolean[] {false});
    }

    /** Largest error at tenths of steps, in units of the tolerance of each place. */
    default double worstInFall(Engine engine, double most, double rtol) {
        double[] worst = {0};
        double[] at = {1};
        StepListener compare = (from, to, inside) -> {
            for (int j = 0; j < 10; j++) {
                double t = from + (to - from) * j / 10;
                inside.at(t, at);
                double exact = survivors(most, t);
                worst[0] = Math.max(worst[0], Math.abs(at[0] - exact) / (rtol * (1e-3 + exact)));
            }
        };
        assertThat(engine.advance(fall(most), new double[] {1}, new Span(0, 5), Guards.NONE, compare))
                .isEqualTo(new Ending.Reached(5));
        return worst[0];
    }

    private static double share(double t) {
        return 1 / (1 + Math.exp((1 - t) / WIDTH));
    }

    private static OdeSystem fall(double most) {
        return ReferenceProblem.system(
                1,
                (t, y, d) -> d[0] = -most * y[0] * share(t),
                (t, y, j) -> j[0][0] = -most * share(t),
                (t, y, d) -> d[0] = -most * y[0] * share(t) * (1 - share(t)) / WIDTH);
    }

    private static double survivors(double most, double t) {
        double dose = Math.log1p(Math.exp((t - 1) / WIDTH)) - Math.log1p(Math.exp(-1 / WIDTH));
        return Math.exp(-most * WIDTH * dose);
    }

    private double worstInside(Course course, int stretches) {
        double[] y = course.from();
        Tolerances tolerances = Tolerances.uniform(y.length, course.rtol(), course.rtol() * 1e-3);
        double[] worst = {0};
        StepListener compare = (from, to, inside) ->
                worst[0] = Math.max(worst[0], largestError(course.system(), tolerances, from, to, inside));
        Engine engine = engine(tolerances);
        for (int i = 0; i < stretches; i++) {
            Span span = new Span(course.end() * i / stretches, course.end() * (i + 1) / stretches);
            assertThat(engine.advance(course.system(), y, span, Guards.NONE, compare))
                    .isEqualTo(new Ending.Reached(span.end()));
        }
        return worst[0];
    }

    private static double largestError(
            OdeSystem system, Tolerances tolerances, double from, double to, Interpolant inside) {
        int n = tolerances.dimension();
        double[] at = new double[n];
        double[] exact = new double[n];
        double[] size = new double[n];
        inside.at(to, at);
        inside.at(from, exact);
        for (int i = 0; i < n; i++) {
            size[i] = Math.max(Math.abs(exact[i]), Math.abs(at[i]));
        }
        Engine reference =
                Methods.named("dop853").orElseThrow().engine(Tolerances.uniform(n, 1e-13, 1e-16), Limits.DEFAULT);
        double largest = 0;
        double before = from;
        for (int j = 1; j < PARTS; j++) {
            double t = from + (to - from) * j / PARTS;
            reference.advance(system, exact, new Span(before, t), Guards.NONE, StepListener.NONE);
            before = t;
            inside.at(t, at);
            for (int i = 0; i < n; i++) {
                double allowed = tolerances.absolute(i) + tolerances.relative() * size[i];
                largest = Math.max(largest, Math.abs(at[i] - exact[i]) / allowed);
            }
        }
        return largest;
    }
}

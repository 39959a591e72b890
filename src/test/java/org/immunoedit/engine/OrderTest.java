package org.immunoedit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.ode.ExpandableStatefulODE;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.sampling.FixedStepHandler;
import org.apache.commons.math3.ode.sampling.StepNormalizer;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes of the error over the step size, with fixed steps. */
class OrderTest {
    /** y' = −2 t y², y = 1 / (1 + t²): neither linear nor autonomous. */
    private static final OdeSystem WITCH = ReferenceProblem.system(
            1,
            (t, y, d) -> d[0] = -2 * t * y[0] * y[0],
            (t, y, j) -> j[0][0] = -4 * t * y[0],
            (t, y, d) -> d[0] = -2 * y[0] * y[0]);

    private static final DoubleFunction<double[]> WITCH_EXACT = t -> new double[] {1 / (1 + t * t)};

    static Stream<Arguments> steppers() {
        return Stream.of(
                Arguments.of("dopri5", pair(Pair.dormandPrince())),
                Arguments.of("tsit5", pair(Pair.tsitouras())),
                Arguments.of("rodas", rosenbrock()));
    }

    private static Function<Tolerances, Stepper> pair(Pair pair) {
        return tolerances -> new PairStepper(pair, tolerances, new Counter());
    }

    private static Function<Tolerances, Stepper> rosenbrock() {
        return tolerances -> new RosenbrockStepper(Rosenbrock.rodas5p(), tolerances, new Counter());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steppers")
    void solutionAndInterpolantHaveTheirOrder(String method, Function<Tolerances, Stepper> stepper) {
        double[] coarse = errors(stepper, 100);
        double[] fine = errors(stepper, 200);
        double atEnds = Math.log(coarse[0] / fine[0]) / Math.log(2);
        double inside = Math.log(coarse[1] / fine[1]) / Math.log(2);
        assertThat(atEnds).as("solution, order 5").isCloseTo(5, within(0.2));
        assertThat(inside).as("interpolant of order 4, error of one step").isCloseTo(5, within(0.2));
        assertThat(fine[1]).as("inside against ends").isLessThan(60 * fine[0]);
    }

    /** Few and long steps: shorter ones are exact to rounding. */
    @Test
    void theSolutionAndTheInterpolantOfDop853HaveTheirOrder() {
        double[] coarse = errorsOfDop853(16);
        double[] fine = errorsOfDop853(32);
        double atEnds = Math.log(coarse[0] / fine[0]) / Math.log(2);
        double inside = Math.log(coarse[1] / fine[1]) / Math.log(2);
        assertThat(atEnds).as("solution, order 8").isCloseTo(8, within(0.2));
        assertThat(inside).as("interpolant of order 7, error of one step").isCloseTo(8, within(0.2));
        assertThat(fine[1]).as("inside against ends").isLessThan(60 * fine[0]);
    }

    /** As {@link #errors} for y' = y cos t over [0, 6], each step an integration of its own. */
    private static double[] errorsOfDop853(int steps) {
        DoubleUnaryOperator exact = t -> Math.exp(Math.sin(t));
        Dop853Steps integrator = new Dop853Steps(Tolerances.uniform(1, 1, 1e6), Limits.DEFAULT, new Counter());
        ExpandableStatefulODE equations = new ExpandableStatefulODE(new Wave());
        double[] largest = new double[2];
        equations.setPrimaryState(new double[] {exact.applyAsDouble(0)});
        for (int s = 0; s < steps; s++) {
            double from = 6.0 * s / steps;
            double to = 6.0 * (s + 1) / steps;
            integrator.prepare(from, to);
            integrator.setInitialStepSize(to - from);
            integrator.clearStepHandlers();
            integrator.addStepHandler(new StepNormalizer((to - from) / 10, (Row)
                    (t, y) -> largest[1] = Math.max(largest[1], Math.abs(y - exact.applyAsDouble(t)))));
            equations.setTime(from);
            integrator.integrate(equations, to);
            double error = equations.getPrimaryState()[0] - exact.applyAsDouble(to);
            largest[0] = Math.max(largest[0], Math.abs(error));
        }
        return largest;
    }

    private static final class Wave implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            return 1;
        }

        @Override
        public void computeDerivatives(double t, double[] y, double[] rates) {
            rates[0] = y[0] * Math.cos(t);
        }
    }

    /** A row of a single state. */
    private interface Row extends FixedStepHandler {
        void at(double t, double y);

        @Override
        default void init(double start, double[] y, double end) {
            // nothing before the first step
        }

        @Override
        default void handleStep(double t, double[] y, double[] rates, boolean last) {
            at(t, y[0]);
        }
    }

    /** Largest errors at the ends of steps and at tenths within them, over [0, 3]. */
    private static double[] errors(Function<Tolerances, Stepper> maker, int steps) {
        int n = WITCH.dimension();
        Stepper stepper = maker.apply(Tolerances.uniform(n, 1, 1e6));
        stepper.begin(WITCH, 0, WITCH_EXACT.apply(0));
        double[] largest = new double[2];
        double[] at = new double[n];
        for (int s = 0; s < steps; s++) {
            double from = 3.0 * s / steps;
            double to = 3.0 * (s + 1) / steps;
            stepper.attempt(to - from);
            for (int j = 1; j < 10; j++) {
                stepper.at(j / 10.0, at);
                largest[1] = Math.max(largest[1], distance(at, WITCH_EXACT.apply(from + (to - from) * j / 10)));
            }
            stepper.accept(to);
            largest[0] = Math.max(largest[0], distance(stepper.state(), WITCH_EXACT.apply(to)));
        }
        return largest;
    }

    private static double distance(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]));
        }
        return distance;
    }
}

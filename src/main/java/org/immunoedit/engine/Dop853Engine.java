package org.immunoedit.engine;

import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.Statistics;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;

/**
 * Carries stretches with the steps and the dense output (order 7) of Commons Math; crossings are searched by us and end
 * the library's integration, which never resets a state.
 *
 * <p>Its error bound looks at the ends of a step only. In smooth stretches the dense output is some 15 times worse, and
 * at the edge of stability, after a fast decay, its ends are damped and its inside is not. So each step's dense output
 * is judged too, and a step with a bad one is taken again with a smaller size.
 */
final class Dop853Engine implements Engine {
    /** The library refuses spans shorter than 1e-12 of the time. */
    private static final double SHORTEST = 2e-12;

    private final Counter counter = new Counter();
    private final Dop853Steps steps;
    private final DenseError denseError;
    private final Crossings crossings;
    private final Engine forShortSpans;

    Dop853Engine(Tolerances tolerances, Limits limits) {
        steps = new Dop853Steps(tolerances, limits, counter);
        denseError = new DenseError(tolerances);
        crossings = new Crossings(tolerances.dimension());
        PairStepper pair = new PairStepper(Pair.dormandPrince(), tolerances, counter);
        forShortSpans = new MarchingEngine(Choice.only(pair), counter, tolerances, limits);
    }

    @Override
    public Statistics statistics() {
        return counter.statistics();
    }

    @Override
    public Ending advance(OdeSystem system, double[] y, Span span, Guards guards, StepListener listener) {
        double magnitude = Math.max(Math.abs(span.start()), Math.abs(span.end()));
        if (span.length() <= SHORTEST * magnitude) {
            return forShortSpans.advance(system, y, span, guards, listener);
        }
        int bad = firstBadAtStart(system, span.start(), y);
        if (bad >= 0) {
            return new Ending.Failed(span.start(), Ending.Reason.NOT_FINITE, bad, y[bad], Double.NaN);
        }
        crossings.watch(guards);
        steps.prepare(span.start(), span.end());
        Stretch stretch = new Stretch(system, span, y, listener);
        steps.clearStepHandlers();
        steps.addStepHandler(stretch);
        Ending ending = null;
        while (ending == null) {
            ending = goOn(stretch);
        }
        return ending;
    }

    /** Carries a stretch to its end or up to a step that is to be taken again; null after such a step. */
    private Ending goOn(Stretch stretch) {
        double[] y = stretch.state;
        try {
            steps.integrate(stretch, stretch.t, y.clone(), stretch.end, new double[y.length]);
            return new Ending.Reached(stretch.end);
        } catch (Halt halt) {
            return halt.ending();
        } catch (NumberIsTooSmallException belowSmallestStep) {
            return steps.underflow();
        }
    }

    private int firstBadAtStart(OdeSystem system, double t, double[] y) {
        double[] rates = new double[y.length];
        system.rates(t, y, rates);
        counter.rates++;
        return Math.max(Norms.firstNotFinite(y), Norms.firstNotFinite(rates));
    }

    /** The equations as the library wants them, with our counts. Hands each step on, and ends the integration early. */
    private final class Stretch implements FirstOrderDifferentialEquations, StepHandler {
        private final OdeSystem system;
        private final double end;
        private final double[] state;
        private final StepListener listener;
        private double t;

        Stretch(OdeSystem system, Span span, double[] state, StepListener listener) {
            this.system = system;
            this.t = span.start();
            this.end = span.end();
            this.state = state;
            this.listener = listener;
        }

        @Override
        public int getDimension() {
            return system.dimension();
        }

        @Override
        public void computeDerivatives(double time, double[] y, double[] dydt) {
            counter.rates++;
            system.rates(time, y, dydt);
        }

        @Override
        public void init(double start, double[] y, double until) {
            // nothing before the first step
        }

        @Override
        public void handleStep(StepInterpolator step, boolean last) {
            double to = last ? end : step.getCurrentTime();
            counter.rates += DenseError.RATES;
            if (!steps.accepts(denseError.largest(system, step), to)) {
                throw new Halt(null);
            }
            Interpolant within = (time, into) -> {
                step.setInterpolatedTime(time);
                System.arraycopy(step.getInterpolatedState(), 0, into, 0, into.length);
            };
            double crossing = crossings.first(t, to, within);
            if (crossing == crossing) {
                double window = Landing.sameInstant(t, crossing);
                Ending stopped =
                        new Ending.Stopped(crossing, crossings.crossed(crossing, window, crossing + window, within));
                listener.step(t, crossing, within);
                within.at(crossing, state);
                throw new Halt(stopped);
            }
            listener.step(t, to, within);
            within.at(to, state);
            t = to;
        }
    }
}

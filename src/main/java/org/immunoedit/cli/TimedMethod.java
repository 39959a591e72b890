package org.immunoedit.cli;

import java.util.function.LongSupplier;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Method;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.Statistics;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;

/**
 * A method that gives up after some real time. Each integration counts for itself from its beginning: a run-in, the
 * run, the second solution of a check. What it computes until then is what the method computes.
 *
 * @param method that integrates
 * @param seconds an integration may take
 * @param clock tells nanoseconds from any origin; not the time of day, which is set now and then
 */
record TimedMethod(Method method, double seconds, LongSupplier clock) implements Method {
    /** Rows of one step between two looks at the clock. */
    private static final int LOOK_EVERY = 256;

    /** By the clock of the system that only goes on. */
    TimedMethod(Method method, double seconds) {
        this(method, seconds, System::nanoTime);
    }

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public Engine engine(Tolerances tolerances, Limits limits) {
        return new Timed(method.engine(tolerances, limits), clock, (long) Math.min(seconds * 1e9, 9e18));
    }

    /** Leaves an integration from within its callbacks. */
    private static final class TimeUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final double time;

        TimeUp(double time) {
            super(null, null, false, false);
            this.time = time;
        }
    }

    private static final class Timed implements Engine {
        private final Engine engine;
        private final LongSupplier clock;
        private final long begin;
        private final long allowed;
        private int looks;

        Timed(Engine engine, LongSupplier clock, long allowed) {
            this.engine = engine;
            this.clock = clock;
            this.begin = clock.getAsLong();
            this.allowed = allowed;
        }

        @Override
        public Ending advance(OdeSystem system, double[] y, Span span, Guards guards, StepListener listener) {
            try {
                look(span.start());
                return engine.advance(new Watched(system), y, span, guards, (from, to, within) -> {
                    look(from);
                    listener.step(from, to, watched(within));
                });
            } catch (TimeUp up) {
                return new Ending.Failed(up.time, Ending.Reason.TOO_LONG, -1, Double.NaN, Double.NaN);
            }
        }

        @Override
        public Statistics statistics() {
            return engine.statistics();
        }

        private void look(double t) {
            if (clock.getAsLong() - begin > allowed) {
                throw new TimeUp(t);
            }
        }

        /** One long step may hold millions of rows. */
        private Interpolant watched(Interpolant within) {
            return new Interpolant() {
                @Override
                public void at(double t, double[] into) {
                    if (++looks % LOOK_EVERY == 0) {
                        look(t);
                    }
                    within.at(t, into);
                }

                @Override
                public boolean polynomial(int state, double from, double to, double[] into) {
                    return within.polynomial(state, from, to, into);
                }

                @Override
                public double rounding(int state) {
                    return within.rounding(state);
                }
            };
        }

        /** Steps that are rejected one after the other are told to nobody, but they evaluate. */
        private final class Watched implements OdeSystem {
            private final OdeSystem system;

            Watched(OdeSystem system) {
                this.system = system;
            }

            @Override
            public int dimension() {
                return system.dimension();
            }

            @Override
            public void rates(double t, double[] y, double[] dydt) {
                if (++looks % LOOK_EVERY == 0) {
                    look(t);
                }
                system.rates(t, y, dydt);
            }

            @Override
            public void jacobian(double t, double[] y, double[][] dfdy) {
                look(t);
                system.jacobian(t, y, dfdy);
            }

            @Override
            public void timeDerivative(double t, double[] y, double[] dfdt) {
                system.timeDerivative(t, y, dfdt);
            }
        }
    }
}

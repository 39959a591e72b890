package org.immunoedit.sim;

import java.util.List;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.ode.StepListener;

/** Sees a run; never alters it. Arrays are valid only during the call. */
public interface Observer extends StepListener {
    /**
     * The formulas of an experiment for the parameter values of a stretch. To be asked during the call that shows them;
     * what nobody asks for is not made.
     */
    interface Views {
        /** The output columns. */
        Formulas columns();

        /** The quantities that only observers look at. */
        Formulas watched();
    }

    /**
     * The state before anything happens at the first instant.
     *
     * @param t model time
     */
    default void start(double t, double[] y, Views views) {}

    /**
     * A smooth stretch begins.
     *
     * @param t its start, after all jumps there (model time)
     */
    default void stretch(double t, double[] y, Views views) {}

    @Override
    default void step(double from, double to, Interpolant within) {}

    /** All jumps of one instant together; the views of the next stretch follow. */
    default void jump(double t, double[] before, double[] after) {}

    /**
     * The run is over.
     *
     * @param t where it ended (model time)
     */
    default void end(double t, double[] y, Views views, Report report) {}

    /** Tells several observers, in their order. */
    static Observer all(List<Observer> observers) {
        if (observers.size() == 1) {
            return observers.get(0);
        }
        Observer[] each = observers.toArray(Observer[]::new);
        return new Observer() {
            @Override
            public void start(double t, double[] y, Views views) {
                for (Observer o : each) {
                    o.start(t, y, views);
                }
            }

            @Override
            public void stretch(double t, double[] y, Views views) {
                for (Observer o : each) {
                    o.stretch(t, y, views);
                }
            }

            @Override
            public void step(double from, double to, Interpolant within) {
                for (Observer o : each) {
                    o.step(from, to, within);
                }
            }

            @Override
            public double due() {
                double first = Double.POSITIVE_INFINITY;
                for (Observer o : each) {
                    first = Math.min(first, o.due());
                }
                return first;
            }

            @Override
            public void jump(double t, double[] before, double[] after) {
                for (Observer o : each) {
                    o.jump(t, before, after);
                }
            }

            @Override
            public void end(double t, double[] y, Views views, Report report) {
                for (Observer o : each) {
                    o.end(t, y, views, report);
                }
            }
        };
    }
}

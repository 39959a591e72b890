package org.immunoedit.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Switched;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.protocol.Timeline;

/**
 * Everything one run needs but an engine; no behavior.
 *
 * @param equations what is integrated
 * @param switched the same with the conditions of rates and events made explicit
 * @param timeline treatment, as long as no rule changes it
 * @param request what is reported and looked at
 * @param settings how accurately, and with how much effort at most
 * @param start where the run starts, if not from the initial values of the equations
 * @param rules decisions that change the timeline as the run goes on
 */
public record Experiment(
        Equations equations,
        Switched switched,
        Timeline timeline,
        Horizon horizon,
        Request request,
        Settings settings,
        Optional<Start> start,
        Rules rules) {
    /**
     * What is asked of a run.
     *
     * @param columns what is reported in each row
     * @param watched what observers look at besides
     * @param grid when rows are reported
     * @param bothSides whether a row at a jump is reported before and after it
     */
    public record Request(List<Term> columns, List<Term> watched, Grid grid, boolean bothSides) {
        public Request {
            columns = List.copyOf(columns);
            watched = List.copyOf(watched);
        }
    }

    /** How a run is integrated. */
    public record Settings(Tolerances tolerances, Limits limits) {}

    /** An experiment whose treatment is fixed, from the initial values of its equations. */
    public Experiment(
            Equations equations,
            Switched switched,
            Timeline timeline,
            Horizon horizon,
            Request request,
            Settings settings) {
        this(equations, switched, timeline, horizon, request, settings, Optional.empty(), Rules.NONE);
    }

    /** What is reported in each row. */
    public List<Term> columns() {
        return request.columns();
    }

    /** What observers look at besides. */
    public List<Term> watched() {
        return request.watched();
    }

    /** When rows are reported. */
    public Grid grid() {
        return request.grid();
    }

    /** Whether a row at a jump is reported before and after it. */
    public boolean bothSides() {
        return request.bothSides();
    }

    /** How accurately it is integrated. */
    public Tolerances tolerances() {
        return settings.tolerances();
    }

    /** With how much effort at most. */
    public Limits limits() {
        return settings.limits();
    }

    /** The same experiment with rules; their regimen takes the place of the timeline. */
    public Experiment with(Rules decisions) {
        Timeline planned = decisions.regimen().timeline();
        return new Experiment(equations, switched, planned, horizon, request, settings, start, decisions);
    }

    /** The same experiment from another start. */
    public Experiment from(Start other) {
        return new Experiment(equations, switched, timeline, horizon, request, settings, Optional.of(other), rules);
    }

    /** The same experiment from another start with other tolerances. */
    public Experiment from(Start other, Tolerances others) {
        return from(other).within(others, limits());
    }

    /** The same experiment with another fixed treatment, which doses the same states. */
    public Experiment treatedBy(Timeline other) {
        return new Experiment(equations, switched, other, horizon, request, settings, start, rules);
    }

    /** The same experiment with other tolerances and limits. */
    public Experiment within(Tolerances other, Limits others) {
        Settings changed = new Settings(other, others);
        return new Experiment(equations, switched, timeline, horizon, request, changed, start, rules);
    }

    /** The same experiment of which something else is asked. */
    public Experiment asked(Request other) {
        return new Experiment(equations, switched, timeline, horizon, other, settings, start, rules);
    }

    /** Values that a run starts from instead of the model's: the end of a run-in, a point of a sweep. Immutable. */
    public static final class Start {
        private final double[] states;
        private final double[] slots;

        /**
         * A start.
         *
         * @param states one value per state
         * @param slots one value per parameter of the equations, without the switches of conditions
         */
        public Start(double[] states, double[] slots) {
            this.states = states.clone();
            this.slots = slots.clone();
        }

        /** Value of state {@code i}. */
        public double state(int i) {
            return states[i];
        }

        /** Value of parameter {@code i}. */
        public double slot(int i) {
            return slots[i];
        }

        void copyTo(double[] y, double[] values) {
            System.arraycopy(states, 0, y, 0, states.length);
            System.arraycopy(slots, 0, values, 0, slots.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Start o && Arrays.equals(states, o.states) && Arrays.equals(slots, o.slots);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(states) + Arrays.hashCode(slots);
        }
    }
}

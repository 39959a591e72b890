package org.immunoedit.sim;

import org.immunoedit.ode.Program;
import org.immunoedit.ode.Tolerances;

/**
 * Recognizes solutions that slide along a condition of a rate: on each side of it the rates lead back to the other.
 *
 * <p>The run then stops again and again without progress, on one side and the other. A step across the condition errs
 * by about its size times the jump of the rates, so the jump tells how many such steps the rest of the run would take.
 */
final class Sliding {
    /** Stops in a row without visible progress that are taken for sliding. */
    private static final int MOST_IDLE_STOPS = 32;
    /** Progress that counts as none, as a share of the horizon. */
    private static final double IDLE = 1e-9;
    /** Tolerances by which a step across may err, beside its size times the jump: 75 were seen with tsit5. */
    private static final double ERROR = 100;

    private final Experiment experiment;
    private final Tolerances tolerances;
    private final Moment moment;
    private final double[] rates;
    private final double[] least;
    private final double[] most;
    private int idleStops;

    Sliding(Experiment experiment, Moment moment) {
        this.experiment = experiment;
        this.tolerances = experiment.tolerances();
        this.moment = moment;
        rates = new double[moment.y.length];
        least = new double[moment.y.length];
        most = new double[moment.y.length];
    }

    /**
     * Looks at a stop and the rates from it on.
     *
     * @param from start of the stretch that ended here
     * @return whether there have been too many without progress
     */
    boolean isSeen(double from, Program program) {
        Horizon horizon = experiment.horizon();
        if (!(moment.time - from < IDLE * (horizon.end() - horizon.start()))) {
            idleStops = 0;
            return false;
        }
        moment.system(program).rates(moment.time, moment.y, rates);
        for (int i = 0; i < rates.length; i++) {
            least[i] = idleStops == 0 ? rates[i] : Math.min(least[i], rates[i]);
            most[i] = idleStops == 0 ? rates[i] : Math.max(most[i], rates[i]);
        }
        return ++idleStops > MOST_IDLE_STOPS;
    }

    /** Whether steps across would reach the limit on steps before the end of the run. */
    boolean isHopeless() {
        double left = experiment.horizon().end() - moment.time;
        return steps(steepest()) * left > experiment.limits().maxSteps();
    }

    /** What to say when it is hopeless. */
    String message() {
        int state = steepest();
        return Failures.sliding(moment.time, state, least[state], most[state], experiment.equations());
    }

    private int steepest() {
        int steepest = 0;
        for (int i = 1; i < rates.length; i++) {
            steepest = steps(i) > steps(steepest) ? i : steepest;
        }
        return steepest;
    }

    /** Steps per unit of time that the jump in the rate of a state takes. */
    private double steps(int state) {
        double tolerance = tolerances.absolute(state) + tolerances.relative() * Math.abs(moment.y[state]);
        return (most[state] - least[state]) / (ERROR * tolerance);
    }
}

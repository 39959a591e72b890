package org.immunoedit.engine;

import java.util.BitSet;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Guards;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Span;
import org.immunoedit.ode.Statistics;
import org.immunoedit.ode.StepListener;
import org.immunoedit.ode.Tolerances;

/** Marches one-step methods through stretches: step sizes, crossings and failures. */
final class MarchingEngine implements Engine {
    private static final int NOT_FINITE_RETRIES = 10;
    private static final int NEGATIVE_RETRIES = 12;
    /** Share of a floor within which a state stands on it. */
    private static final double ON_FLOOR = 1e-9;

    private static final double TRUST_IN_PROPOSAL = 20;

    private final Choice choice;
    private final Counter counter;
    private final Limits limits;
    private final double[] floors;
    private final Tolerances tolerances;
    /** Made for a method that outruns decays. */
    private Positivity positivity;

    private final FirstStep firstStep;
    private final Crossings crossings;
    private final Landing landing;
    private final StepControl control = new StepControl();
    private final Trial trial = new Trial();

    private final Gear gear;
    private OdeSystem system;
    private StepListener listener;
    private double[] state;
    private double end;
    private double length;
    private double t;
    /** Time since the start of the stretch, finer than {@link #t}. */
    private double since;
    /** Size of the next step; between stretches what the last one would have used next, NaN before the first. */
    private double size = Double.NaN;

    private int retries;

    /** The parts of an engine that lanes take part in. */
    record Gear(
            Choice choice,
            Counter counter,
            StepControl control,
            Trial trial,
            Crossings crossings,
            Limits limits,
            Tolerances tolerances) {}

    MarchingEngine(Choice choice, Counter counter, Tolerances tolerances, Limits limits) {
        this.choice = choice;
        this.counter = counter;
        this.limits = limits;
        this.floors = Norms.floors(tolerances);
        this.tolerances = tolerances;
        this.firstStep = new FirstStep(tolerances);
        this.crossings = new Crossings(tolerances.dimension());
        this.landing = new Landing(crossings);
        this.gear = new Gear(choice, counter, control, trial, crossings, limits, tolerances);
    }

    @Override
    public Statistics statistics() {
        return counter.statistics();
    }

    @Override
    public Ending advance(OdeSystem equations, double[] y, Span span, Guards guards, StepListener told) {
        Ending ending = open(equations, y, span, guards, told);
        return ending == null ? march() : ending;
    }

    /** Stands at the start of a stretch; returns how it has ended if it has. */
    Ending open(OdeSystem equations, double[] y, Span span, Guards guards, StepListener told) {
        if (span.length() == 0) {
            return new Ending.Reached(span.start());
        }
        system = equations;
        listener = told;
        state = y;
        end = span.end();
        length = span.length();
        t = span.start();
        since = 0;
        trial.start(t);
        return start(guards);
    }

    /** Goes on to the end of the stretch. */
    Ending march() {
        Ending ending = null;
        while (ending == null) {
            ending = step();
        }
        return ending;
    }

    private Ending start(Guards guards) {
        int bad = Norms.firstNotFinite(state);
        if (bad >= 0) {
            return new Ending.Failed(t, Ending.Reason.NOT_FINITE, bad, state[bad], Double.NaN);
        }
        begin();
        bad = Norms.firstNotFinite(choice.stepper().rates());
        if (bad >= 0) {
            return new Ending.Failed(t, Ending.Reason.NOT_FINITE, bad, state[bad], Double.NaN);
        }
        crossings.watch(guards);
        double guess = firstStep.guess(system, t, choice.stepper(), length);
        counter.rates++;
        size = size > 0 ? Math.min(size, TRUST_IN_PROPOSAL * guess) : guess;
        return null;
    }

    /** What it works with, for a run that goes on in a lane. */
    Gear gear() {
        return gear;
    }

    /** End of the stretch. */
    double end() {
        return end;
    }

    /** Model time. */
    double time() {
        return t;
    }

    /** Time since the start of the stretch. */
    double since() {
        return since;
    }

    /** Size of the next step. */
    double size() {
        return size;
    }

    /** Goes on from where a stepper stands after steps that were taken elsewhere. */
    void stand(Stepper stepper, double time, double sinceStart, double next) {
        t = time;
        since = sinceStart;
        size = next;
        crossings.pass();
        System.arraycopy(stepper.state(), 0, state, 0, state.length);
    }

    /** Stands at the end of the stretch, after a last step that was taken elsewhere. */
    Ending arrive(Step last, double next) {
        size = next;
        last.end(state);
        return new Ending.Reached(end);
    }

    private void begin() {
        choice.begin(system, t, state);
        control.restart(choice.stepper().errorOrder());
        retries = 0;
    }

    /** Below this a step hardly moves the time since the start of the stretch. */
    private double smallest() {
        return Math.max(4 * Math.ulp(since), 1e-300);
    }

    /** Tries one step; returns how the stretch has ended if it has. */
    Ending step() {
        if (counter.attempts() >= limits.maxSteps()) {
            return new Ending.Failed(t, Ending.Reason.TOO_MANY_STEPS, -1, Double.NaN, size);
        }
        size = Math.max(size, smallest());
        boolean last = !(size * 1.000001 < length - since);
        double error = trial.attempt(choice.stepper(), since, last ? length - since : size);
        if (last) {
            trial.endsAt(end);
        }
        if (!(error <= 1)) {
            return reject(error);
        }
        Stepper stepper = choice.stepper();
        int below = Norms.firstBelow(floors, stepper.proposed());
        if (below >= 0) {
            return rejectNegative(below);
        }
        return objects(stepper) ? halve() : accept(error, last);
    }

    private boolean objects(Stepper stepper) {
        if (trial.size() > 2 * smallest()) {
            return stepper.outrunsDecay() && positivity().objects(stepper, trial.size());
        }
        positivity().pass();
        return false;
    }

    private Positivity positivity() {
        if (positivity == null) {
            positivity = new Positivity(tolerances);
        }
        return positivity;
    }

    /** Whether the size owes to the decay of a state below its tolerance. */
    private boolean isHeld() {
        return choice.stepper().outrunsDecay() && positivity().holds();
    }

    private double followed(double taken, double proposal) {
        return choice.stepper().outrunsDecay() ? positivity().limited(taken, proposal) : proposal;
    }

    private Ending halve() {
        counter.rejected++;
        size = control.shrunk(trial.size(), 0.5);
        return again();
    }

    private Ending accept(double error, boolean last) {
        double taken = trial.size();
        double proposal = followed(taken, control.accepted(taken, error));
        size = last ? Math.max(size, proposal) : proposal;
        counter.accepted(choice.stepper().tally());
        double crossing = crossings.first(t, trial.to(), trial);
        if (crossing == crossing) {
            return stop(crossing);
        }
        if (trial.to() > t) {
            listener.step(t, trial.to(), trial);
        }
        Stepper stepper = choice.stepper();
        stepper.accept(trial.to());
        t = trial.to();
        since += taken;
        retries = 0;
        System.arraycopy(stepper.state(), 0, state, 0, state.length);
        if (last) {
            return new Ending.Reached(end);
        }
        changeOver(choice.reconsider(taken, length - since, isHeld()));
        return null;
    }

    /** Goes on with the stepper put in charge and this size, if any. */
    private void changeOver(double first) {
        if (first == first) {
            begin();
            size = first;
        }
    }

    /** Goes on after a step was refused. */
    private Ending again() {
        changeOver(choice.reconsiderRefused(size, length - since, isHeld()));
        return null;
    }

    private Ending stop(double crossing) {
        double at = landing.land(trial, choice.stepper(), crossing);
        double window = Landing.sameInstant(t, at);
        BitSet crossed = crossings.crossed(at, window, at + window, trial);
        trial.at(at, state);
        if (at > t) {
            listener.step(t, at, trial);
        }
        return new Ending.Stopped(at, crossed);
    }

    private Ending reject(double error) {
        counter.rejected++;
        double tried = trial.size();
        if (error < Double.POSITIVE_INFINITY) {
            size = control.rejected(tried, error);
            return size >= smallest() ? again() : giveUp(Ending.Reason.STEP_UNDERFLOW, tried);
        }
        size = control.shrunk(tried, 0.1);
        boolean more = ++retries <= NOT_FINITE_RETRIES && size >= smallest();
        return more ? again() : giveUp(Ending.Reason.NOT_FINITE, tried);
    }

    private Ending rejectNegative(int below) {
        counter.rejected++;
        double tried = trial.size();
        size = control.shrunk(tried, 0.25);
        if (++retries <= NEGATIVE_RETRIES && size >= smallest() && !fallsThrough(below)) {
            return again();
        }
        double value = choice.stepper().proposed()[below];
        return rescued(tried) ? null : new Ending.Failed(t, Ending.Reason.NEGATIVE, below, value, tried);
    }

    /** Whether a state stands on its floor and falls: steps too short to change a digit of it would go on for ever. */
    private boolean fallsThrough(int below) {
        return state[below] <= floors[below] * (1 - ON_FLOOR)
                && choice.stepper().rates()[below] < 0;
    }

    private Ending giveUp(Ending.Reason reason, double tried) {
        int worst = choice.stepper().worst();
        double value = reason == Ending.Reason.NOT_FINITE ? choice.stepper().proposed()[worst] : state[worst];
        return rescued(tried) ? null : new Ending.Failed(t, reason, worst, value, tried);
    }

    private boolean rescued(double tried) {
        if (!choice.rescue(t)) {
            return false;
        }
        begin();
        size = tried;
        return true;
    }
}

package org.immunoedit.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunoedit.model.Formulary.Group;
import org.immunoedit.ode.Ending;
import org.immunoedit.ode.Engine;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Method;
import org.immunoedit.ode.Passage;
import org.immunoedit.ode.Program;
import org.immunoedit.ode.Span;
import org.immunoedit.sim.Experiment.Start;
import org.immunoedit.sim.Report.Status;

/**
 * One run of an experiment, from its first instant to its end. Not shared by threads, used once.
 *
 * <p>Order at one instant: rules in file order, then doses in file order, then events in file order until quiet.
 * Between instants the engine advances; it stops where a condition may change.
 *
 * <p>An assessment within a stretch does not end it. A scout goes ahead, with a memory of its own, and assesses what is
 * due on the way; only when a decision changes where the stretch ends is that end moved. So a rule that never acts
 * changes no bit of a run, and a run with decisions is the run of its realised doses.
 */
public final class Simulation implements Passage {
    private final Experiment experiment;
    private final Programs programs;
    private final Observer observer;
    private final Engine engine;
    private final Method method;
    private final Rounds rounds;
    private final Moment moment;
    private final List<String> warnings = new ArrayList<>();
    private final Observer.Views views = new Present();
    private final double[] before;
    /** Made when a condition stops the run. */
    private Sliding sliding;

    private Conditions conditions;
    private Events events;
    private Program program;
    private Treatment treatment;
    /** Made when it first goes ahead: without rules it never does. */
    private Engine scout;

    private boolean begun;
    private Report report;

    /**
     * A run that is about to start.
     *
     * @param method makes the engine of this run
     * @param observer sees the run
     */
    public Simulation(Experiment experiment, Programs programs, Method method, Observer observer) {
        this(experiment, programs, method, observer, Assessor.BLIND);
    }

    /**
     * A run that is about to start.
     *
     * @param method makes the engines of this run
     * @param observer sees the run
     * @param assessor reads the images that rules ask for
     */
    public Simulation(Experiment experiment, Programs programs, Method method, Observer observer, Assessor assessor) {
        this.experiment = experiment;
        this.programs = programs;
        this.observer = observer;
        this.method = method;
        engine = method.engine(experiment.tolerances(), experiment.limits());
        moment = new Moment(experiment.switched().frozen(), programs.positions());
        rounds = new Rounds(experiment.rules(), moment, assessor);
        treatment = Treatment.of(experiment.timeline());
        before = new double[moment.y.length];
        program = programs.frozen();
        conditions = new Conditions(experiment.switched(), program, moment, true);
        events = new Events(experiment.equations().events(), program, moment, conditions);
    }

    /** Runs from the horizon's start to its end. */
    public Report run() {
        finish();
        return report;
    }

    /** How the run went, once it is over. */
    public Report report() {
        return report;
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Optional<Leg> next() {
        if (!begun) {
            begun = true;
            begin();
        }
        if (report == null && moment.time < experiment.horizon().end()) {
            return Optional.of(stretch(scouted()));
        }
        if (report == null) {
            finish(Status.COMPLETE, "", "");
        }
        observer.end(moment.time, moment.y, views, report);
        return Optional.empty();
    }

    private void begin() {
        moment.time = experiment.horizon().start();
        experiment.start().ifPresentOrElse(moment::startFrom, this::startFresh);
        rounds.prepare();
        conditions.start();
        events.start();
        observer.start(moment.time, moment.y, views);
        jumpAtInstants();
        rounds.begin(program);
    }

    /** Where the run has ended, as a start for another one. */
    public Start end() {
        return moment.asStart(experiment.equations().parameters().size());
    }

    private void startFresh() {
        double[] initial = new double[moment.y.length];
        formulas(Group.INITIAL).evaluate(moment.time, moment.y, initial);
        System.arraycopy(initial, 0, moment.y, 0, initial.length);
    }

    /** Where the next stretch ends at the latest. */
    private double nextStop() {
        return Math.min(experiment.horizon().end(), Math.min(treatment.next(), conditions.nextInstant()));
    }

    /** Where the next stretch ends, the decisions of the assessments within it taken into account. */
    private double scouted() {
        double stop = nextStop();
        while (isAssessedBefore(stop) || Times.same(rounds.nextTime(), stop)) {
            goAhead(stop);
            double moved = nextStop();
            if (moved == stop) {
                return stop;
            }
            stop = moved;
        }
        return stop;
    }

    private boolean isAssessedBefore(double time) {
        double next = rounds.nextTime();
        return next < time && !Times.same(next, time);
    }

    /** Assesses on the way to a stop and there, until a decision moves it: the dose there may be left out. */
    private void goAhead(double stop) {
        double[] there = moment.y.clone();
        double[] seen = moment.y.clone();
        Span span = new Span(moment.time, stop);
        scout = scout == null ? method.engine(experiment.tolerances(), experiment.limits()) : scout;
        Ending ending = scout.advance(moment.system(program), there, span, conditions.guards(), (from, to, within) -> {
            while (isAssessedBefore(to) && nextStop() == stop) {
                within.at(Math.max(from, rounds.nextTime()), seen);
                assess(seen);
            }
        });
        while (ending instanceof Ending.Reached && Times.same(rounds.nextTime(), stop) && nextStop() == stop) {
            assess(there);
        }
    }

    private void assess(double[] y) {
        double now = rounds.nextTime();
        if (rounds.assess(y, program)) {
            treatment = treatment.changed(rounds.timeline(), now);
        }
    }

    /** One smooth stretch. */
    private Leg stretch(double to) {
        double from = moment.time;
        observer.stretch(from, moment.y, views);
        return new Leg(moment.system(program), moment.y, new Span(from, to), conditions.guards(), observer);
    }

    /** What happens where a stretch ends. */
    @Override
    public void ended(Ending ending) {
        double from = moment.time;
        moment.time = ending.time();
        if (ending instanceof Ending.Failed failed) {
            fail(failed);
            return;
        }
        if (ending instanceof Ending.Stopped stopped) {
            conditions.cross(stopped.crossed());
            watchProgress(from);
        } else {
            conditions.passInstants();
        }
        jumpAtInstants();
    }

    /** Rules and doses that are due now, then events until quiet; tells the observer when the state has changed. */
    private void jumpAtInstants() {
        System.arraycopy(moment.y, 0, before, 0, before.length);
        while (Times.isDue(rounds.nextTime(), moment.time)) {
            assess(moment.y);
        }
        while (treatment.give(moment)) {
            conditions.reevaluate();
        }
        Events.Outcome outcome = events.settle();
        if (!Arrays.equals(before, moment.y)) {
            observer.jump(moment.time, before, moment.y);
        }
        if (rounds.isEndless()) {
            finish(Status.FAILED, "endless-decisions", Failures.endlessDecisions(moment.time, experiment.equations()));
        } else if (outcome == Events.Outcome.STOP) {
            finish(Status.STOPPED, events.lastLabel(), "");
        } else if (outcome == Events.Outcome.ENDLESS) {
            finish(
                    Status.FAILED,
                    "endless-events",
                    Failures.endlessEvents(moment.time, events, experiment.equations()));
        }
    }

    /** Conditions that switch back and forth cannot split time: evaluate them live from here on, if there is hope. */
    private void watchProgress(double from) {
        sliding = sliding == null ? new Sliding(experiment, moment) : sliding;
        if (!conditions.frozen() || !sliding.isSeen(from, program)) {
            return;
        }
        if (sliding.isHopeless()) {
            finish(Status.FAILED, "sliding", sliding.message());
        } else {
            warnings.add(Failures.chatter(moment.time, experiment.equations()));
            thaw();
        }
    }

    private void fail(Ending.Failed failed) {
        boolean mayBeSwitch = failed.reason() == Ending.Reason.NOT_FINITE
                || failed.reason() == Ending.Reason.STEP_UNDERFLOW
                || failed.reason() == Ending.Reason.NEGATIVE;
        if (mayBeSwitch && conditions.frozen() && conditions.inRates()) {
            // a rate may be undefined just beyond its condition, where the frozen one is tried
            thaw();
        } else {
            finish(Status.FAILED, failed.reason().toString(), Failures.describe(failed, experiment));
        }
    }

    private void thaw() {
        program = programs.live().get();
        conditions = conditions.thawed(program);
        events = events.continuedWith(program, conditions);
    }

    private void finish(Status status, String reason, String message) {
        double end = moment.time;
        report = new Report(
                status,
                end,
                reason,
                message,
                events.log(),
                scout == null ? engine.statistics() : engine.statistics().plus(scout.statistics()),
                warnings,
                Rounds.given(treatment.timeline(), end),
                rounds.decisions(end));
    }

    private Formulas formulas(Group group) {
        return moment.formulas(program, group);
    }

    /** The formulas for the slots as they are when they are asked for. */
    private final class Present implements Observer.Views {
        @Override
        public Formulas columns() {
            return formulas(Group.COLUMNS);
        }

        @Override
        public Formulas watched() {
            return formulas(Group.WATCHED);
        }
    }
}

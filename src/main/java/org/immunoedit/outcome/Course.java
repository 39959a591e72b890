package org.immunoedit.outcome;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.immunoedit.outcome.Turns.Turn;

/** What is remembered of the tumor's course: bounded, whatever the length of the run. */
final class Course {
    /** A change of this share between two stretches is a jump and not rounding. */
    private static final double JUMP = 1e-9;

    private final double began;
    private final double floor;
    private final Extremes extremes;
    private final Optional<Level> elimination;
    private final Optional<Level> escape;
    private final Return relapse;
    private final Turns turns;
    private final Window.Samples samples = new Window.Samples();
    private double restTime;
    private double restLog;

    Course(Criteria criteria, double t, double value) {
        began = t;
        floor = criteria.bounds().eliminatedBelow().orElse(Double.MIN_NORMAL);
        extremes = new Extremes(t, value);
        elimination = level(criteria.bounds().eliminatedBelow(), limit -> Level.downwards(limit, t, value));
        escape = level(criteria.bounds().escapedAbove(), limit -> Level.upwards(limit, t, value));
        relapse = new Return(criteria.relapse(), value);
        turns = new Turns(criteria.steadiness().ripple(), t, log(value));
        samples.add(t, log(value));
        restTime = t;
        restLog = log(value);
    }

    private static Optional<Level> level(OptionalDouble limit, DoubleFunction<Level> watch) {
        return limit.isPresent() ? Optional.of(watch.apply(limit.getAsDouble())) : Optional.empty();
    }

    void see(Piece piece) {
        extremes.see(piece);
        elimination.ifPresent(l -> l.see(piece));
        escape.ifPresent(l -> l.see(piece));
        relapse.see(piece);
        turns.see(piece.to(), log(piece.end()));
        if (piece.from() == piece.to() && Math.abs(piece.end() - piece.start()) > JUMP * Math.abs(piece.start())) {
            restTime = piece.to();
            restLog = log(piece.end());
        }
    }

    /** Remembers the present value as a sample. */
    void sample() {
        samples.add(now(), log(extremes.end()));
    }

    /** ln tumor; a tumor below the limit of elimination counts as one at the limit. */
    double log(double value) {
        return Math.log(Math.max(value, floor));
    }

    double began() {
        return began;
    }

    double now() {
        return extremes.endTime();
    }

    /** ln tumor now. */
    double log() {
        return log(extremes.end());
    }

    Extremes extremes() {
        return extremes;
    }

    Optional<Level> elimination() {
        return elimination;
    }

    Optional<Level> escape() {
        return escape;
    }

    Return relapse() {
        return relapse;
    }

    Window window(double length) {
        return samples.until(now(), log(), length, turns.since(now() - length));
    }

    Optional<Cycle> cycle(double window) {
        return Cycle.of(turns, began, now(), log(), window);
    }

    /** Time of the latest low, or the start. */
    double latestLow() {
        double latest = began;
        for (Turn turn : turns.since(began)) {
            latest = turn.high() ? latest : turn.time();
        }
        return latest;
    }

    /**
     * Rate of ln tumor over the last sampling interval, or since the last jump (1/model time); NaN when unknown.
     *
     * @param interval between samples (model time)
     */
    double growthRate(double interval) {
        int i = samples.newestBefore(now() - interval / 2);
        boolean jumped = restTime > samples.time(i);
        double time = jumped ? restTime : samples.time(i);
        double log = jumped ? restLog : samples.log(i);
        boolean present = extremes.end() > floor && log > Math.log(floor);
        return present && now() > time ? (log() - log) / (now() - time) : Double.NaN;
    }
}

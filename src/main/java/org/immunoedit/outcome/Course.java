package org.immunoedit.outcome;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.immunoedit.outcome.Criteria.Steadiness;

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
    private final Samples samples;
    private double restTime;
    private double restLog;
    /** From here up to the other value nothing is but the tumor itself: no limit, no return, no end. */
    private double calmFrom;

    private double calmBelow;

    Course(Criteria criteria, double t, double value) {
        began = t;
        floor = criteria.bounds().eliminatedBelow().orElse(Double.MIN_NORMAL);
        samples = new Samples(floor);
        extremes = new Extremes(t, value);
        elimination = level(criteria.bounds().eliminatedBelow(), limit -> Level.downwards(limit, t, value));
        escape = level(criteria.bounds().escapedAbove(), limit -> Level.upwards(limit, t, value));
        relapse = new Return(criteria.relapse(), value);
        turns = new Turns(criteria.steadiness().ripple(), t, floored(value));
        samples.add(t, value);
        restTime = t;
        restLog = log(value);
        findCalm();
    }

    private static Optional<Level> level(OptionalDouble limit, DoubleFunction<Level> watch) {
        return limit.isPresent() ? Optional.of(watch.apply(limit.getAsDouble())) : Optional.empty();
    }

    void see(Piece piece) {
        extremes.see(piece.to(), piece.end());
        elimination.ifPresent(l -> l.see(piece));
        escape.ifPresent(l -> l.see(piece));
        relapse.see(piece);
        turns.see(piece.to(), floored(piece.end()));
        if (piece.from() == piece.to() && Math.abs(piece.end() - piece.start()) > JUMP * Math.abs(piece.start())) {
            restTime = piece.to();
            restLog = log(piece.end());
        }
        findCalm();
    }

    /** Looks how far the tumor can go before a line could matter. */
    private void findCalm() {
        boolean gone = extremes.end() < floor;
        calmFrom = Math.max(gone ? Double.MIN_VALUE : floor, relapse.calmFrom());
        calmBelow = Math.min(gone ? floor : Double.POSITIVE_INFINITY, relapse.calmBelow());
        elimination.ifPresent(this::stayBeside);
        escape.ifPresent(this::stayBeside);
    }

    private void stayBeside(Level level) {
        if (level.isBelow()) {
            calmBelow = Math.min(calmBelow, level.line());
        } else {
            calmFrom = Math.max(calmFrom, level.line());
        }
    }

    /**
     * Whether it is certain that a part of the course between these values crosses no line and does not vanish. False
     * says nothing.
     *
     * @param low lowest value of a part of the course that starts now
     * @param high its highest value
     */
    boolean isCalm(double low, double high) {
        return low >= calmFrom && high < calmBelow;
    }

    /**
     * Whether the tumor is nothing now and has been exactly 0: as long as it {@link #staysGone} its turns are noise,
     * its lowest value was the first 0, and nothing of its course but its end can matter.
     */
    boolean isGone() {
        return extremes.end() < floor && extremes.nadir() == 0 && calmFrom == Double.MIN_VALUE;
    }

    /**
     * Whether a tumor that is gone is certain to stay so.
     *
     * @param most not less than any value of a part of the course that starts now
     */
    boolean staysGone(double most) {
        return most < floor && most < calmBelow && most <= extremes.peak();
    }

    /**
     * Whether between these values there is a line that could matter: a limit, or the return of a tumor.
     *
     * @param low lowest value of a part of the course that starts now
     * @param high its highest value
     */
    boolean mayCross(double low, double high) {
        return elimination.isPresent() && elimination.get().mayCross(low, high)
                || escape.isPresent() && escape.get().mayCross(low, high)
                || relapse.mayCross(low, high);
    }

    /** Whether between these values the tumor falls below what counts as none, or rises from there. */
    boolean mayVanish(double low, double high) {
        return low < floor != high < floor;
    }

    /** Goes on to a value without a turn on the way, and without crossing any line. */
    void glide(double t, double value) {
        extremes.see(t, value);
        relapse.glide(value);
        turns.see(t, floored(value));
        if (value < calmFrom) {
            // it may have nearly gone, so that it can return
            findCalm();
        }
    }

    /** Remembers a value as a sample. */
    void sample(double t, double value) {
        samples.add(t, value);
    }

    /** Remembers the present value as a sample. */
    void sample() {
        samples.add(now(), extremes.end());
    }

    private double floored(double value) {
        return value < floor ? floor : value;
    }

    /** ln tumor; a tumor below the limit of elimination counts as one at the limit. */
    double log(double value) {
        return samples.log(value);
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

    /** The last window, of this length or as long as the run. */
    Window window(double length) {
        return samples.since(samples.start(now(), length), now(), extremes.end());
    }

    /** Highest less lowest ln tumor in the last window. */
    double range(double length) {
        return samples.range(samples.start(now(), length), now(), extremes.end(), turns);
    }

    /** Cheap signs of what the last window shows. */
    Signs signs(Steadiness steadiness) {
        return new Signs(samples, turns, extremes, steadiness);
    }

    Turns turns() {
        return turns;
    }

    Optional<Cycle> cycle(double window) {
        // before the first one no logarithm is needed
        return turns.size() < Cycle.FEWEST ? Optional.empty() : Cycle.of(turns, began, now(), log(), window);
    }

    /** Time of the latest low, or the start. */
    double latestLow() {
        int i = turns.size() - 1;
        while (i >= 0 && turns.isHigh(i)) {
            i--;
        }
        return i < 0 ? began : turns.time(i);
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

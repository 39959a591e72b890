package org.immunoedit.outcome;

import static org.immunoedit.outcome.Words.number;
import static org.immunoedit.outcome.Words.percent;
import static org.immunoedit.outcome.Words.quantity;

import java.util.Optional;
import org.immunoedit.outcome.Criteria.Steadiness;
import org.immunoedit.outcome.Stage.Evidence;

/**
 * The phase at one time, from what was known until then.
 *
 * <p>Below the limit of elimination: elimination. Above the limit of escape and not shrinking: escape. Between them:
 * equilibrium when the window is flat, or when the extremes of an oscillation stay or draw together; escape by growth
 * only when no limit of escape was given. Everything else is undetermined, with the time that would probably tell.
 */
final class PhaseRule {
    private final Criteria criteria;
    private final Steadiness steadiness;
    private final Course course;
    private final Signs signs;
    private final Recurrence recurrence;
    /** Whether the oscillation that was seen to recur keeps between the limits. */
    private boolean within;

    PhaseRule(Criteria criteria, Course course) {
        this.criteria = criteria;
        steadiness = criteria.steadiness();
        this.course = course;
        signs = course.signs(steadiness);
        recurrence = new Recurrence(course.turns(), course.began(), steadiness.drift());
    }

    /** Whether a look would find this phase, by signs that are cheap to see. False says nothing. */
    boolean isSurely(Phase phase) {
        double value = course.extremes().end();
        if (!(value > 0)) {
            return false;
        }
        double now = course.now();
        if (recurrence.surely(now, value)) {
            return phase == Phase.EQUILIBRIUM && within;
        }
        if (!recurrence.surelyNot(now)) {
            Optional<Cycle> cycle = course.cycle(steadiness.window());
            recurrence.see(cycle, course.log());
            if (cycle.isPresent() && recurs(cycle.get())) {
                within = isWithin(cycle.get());
                return phase == Phase.EQUILIBRIUM && within;
            }
        }
        boolean gone =
                course.elimination().isPresent() && course.elimination().get().isBelow();
        boolean escaped = course.escape().isPresent() && !course.escape().get().isBelow();
        return switch (phase) {
            case ELIMINATION -> gone && course.elimination().get().everAbove();
            case ESCAPE -> !gone && escaped && signs.surelyHolds();
            case EQUILIBRIUM -> !gone && !escaped && isCovered() && signs.surelySteady();
            case UNDETERMINED -> !gone && (escaped ? signs.surelyShrinks() : isSurelyUnsettled());
        };
    }

    /** Whether a tumor between both limits is not steady, or not for long enough. */
    private boolean isSurelyUnsettled() {
        boolean limited = course.elimination().isPresent() && course.escape().isPresent();
        return limited && (!isCovered() || signs.surelyMoves());
    }

    private boolean isWithin(Cycle cycle) {
        return course.elimination().isPresent()
                && cycle.low() > course.elimination().get().log()
                && (course.escape().isEmpty()
                        || cycle.high() < course.escape().get().log());
    }

    private boolean isCovered() {
        return course.now() - course.began() >= steadiness.window() * (1 - 1e-9);
    }

    /** The phase now. */
    Stage now() {
        double value = course.extremes().end();
        if (Double.isNaN(value)) {
            return Stage.unknown(course.now(), () -> Evidence.of(criteria.tumor() + " is not a number"));
        }
        Optional<Cycle> cycle = course.cycle(steadiness.window());
        if (course.elimination().isPresent() && course.elimination().get().isBelow()) {
            return gone(course.elimination().get(), cycle);
        }
        if (course.escape().isPresent() && !course.escape().get().isBelow()) {
            return above(course.escape().get(), cycle);
        }
        return between(cycle);
    }

    private Stage gone(Level limit, Optional<Cycle> cycle) {
        if (!limit.everAbove()) {
            return Stage.unknown(
                    course.began(),
                    () -> Evidence.of(criteria.tumor() + " has never reached " + amount(limit.level())));
        }
        if (cycle.isPresent() && recurs(cycle.get())) {
            return across(cycle.get(), limit);
        }
        return new Stage(
                Phase.ELIMINATION,
                limit.since(),
                () -> Evidence.of(
                        tumor() + " has been below " + amount(limit.level()) + " since " + time(limit.since())));
    }

    private Stage above(Level limit, Optional<Cycle> cycle) {
        if (cycle.isPresent() && recurs(cycle.get()) && cycle.get().low() < limit.log()) {
            return across(cycle.get(), limit);
        }
        Window window = window();
        if (window.slope() < -steadiness.regression()) {
            return Stage.unknown(course.now(), () -> shrinking(limit, window));
        }
        return new Stage(
                Phase.ESCAPE,
                Math.max(limit.since(), course.latestLow()),
                () -> Evidence.of(where(limit) + (window.length() > 0 ? ": " + change(window) : "")));
    }

    private String where(Level limit) {
        return tumor() + " is above " + amount(limit.level()) + " since " + time(limit.since());
    }

    private Evidence shrinking(Level limit, Window window) {
        double needed = Settling.fall(course.now(), course.log() - limit.log(), window.lateSlope())
                .orElse(course.now() + steadiness.window());
        return Evidence.of(where(limit) + " but shrinks: " + change(window), needed);
    }

    private Stage between(Optional<Cycle> cycle) {
        boolean covered = isCovered();
        boolean limited = course.elimination().isPresent();
        if (covered && limited && course.range(steadiness.window()) <= steadiness.drift()) {
            Window window = window();
            return new Stage(Phase.EQUILIBRIUM, course.now() - window.length(), () -> steady(window));
        }
        if (limited && cycle.isPresent() && recurs(cycle.get())) {
            return recurring(cycle.get());
        }
        if (covered && course.escape().isEmpty() && grows(window())) {
            double since = course.latestLow();
            return new Stage(Phase.ESCAPE, since, () -> growing(since, window()));
        }
        return unsettled(covered, limited, cycle);
    }

    private Evidence steady(Window window) {
        return Evidence.of(tumor() + " is steady: " + change(window) + unlimited());
    }

    private Evidence growing(double since, Window window) {
        return Evidence.of(tumor() + " is the largest so far and grows since " + time(since) + ": " + change(window)
                + " (no escaped_above given)");
    }

    private Stage unsettled(boolean covered, boolean limited, Optional<Cycle> cycle) {
        if (!limited) {
            return Stage.unknown(
                    course.began(),
                    () -> Evidence.of("nothing says when " + criteria.tumor() + " in " + unit()
                            + " is gone; give eliminated_below"));
        }
        if (!covered) {
            return Stage.unknown(
                    course.began(),
                    () -> Evidence.of(
                            "the run is shorter than the window of " + time(steadiness.window()),
                            course.began() + steadiness.window()));
        }
        return Stage.unknown(entered(), () -> cycle.map(this::swinging).orElseGet(this::drifting));
    }

    private Window window() {
        return course.window(steadiness.window());
    }

    private boolean recurs(Cycle cycle) {
        return cycle.recurs(steadiness.drift());
    }

    private boolean grows(Window window) {
        return Math.min(window.earlySlope(), window.lateSlope()) > steadiness.growth()
                && course.extremes().end() >= course.extremes().peak();
    }

    private Stage recurring(Cycle cycle) {
        Level gone = course.elimination().orElseThrow();
        if (cycle.low() <= gone.log()) {
            return across(cycle, gone);
        }
        if (course.escape().isPresent() && cycle.high() >= course.escape().get().log()) {
            return across(cycle, course.escape().get());
        }
        return new Stage(
                Phase.EQUILIBRIUM,
                cycle.start(),
                () -> Evidence.of(course(cycle) + "; from one span of " + time(cycle.span())
                        + " to the next its highs change by " + percent(cycle.rise()) + " and its lows by "
                        + percent(-cycle.fall())));
    }

    private Stage across(Cycle cycle, Level limit) {
        return Stage.unknown(course.now(), () -> Evidence.of(course(cycle) + ", across " + amount(limit.level())));
    }

    /** An oscillation that is too short to compare, or whose extremes move away. */
    private Evidence swinging(Cycle cycle) {
        double now = course.now();
        if (!cycle.complete()) {
            return Evidence.of(course(cycle) + "; too few cycles to compare", cycle.needed(course.turns(), now));
        }
        String why = course(cycle) + ", not yet bounded: from one span of " + time(cycle.span())
                + " to the next its highs change by " + percent(cycle.rise()) + " and its lows by "
                + percent(-cycle.fall());
        double needed = now + 2 * cycle.span();
        if (cycle.rise() > steadiness.drift() && course.escape().isPresent()) {
            double room = course.escape().get().log() - cycle.high();
            needed = now + cycle.span() * Math.max(1, room / cycle.rise());
        } else if (cycle.fall() > steadiness.drift()) {
            double room =
                    cycle.low() - Math.log(course.elimination().orElseThrow().level());
            needed = now + cycle.span() * Math.max(1, room / cycle.fall());
        }
        return Evidence.of(why, needed);
    }

    private Evidence drifting() {
        double now = course.now();
        Window window = window();
        double slope = window.lateSlope();
        var limit = slope > 0 ? course.escape() : course.elimination();
        double needed = Double.POSITIVE_INFINITY;
        if (limit.isPresent()) {
            double room = Math.abs(Math.log(limit.get().level()) - course.log());
            needed = Settling.fall(now, room, -Math.abs(slope)).orElse(needed);
        }
        needed = Math.min(
                needed, Settling.slowing(now, window, steadiness.drift()).orElse(needed));
        String why = tumor() + " still drifts: " + change(window) + ", more than "
                + number(100 * Math.expm1(steadiness.drift())) + " %";
        return Evidence.of(why, Double.isInfinite(needed) ? now + steadiness.window() : needed);
    }

    /** What a steady tumor may also be. */
    private String unlimited() {
        return course.escape().isPresent()
                ? ""
                : " (no escaped_above given, so that a tumor at its carrying capacity looks the same)";
    }

    /** When the tumor came between the limits (model time). */
    private double entered() {
        double gone = course.elimination().map(Level::since).orElse(course.began());
        return Math.max(gone, course.escape().map(Level::since).orElse(course.began()));
    }

    private String course(Cycle cycle) {
        return criteria.tumor() + " oscillates between " + number(Math.exp(cycle.low())) + " and "
                + amount(Math.exp(cycle.high())) + " with a period of " + time(cycle.period(course.turns()));
    }

    private String change(Window window) {
        return percent(window.drift()) + " in " + time(window.length());
    }

    private String tumor() {
        return criteria.tumor() + " = " + amount(course.extremes().end());
    }

    private String amount(double value) {
        return quantity(value, criteria.tumorUnit());
    }

    private String unit() {
        return criteria.tumorUnit().isEmpty() ? "an undeclared unit" : "unit " + criteria.tumorUnit();
    }

    private String time(double value) {
        return quantity(value, criteria.timeUnit());
    }
}

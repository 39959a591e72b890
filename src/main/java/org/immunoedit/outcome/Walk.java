package org.immunoedit.outcome;

import java.util.function.DoubleUnaryOperator;
import org.immunoedit.ode.Interpolant;

/**
 * Follows the tumor through the steps of one run: tells its course what it passes, samples it, and looks at the phase
 * from time to time.
 *
 * <p>A step on which the tumor is a polynomial is passed from turn to turn; samples that only a comparison needs are
 * then taken from the polynomial, those that may be part of a result from the dense output itself. On all other steps,
 * and where the tumor vanishes or comes into being, it is evaluated at many times.
 */
final class Walk {
    private final Course course;
    private final PhaseRule rule;
    private final PhaseTimeline timeline;
    private final DoubleUnaryOperator curve;
    private final Beat beat;
    private final double exactFrom;
    private final Quartic quartic;
    private final double[] stops = new double[Interpolant.COEFFICIENTS];
    private boolean crossing;
    /** Lowest and highest value between the two turns at hand. */
    private double low;

    private double high;

    /** @param curve the tumor within the step at hand */
    Walk(Criteria criteria, Course course, Judge.Shape shape, DoubleUnaryOperator curve) {
        this.course = course;
        this.curve = curve;
        rule = new PhaseRule(criteria, course);
        timeline = new PhaseTimeline(course.began());
        double interval = criteria.steadiness().window() / Samples.COUNT;
        beat = new Beat(course.began(), interval);
        exactFrom = shape.end().orElse(Double.NEGATIVE_INFINITY) - 2 * interval;
        quartic = new Quartic(shape.states());
    }

    PhaseTimeline timeline() {
        return timeline;
    }

    /** Notes the phase in the timeline; what led to it is looked up only if it may be new. */
    private void glance() {
        if (rule.isSurely(timeline.phase())) {
            timeline.seeAgain(course.now());
        } else {
            look();
        }
    }

    /** What is known now; noted in the timeline. */
    Stage look() {
        Stage stage = rule.now();
        timeline.see(course.now(), stage);
        return stage;
    }

    void step(double from, double to, Interpolant within) {
        if (!quartic.read(within, from, to)) {
            creep(from, to);
            return;
        }
        double end = curve.applyAsDouble(to);
        if (isCalm(from, end) || isNoise(within, from, end)) {
            beat.hurry(to);
            pass(from, to, to, end);
        } else if (isPlain(from, to, end)) {
            glide(from, to);
        } else {
            creep(from, to);
        }
    }

    /** Whether nothing but samples is due on a step: it has no turn and is far from all lines, as most steps are. */
    private boolean isCalm(double from, double end) {
        crossing = false;
        setRange(course.extremes().end(), end);
        return quartic.turns() == 0 && course.isCalm(low, high) && beat.due() > from;
    }

    /** Whether nothing but samples is due on a step because the tumor is gone, be there turns or not. */
    private boolean isNoise(Interpolant within, double from, double end) {
        return course.isGone() && beat.due() > from && course.staysGone(quartic.most(within, end));
    }

    private void setRange(double start, double end) {
        boolean rises = start < end;
        low = rises ? start : end;
        high = rises ? end : start;
    }

    /** Whether a step can be passed from turn to turn; finds the tumor there and whether it may cross a line. */
    private boolean isPlain(double from, double to, double end) {
        double lowest = low;
        double highest = high;
        for (int i = 0; i < quartic.turns(); i++) {
            double value = curve.applyAsDouble(from + quartic.turn(i) * (to - from));
            stops[i] = value;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        stops[quartic.turns()] = end;
        boolean positive = lowest > 0 || highest == 0 && quartic.isConstant();
        crossing = course.mayCross(lowest, highest);
        return positive && !course.mayVanish(lowest, highest) && beat.due() > from;
    }

    /** Along a step that is a polynomial: from turn to turn, with samples on the way. */
    private void glide(double from, double to) {
        beat.hurry(to);
        double start = course.extremes().end();
        for (int i = 0; i <= quartic.turns(); i++) {
            double stop = i < quartic.turns() ? from + quartic.turn(i) * (to - from) : to;
            setRange(start, stops[i]);
            start = stops[i];
            pass(from, to, stop, stops[i]);
        }
    }

    /** Goes on within a step to a value without a turn on the way. */
    private void pass(double from, double to, double stop, double value) {
        while (beat.due() < stop) {
            sampleOnTheWay(beat.due(), (beat.due() - from) / (to - from));
        }
        move(stop, value);
        if (beat.due() <= stop) {
            sample();
        }
    }

    private void sampleOnTheWay(double t, double share) {
        double rough = quartic.at(share);
        // rounding must not make a lowest or highest value of what is none
        boolean good = t < exactFrom && low < rough && rough < high;
        double value = good ? rough : curve.applyAsDouble(t);
        if (beat.isLookDue()) {
            move(t, value);
            sample();
        } else {
            course.sample(t, value);
            beat.count(t);
        }
    }

    /** Goes on to a value without a turn on the way. */
    private void move(double t, double value) {
        if (crossing) {
            course.see(new Piece(course.now(), course.extremes().end(), t, value, curve));
        } else {
            course.glide(t, value);
        }
    }

    /** Along any step, by evaluating the tumor at many times. */
    private void creep(double from, double to) {
        if (beat.due() > to) {
            double start = course.extremes().end();
            double end = curve.applyAsDouble(to);
            if (Path.hasOneDirection(curve, from, to, start, end)) {
                course.see(new Piece(from, start, to, end, curve));
                return;
            }
        }
        Path path = Path.along(curve, from, to, beat.within(from, to));
        for (int i = 0; i < path.size() - 1; i++) {
            Piece piece = path.piece(i);
            course.see(piece);
            if (beat.due() <= piece.to()) {
                sample();
            }
        }
    }

    private void sample() {
        course.sample();
        if (beat.isLookDue()) {
            glance();
        }
        beat.count(course.now());
    }
}

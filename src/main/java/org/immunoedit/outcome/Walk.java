package org.immunoedit.outcome;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.immunoedit.ode.Interpolant;

/**
 * Follows the tumor through the steps of one run: tells its course what it passes, samples it, and looks at the phase
 * from time to time.
 *
 * <p>A step on which the tumor is a polynomial is passed from turn to turn; samples that only a comparison needs are
 * then taken from the polynomial, those that may be part of a result from the dense output itself. Where a line may be
 * crossed, and on all other steps, the tumor is evaluated at many times.
 */
final class Walk {
    /** Samples between two looks at the phase: an eighth of a window. */
    private static final int SAMPLES_PER_LOOK = Samples.COUNT / 8;
    /** Samples of one step; a longer step is smooth, and only its last part is sampled. */
    private static final int MOST_SAMPLES = 128 * Samples.COUNT;

    private final Course course;
    private final PhaseRule rule;
    private final PhaseTimeline timeline;
    private final DoubleUnaryOperator curve;
    private final double interval;
    private final double exactFrom;
    private final Quartic quartic;
    private final double[] stops = new double[Interpolant.COEFFICIENTS];
    private long nextSample = 1;

    /** @param curve the tumor within the step at hand */
    Walk(Criteria criteria, Course course, Judge.Shape shape, DoubleUnaryOperator curve) {
        this.course = course;
        this.curve = curve;
        rule = new PhaseRule(criteria, course);
        timeline = new PhaseTimeline(course.began());
        interval = criteria.steadiness().window() / Samples.COUNT;
        exactFrom = shape.end().orElse(Double.NEGATIVE_INFINITY) - 2 * interval;
        quartic = new Quartic(shape.states());
    }

    PhaseTimeline timeline() {
        return timeline;
    }

    /** What is known now; noted in the timeline. */
    Stage look() {
        Stage stage = rule.now();
        timeline.see(course.now(), stage);
        return stage;
    }

    void step(double from, double to, Interpolant within) {
        if (quartic.read(within, from, to) && isPlain(from, to)) {
            glide(from, to);
        } else {
            creep(from, to);
        }
    }

    /** Whether the way to the end of a step crosses no line; finds the tumor at its turns. */
    private boolean isPlain(double from, double to) {
        double start = course.extremes().end();
        double end = curve.applyAsDouble(to);
        double low = Math.min(start, end);
        double high = Math.max(start, end);
        for (int i = 0; i < quartic.turns(); i++) {
            double value = curve.applyAsDouble(from + quartic.turn(i) * (to - from));
            stops[i] = value;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        stops[quartic.turns()] = end;
        boolean positive = low > 0 || high == 0 && quartic.isConstant();
        return positive && !course.mayCross(low, high) && sampleTime(nextSample) > from;
    }

    /** Along a step that is a polynomial: from turn to turn, with samples on the way. */
    private void glide(double from, double to) {
        skipSamples(to);
        for (int i = 0; i <= quartic.turns(); i++) {
            double stop = i < quartic.turns() ? from + quartic.turn(i) * (to - from) : to;
            while (sampleTime(nextSample) < stop) {
                sampleOnTheWay(sampleTime(nextSample), from, to);
            }
            course.glide(stop, stops[i]);
            if (sampleTime(nextSample) <= stop) {
                sample();
            }
        }
    }

    private void sampleOnTheWay(double t, double from, double to) {
        if (isLookDue()) {
            course.glide(t, curve.applyAsDouble(t));
            sample();
        } else {
            course.sample(t, t < exactFrom ? quartic.at((t - from) / (to - from)) : curve.applyAsDouble(t));
            countSample(t);
        }
    }

    /** Along any step, by evaluating the tumor at many times. */
    private void creep(double from, double to) {
        if (sampleTime(nextSample) > to) {
            double start = course.extremes().end();
            double end = curve.applyAsDouble(to);
            if (Path.hasOneDirection(curve, from, to, start, end)) {
                course.see(new Piece(from, start, to, end, curve));
                return;
            }
        }
        Path path = Path.along(curve, from, to, samplesDue(from, to));
        for (int i = 0; i < path.size() - 1; i++) {
            Piece piece = path.piece(i);
            course.see(piece);
            if (sampleTime(nextSample) <= piece.to()) {
                sample();
            }
        }
    }

    private double sampleTime(long k) {
        return course.began() + k * interval;
    }

    private double[] samplesDue(double from, double to) {
        long last = skipSamples(to);
        double[] times = new double[Math.toIntExact(Math.max(0, last - nextSample + 1))];
        int count = 0;
        for (long k = nextSample; k <= last; k++) {
            if (sampleTime(k) > from && sampleTime(k) < to) {
                times[count++] = sampleTime(k);
            }
        }
        return Arrays.copyOf(times, count);
    }

    /** Leaves out the first samples of a very long step; returns the last one that may lie in it. */
    private long skipSamples(double to) {
        long last = (long) Math.ceil((to - course.began()) / interval);
        if (last - nextSample > MOST_SAMPLES) {
            nextSample = last - 2 * Samples.COUNT;
        }
        return last;
    }

    private boolean isLookDue() {
        return nextSample % SAMPLES_PER_LOOK == 0;
    }

    private void sample() {
        course.sample();
        if (isLookDue()) {
            look();
        }
        countSample(course.now());
    }

    private void countSample(double t) {
        nextSample = Math.max(nextSample, (long) Math.floor((t - course.began()) / interval)) + 1;
    }
}

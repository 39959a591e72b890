package org.immunoedit.outcome;

import java.util.Arrays;
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
    /** Samples between two looks at the phase: an eighth of a window. */
    private static final int SAMPLES_PER_LOOK = Samples.COUNT / 8;
    /** Beyond so many intervals time does not tell one sample from the next: none is taken. */
    private static final long LAST_SAMPLE = 1L << 52;
    /** Samples of one step; a longer step is smooth, and only its last part is sampled. */
    private static final int MOST_SAMPLES = 128 * Samples.COUNT;
    /** Up to here half an interval is far beyond the rounding of a time. */
    private static final long COUNTED_EASILY = 1L << 40;

    private final Course course;
    private final PhaseRule rule;
    private final PhaseTimeline timeline;
    private final DoubleUnaryOperator curve;
    private final double interval;
    private final double exactFrom;
    private final Quartic quartic;
    private final double[] stops = new double[Interpolant.COEFFICIENTS];
    private long nextSample = 1;
    /** When the next sample is due (model time). */
    private double due;

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
        interval = criteria.steadiness().window() / Samples.COUNT;
        exactFrom = shape.end().orElse(Double.NEGATIVE_INFINITY) - 2 * interval;
        quartic = new Quartic(shape.states());
        due = sampleTime(nextSample);
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
        if (quartic.read(within, from, to) && isPlain(from, to)) {
            glide(from, to);
        } else {
            creep(from, to);
        }
    }

    /** Whether a step can be passed from turn to turn; finds the tumor there and whether it may cross a line. */
    private boolean isPlain(double from, double to) {
        double start = course.extremes().end();
        double end = curve.applyAsDouble(to);
        double lowest = start < end ? start : end;
        double highest = start < end ? end : start;
        for (int i = 0; i < quartic.turns(); i++) {
            double value = curve.applyAsDouble(from + quartic.turn(i) * (to - from));
            stops[i] = value;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        stops[quartic.turns()] = end;
        boolean positive = lowest > 0 || highest == 0 && quartic.isConstant();
        crossing = course.mayCross(lowest, highest);
        return positive && !course.mayVanish(lowest, highest) && due > from;
    }

    /** Along a step that is a polynomial: from turn to turn, with samples on the way. */
    private void glide(double from, double to) {
        if (to - due > interval) {
            skipSamples(to);
        }
        double start = course.extremes().end();
        for (int i = 0; i <= quartic.turns(); i++) {
            double stop = i < quartic.turns() ? from + quartic.turn(i) * (to - from) : to;
            boolean rises = start < stops[i];
            low = rises ? start : stops[i];
            high = rises ? stops[i] : start;
            start = stops[i];
            while (due < stop) {
                sampleOnTheWay(due, (due - from) / (to - from));
            }
            move(stop, stops[i]);
            if (due <= stop) {
                sample();
            }
        }
    }

    private void sampleOnTheWay(double t, double share) {
        double rough = quartic.at(share);
        // rounding must not make a lowest or highest value of what is none
        boolean good = t < exactFrom && low < rough && rough < high;
        double value = good ? rough : curve.applyAsDouble(t);
        if (isLookDue()) {
            move(t, value);
            sample();
        } else {
            course.sample(t, value);
            countSample(t);
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
        if (due > to) {
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
            if (due <= piece.to()) {
                sample();
            }
        }
    }

    private double sampleTime(long k) {
        return k < LAST_SAMPLE ? course.began() + k * interval : Double.POSITIVE_INFINITY;
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
        long last = (long) Math.min(LAST_SAMPLE, Math.ceil((to - course.began()) / interval));
        if (last - nextSample > MOST_SAMPLES) {
            await(last - 2 * Samples.COUNT);
        }
        return last;
    }

    private void await(long sample) {
        nextSample = sample;
        due = sampleTime(sample);
    }

    private boolean isLookDue() {
        return nextSample % SAMPLES_PER_LOOK == 0;
    }

    private void sample() {
        course.sample();
        if (isLookDue()) {
            glance();
        }
        countSample(course.now());
    }

    private void countSample(double t) {
        if (nextSample < COUNTED_EASILY && t - course.began() < (nextSample + 0.5) * interval) {
            await(nextSample + 1);
            return;
        }
        double passed = Math.min(LAST_SAMPLE - 1.0, Math.floor((t - course.began()) / interval));
        await(Math.max(nextSample, (long) passed) + 1);
    }
}

package org.immunoedit.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.outcome.Endpoints.Editing;
import org.immunoedit.outcome.Endpoints.Findings;
import org.immunoedit.sim.Observer;
import org.immunoedit.sim.Report;

/**
 * Judges one run while it goes on. Not shared by threads, used once.
 *
 * <p>The tumor at the start is the one after all jumps at the first instant, as in the first row of the output.
 * Negative noise within the tolerance counts as 0.
 */
public final class Judge implements Observer {
    /** Samples between two looks at the phase: an eighth of a window. */
    private static final int SAMPLES_PER_LOOK = Samples.COUNT / 8;
    /** Samples of one step; a longer step is smooth, and only its last part is sampled. */
    private static final int MOST_SAMPLES = 128 * Samples.COUNT;

    private final Criteria criteria;
    private final int tumor;
    private final OptionalInt editing;
    private final double interval;
    private Formulas watched = Formulas.NONE;
    private double[] y = {};
    private double[] values = {};
    private final double exactFrom;
    private final Curve curve = new Curve();
    private final Peaks.Reading reading = curve::all;
    private final Quartic quartic;
    private final double[] stops = new double[Interpolant.COEFFICIENTS];
    private final Peaks peaks;
    private double editingAtStart = Double.NaN;
    private Course course;
    private PhaseRule rule;
    private PhaseTimeline timeline;
    private Scans scans;
    private long nextSample = 1;
    private Ended ended;

    /**
     * What makes judging cheap, without changing what is found.
     *
     * @param states positions of the states whose sum is the tumor; empty when it is something else
     * @param end when the run ends (model time); absent when it may be stopped before
     */
    public record Shape(List<Integer> states, OptionalDouble end) {
        /** Nothing is known. */
        public static final Shape ANY = new Shape(List.of(), OptionalDouble.empty());

        public Shape {
            states = List.copyOf(states);
        }
    }

    /**
     * A judge of one run. What the criteria watch beside the tumor are the last of the watched quantities.
     *
     * @param tumor index of the tumor among the watched quantities
     * @param editing index of the mean antigenicity of the tumor cells among them, if there are clones
     */
    public Judge(Criteria criteria, int tumor, OptionalInt editing) {
        this(criteria, tumor, editing, Shape.ANY);
    }

    /**
     * A judge of one run that makes use of what is known of it.
     *
     * @param tumor index of the tumor among the watched quantities
     * @param editing index of the mean antigenicity of the tumor cells among them, if there are clones
     */
    public Judge(Criteria criteria, int tumor, OptionalInt editing, Shape shape) {
        this.criteria = criteria;
        quartic = new Quartic(shape.states().stream().mapToInt(i -> i).toArray());
        exactFrom = shape.end().orElse(Double.NEGATIVE_INFINITY) - 2 * criteria.steadiness().window() / Samples.COUNT;
        this.tumor = tumor;
        this.editing = editing;
        peaks = new Peaks(criteria.watch().size());
        interval = criteria.steadiness().window() / Samples.COUNT;
    }

    /**
     * How a run has ended.
     *
     * @param stage what is known then; not after a failure
     */
    private record Ended(Report report, Optional<Stage> stage, Optional<Findings> findings) {}

    /**
     * What the run has shown, in words and numbers.
     *
     * @throws IllegalStateException before the run has ended
     */
    public Verdict verdict() {
        Ended end = ended();
        return end.findings()
                .map(findings -> verdict(findings, end.stage().orElseThrow(), end.report()))
                .orElseGet(() -> Verdict.failed(criteria, editing.isPresent(), end.report()));
    }

    private Verdict verdict(Findings findings, Stage stage, Report report) {
        String stopped = report.status() == Report.Status.STOPPED
                ? "; the run was stopped at " + Words.quantity(course.now(), criteria.timeUnit()) + " by "
                        + report.reason()
                : "";
        Stage.Evidence evidence = stage.evidence().get();
        return new Verdict(
                findings.phase(),
                findings.since(),
                evidence.why() + stopped,
                evidence.needed(),
                findings.timeline(),
                Endpoints.of(criteria, findings),
                Responses.best(findings.assessments(), criteria.imaging().confirm()),
                findings.assessments(),
                criteria);
    }

    /**
     * The phase at the end, {@code UNDETERMINED} after a failure.
     *
     * @throws IllegalStateException before the run has ended
     */
    public Phase phase() {
        return ended().findings().map(Findings::phase).orElse(Phase.UNDETERMINED);
    }

    /**
     * The best response until progression, without what leads to it.
     *
     * @throws IllegalStateException before the run has ended
     */
    public Response bestResponse() {
        return ended().findings()
                .map(f -> Responses.best(f.assessments(), criteria.imaging().confirm()))
                .orElse(Response.NOT_EVALUABLE);
    }

    /** Whether it judges by these criteria, so that its endpoints are the ones that belong to them. */
    public boolean isBy(Criteria others, boolean editingToo) {
        return criteria.equals(others) && editing.isPresent() == editingToo;
    }

    /**
     * Tells the values of the endpoints in the order of {@link Verdict#missingEndpoints}, NaN where not observed; none
     * after a failure. Much cheaper than a verdict, which has words.
     *
     * @throws IllegalStateException before the run has ended
     */
    public void endpoints(DoubleConsumer values) {
        ended().findings().ifPresent(f -> Endpoints.tell(criteria, f, (value, until) -> values.accept(value)));
    }

    private Ended ended() {
        if (ended == null) {
            throw new IllegalStateException("the run has not ended");
        }
        return ended;
    }

    @Override
    public void stretch(double t, double[] start, Views views) {
        arrive(t, start, views);
    }

    @Override
    public void step(double from, double to, Interpolant within) {
        curve.within = within;
        scans.during(from, to, curve);
        peaks.during(from, to, reading);
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

    @Override
    public void end(double t, double[] end, Views views, Report report) {
        if (!report.succeeded()) {
            ended = new Ended(report, Optional.empty(), Optional.empty());
            return;
        }
        arrive(t, end, views);
        scans.atEnd(t, course.extremes().end());
        Stage stage = rule.now();
        timeline.see(t, stage);
        ended = new Ended(report, Optional.of(stage), Optional.of(findings(stage)));
    }

    private Findings findings(Stage stage) {
        // of a tumor that is gone only noise could be averaged
        double editingAtEnd = stage.phase() == Phase.ELIMINATION ? Double.NaN : editingIndex();
        Optional<Editing> index =
                editing.isPresent() ? Optional.of(new Editing(editingAtStart, editingAtEnd)) : Optional.empty();
        List<Episode> episodes = timeline.until(course.now());
        return new Findings(course, stage.phase(), timeline.since(), episodes, scans.taken(), index, peaks);
    }

    /** After the jumps of an instant. */
    private void arrive(double t, double[] state, Views views) {
        watched = views.watched();
        if (course == null) {
            y = new double[state.length];
            values = new double[watched.size()];
            begin(t, tumor(t, state));
        } else {
            course.see(Piece.jump(t, course.extremes().end(), tumor(t, state)));
        }
        peaks.arrive(t, values);
    }

    private void begin(double t, double value) {
        course = new Course(criteria, t, value);
        rule = new PhaseRule(criteria, course);
        timeline = new PhaseTimeline(t);
        scans = new Scans(criteria.imaging(), t);
        editingAtStart = editingIndex();
        timeline.see(t, rule.now());
    }

    /** The tumor; leaves all watched quantities in {@link #values}. */
    private double tumor(double t, double[] state) {
        watched.evaluate(t, state, values);
        return Math.max(0, values[tumor]);
    }

    private double editingIndex() {
        return editing.isPresent() ? values[editing.getAsInt()] : Double.NaN;
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
            timeline.see(course.now(), rule.now());
        }
        countSample(course.now());
    }

    private void countSample(double t) {
        nextSample = Math.max(nextSample, (long) Math.floor((t - course.began()) / interval)) + 1;
    }

    /** The tumor within the step at hand; one object for all steps. */
    private final class Curve implements DoubleUnaryOperator {
        private Interpolant within;

        @Override
        public double applyAsDouble(double t) {
            within.at(t, y);
            return tumor(t, y);
        }

        private double[] all(double t) {
            applyAsDouble(t);
            return values;
        }
    }
}

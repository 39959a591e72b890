package org.immunoedit.outcome;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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

    private final Criteria criteria;
    private final int tumor;
    private final OptionalInt editing;
    private Formulas watched = Formulas.NONE;
    private double[] y = {};
    private double[] values = {};
    private final Curve curve;
    private final Peaks.Reading reading;
    private final Shape shape;
    private final Peaks peaks;
    private double editingAtStart = Double.NaN;
    private Course course;
    private Walk walk;
    private Scans scans;
    private Ended ended;
    /** Found when it is asked for. */
    private Response bestResponse;

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
        this.shape = shape;
        curve = new Curve();
        reading = curve::all;
        this.tumor = tumor;
        this.editing = editing;
        peaks = new Peaks(criteria.watch().size());
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

    /** The label of the event that stopped a run, if it has one. */
    private static String by(String label) {
        return label.isEmpty() ? "" : " by " + label;
    }

    private Verdict verdict(Findings findings, Stage stage, Report report) {
        String stopped = report.status() == Report.Status.STOPPED
                ? "; the run was stopped at " + Words.quantity(course.now(), criteria.timeUnit()) + by(report.reason())
                : "";
        Stage.Evidence evidence = stage.evidence().get();
        return new Verdict(
                findings.phase(),
                findings.since(),
                evidence.why() + stopped,
                evidence.needed(),
                findings.timeline(),
                Endpoints.of(criteria, findings),
                bestResponse(),
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
        if (bestResponse == null) {
            bestResponse = ended().findings().map(this::best).orElse(Response.NOT_EVALUABLE);
        }
        return bestResponse;
    }

    private Response best(Findings findings) {
        return Responses.best(findings.assessments(), criteria.imaging().confirm());
    }

    /** What it judges by. */
    public Criteria criteria() {
        return criteria;
    }

    /** Whether it judges by these criteria, and tells so many endpoints. */
    public boolean isBy(Criteria others, int endpoints) {
        return criteria.equals(others) && Endpoints.count(criteria, editing.isPresent()) == endpoints;
    }

    /** The names of the endpoints in their order. */
    public List<String> endpointNames() {
        return Endpoints.labels(criteria, editing.isPresent()).stream()
                .map(Endpoints.Label::name)
                .toList();
    }

    /**
     * Tells the endpoints in their order; none after a failure. Much cheaper than a verdict, which has words.
     *
     * @throws IllegalStateException before the run has ended
     */
    public void endpoints(Receiver receiver) {
        ended().findings().ifPresent(f -> Endpoints.tell(criteria, f, receiver));
    }

    /** Takes endpoints one after the other. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * The next endpoint.
         *
         * @param value NaN when it was not observed
         * @param until when it is a time that was not observed: it lies beyond this one; otherwise NaN
         */
        void take(double value, double until);
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
        walk.step(from, to, within);
    }

    @Override
    public void end(double t, double[] end, Views views, Report report) {
        if (!report.succeeded()) {
            ended = new Ended(report, Optional.empty(), Optional.empty());
            return;
        }
        arrive(t, end, views);
        scans.atEnd(t, course.extremes().end());
        Stage stage = walk.look();
        ended = new Ended(report, Optional.of(stage), Optional.of(findings(stage)));
    }

    private Findings findings(Stage stage) {
        // of a tumor that is gone only noise could be averaged
        double editingAtEnd = stage.phase() == Phase.ELIMINATION ? Double.NaN : editingIndex();
        Optional<Editing> index =
                editing.isPresent() ? Optional.of(new Editing(editingAtStart, editingAtEnd)) : Optional.empty();
        List<Episode> episodes = walk.timeline().until(course.now());
        return new Findings(course, stage.phase(), walk.timeline().since(), episodes, scans.taken(), index, peaks);
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
        walk = new Walk(criteria, course, shape, curve);
        scans = new Scans(criteria.imaging(), t);
        editingAtStart = editingIndex();
        walk.look();
    }

    /** The tumor; leaves all watched quantities in {@link #values}. */
    private double tumor(double t, double[] state) {
        watched.evaluate(t, state, values);
        return positive(values[tumor]);
    }

    /** As {@code Math.max} with 0, but much cheaper. */
    private static double positive(double value) {
        return value <= 0 ? 0 : value;
    }

    private double editingIndex() {
        return editing.isPresent() ? values[editing.getAsInt()] : Double.NaN;
    }

    /** The tumor within the step at hand; one object for all steps. */
    private final class Curve implements DoubleUnaryOperator {
        /** The state that is the tumor, −1 for a tumor that is more or something else. */
        private final int alone = shape.states().size() == 1 ? shape.states().get(0) : -1;

        private Interpolant within;

        @Override
        public double applyAsDouble(double t) {
            within.at(t, y);
            return alone < 0 ? tumor(t, y) : positive(y[alone]);
        }

        private double[] all(double t) {
            within.at(t, y);
            watched.evaluate(t, y, values);
            return values;
        }
    }
}

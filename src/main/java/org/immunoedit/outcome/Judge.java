package org.immunoedit.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.Interpolant;
import org.immunoedit.outcome.Endpoints.Editing;
import org.immunoedit.outcome.Endpoints.Findings;
import org.immunoedit.outcome.Window.Samples;
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
    private final Curve curve = new Curve();
    private final Peaks peaks;
    private double editingAtStart = Double.NaN;
    private Course course;
    private PhaseRule rule;
    private PhaseTimeline timeline;
    private Scans scans;
    private long nextSample = 1;
    private Verdict verdict;

    /**
     * A judge of one run. What the criteria watch beside the tumor are the last of the watched quantities.
     *
     * @param tumor index of the tumor among the watched quantities
     * @param editing index of the mean antigenicity of the tumor cells among them, if there are clones
     */
    public Judge(Criteria criteria, int tumor, OptionalInt editing) {
        this.criteria = criteria;
        this.tumor = tumor;
        this.editing = editing;
        peaks = new Peaks(criteria.watch().size());
        interval = criteria.steadiness().window() / Samples.COUNT;
    }

    /**
     * What the run has shown.
     *
     * @throws IllegalStateException before the run has ended
     */
    public Verdict verdict() {
        if (verdict == null) {
            throw new IllegalStateException("the run has not ended");
        }
        return verdict;
    }

    @Override
    public void stretch(double t, double[] start, Views views) {
        arrive(t, start, views);
    }

    @Override
    public void step(double from, double to, Interpolant within) {
        curve.within = within;
        scans.during(from, to, curve);
        peaks.during(from, to, curve::all);
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
            verdict = Verdict.failed(criteria, editing.isPresent(), report);
            return;
        }
        arrive(t, end, views);
        scans.atEnd(t, course.extremes().end());
        Stage stage = rule.now();
        timeline.see(t, stage);
        String stopped = report.status() == Report.Status.STOPPED
                ? "; the run was stopped at " + Words.quantity(t, criteria.timeUnit()) + " by " + report.reason()
                : "";
        verdict = conclude(stage, stopped);
    }

    private Verdict conclude(Stage stage, String stopped) {
        List<Episode> episodes = timeline.until(course.now());
        List<Assessment> taken = scans.taken();
        // of a tumor that is gone only noise could be averaged
        double editingAtEnd = stage.phase() == Phase.ELIMINATION ? Double.NaN : editingIndex();
        Optional<Editing> index =
                editing.isPresent() ? Optional.of(new Editing(editingAtStart, editingAtEnd)) : Optional.empty();
        Findings findings = new Findings(course, stage.phase(), timeline.since(), episodes, taken, index, peaks);
        return new Verdict(
                stage.phase(),
                timeline.since(),
                stage.why() + stopped,
                stage.needed(),
                episodes,
                Endpoints.of(criteria, findings),
                Responses.best(taken, criteria.imaging().confirm()),
                taken,
                criteria);
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
        long last = (long) Math.ceil((to - course.began()) / interval);
        if (last - nextSample > MOST_SAMPLES) {
            nextSample = last - 2 * Samples.COUNT;
        }
        double[] times = new double[Math.toIntExact(Math.max(0, last - nextSample + 1))];
        int count = 0;
        for (long k = nextSample; k <= last; k++) {
            if (sampleTime(k) > from && sampleTime(k) < to) {
                times[count++] = sampleTime(k);
            }
        }
        return Arrays.copyOf(times, count);
    }

    private void sample() {
        course.sample();
        if (nextSample % SAMPLES_PER_LOOK == 0) {
            timeline.see(course.now(), rule.now());
        }
        nextSample = Math.max(nextSample, (long) Math.floor((course.now() - course.began()) / interval)) + 1;
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

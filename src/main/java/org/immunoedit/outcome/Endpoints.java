package org.immunoedit.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.outcome.Criteria.Watch;

/** The endpoints of one run, in a fixed order: values here, what they are called in {@link #labels}. */
final class Endpoints {
    /** Endpoints of every run. */
    private static final int USUAL = 14;

    private final Criteria criteria;
    private final Findings findings;
    private final Judge.Receiver receiver;

    private Endpoints(Criteria criteria, Findings findings, Judge.Receiver receiver) {
        this.criteria = criteria;
        this.findings = findings;
        this.receiver = receiver;
    }

    /**
     * What a run has shown.
     *
     * @param phase at the end
     * @param since when it began (model time)
     * @param editing index at the start and the end, where it is watched
     * @param peaks of the columns that are watched beside the tumor
     */
    record Findings(
            Course course,
            Phase phase,
            double since,
            List<Episode> timeline,
            List<Assessment> assessments,
            Optional<Editing> editing,
            Peaks peaks) {}

    /**
     * Mean antigenicity of the tumor cells.
     *
     * @param start at the start (1)
     * @param end at the end (1), NaN when no tumor is left
     */
    record Editing(double start, double end) {}

    /** Name and unit of an endpoint. */
    record Label(String name, String unit) {}

    /** Tells all endpoints of a run that has ended. */
    static void tell(Criteria criteria, Findings findings, Judge.Receiver receiver) {
        Endpoints endpoints = new Endpoints(criteria, findings, receiver);
        endpoints.sizes(findings.course().extremes());
        endpoints.times();
        endpoints.growth();
        endpoints.recist();
        endpoints.editing();
        endpoints.watch();
    }

    /** All endpoints of a run that has ended. */
    static List<Endpoint> of(Criteria criteria, Findings findings) {
        List<Label> labels = labels(criteria, findings.editing().isPresent());
        List<Endpoint> list = new ArrayList<>(labels.size());
        tell(criteria, findings, (value, until) -> {
            Label label = labels.get(list.size());
            OptionalDouble censored = Double.isNaN(until) ? OptionalDouble.empty() : OptionalDouble.of(until);
            list.add(new Endpoint(label.name(), value, label.unit(), censored));
        });
        return list;
    }

    /** The same endpoints, all missing. */
    static List<Endpoint> missing(Criteria criteria, boolean editing) {
        return labels(criteria, editing).stream()
                .map(label -> Endpoint.of(label.name(), Double.NaN, label.unit()))
                .toList();
    }

    /**
     * What the endpoints of every run judged by these criteria are called.
     *
     * @param editing whether the editing index is watched
     */
    static List<Label> labels(Criteria criteria, boolean editing) {
        String amount = criteria.tumorUnit();
        String time = criteria.timeUnit();
        List<Label> labels = new ArrayList<>(List.of(
                new Label("tumor_start", amount),
                new Label("tumor_end", amount),
                new Label("nadir", amount),
                new Label("nadir_time", time),
                new Label("peak", amount),
                new Label("peak_time", time),
                new Label("elimination_time", time),
                new Label("escape_time", time),
                new Label("relapse_time", time),
                new Label("equilibrium_duration", time)));
        labels.add(new Label("growth_rate_end", "1/" + time));
        labels.add(new Label("doubling_time_end", time));
        labels.add(new Label("best_change", "%"));
        labels.add(new Label("progression_free_survival", time));
        if (editing) {
            labels.add(new Label("editing_index_start", "1"));
            labels.add(new Label("editing_index_end", "1"));
        }
        for (Watch watch : criteria.watch()) {
            labels.add(new Label("peak_" + watch.name(), watch.unit()));
            labels.add(new Label("peak_" + watch.name() + "_time", time));
            labels.add(new Label("end_" + watch.name(), watch.unit()));
            if (!watch.bands().isEmpty()) {
                labels.add(new Label("band_" + watch.name(), "1"));
            }
        }
        return labels;
    }

    /** How many endpoints every run judged by these criteria has. */
    static int count(Criteria criteria, boolean editing) {
        int count = USUAL + (editing ? 2 : 0);
        for (Watch watch : criteria.watch()) {
            count += watch.bands().isEmpty() ? 3 : 4;
        }
        return count;
    }

    private void sizes(Extremes extremes) {
        value(extremes.start());
        value(extremes.end());
        value(extremes.nadir());
        value(extremes.nadirTime());
        value(extremes.peak());
        value(extremes.peakTime());
    }

    private void times() {
        Course course = findings.course();
        boolean gone = findings.phase() == Phase.ELIMINATION;
        censored(gone ? course.elimination().orElseThrow().since() : Double.NaN, course.now());
        censored(escapeTime(course), course.now());
        if (course.relapse().remitted() || Double.isFinite(course.relapse().time())) {
            censored(course.relapse().time(), course.now());
        } else {
            value(Double.NaN);
        }
        value(equilibrium(findings.timeline()));
    }

    private static double equilibrium(List<Episode> timeline) {
        return timeline.stream()
                .filter(e -> e.phase() == Phase.EQUILIBRIUM)
                .mapToDouble(Episode::length)
                .sum();
    }

    private double escapeTime(Course course) {
        if (course.escape().isPresent()) {
            Level limit = course.escape().get();
            return limit.isBelow() ? Double.NaN : limit.since();
        }
        return findings.phase() == Phase.ESCAPE ? findings.since() : Double.NaN;
    }

    private void growth() {
        double rate = findings.course().growthRate(criteria.steadiness().window() / Samples.COUNT);
        value(rate);
        value(rate > 0 ? Math.log(2) / rate : Double.NaN);
    }

    private void recist() {
        List<Assessment> taken = findings.assessments();
        OptionalInt progression =
                Responses.progression(taken, criteria.imaging().confirm());
        int last = progression.orElse(taken.size() - 1);
        double best = last > 0 ? taken.get(1).fromBaseline() : Double.NaN;
        for (int i = 2; i <= last; i++) {
            best = Math.min(best, taken.get(i).fromBaseline());
        }
        value(best);
        if (taken.isEmpty()) {
            value(Double.NaN);
            return;
        }
        double baseline = taken.get(0).time();
        double time =
                progression.isPresent() ? taken.get(progression.getAsInt()).time() - baseline : Double.NaN;
        censored(time, taken.get(Responses.latestFree(taken)).time() - baseline);
    }

    private void editing() {
        if (findings.editing().isPresent()) {
            value(findings.editing().get().start());
            value(findings.editing().get().end());
        }
    }

    private void watch() {
        for (int i = 0; i < criteria.watch().size(); i++) {
            double peak = findings.peaks().peak(i);
            value(peak);
            value(findings.peaks().peakTime(i));
            value(findings.peaks().end(i));
            List<Double> bands = criteria.watch().get(i).bands();
            if (!bands.isEmpty()) {
                long reached = bands.stream().filter(level -> peak >= level).count();
                value(Double.isNaN(peak) ? Double.NaN : reached);
            }
        }
    }

    private void value(double value) {
        receiver.take(value, Double.NaN);
    }

    /** A time that was observed, or else lies beyond another one. */
    private void censored(double time, double until) {
        receiver.take(time, Double.isFinite(time) ? Double.NaN : until);
    }
}

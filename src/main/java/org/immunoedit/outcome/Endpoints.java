package org.immunoedit.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.outcome.Criteria.Watch;

/** The endpoints of one run, in a fixed order. */
final class Endpoints {
    private final Criteria criteria;
    private final Findings findings;
    private final List<Endpoint> list = new ArrayList<>();

    private Endpoints(Criteria criteria, Findings findings) {
        this.criteria = criteria;
        this.findings = findings;
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
    record Editing(double start, double end) {
        /** Not known. */
        static final Editing UNKNOWN = new Editing(Double.NaN, Double.NaN);
    }

    /** All endpoints of a run that has ended. */
    static List<Endpoint> of(Criteria criteria, Findings findings) {
        Endpoints endpoints = new Endpoints(criteria, findings);
        endpoints.sizes(findings.course().extremes());
        endpoints.times();
        endpoints.growth();
        endpoints.recist();
        endpoints.editing();
        endpoints.watch();
        return endpoints.list;
    }

    /** The same endpoints, all missing. */
    static List<Endpoint> missing(Criteria criteria, boolean editing) {
        Optional<Editing> index = editing ? Optional.of(Editing.UNKNOWN) : Optional.empty();
        Course nothing = new Course(criteria, 0, Double.NaN);
        Findings none = new Findings(
                nothing,
                Phase.UNDETERMINED,
                0,
                List.of(),
                List.of(),
                index,
                new Peaks(criteria.watch().size()));
        return of(criteria, none).stream()
                .map(e -> Endpoint.of(e.name(), Double.NaN, e.unit()))
                .toList();
    }

    private void sizes(Extremes extremes) {
        amount("tumor_start", extremes.start());
        amount("tumor_end", extremes.end());
        amount("nadir", extremes.nadir());
        time("nadir_time", extremes.nadirTime());
        amount("peak", extremes.peak());
        time("peak_time", extremes.peakTime());
    }

    private void times() {
        Course course = findings.course();
        boolean gone = findings.phase() == Phase.ELIMINATION;
        censored("elimination_time", gone ? course.elimination().orElseThrow().since() : Double.NaN);
        censored("escape_time", escapeTime(course));
        if (course.relapse().remitted() || Double.isFinite(course.relapse().time())) {
            censored("relapse_time", course.relapse().time());
        } else {
            time("relapse_time", Double.NaN);
        }
        time(
                "equilibrium_duration",
                findings.timeline().stream()
                        .filter(e -> e.phase() == Phase.EQUILIBRIUM)
                        .mapToDouble(Episode::length)
                        .sum());
    }

    private double escapeTime(Course course) {
        if (course.escape().isPresent()) {
            Level limit = course.escape().get();
            return limit.isBelow() ? Double.NaN : limit.since();
        }
        return findings.phase() == Phase.ESCAPE ? findings.since() : Double.NaN;
    }

    private void growth() {
        double rate = findings.course().growthRate(criteria.steadiness().window() / Window.Samples.COUNT);
        add(Endpoint.of("growth_rate_end", rate, "1/" + criteria.timeUnit()));
        time("doubling_time_end", rate > 0 ? Math.log(2) / rate : Double.NaN);
    }

    private void recist() {
        List<Assessment> taken = findings.assessments();
        OptionalInt progression =
                Responses.progression(taken, criteria.imaging().confirm());
        double best = taken.stream()
                .skip(1)
                .limit(progression.orElse(taken.size()))
                .mapToDouble(Assessment::fromBaseline)
                .min()
                .orElse(Double.NaN);
        add(Endpoint.of("best_change", best, "%"));
        if (taken.isEmpty()) {
            time("progression_free_survival", Double.NaN);
            return;
        }
        double baseline = taken.get(0).time();
        double value =
                progression.isPresent() ? taken.get(progression.getAsInt()).time() - baseline : Double.NaN;
        double free = taken.get(Responses.latestFree(taken)).time() - baseline;
        add(Endpoint.censored("progression_free_survival", value, criteria.timeUnit(), free));
    }

    private void editing() {
        findings.editing().ifPresent(index -> {
            add(Endpoint.of("editing_index_start", index.start(), "1"));
            add(Endpoint.of("editing_index_end", index.end(), "1"));
        });
    }

    private void watch() {
        for (int i = 0; i < criteria.watch().size(); i++) {
            Watch watch = criteria.watch().get(i);
            double peak = findings.peaks().peak(i);
            add(Endpoint.of("peak_" + watch.name(), peak, watch.unit()));
            time("peak_" + watch.name() + "_time", findings.peaks().peakTime(i));
            add(Endpoint.of("end_" + watch.name(), findings.peaks().end(i), watch.unit()));
            if (!watch.bands().isEmpty()) {
                long reached =
                        watch.bands().stream().filter(level -> peak >= level).count();
                add(Endpoint.of("band_" + watch.name(), Double.isNaN(peak) ? Double.NaN : reached, "1"));
            }
        }
    }

    private void amount(String name, double value) {
        add(Endpoint.of(name, value, criteria.tumorUnit()));
    }

    private void time(String name, double value) {
        add(Endpoint.of(name, value, criteria.timeUnit()));
    }

    private void censored(String name, double value) {
        add(Endpoint.censored(
                name, value, criteria.timeUnit(), findings.course().now()));
    }

    private void add(Endpoint endpoint) {
        list.add(endpoint);
    }
}

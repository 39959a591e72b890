package org.immunoedit.outcome;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.immunoedit.sim.Report;

/**
 * What a run has shown.
 *
 * @param phase at the end
 * @param since when that phase began (model time); of a failed run the time of the failure
 * @param why the evidence, in a sentence with numbers
 * @param neededHorizon when undetermined: end of a run that would probably tell, by extrapolation (model time)
 * @param timeline phases from start to end without gaps, each as it was known at that time; empty if the run failed
 * @param endpoints always the same ones in the same order; all missing if the run failed
 * @param bestResponse until progression
 * @param assessments baseline first
 * @param criteria what all this is judged by
 */
public record Verdict(
        Phase phase,
        double since,
        String why,
        OptionalDouble neededHorizon,
        List<Episode> timeline,
        List<Endpoint> endpoints,
        Response bestResponse,
        List<Assessment> assessments,
        Criteria criteria) {
    public Verdict {
        timeline = List.copyOf(timeline);
        endpoints = List.copyOf(endpoints);
        assessments = List.copyOf(assessments);
    }

    /**
     * The verdict of a run that failed: undetermined, with empty endpoints.
     *
     * @param editing whether the editing index was to be watched
     */
    public static Verdict failed(Criteria criteria, boolean editing, Report report) {
        String why = String.format(
                Locale.ROOT,
                "the run failed at %s: %s",
                Words.quantity(report.time(), criteria.timeUnit()),
                report.message().isEmpty() ? report.reason() : report.message());
        return new Verdict(
                Phase.UNDETERMINED,
                report.time(),
                why,
                OptionalDouble.empty(),
                List.of(),
                Endpoints.missing(criteria, editing),
                Response.NOT_EVALUABLE,
                List.of(),
                criteria);
    }

    /**
     * The endpoints of any run judged by these criteria, all missing: what a row has that was not run.
     *
     * @param editing whether the editing index is watched
     */
    public static List<Endpoint> missingEndpoints(Criteria criteria, boolean editing) {
        return Endpoints.missing(criteria, editing);
    }

    /**
     * The endpoint of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Endpoint endpoint(String name) {
        return endpoints.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no endpoint " + name));
    }
}

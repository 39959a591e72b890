package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.immunoedit.cli.Summary.Course;
import org.immunoedit.cli.Summary.Fact;
import org.immunoedit.cli.Trajectory.Solution;
import org.immunoedit.ode.Statistics;
import org.immunoedit.outcome.Criteria;
import org.immunoedit.outcome.Endpoint;
import org.immunoedit.outcome.Response;
import org.immunoedit.outcome.Verdict;
import org.immunoedit.outcome.Words;
import org.immunoedit.sim.Report;

/** Collects what a summary says about a run. */
final class SummaryFacts {
    /** Of many events only the first are named. */
    private static final int MOST_EVENTS = 5;

    private final Solution solution;
    private final String time;
    private final List<Fact> facts = new ArrayList<>();

    /** @param time the unit of time, empty for none */
    SummaryFacts(Solution solution, String time) {
        this.solution = solution;
        this.time = time;
    }

    /**
     * The summary of a run that succeeded.
     *
     * @param file of the scenario
     * @param course values of the tumor, equally spaced
     * @param method that was asked for
     * @param seconds real time
     */
    Summary of(String file, List<Double> course, String method, double seconds) {
        solution.runIn().ifPresent(length -> add("run-in", at(length) + " without treatment before time 0"));
        solution.verdict().ifPresent(this::judged);
        Report report = solution.report();
        doses(report);
        events(report);
        Decisions.line(report, time).ifPresent(line -> add("decisions", line.substring(line.indexOf(' ') + 1)));
        add("solver", cost(report, method, seconds));
        String scenario = name(file);
        return solution.verdict()
                .map(verdict -> new Summary(
                        scenario,
                        verdict.phase().toString(),
                        at(verdict.since()),
                        verdict.why(),
                        course(verdict, course),
                        facts))
                .orElseGet(() -> new Summary(
                        scenario,
                        Unjudged.NO_TUMOR.phase().toString(),
                        "",
                        Unjudged.NO_TUMOR.why(),
                        Course.UNKNOWN,
                        facts));
    }

    private static String name(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return last.endsWith(".json") ? last.substring(0, last.length() - ".json".length()) : last;
    }

    private static Course course(Verdict verdict, List<Double> values) {
        OptionalDouble floor = verdict.criteria().bounds().eliminatedBelow();
        return new Course(
                values,
                floor.orElse(0),
                Words.number(verdict.endpoint("tumor_start").value()),
                quantity(verdict.endpoint("tumor_end")));
    }

    private void judged(Verdict verdict) {
        add("nadir", extreme(verdict, "nadir"));
        add("peak", extreme(verdict, "peak"));
        event(verdict, "escape_time", "escaped");
        event(verdict, "relapse_time", "relapsed");
        if (verdict.bestResponse() != Response.NOT_EVALUABLE) {
            response(verdict);
        }
        Map<String, Endpoint> all = new LinkedHashMap<>();
        verdict.endpoints().forEach(endpoint -> all.put(endpoint.name(), endpoint));
        if (all.containsKey("editing_index_start")) {
            String end = quantity(all.get("editing_index_end"));
            add("editing index", quantity(all.get("editing_index_start")) + " → " + end);
        }
        verdict.criteria().watch().stream()
                .map(Criteria.Watch::name)
                .filter(name -> all.get("peak_" + name).value() != 0)
                .forEach(name -> add(
                        name,
                        "peak " + extreme(verdict, "peak_" + name) + ", at the end "
                                + quantity(all.get("end_" + name))));
    }

    private void response(Verdict verdict) {
        Endpoint free = verdict.endpoint("progression_free_survival");
        String until = free.isCensored()
                ? "no progression in " + at(free.censoredAt().orElseThrow())
                : "progression after " + at(free.value());
        Endpoint best = verdict.endpoint("best_change");
        String change = Double.isFinite(best.value())
                ? String.format(Locale.ROOT, "best change %+.0f %% in diameter; ", best.value())
                : "";
        add("response", verdict.bestResponse() + ", " + change + until);
    }

    private void event(Verdict verdict, String endpoint, String label) {
        double when = verdict.endpoint(endpoint).value();
        if (Double.isFinite(when) && when != verdict.since()) {
            add(label, "at " + at(when));
        }
    }

    private String extreme(Verdict verdict, String name) {
        return quantity(verdict.endpoint(name)) + " at "
                + at(verdict.endpoint(name + "_time").value());
    }

    private void doses(Report report) {
        Map<String, Long> given = report.doses().stream()
                .collect(Collectors.groupingBy(
                        dose -> dose.agent().isEmpty() ? "into " + dose.state() : dose.agent(),
                        LinkedHashMap::new,
                        Collectors.counting()));
        if (!given.isEmpty()) {
            add(
                    "doses",
                    given.entrySet().stream()
                            .map(entry -> entry.getValue() + " " + entry.getKey())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void events(Report report) {
        List<String> words = report.happenings().stream()
                .filter(happened -> happened.extinction() || !happened.label().isEmpty())
                .map(happened ->
                        happened.label() + (happened.extinction() ? " died out at " : " at ") + at(happened.time()))
                .toList();
        if (!words.isEmpty()) {
            int more = words.size() - MOST_EVENTS;
            add(
                    "events",
                    words.stream().limit(MOST_EVENTS).collect(Collectors.joining(", "))
                            + (more > 0 ? ", and " + more + " more" : ""));
        }
    }

    private String cost(Report report, String method, double seconds) {
        Statistics statistics = report.statistics();
        String steps = statistics.methods().entrySet().stream()
                .map(entry -> entry.getValue() + " by " + entry.getKey())
                .collect(Collectors.joining(", "));
        String stopped = report.status() == Report.Status.STOPPED ? "stopped at " : "";
        return String.format(
                Locale.ROOT,
                "%s%s in %.2f s; %s, steps: %s, %d rejected",
                stopped,
                at(report.time()),
                seconds,
                method,
                steps,
                statistics.rejected());
    }

    private void add(String label, String text) {
        facts.add(new Fact(label, text));
    }

    private String at(double when) {
        return Words.quantity(when, time);
    }

    private static String quantity(Endpoint endpoint) {
        return Double.isFinite(endpoint.value()) ? Words.quantity(endpoint.value(), endpoint.unit()) : "none";
    }
}

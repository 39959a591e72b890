package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.immunoedit.io.Glance;
import org.immunoedit.outcome.Words;

/** The part of a page that tells how a run was computed, from its sidecar. */
final class ReportNumerics {
    private final Glance run;
    private final ReportHtml html;
    private final String time;

    ReportNumerics(Glance run, ReportHtml html) {
        this.run = run;
        this.html = html;
        this.time = run.at("time_unit").text();
    }

    /** Writes it. */
    void write() {
        Glance solver = run.at("solver");
        Glance statistics = run.at("statistics");
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", solver.at("method").text());
        facts.put("steps", counts(statistics.at("methods")));
        facts.put("rejected steps", count(statistics.at("rejected")));
        facts.put("evaluations of the rates", count(statistics.at("rates")));
        facts.put("relative tolerance", ReportRun.number(solver.at("rtol")));
        facts.put("absolute tolerances", tolerances(solver.at("atol")));
        facts.put(
                "states that stay 0",
                solver.at("zero").items().stream().map(Glance::text).collect(Collectors.joining(", ")));
        run.at("run_in").number().ifPresent(length -> facts.put("run-in before time 0", Words.quantity(length, time)));
        facts.put(
                "ended",
                run.at("ending").at("status").text() + " at "
                        + ReportRun.number(run.at("ending").at("time")) + ReportRun.unit(time) + reason());
        facts.put("checked by a second solution", check(run.at("numerics")));
        html.element("h2", "Numerics").pairs(facts);
    }

    private String reason() {
        String reason = run.at("ending").at("reason").text();
        return reason.isEmpty() ? "" : ", by " + reason;
    }

    private static String counts(Glance methods) {
        return methods.members().entrySet().stream()
                .map(entry -> count(entry.getValue()) + " by " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Equal tolerances are told once. */
    private static String tolerances(Glance atol) {
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        atol.members()
                .forEach((state, value) -> byValue.computeIfAbsent(ReportRun.number(value), v -> new ArrayList<>())
                        .add(state));
        return byValue.entrySet().stream()
                .map(entry ->
                        entry.getKey() + (byValue.size() == 1 ? "" : " (" + String.join(", ", entry.getValue()) + ")"))
                .collect(Collectors.joining("; "));
    }

    private static String check(Glance numerics) {
        if (!numerics.isThere()) {
            return "";
        }
        OptionalDouble largest = numerics.at("differences").items().stream()
                .flatMapToDouble(difference -> difference.at("relative").number().stream())
                .max();
        return numerics.at("by").at("method").text()
                + (largest.isPresent() ? ", largest relative difference " + Words.number(largest.getAsDouble()) : "");
    }

    private static String count(Glance number) {
        OptionalDouble value = number.number();
        return value.isPresent() ? String.format(Locale.ROOT, "%.0f", value.getAsDouble()) : "";
    }
}

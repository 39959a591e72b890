package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.immunoedit.cli.ReportHtml.Head;
import org.immunoedit.io.Glance;
import org.immunoedit.outcome.Words;

/** The parts of a page that tell of one run, from its sidecar. */
final class ReportRun {
    /** More doses than these are told in groups. */
    private static final int MOST_DOSES = 12;

    /** Ending of the name of the endpoint that is the time of another. */
    private static final String TIME = "_time";

    private final Glance run;
    private final ReportHtml html;
    private final String time;

    ReportRun(Glance run, ReportHtml html) {
        this.run = run;
        this.html = html;
        this.time = run.at("time_unit").text();
    }

    /** The question and the verdict. */
    void answer() {
        html.element("p", run.at("scenario").at("description").text());
        Glance verdict = run.at("verdict");
        String phase = verdict.at("phase").text();
        html.open("div", "class", "verdict " + (phase.isEmpty() ? "undetermined" : phase));
        html.element("b", phase.isEmpty() ? "undetermined" : phase);
        verdict.at("since").number().ifPresent(since -> html.text(" since " + at(since)));
        html.element("p", verdict.at("why").text());
        html.close();
        List<List<String>> timeline = new ArrayList<>();
        for (Glance episode : verdict.at("timeline").items()) {
            timeline.add(List.of(
                    episode.at("phase").text(), number(episode.at("from")), number(episode.at("to")) + unit(time)));
        }
        if (timeline.size() > 1) {
            html.table(List.of(Head.text("phase"), Head.number("from"), Head.number("to")), timeline);
        }
    }

    /** What was given, measured and decided. */
    void course() {
        doses();
        endpoints();
        assessments();
        decisions();
        events();
        warnings();
    }

    private void doses() {
        List<Glance> doses = run.at("doses").items();
        if (doses.isEmpty()) {
            return;
        }
        html.element("h2", "Treatment");
        Map<String, List<Glance>> groups = new LinkedHashMap<>();
        for (Glance dose : doses) {
            String key = doses.size() <= MOST_DOSES
                    ? String.valueOf(groups.size())
                    : who(dose) + "\n" + number(dose.at("amount")) + "\n"
                            + dose.at("therapy").shown();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(dose);
        }
        List<List<String>> rows = new ArrayList<>();
        groups.values().forEach(group -> rows.add(dose(group)));
        html.table(
                List.of(
                        Head.text("agent"),
                        Head.text("into"),
                        Head.number("doses"),
                        Head.number("amount of each"),
                        Head.number("infused over"),
                        Head.number("at"),
                        Head.number("last at")),
                rows);
    }

    private List<String> dose(List<Glance> group) {
        Glance first = group.get(0);
        Glance last = group.get(group.size() - 1);
        String state = first.at("state").text();
        double duration = first.at("duration").number().orElse(0);
        return List.of(
                who(first),
                state.equals(who(first)) ? "" : state,
                group.size() > 1 ? String.valueOf(group.size()) : "",
                number(first.at("amount")) + unit(unitOf(state)),
                duration > 0 ? at(duration) : "",
                number(first.at("time")) + unit(time),
                group.size() > 1 ? number(last.at("time")) + unit(time) : "");
    }

    private static String who(Glance dose) {
        String agent = dose.at("agent").text();
        return agent.isEmpty() ? dose.at("state").text() : agent;
    }

    private String unitOf(String column) {
        return run.at("columns").items().stream()
                .filter(known -> known.at("name").text().equals(column))
                .map(known -> known.at("unit").text())
                .findFirst()
                .orElse("");
    }

    private void endpoints() {
        Map<String, Glance> endpoints = new LinkedHashMap<>();
        run.at("verdict")
                .at("endpoints")
                .items()
                .forEach(e -> endpoints.put(e.at("name").text(), e));
        List<List<String>> rows = new ArrayList<>();
        endpoints.forEach((name, endpoint) -> {
            boolean partOfAnother =
                    name.endsWith(TIME) && endpoints.containsKey(name.substring(0, name.length() - TIME.length()));
            String shown = observed(endpoint);
            if (!partOfAnother && !shown.isEmpty() && !isIdle(name, endpoints)) {
                String when = endpoints.containsKey(name + TIME) ? observed(endpoints.get(name + TIME)) : "";
                String unit = endpoint.at("unit").text();
                rows.add(List.of(
                        name.replace('_', ' '),
                        shown,
                        unit.equals("1") ? "" : unit,
                        when.isEmpty() ? "" : when + unit(time)));
            }
        });
        if (!rows.isEmpty()) {
            html.element("h2", "Endpoints");
            html.element("p", response());
            html.table(
                    List.of(Head.text("endpoint"), Head.number("value"), Head.text("unit"), Head.number("at")), rows);
        }
    }

    private static String observed(Glance endpoint) {
        OptionalDouble censored = endpoint.at("censored_at").number();
        return censored.isPresent()
                ? "not until " + Words.number(censored.getAsDouble())
                : number(endpoint.at("value"));
    }

    /** Whether an endpoint is of a watched column that has never left 0. */
    private static boolean isIdle(String name, Map<String, Glance> endpoints) {
        String watched = name.replaceFirst("^(peak|end|band)_", "");
        Glance peak = endpoints.get("peak_" + watched);
        return !watched.equals(name)
                && peak != null
                && peak.at("value").number().orElse(1) == 0;
    }

    private String response() {
        String best = run.at("verdict").at("best_response").text().replace('_', ' ');
        return best.isEmpty() || best.equals("not evaluable") ? "" : "Best response by RECIST 1.1: " + best + ".";
    }

    private void assessments() {
        List<List<String>> rows = new ArrayList<>();
        for (Glance taken : run.at("verdict").at("assessments").items()) {
            rows.add(List.of(
                    number(taken.at("time")),
                    number(taken.at("diameter")),
                    number(taken.at("from_baseline")),
                    number(taken.at("from_nadir")),
                    taken.at("response").text().replace('_', ' ')));
        }
        if (rows.size() > 1) {
            html.open("details").element("summary", rows.size() + " assessments of the tumor");
            html.table(
                    List.of(
                            Head.number("at" + unit(time)),
                            Head.number("diameter (mm)"),
                            Head.number("from baseline (%)"),
                            Head.number("from nadir (%)"),
                            Head.text("response")),
                    rows);
            html.close();
        }
    }

    private void decisions() {
        List<List<String>> rows = new ArrayList<>();
        for (Glance decision : run.at("decisions").items()) {
            String because = decision.at("because").items().stream()
                    .map(reading -> reading.at("what").text() + " = "
                            + (reading.at("response").isThere()
                                    ? reading.at("response").text()
                                    : number(reading.at("value"))))
                    .collect(Collectors.joining("; "));
            String acts = decision.at("acts").items().stream()
                    .map(act -> act.at("verb").text() + " " + act.at("subject").text() + doses(act))
                    .collect(Collectors.joining("; "));
            rows.add(List.of(
                    number(decision.at("time")) + unit(time),
                    decision.at("label").text(),
                    because,
                    acts));
        }
        if (!rows.isEmpty()) {
            html.element("h2", "Decisions");
            html.table(List.of(Head.number("at"), Head.text("rule"), Head.text("because"), Head.text("decided")), rows);
        }
    }

    private static String doses(Glance act) {
        double doses = act.at("doses").number().orElse(0);
        return doses > 0 ? String.format(Locale.ROOT, " (%.0f doses)", doses) : "";
    }

    private void events() {
        List<List<String>> rows = new ArrayList<>();
        for (Glance event : run.at("events").items()) {
            String label = event.at("label").text();
            rows.add(List.of(
                    number(event.at("time")) + unit(time),
                    event.at("extinction").isTrue() ? label + " died out" : label));
        }
        if (!rows.isEmpty()) {
            html.element("h2", "Events");
            html.table(List.of(Head.number("at"), Head.text("what")), rows);
        }
    }

    private void warnings() {
        List<Glance> warnings = run.at("warnings").items();
        if (!warnings.isEmpty()) {
            html.element("h2", "Warnings").open("ul");
            warnings.forEach(warning -> html.element("li", warning.at("found").text()));
            html.close();
        }
    }

    private String at(double when) {
        return Words.quantity(when, time);
    }

    /** A unit after its number; the unit 1 is not written. */
    static String unit(String unit) {
        return unit.isEmpty() || unit.equals("1") ? "" : " " + unit;
    }

    /** A number with four digits, or nothing where none is. */
    static String number(Glance number) {
        OptionalDouble value = number.number();
        return value.isPresent() ? Words.number(value.getAsDouble()) : "";
    }
}

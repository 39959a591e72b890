package org.immunoedit.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.immunoedit.outcome.Episode;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/**
 * What a sidecar {@code NAME.meta.json} tells about a run, as far as a reader of results needs it. A sidecar of another
 * version is read as far as its keys are known.
 *
 * @param title name of the scenario
 * @param timeUnit empty when unknown
 * @param columns with units and meanings, in file order
 * @param doses as they were given
 * @param happenings events and decisions
 * @param verdict if the run was judged
 */
public record Sidecar(
        String title,
        String timeUnit,
        List<RunRecord.Column> columns,
        List<Shot> doses,
        List<Happening> happenings,
        Optional<Judged> verdict) {
    public Sidecar {
        columns = List.copyOf(columns);
        doses = List.copyOf(doses);
        happenings = List.copyOf(happenings);
    }

    /**
     * A dose.
     *
     * @param agent empty when it went into a state directly
     * @param amount in the unit of the state
     */
    public record Shot(double time, String agent, String state, double amount) {}

    /** An event that fired or a rule that acted, in words. */
    public record Happening(double time, String words) {}

    /**
     * How the run was judged.
     *
     * @param bounds levels of the tumor by their names
     * @param watched names of watched columns
     */
    public record Judged(
            String phase,
            String why,
            List<Episode> timeline,
            String tumor,
            String tumorUnit,
            Map<String, Double> bounds,
            List<String> watched) {
        public Judged {
            timeline = List.copyOf(timeline);
            bounds = Collections.unmodifiableMap(new TreeMap<>(bounds));
            watched = List.copyOf(watched);
        }
    }

    /** Reads a sidecar; empty after an error. */
    public static Optional<Sidecar> read(byte[] bytes, String file, Problems problems) {
        Optional<Json> json = JsonReader.parse(bytes, file, problems);
        if (json.isEmpty() || problems.hasErrors()) {
            return Optional.empty();
        }
        Glance root = new Glance(json.get());
        if (!root.at("columns").isThere() || !root.at("time_unit").isThere()) {
            problems.error("sidecar", Place.startOf(file), "this is not the sidecar of a run", "what run -o writes");
            return Optional.empty();
        }
        List<RunRecord.Column> columns = root.at("columns").items().stream()
                .map(column -> new RunRecord.Column(
                        column.at("name").text(),
                        column.at("unit").text(),
                        column.at("about").text()))
                .toList();
        return Optional.of(new Sidecar(
                root.at("scenario").at("name").text(),
                root.at("time_unit").text(),
                columns,
                doses(root),
                happenings(root),
                root.at("verdict").isThere() ? Optional.of(judged(root.at("verdict"))) : Optional.empty()));
    }

    private static List<Shot> doses(Glance root) {
        return root.at("doses").items().stream()
                .map(dose -> new Shot(
                        dose.at("time").number().orElse(Double.NaN),
                        dose.at("agent").text(),
                        dose.at("state").text(),
                        dose.at("amount").number().orElse(Double.NaN)))
                .toList();
    }

    private static List<Happening> happenings(Glance root) {
        List<Happening> all = new ArrayList<>();
        for (Glance event : root.at("events").items()) {
            String label = event.at("label").text();
            add(event, event.at("extinction").isTrue() ? label + " extinct" : label, all);
        }
        for (Glance decision : root.at("decisions").items()) {
            String label = decision.at("label").text();
            String acts = decision.at("acts").items().stream()
                    .map(act -> act.at("verb").text() + " " + act.at("subject").text())
                    .collect(Collectors.joining(", "));
            add(decision, label.isEmpty() ? acts : label + ": " + acts, all);
        }
        return all;
    }

    private static void add(Glance happening, String words, List<Happening> all) {
        happening.at("time").number().ifPresent(time -> all.add(new Happening(time, words)));
    }

    private static Judged judged(Glance verdict) {
        List<Episode> timeline = new ArrayList<>();
        for (Glance episode : verdict.at("timeline").items()) {
            double from = episode.at("from").number().orElse(Double.NaN);
            double to = episode.at("to").number().orElse(Double.NaN);
            Optional<Phase> phase = phase(episode.at("phase").text());
            if (phase.isPresent() && from <= to) {
                timeline.add(new Episode(phase.get(), from, to));
            }
        }
        Glance criteria = verdict.at("criteria");
        Map<String, Double> bounds = new TreeMap<>();
        for (String name : List.of("eliminated_below", "escaped_above")) {
            criteria.at("bounds").at(name).number().ifPresent(value -> bounds.put(name, value));
        }
        return new Judged(
                verdict.at("phase").text(),
                verdict.at("why").text(),
                timeline,
                criteria.at("tumor").text(),
                criteria.at("tumor_unit").text(),
                bounds,
                criteria.at("watch").items().stream()
                        .map(watched -> watched.at("name").text())
                        .toList());
    }

    /** The phase of a name, as output has it. */
    public static Optional<Phase> phase(String name) {
        for (Phase phase : Phase.values()) {
            if (phase.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }
}

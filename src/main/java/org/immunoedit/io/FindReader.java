package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.io.Find.EndpointLimit;
import org.immunoedit.model.Literal;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sweep.Axis;
import org.immunoedit.sweep.BoundarySearch;
import org.immunoedit.sweep.Range;
import org.immunoedit.sweep.Spread;
import org.immunoedit.sweep.Variation;

/** Reads the object {@code find} of a sweep. */
final class FindReader {
    private static final String EXAMPLE = "an object such as {\"vary\": \"therapies[0].amount\", "
            + "\"between\": [\"1e6 cell\", \"1e9 cell\"], \"phase\": \"elimination\"}";
    private static final int SCAN = 17;
    private static final int MOST_SCANNED = 10_000;
    private static final double RTOL = 0.01;
    private static final double LEAST_RTOL = 1e-12;
    /** Paths whose values are counts. */
    private static final String WHOLE = "(.*\\.)?(doses|addl|count|max_steps)|indices\\..+";

    private final Problems problems;
    private final SweptUnit unit;

    FindReader(Problems problems) {
        this.problems = problems;
        unit = new SweptUnit(problems);
    }

    /** Reads it; empty after an error. */
    Optional<Find> read(Json json) {
        return Fields.of(json, EXAMPLE, problems).flatMap(f -> {
            Optional<Find> find = find(f);
            f.finish();
            return find.filter(found -> !problems.hasErrors());
        });
    }

    private Optional<Find> find(Fields f) {
        Optional<Json.Text> vary = f.need("vary", "the path of the value to find")
                .flatMap(json -> Shape.name(json, "a path such as \"therapies[0].amount\"", problems));
        Optional<Axis> axis = vary.flatMap(path -> axis(f, path.value().strip()));
        boolean largest = "largest".equals(word(f, "wanted", List.of("smallest", "largest")));
        int scan = scan(f);
        double rtol = rtol(f);
        List<Phase> phases = phases(f);
        Optional<EndpointLimit> limit = limit(f);
        if (phases.isEmpty() == limit.isEmpty() && !problems.hasErrors()) {
            String found = (limit.isPresent() ? "both" : "neither") + " of \"phase\" and \"endpoint\"";
            problems.error("conflict", f.place(), found, "one of them");
        }
        if (problems.hasErrors() || axis.isEmpty()) {
            return Optional.empty();
        }
        Variation target = new Variation(
                vary.get().value().strip(),
                unit.text(),
                new Spread.Levels(axis.get().scan(scan), List.of()));
        BoundarySearch search = new BoundarySearch(axis.get(), largest, scan, rtol);
        return Optional.of(new Find(target, vary.get().place(), search, phases, limit));
    }

    private Optional<Axis> axis(Fields f, String path) {
        boolean log = "log".equals(word(f, "scale", List.of("linear", "log")));
        List<Double> ends = new ArrayList<>();
        Optional<Json> between = f.need("between", "a list of two values");
        between.flatMap(json -> Shape.list(json, "a list of two values", problems))
                .ifPresent(list -> list.items().forEach(item -> {
                    OptionalDouble end = unit.number(item);
                    end.ifPresent(ends::add);
                }));
        if (problems.hasErrors() || between.isEmpty()) {
            return Optional.empty();
        }
        if (ends.size() != 2) {
            String found = ends.size() + " values are no interval";
            problems.error("value", between.get().place(), found, "a list of two values");
            return Optional.empty();
        }
        try {
            return Optional.of(new Axis(new Range(ends.get(0), ends.get(1), log), path.matches(WHOLE)));
        } catch (IllegalArgumentException e) {
            problems.error(
                    "range",
                    between.get().place(),
                    e.getMessage(),
                    "two values of moderate size, the smaller one first");
            return Optional.empty();
        }
    }

    private int scan(Fields f) {
        int scan = f.whole("scan", 2).orElse(SCAN);
        if (scan > MOST_SCANNED) {
            problems.error("range", f.place().child("scan"), scan + " first values", "at most " + MOST_SCANNED);
        }
        return scan;
    }

    private double rtol(Fields f) {
        double rtol = f.number("rtol", "a number such as 0.01").orElse(RTOL);
        if (!(rtol >= LEAST_RTOL && rtol < 1)) {
            problems.error(
                    "range",
                    f.get("rtol").map(Json::place).orElse(f.place()),
                    NumberText.of(rtol) + " is not the width of a bracket",
                    "a number from 1e-12 to below 1");
        }
        return rtol;
    }

    /** One of some words, or empty. */
    private String word(Fields f, String key, List<String> words) {
        Optional<Json> json = f.get(key);
        String expected = "\"" + String.join("\" or \"", words) + "\"";
        String word = f.text(key, expected);
        if (!word.isEmpty() && !words.contains(word)) {
            wrongWord(json.orElseThrow(), expected, words);
        }
        return word;
    }

    private void wrongWord(Json json, String expected, List<String> words) {
        problems.add(Problem.error("value", json.place(), json.shown() + " is not known here", expected)
                .withHint(json instanceof Json.Text text ? Nearest.hint(text.value(), words) : ""));
    }

    /** One phase or a list of them. */
    private List<Phase> phases(Fields f) {
        Optional<Json> json = f.get("phase");
        if (json.isEmpty()) {
            return List.of();
        }
        List<Json> items = json.get() instanceof Json.Array list ? list.items() : List.of(json.get());
        List<Phase> phases = new ArrayList<>();
        for (Json item : items) {
            Shape.text(item, "a phase such as \"elimination\"", problems)
                    .flatMap(this::phase)
                    .ifPresent(phases::add);
        }
        if (items.isEmpty()) {
            problems.error("empty", json.get().place(), "there is no phase", "a phase such as \"elimination\"");
        }
        return phases;
    }

    private Optional<Phase> phase(Json.Text text) {
        List<String> words = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            if (phase.toString().equals(text.value().strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(phase);
            }
            words.add(phase.toString());
        }
        wrongWord(text, "one of " + String.join(", ", words), words);
        return Optional.empty();
    }

    private Optional<EndpointLimit> limit(Fields f) {
        Optional<Json> endpoint = f.get("endpoint");
        boolean below = f.has("below");
        Optional<Json> value = below ? f.get("below") : f.get("above");
        Place place = endpoint.or(() -> value).map(Json::place).orElse(f.place());
        if (f.has("above") && below || endpoint.isPresent() != value.isPresent()) {
            problems.error(
                    "conflict",
                    place,
                    "an endpoint needs one limit, and a limit an endpoint",
                    "\"endpoint\" with \"below\" or \"above\"");
            return Optional.empty();
        }
        Optional<Json.Text> name =
                endpoint.flatMap(json -> Shape.name(json, "the name of an endpoint such as \"nadir\"", problems));
        Optional<Literal> literal = value.flatMap(json -> Measure.VALUE.read(json, problems));
        return name.isEmpty() || literal.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new EndpointLimit(name.get().value().strip(), name.get().place(), literal.get(), below));
    }
}

package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunoedit.io.SweepPlan.Keep;
import org.immunoedit.io.SweepPlan.Output;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** Reads what a sweep is to keep and to report: {@code keep}, {@code quantiles}, {@code sensitivity}. */
final class SweepOutputReader {
    private static final String KEEP = "\"endpoints\", \"trajectories\" or \"bands\"";
    private static final String QUANTILES = "quantiles";
    private static final String SHARES = "ascending shares such as [0.05, 0.5, 0.95]";
    private static final String SENSITIVITY = "an object such as {\"escaped_above\": [0.5, 2], \"horizon\": [0.75]}";

    private final Problems problems;

    SweepOutputReader(Problems problems) {
        this.problems = problems;
    }

    Output read(Fields sweep) {
        Keep keep = keep(sweep);
        List<Double> quantiles = quantiles(sweep);
        if (keep != Keep.BANDS && sweep.has(QUANTILES)) {
            Place wrong = sweep.get(QUANTILES).map(Json::place).orElse(sweep.place());
            problems.error("conflict", wrong, "\"quantiles\" where no bands are kept", "\"keep\": \"bands\"");
        }
        Place place = sweep.get("keep").map(Json::place).orElse(sweep.place());
        return new Output(keep, quantiles, sensitivity(sweep), place);
    }

    private Keep keep(Fields sweep) {
        String word = sweep.text("keep", KEEP);
        for (Keep keep : Keep.values()) {
            if (keep.name().toLowerCase(Locale.ROOT).equals(word)) {
                return keep;
            }
        }
        if (!word.isEmpty()) {
            Place place = sweep.get("keep").map(Json::place).orElse(sweep.place());
            problems.error("value", place, "\"" + word + "\" cannot be kept", KEEP);
        }
        return Keep.ENDPOINTS;
    }

    private List<Double> quantiles(Fields sweep) {
        List<Double> shares = new ArrayList<>();
        for (Json json : sweep.list(QUANTILES, SHARES)) {
            Optional<Json.Number> number = Shape.number(json, "a share from 0 to 1", problems);
            double last = shares.isEmpty() ? -1 : shares.get(shares.size() - 1);
            if (number.isPresent()
                    && !(number.get().value() > last
                            && number.get().value() >= 0
                            && number.get().value() <= 1)) {
                problems.error("range", json.place(), json.shown() + " is not the next share", SHARES);
            }
            number.ifPresent(n -> shares.add(n.value()));
        }
        return shares.isEmpty() ? SweepPlan.QUANTILES : shares;
    }

    private List<Moved> sensitivity(Fields sweep) {
        List<Moved> moved = new ArrayList<>();
        sweep.get("sensitivity")
                .flatMap(json -> Fields.of(json, SENSITIVITY, problems))
                .ifPresent(f -> {
                    for (Moved.Definition what : Moved.Definition.values()) {
                        for (Json factor : f.list(what.toString(), "a list of factors such as [0.5, 2]")) {
                            factor(what, factor).ifPresent(moved::add);
                        }
                    }
                    f.finish();
                });
        return moved;
    }

    private Optional<Moved> factor(Moved.Definition what, Json json) {
        Optional<Json.Number> number = Shape.number(json, "a factor such as 0.5", problems);
        double most = what == Moved.Definition.HORIZON ? 1 : Double.POSITIVE_INFINITY;
        if (number.isPresent() && !(number.get().value() > 0 && number.get().value() < most)) {
            String expected = most == 1 ? "a factor between 0 and 1: a run is not made longer" : "a factor above 0";
            problems.error("range", json.place(), json.shown() + " is not a factor of " + what, expected);
            return Optional.empty();
        }
        return number.map(n -> new Moved(what, n.value(), json.place()));
    }
}

package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.io.Scenario.Rows;
import org.immunoedit.io.Scenario.TimeGrid;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/** Reads the {@code time} of a scenario: start (default 0), end, and where rows lie (default 201 points). */
final class TimeReader {
    /** Number of rows when the scenario does not say. */
    static final int DEFAULT_POINTS = 201;
    /** Keys that say where rows lie, of which a scenario has one at most. */
    static final List<String> WAYS = List.of("every", "at", "points");

    private final Problems problems;

    TimeReader(Problems problems) {
        this.problems = problems;
    }

    Optional<TimeGrid> read(Json json) {
        return Fields.of(json, "an object such as {\"end\": \"2 y\", \"every\": \"1 d\"}", problems)
                .flatMap(this::grid);
    }

    /** A grid in place of one that cannot be read, so that other faults are found too. */
    static TimeGrid nothing(Place place) {
        Literal zero = new Literal(0, Optional.empty(), place);
        Literal one = new Literal(1, Optional.empty(), place);
        return new TimeGrid(zero, one, new Rows.Points(DEFAULT_POINTS), place);
    }

    private Optional<TimeGrid> grid(Fields f) {
        Literal start = f.get("start")
                .flatMap(json -> Measure.TIME.read(json, problems))
                .orElseGet(() -> new Literal(0, Optional.empty(), f.place()));
        boolean endsWithRows = f.has("at") && !f.has("end");
        Optional<Json> endText = endsWithRows ? last(f) : f.need("end", "the end of the run such as \"2 y\"");
        Problems own = endsWithRows ? new Problems() : problems;
        Optional<Literal> end = endText.flatMap(json -> Measure.TIME.read(json, own));
        if (end.isPresent() && difference(start, end.get()).orElse(1) <= 0) {
            String found = "the end, " + endText.get().shown() + ", is not after the start";
            problems.error("range", end.get().place(), found, "a later time");
        }
        Optional<Rows> rows = rows(f, start, end);
        f.finish();
        return end.flatMap(e -> rows.map(r -> new TimeGrid(start, e, r, f.place())));
    }

    /** Without an end the run ends with its last row; whether that is a time is told with the rows. */
    private static Optional<Json> last(Fields f) {
        return f.get("at")
                .filter(json -> json instanceof Json.Array list && !list.items().isEmpty())
                .map(json -> ((Json.Array) json).items())
                .map(items -> items.get(items.size() - 1));
    }

    private Optional<Rows> rows(Fields f, Literal start, Optional<Literal> end) {
        List<String> given = WAYS.stream().filter(f::has).toList();
        for (String second : given.subList(Math.min(1, given.size()), given.size())) {
            String found = "\"" + second + "\" together with \"" + given.get(0) + "\"";
            problems.error("conflict", f.get(second).orElseThrow().place(), found, "only one of every, at, points");
        }
        Optional<Rows> every = f.get("every")
                .flatMap(json -> Measure.INTERVAL.read(json, problems))
                .map(Rows.Every::new);
        Optional<Rows> at = f.get("at").flatMap(json -> at(json, start, end));
        Optional<Rows> points = f.get("points").flatMap(this::points);
        if (given.isEmpty()) {
            return Optional.of(new Rows.Points(DEFAULT_POINTS));
        }
        return given.get(0).equals("every") ? every : given.get(0).equals("at") ? at : points;
    }

    private Optional<Rows> points(Json json) {
        OptionalInt count = Shape.whole(json, 2, problems);
        return count.isPresent() ? Optional.of(new Rows.Points(count.getAsInt())) : Optional.empty();
    }

    private Optional<Rows> at(Json json, Literal start, Optional<Literal> end) {
        Optional<Json.Array> list = Shape.list(json, "a list of times such as [0, 7, 14]", problems);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        List<Literal> times = new ArrayList<>();
        for (Json item : list.get().items()) {
            Measure.TIME.read(item, problems).ifPresent(time -> {
                if (!times.isEmpty()
                        && difference(times.get(times.size() - 1), time).orElse(1) <= 0) {
                    problems.error(
                            "range", item.place(), item.shown() + " is not after the time before it", "rising times");
                }
                if (end.isPresent() && difference(end.get(), time).orElse(0) > 0) {
                    problems.error("range", item.place(), item.shown() + " is after the end", "times up to the end");
                }
                if (difference(time, start).orElse(0) > 0) {
                    problems.error(
                            "range", item.place(), item.shown() + " is before the start", "times from the start");
                }
                times.add(time);
            });
        }
        if (list.get().items().isEmpty()) {
            problems.error("empty", json.place(), "this list is empty", "at least one time");
        }
        return Optional.of(new Rows.At(times));
    }

    /**
     * Time from the first to the second, in the first one's unit. Empty when only one of them has a unit: then it takes
     * the model's time unit to compare them.
     */
    private static OptionalDouble difference(Literal first, Literal second) {
        if (first.unit().isPresent() && second.unit().isPresent()) {
            Unit unit = first.unit().get();
            return OptionalDouble.of(second.value() * second.unit().get().factorTo(unit) - first.value());
        }
        boolean comparable =
                first.unit().isEmpty() && second.unit().isEmpty() || first.value() == 0 || second.value() == 0;
        return comparable ? OptionalDouble.of(second.value() - first.value()) : OptionalDouble.empty();
    }
}

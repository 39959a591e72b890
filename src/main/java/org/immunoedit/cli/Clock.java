package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunoedit.io.Scenario;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Horizon;
import org.immunoedit.sim.Grid;
import org.immunoedit.sim.Times;
import org.immunoedit.unit.Unit;

/**
 * A scenario's time in the unit of its model.
 *
 * @param start first instant (model time)
 * @param end last instant (model time)
 * @param grid times of the rows
 * @param every distance of the rows where they have one, else the whole span (model time)
 */
record Clock(double start, double end, Grid grid, double every) {
    /** Stands in for a time that could not be read. */
    static final Clock NONE = new Clock(0, 1, Grid.at(List.of(1.0)), 1);

    /** More rows than a person or a spreadsheet can use. */
    private static final long MANY_ROWS = 10_000_000;

    /** The part of the input that treatment needs. */
    Horizon horizon(Unit time) {
        return new Horizon(start, end, time);
    }

    /**
     * Converts a time grid.
     *
     * @param time the model's unit of time
     * @param problems receives an end before the start, times out of order or outside, and a warning for very many rows
     */
    static Optional<Clock> of(Scenario.TimeGrid grid, Unit time, Problems problems) {
        if (!written(grid).allMatch(literal -> fits(literal, time, problems))) {
            return Optional.empty();
        }
        double start = in(time, grid.start());
        double end = in(time, grid.end());
        if (!(start < end)) {
            tell(grid.end(), "the end is not after the start", "a later time", problems);
            return Optional.empty();
        }
        if (grid.rows() instanceof Scenario.Rows.Every every) {
            return every(start, end, in(time, every.interval()), every.interval(), problems);
        }
        if (grid.rows() instanceof Scenario.Rows.Points points) {
            warnOfMany(points.count(), grid.end(), problems);
            double interval = (end - start) / Math.max(1, points.count() - 1);
            return Optional.of(new Clock(start, end, Grid.points(start, end, points.count()), interval));
        }
        return at(start, end, ((Scenario.Rows.At) grid.rows()).times(), time, problems);
    }

    /** An error, unless the reader has found one there: it compares what is written in one unit. */
    private static void tell(Literal literal, String found, String expected, Problems problems) {
        if (!problems.hasErrorAt(literal.place())) {
            problems.error("time", literal.place(), found, expected);
        }
    }

    private static Stream<Literal> written(Scenario.TimeGrid grid) {
        Stream<Literal> rows = grid.rows() instanceof Scenario.Rows.Every every
                ? Stream.of(every.interval())
                : grid.rows() instanceof Scenario.Rows.At at ? at.times().stream() : Stream.of();
        return Stream.concat(Stream.of(grid.start(), grid.end()), rows);
    }

    /** Whether a literal time can be told in the model's unit: not where the model's time is a pure number. */
    static boolean fits(Literal literal, Unit time, Problems problems) {
        boolean fits = literal.unit().map(time::sameDimension).orElse(true);
        if (!fits) {
            problems.error(
                    "unit",
                    literal.place(),
                    "a time in " + literal.unit().get().text() + ", but the model's time has no unit",
                    "a bare number");
        }
        return fits;
    }

    /** A literal time in the model's unit, which it {@link #fits}. */
    static double in(Unit time, Literal literal) {
        return literal.unit().map(unit -> literal.value() * unit.factorTo(time)).orElse(literal.value());
    }

    private static Optional<Clock> every(double start, double end, double every, Literal literal, Problems problems) {
        double rows = (end - start) / every;
        if (rows >= Integer.MAX_VALUE - 2) {
            problems.error(
                    "time",
                    literal.place(),
                    String.format(java.util.Locale.ROOT, "%.3g rows", rows),
                    "fewer than 2147483647 rows");
            return Optional.empty();
        }
        warnOfMany((long) rows, literal, problems);
        return Optional.of(new Clock(start, end, Grid.every(start, end, every), every));
    }

    private static Optional<Clock> at(double start, double end, List<Literal> times, Unit time, Problems problems) {
        List<Double> rows = new ArrayList<>();
        boolean good = true;
        for (Literal literal : times) {
            double t = in(time, literal);
            boolean ascending = rows.isEmpty() || t > rows.get(rows.size() - 1);
            if (!(t >= start && t <= end && ascending)) {
                tell(
                        literal,
                        "this row is " + (ascending ? "outside the run" : "not in order"),
                        "ascending times between the start and the end",
                        problems);
                good = false;
            }
            rows.add(t);
        }
        if (rows.isEmpty() || !Times.same(rows.get(rows.size() - 1), end)) {
            rows.add(end);
        }
        return good ? Optional.of(new Clock(start, end, Grid.at(rows), end - start)) : Optional.empty();
    }

    private static void warnOfMany(long rows, Literal place, Problems problems) {
        if (rows > MANY_ROWS) {
            problems.add(Problem.warning("many-rows", place.place(), rows + " rows of output", "")
                    .withHint("fewer rows change no value"));
        }
    }
}

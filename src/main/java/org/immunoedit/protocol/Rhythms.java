package org.immunoedit.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.protocol.Therapy.Cycle;

/**
 * Works out when doses are given. Every time is computed from the start by one multiplication, never by adding up, so
 * that the thousandth dose is as exact as the first.
 */
final class Rhythms {
    /** Most doses of a run: far beyond any protocol, little enough for memory. */
    static final int MOST_DOSES = 1_000_000;

    private final Horizon horizon;
    private final Clock clock;
    private final Faults faults;
    private long left = MOST_DOSES;

    Rhythms(Horizon horizon, Clock clock, Faults faults) {
        this.horizon = horizon;
        this.clock = clock;
        this.faults = faults;
    }

    /** Numbers of one therapy; {@code total} is infinite when the doses go on to the end of the run. */
    private record Series(double start, double lag, double every, double total) {
        /** Time of dose {@code k} without lag. */
        double scheduled(long k) {
            return k == 0 ? start : start + k * every;
        }

        double given(long k) {
            return scheduled(k) + lag;
        }
    }

    /** The times of a therapy's doses; empty after an error. */
    Optional<Rhythm> of(Therapy therapy) {
        OptionalDouble start = therapy.start().map(clock::time).orElse(OptionalDouble.of(0));
        OptionalDouble lag = therapy.lag().map(clock::time).orElse(OptionalDouble.of(0));
        boolean sound = !contradicts(therapy);
        Optional<Rhythm> rhythm =
                therapy.cycle().isPresent() ? cycles(therapy.cycle().get(), start, lag) : repeats(therapy, start, lag);
        return sound ? rhythm.filter(found -> inside(found, therapy)) : Optional.empty();
    }

    private boolean contradicts(Therapy therapy) {
        boolean repeated = therapy.doses().isPresent() || therapy.until().isPresent();
        if (therapy.cycle().isPresent() && (therapy.every().isPresent() || repeated)) {
            String found = "cycle together with every, doses or until";
            faults.error("conflict", therapy.place(), found, "either a cycle or every with doses or until");
            return true;
        }
        if (therapy.doses().isPresent() && therapy.until().isPresent()) {
            faults.error("conflict", therapy.place(), "until together with doses", "one of them");
            return true;
        }
        boolean several = therapy.doses().orElse(1) > 1 || therapy.until().isPresent();
        if (several && therapy.every().isEmpty() && therapy.cycle().isEmpty()) {
            faults.error("missing-key", therapy.place(), "several doses without every", "\"every\": \"3 wk\"");
            return true;
        }
        if (therapy.doses().orElse(1) < 1) {
            int doses = therapy.doses().getAsInt();
            faults.error("range", therapy.place(), doses + " doses", "doses of 1 or more");
            return true;
        }
        return false;
    }

    private Optional<Rhythm> repeats(Therapy therapy, OptionalDouble start, OptionalDouble lag) {
        OptionalDouble every = therapy.every().map(clock::positive).orElse(OptionalDouble.of(Double.POSITIVE_INFINITY));
        OptionalDouble until = therapy.until().map(clock::time).orElse(OptionalDouble.of(Double.POSITIVE_INFINITY));
        if (start.isEmpty() || lag.isEmpty() || every.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        double most = therapy.every().isEmpty() ? 1 : therapy.doses().orElse(Integer.MAX_VALUE);
        boolean open = therapy.every().isPresent() && therapy.doses().isEmpty();
        Series series = new Series(
                start.getAsDouble(), lag.getAsDouble(), every.getAsDouble(), open ? Double.POSITIVE_INFINITY : most);
        if (therapy.until().isPresent()) {
            return until(series, until.getAsDouble(), therapy);
        }
        double inRun = Math.min(series.total(), count(series, horizon.end(), true));
        long after = open ? 0 : (long) (series.total() - inRun);
        return generated(
                series, inRun, after, therapy.every().map(Literal::place).orElse(therapy.place()));
    }

    private Optional<Rhythm> until(Series series, double until, Therapy therapy) {
        Place place = therapy.until().orElseThrow().place();
        Series unlagged = new Series(series.start(), 0, series.every(), series.total());
        double asked = count(unlagged, until, false);
        if (asked == 0) {
            String found = "no dose: until is " + clock.text(until) + ", but the first dose is at "
                    + clock.text(series.start());
            faults.error("range", place, found, "a time after the start");
            return Optional.empty();
        }
        double inRun = Math.min(asked, count(series, horizon.end(), true));
        double after = asked - inRun;
        return generated(series, inRun, (long) after, place);
    }

    /** How many doses of an endless series are given before a limit, or at it too; may be infinite. */
    private static double count(Series series, double limit, boolean inclusive) {
        double guess = Math.floor((limit - series.lag() - series.start()) / series.every());
        if (!(guess < 1e15)) {
            return guess;
        }
        long k = Math.max(0, (long) guess - 2);
        // an interval below the resolution of time never leaves the limit behind; so many are refused anyway
        while (k <= guess + MOST_DOSES
                && (Clock.before(series.given(k), limit) || inclusive && Clock.same(series.given(k), limit))) {
            k++;
        }
        return k;
    }

    private Optional<Rhythm> generated(Series series, double count, long after, Place place) {
        if (tooMany(count, place)) {
            return Optional.empty();
        }
        double[] times = new double[(int) count];
        Arrays.setAll(times, series::given);
        return Optional.of(new Rhythm(times, after));
    }

    private boolean tooMany(double count, Place place) {
        if (count <= left) {
            left -= (long) count;
            return false;
        }
        String found = count > MOST_DOSES
                ? Wording.number(count) + " doses"
                : Wording.number(count) + " doses after " + (MOST_DOSES - left) + " others";
        faults.error("too-many-doses", place, found, "at most " + MOST_DOSES + " doses in a run");
        return true;
    }

    private Optional<Rhythm> cycles(Cycle cycle, OptionalDouble start, OptionalDouble lag) {
        OptionalDouble length = clock.positive(cycle.length());
        OptionalDouble day = clock.day();
        List<OptionalDouble> hours = cycle.times().stream().map(clock::time).toList();
        if (day.isEmpty()) {
            String found = "a cycle has days, but the model's time has no unit";
            faults.error("unit", cycle.place(), found, "every with doses or until");
        }
        boolean daysGood =
                length.isPresent() && day.isPresent() && goodDays(cycle, length.getAsDouble() / day.getAsDouble());
        if (cycle.count() < 1) {
            faults.error("range", cycle.place(), cycle.count() + " cycles", "a count of 1 or more");
        }
        if (!daysGood
                || cycle.count() < 1
                || start.isEmpty()
                || lag.isEmpty()
                || hours.stream().anyMatch(OptionalDouble::isEmpty)) {
            return Optional.empty();
        }
        double[] offsets = offsets(cycle, day.getAsDouble(), hours);
        Series series = new Series(start.getAsDouble(), lag.getAsDouble(), length.getAsDouble(), cycle.count());
        return pattern(series, offsets, cycle.place());
    }

    private boolean goodDays(Cycle cycle, double lengthInDays) {
        Set<Integer> seen = new HashSet<>();
        for (int day : cycle.days()) {
            if (day < 1 || !Clock.before(day - 1, lengthInDays)) {
                String found = "day " + day + " is not in a cycle of " + Wording.number(lengthInDays) + " d";
                faults.error("range", cycle.place(), found, "days from 1 on");
                return false;
            }
            if (!seen.add(day)) {
                faults.error("range", cycle.place(), "day " + day + " is listed twice", "each day once");
                return false;
            }
        }
        if (cycle.days().isEmpty()) {
            faults.error("range", cycle.place(), "a cycle without days", "\"days\": [1]");
        }
        return !cycle.days().isEmpty();
    }

    /** Times of the doses of a cycle after its start, ascending. */
    private static double[] offsets(Cycle cycle, double day, List<OptionalDouble> times) {
        List<OptionalDouble> ofDay = times.isEmpty() ? List.of(OptionalDouble.of(0)) : times;
        return cycle.days().stream()
                .flatMap(d -> ofDay.stream().map(t -> (d - 1) * day + t.getAsDouble()))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    private Optional<Rhythm> pattern(Series series, double[] offsets, Place place) {
        double cycles = Math.min(series.total(), count(series, horizon.end(), true));
        if (tooMany(cycles * offsets.length, place)) {
            return Optional.empty();
        }
        List<Double> times = new ArrayList<>();
        for (long c = 0; c < cycles; c++) {
            for (double offset : offsets) {
                double time = series.scheduled(c) + offset + series.lag();
                if (!Clock.before(horizon.end(), time)) {
                    times.add(time);
                }
            }
        }
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Optional.of(new Rhythm(sorted, (long) series.total() * offsets.length - sorted.length));
    }

    private boolean inside(Rhythm rhythm, Therapy therapy) {
        if (rhythm.times().length == 0 || !Clock.before(rhythm.times()[0], horizon.start())) {
            return true;
        }
        Place place = therapy.start().map(Literal::place).orElse(therapy.place());
        String found = "the first dose, at " + clock.text(rhythm.times()[0]) + ", is before the start of the run at "
                + clock.text(horizon.start());
        faults.error("range", place, found, "a start within the run");
        return false;
    }
}

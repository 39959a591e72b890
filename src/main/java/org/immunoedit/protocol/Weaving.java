package org.immunoedit.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.immunoedit.protocol.Timeline.Dose;
import org.immunoedit.protocol.Timeline.Flow;
import org.immunoedit.protocol.Timeline.Instant;
import org.immunoedit.protocol.Timeline.Jump;

/**
 * Weaves courses into one timeline.
 *
 * <p>A flow is counted anew at each change, as the sum over therapies of the number of running infusions times their
 * rate: nothing is added and taken away again, so that the flow is exactly 0 when none runs.
 */
final class Weaving {
    private final Horizon horizon;
    private final double[] marks;
    private final List<Dose> doses = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, TreeMap<Integer, Running>> running = new HashMap<>();
    private final Map<String, Double> flows = new HashMap<>();

    private Weaving(List<Course> courses, Horizon horizon) {
        this.horizon = horizon;
        this.marks = marks(courses);
        courses.forEach(this::take);
    }

    /** The timeline of all courses, which are in file order. */
    static Timeline of(List<Course> courses, Horizon horizon) {
        return new Weaving(courses, horizon).timeline();
    }

    /** A bolus (step 0), or the start (step 1) or end (step −1) of an infusion. */
    private record Change(double time, Course course, int step) {}

    /** Infusions of one therapy that run at the same time. */
    private record Running(int count, double rate) {}

    /** The instants: of times that are the same but for rounding, the first. */
    private double[] marks(List<Course> courses) {
        double[] times = courses.stream()
                .flatMapToDouble(course -> Arrays.stream(course.times())
                        .flatMap(t ->
                                Arrays.stream(new double[] {t, t + course.load().duration()})))
                .map(this::atHorizon)
                .sorted()
                .toArray();
        int count = 0;
        for (double time : times) {
            if (count == 0 || !Clock.same(times[count - 1], time)) {
                times[count++] = time;
            }
        }
        return Arrays.copyOf(times, count);
    }

    private double atHorizon(double time) {
        double late = Clock.same(time, horizon.end()) ? horizon.end() : time;
        return Clock.same(late, horizon.start()) ? horizon.start() : late;
    }

    private double snapped(double time) {
        int found = Arrays.binarySearch(marks, atHorizon(time));
        return marks[found >= 0 ? found : -found - 2];
    }

    private void take(Course course) {
        double duration = course.load().duration();
        for (double time : course.times()) {
            double start = snapped(time);
            double end = snapped(time + duration);
            boolean bolus = start == end;
            doses.add(new Dose(
                    start,
                    course.therapy(),
                    course.agent(),
                    course.state(),
                    course.load().amount(),
                    bolus ? 0 : duration));
            changes.add(new Change(start, course, bolus ? 0 : 1));
            if (!bolus && end <= horizon.end()) {
                changes.add(new Change(end, course, -1));
            }
        }
    }

    private Timeline timeline() {
        doses.sort(Comparator.comparingDouble(Dose::time));
        changes.sort(Comparator.comparingDouble(Change::time));
        List<Instant> instants = new ArrayList<>();
        int from = 0;
        while (from < changes.size()) {
            double time = changes.get(from).time();
            int to = from;
            while (to < changes.size() && changes.get(to).time() == time) {
                to++;
            }
            Instant instant = instant(time, changes.subList(from, to));
            if (!instant.jumps().isEmpty() || !instant.flows().isEmpty()) {
                instants.add(instant);
            }
            from = to;
        }
        return new Timeline(instants, doses);
    }

    private Instant instant(double time, List<Change> now) {
        List<Jump> jumps = new ArrayList<>();
        Set<String> touched = new LinkedHashSet<>();
        for (Change change : now) {
            Course course = change.course();
            if (change.step() == 0) {
                jumps.add(new Jump(course.state(), course.load().amount()));
            } else {
                count(course, change.step());
                touched.add(course.state());
            }
        }
        List<Flow> changed = new ArrayList<>();
        for (String state : touched) {
            double flow = flow(state);
            Double before = flows.put(state, flow);
            if (flow != (before == null ? 0 : before)) {
                changed.add(new Flow(state, flow));
            }
        }
        return new Instant(time, jumps, changed);
    }

    private void count(Course course, int step) {
        running.computeIfAbsent(course.state(), state -> new TreeMap<>()).compute(course.therapy(), (therapy, old) -> {
            int count = (old == null ? 0 : old.count()) + step;
            return count == 0 ? null : new Running(count, course.load().rate());
        });
    }

    private double flow(String state) {
        double sum = 0;
        for (Running infusions : running.get(state).values()) {
            sum += infusions.count() * infusions.rate();
        }
        return sum;
    }
}

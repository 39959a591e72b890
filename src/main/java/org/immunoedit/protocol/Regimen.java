package org.immunoedit.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunoedit.protocol.Clause.Act;
import org.immunoedit.protocol.Rule.Verb;
import org.immunoedit.protocol.Timeline.Dose;

/**
 * What is prescribed, and what was decided about it so far. Immutable: a decision makes another regimen.
 *
 * <p>The timeline is woven anew from the doses that are left, exactly as if these had been prescribed from the start:
 * that is why a run with decisions can be repeated, bit for bit, with its realised doses as a fixed schedule. The past
 * of the timeline never changes. An infusion that has begun goes on to its end.
 */
public final class Regimen {
    /** Nothing prescribed. */
    public static final Regimen NONE = of(List.of(), List.of(), 0, new Horizon(0, 0, Wording.DAY));

    private final Prescribed prescribed;
    private final List<Given> given;
    private final Map<String, List<Turn>> turns;
    private final Timeline timeline;

    private Regimen(Prescribed prescribed, List<Given> given, Map<String, List<Turn>> turns) {
        this.prescribed = prescribed;
        this.given = List.copyOf(given);
        this.turns = Map.copyOf(turns);
        timeline = Weaving.of(courses().map(this::left).toList(), prescribed.horizon());
    }

    /**
     * What a scenario says.
     *
     * @param gifts what rules may give, times counted from the decision
     * @param therapies number of therapies in the scenario; courses that rules give are numbered from here on
     */
    private record Prescribed(List<Course> courses, List<Course> gifts, int therapies, Horizon horizon) {}

    /** A course that a rule gave, by the act of this number. */
    private record Given(Course course, int act) {}

    /** From {@code time} on the doses of a subject are given or left out, by the act of this number. */
    private record Turn(double time, int act, Verb verb) {}

    /** What the rules may change: courses of the therapies in file order, and what rules may give. */
    static Regimen of(List<Course> courses, List<Course> gifts, int therapies, Horizon horizon) {
        Prescribed prescribed = new Prescribed(List.copyOf(courses), List.copyOf(gifts), therapies, horizon);
        return new Regimen(prescribed, List.of(), Map.of());
    }

    /** What happens when, under the decisions so far. */
    public Timeline timeline() {
        return timeline;
    }

    /** The doses that are left and one of each kind that rules may give: which states are dosed, and how much. */
    public List<Dose> foreseeable() {
        List<Dose> doses = new ArrayList<>(timeline.doses());
        for (Course gift : prescribed.gifts()) {
            doses.add(new Dose(
                    0,
                    gift.therapy(),
                    gift.agent(),
                    gift.state(),
                    gift.load().amount(),
                    gift.load().duration()));
        }
        return doses;
    }

    /** Whether an act changes anything: what is stopped stays so, what is held cannot be held again. */
    public boolean isChangedBy(Act act) {
        List<Turn> own = turns.getOrDefault(act.subject(), List.of());
        Verb standing = own.isEmpty() ? Verb.RESUME : own.get(own.size() - 1).verb();
        return switch (act.verb()) {
            case STOP, GIVE -> standing != Verb.STOP;
            case HOLD -> standing == Verb.RESUME;
            case RESUME -> standing == Verb.HOLD;
        };
    }

    /**
     * The regimen after an act.
     *
     * @param now when it is decided, not before the last decision; doses due at this time are affected (model time)
     * @param number of the act in this run, from 0
     */
    public Regimen after(Act act, double now, int number) {
        if (act.verb() == Verb.GIVE) {
            List<Given> more = new ArrayList<>(given);
            more.add(new Given(begun(prescribed.gifts().get(act.gift()), now), number));
            return new Regimen(prescribed, more, turns);
        }
        Map<String, List<Turn>> turned = new HashMap<>(turns);
        List<Turn> own = new ArrayList<>(turns.getOrDefault(act.subject(), List.of()));
        own.add(new Turn(now, number, act.verb()));
        turned.put(act.subject(), List.copyOf(own));
        return new Regimen(prescribed, given, turned);
    }

    /**
     * How many doses the act of this number left out or, when it gave some, how many of these are given.
     *
     * @param end doses after it do not count (model time)
     */
    public int doses(int act, double end) {
        Optional<Given> gift = given.stream().filter(g -> g.act() == act).findFirst();
        if (gift.isPresent()) {
            return (int) Arrays.stream(left(gift.get().course()).times())
                    .filter(time -> !Clock.before(end, time))
                    .count();
        }
        return (int) courses()
                .flatMap(course -> Arrays.stream(course.times())
                        .filter(time -> !Clock.before(end, time))
                        .mapToObj(time -> turn(subject(course), time)))
                .flatMap(Optional::stream)
                .filter(turn -> turn.act() == act && turn.verb() != Verb.RESUME)
                .count();
    }

    private Stream<Course> courses() {
        return Stream.concat(prescribed.courses().stream(), given.stream().map(Given::course));
    }

    /** What a rule may call a course by. */
    static String subject(Course course) {
        return course.agent().isEmpty() ? course.state() : course.agent();
    }

    private Course left(Course course) {
        double[] times = Arrays.stream(course.times())
                .filter(time -> turn(subject(course), time)
                        .map(turn -> turn.verb() == Verb.RESUME)
                        .orElse(true))
                .toArray();
        return new Course(course.therapy(), course.agent(), course.state(), course.load(), times);
    }

    /** The last decision about a subject that reaches a time. */
    private Optional<Turn> turn(String subject, double time) {
        List<Turn> own = turns.getOrDefault(subject, List.of());
        for (int k = own.size() - 1; k >= 0; k--) {
            if (!Clock.before(time, own.get(k).time())) {
                return Optional.of(own.get(k));
            }
        }
        return Optional.empty();
    }

    private Course begun(Course gift, double now) {
        double end = prescribed.horizon().end();
        double[] times = Arrays.stream(gift.times())
                .map(time -> now + time)
                .filter(time -> !Clock.before(end, time))
                .toArray();
        int index = prescribed.therapies() + given.size();
        return new Course(index, gift.agent(), gift.state(), gift.load(), times);
    }
}

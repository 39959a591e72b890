package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.model.Event;
import org.immunoedit.model.Event.Assignment;
import org.immunoedit.problem.Problems;

/** Reads the {@code events} of a model or a scenario. */
final class EventReader {
    private final Problems problems;

    EventReader(Problems problems) {
        this.problems = problems;
    }

    List<Event> read(Fields document) {
        List<Event> events = new ArrayList<>();
        for (Json json : document.list("events", "a list of events")) {
            Fields.of(json, "an object such as {\"when\": \"T < 1\", \"set\": {\"T\": 0}}", problems)
                    .ifPresent(f -> event(f).ifPresent(events::add));
        }
        return events;
    }

    private Optional<Event> event(Fields f) {
        Optional<Formula> when =
                f.need("when", "a condition such as \"T < 1\"").flatMap(json -> Terms.condition(json, problems));
        List<Assignment> sets = sets(f);
        String label = f.text("label", "a few words that name the event");
        boolean atStart = f.flag("at_start");
        boolean once = f.flag("once");
        boolean stop = f.flag("stop");
        f.text("about", "a few words");
        f.finish();
        return when.map(condition -> new Event(condition, sets, label, atStart, once, stop, f.place()));
    }

    private List<Assignment> sets(Fields f) {
        List<Assignment> sets = new ArrayList<>();
        for (Json.Member member : f.members("set", "an object of formulas such as {\"T\": 0}")) {
            Optional<Reference> target = Terms.target(member, problems);
            Optional<Formula> value = Terms.formula(member.value(), problems);
            target.ifPresent(t -> value.ifPresent(v -> sets.add(new Assignment(t, v, Declarations.name(member)))));
        }
        return sets;
    }
}

package org.immunoedit.sim;

import java.util.List;
import org.immunoedit.protocol.Timeline;
import org.immunoedit.protocol.Timeline.Flow;
import org.immunoedit.protocol.Timeline.Instant;
import org.immunoedit.protocol.Timeline.Jump;

/** The treatment of a run and how far it has been given. Memory of one run. */
final class Treatment {
    private final Timeline timeline;
    private int next;

    private Treatment(Timeline timeline, int next) {
        this.timeline = timeline;
        this.next = next;
    }

    /** A treatment of which nothing has been given. */
    static Treatment of(Timeline timeline) {
        return new Treatment(timeline, 0);
    }

    /** Another treatment from a time on; what it has before that has been given. */
    Treatment changed(Timeline to, double now) {
        long given = to.instants().stream()
                .filter(instant -> instant.time() < now && !Times.same(instant.time(), now))
                .count();
        return new Treatment(to, (int) given);
    }

    Timeline timeline() {
        return timeline;
    }

    /** When something is given next (model time), infinite if nothing is. */
    double next() {
        List<Instant> instants = timeline.instants();
        return next < instants.size() ? instants.get(next).time() : Double.POSITIVE_INFINITY;
    }

    /** Gives what is due at a moment, of one instant only; returns whether anything was. */
    boolean give(Moment moment) {
        if (!Times.isDue(next(), moment.time)) {
            return false;
        }
        Instant instant = timeline.instants().get(next++);
        for (Jump jump : instant.jumps()) {
            moment.addToState(jump.state(), jump.amount());
        }
        for (Flow flow : instant.flows()) {
            moment.setInput(flow.state(), flow.rate());
        }
        return true;
    }
}

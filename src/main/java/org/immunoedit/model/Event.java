package org.immunoedit.model;

import java.util.List;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.problem.Place;

/**
 * Something that happens when a condition turns from false to true.
 *
 * @param sets states or parameters that get new values, all computed from the values before the event
 * @param label what is reported, may be empty
 * @param atStart whether it fires when the condition holds at the start
 * @param once whether it fires only once
 * @param stop whether it ends the run
 */
public record Event(
        Formula when, List<Assignment> sets, String label, boolean atStart, boolean once, boolean stop, Place place) {
    public Event {
        sets = List.copyOf(sets);
    }

    /** A new value for a state or parameter. */
    public record Assignment(Reference target, Formula value, Place place) {}
}

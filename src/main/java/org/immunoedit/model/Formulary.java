package org.immunoedit.model;

import java.util.List;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Equations.NewValue;
import org.immunoedit.model.Equations.Term;

/**
 * The formulas beside the rates that a run evaluates, in groups that are evaluated together; a group's position is that
 * of its name in {@link Group}.
 */
public record Formulary(List<List<Expr>> groups) {
    public Formulary {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** What a group is for. */
    public enum Group {
        /** Guards of the atoms. */
        GUARDS,
        /** Truth of the events' conditions. */
        CONDITIONS,
        /** New values of all events, one event after another. */
        NEW_VALUES,
        /** Columns of the output. */
        COLUMNS,
        /** What observers look at. */
        WATCHED,
        /** Initial values of the states. */
        INITIAL,
        /** For each atom the instant where it changes, NaN where that is not known beforehand. */
        KNOWN_TIMES,
        /** What is asked at assessments of the patient. */
        RULES
    }

    /** The formulas of a run with these columns and without assessments. */
    public static Formulary of(Switched switched, List<Term> columns, List<Term> watched) {
        return of(switched, columns, watched, List.of());
    }

    /** The formulas of a run with these columns and these questions at assessments. */
    public static Formulary of(Switched switched, List<Term> columns, List<Term> watched, List<Term> asked) {
        Equations equations = switched.live();
        return new Formulary(List.of(
                switched.atoms().stream().map(Switched.Atom::guard).toList(),
                switched.eventConditions(),
                equations.events().stream()
                        .flatMap(event -> event.sets().stream())
                        .map(NewValue::value)
                        .toList(),
                columns.stream().map(Term::is).toList(),
                watched.stream().map(Term::is).toList(),
                equations.states().stream().map(Equations.State::initial).toList(),
                KnownTimes.formulas(switched.atoms()),
                asked.stream().map(Term::is).toList()));
    }
}

package org.immunoedit.model;

import java.util.List;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Relation;

/**
 * Equations whose conditions have been taken out, so that they are smooth as long as no condition changes.
 *
 * @param live the equations as they were: for output, for new values of events, for the truth of atoms at an instant
 * @param frozen the same with each atom k replaced by {@code switch(k) > 0.5}, a parameter. What is left of
 *     {@code observables} here is as in {@code live}; those that event conditions use have become definitions, so that
 *     guards can refer to them
 * @param atoms comparisons, each with a guard; an atom's guard may refer to the switches of earlier atoms
 * @param eventConditions truth values over switches, one per event of {@code live}
 */
public record Switched(Equations live, Equations frozen, List<Atom> atoms, List<Expr> eventConditions) {
    public Switched {
        atoms = List.copyOf(atoms);
        eventConditions = List.copyOf(eventConditions);
    }

    /**
     * The comparison {@code guard relation 0}.
     *
     * @param guard left − right, in names of {@code frozen}
     * @param relation how the guard compares with 0 when the atom is true
     * @param inRates whether rates depend on it; otherwise only events do
     * @param timeOnly whether it depends on time and parameters only
     */
    public record Atom(Expr guard, Relation relation, boolean inRates, boolean timeOnly) {}

    /** Name of the parameter that holds the truth of an atom: 1 or 0. */
    public static String name(int atom) {
        return "switch(" + atom + ")";
    }
}

package org.immunoedit.model;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.References;

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
    public record Atom(Expr guard, Relation relation, boolean inRates, boolean timeOnly) {
        /** Whether the comparison holds when its guard has this value. */
        public boolean holds(double value) {
            return relation.holds(value, 0);
        }

        /** Whether it compares for equality: {@code ==} or {@code !=}. */
        public boolean isEquality() {
            return relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
        }

        /** Whether it holds for equal sides, and for an equality only there. */
        public boolean holdsAtZero() {
            return holds(0);
        }

        /** Whether it holds above 0 and not below. */
        public boolean isTrueAbove() {
            return relation == Relation.GREATER || relation == Relation.GREATER_OR_EQUAL;
        }
    }

    /** The atoms that conditions of events use, by number. */
    public BitSet inEvents() {
        Set<String> used = new HashSet<>();
        eventConditions.forEach(
                condition -> used.addAll(References.in(condition).names()));
        BitSet atomsUsed = new BitSet();
        for (int k = 0; k < atoms.size(); k++) {
            atomsUsed.set(k, used.contains(name(k)));
        }
        return atomsUsed;
    }

    /** Name of the parameter that holds the truth of an atom: 1 or 0. */
    public static String name(int atom) {
        return "switch(" + atom + ")";
    }
}

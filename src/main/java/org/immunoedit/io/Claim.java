package org.immunoedit.io;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.expr.Formula;
import org.immunoedit.problem.Place;

/**
 * A published result that can be recomputed, as written in a model document. Numbers are in the units of the model; the
 * page {@code claims.md} defines all of it.
 */
public sealed interface Claim {
    /** What every claim has. */
    Head head();

    /**
     * What every claim has.
     *
     * @param about the claim in words
     * @param rtol largest deviation as a share of the expected value
     * @param atol largest deviation where 0 is expected
     * @param reason why the equations contradict it; empty if they do not
     */
    record Head(String about, double rtol, double atol, String reason, Place place) {}

    /**
     * A number that should come out.
     *
     * @param value empty if there should be none
     * @param instead for a known disagreement what comes out
     */
    record Expected(OptionalDouble value, Optional<OptionalDouble> instead) {}

    /** A named number that should come out of a formula. */
    record Quantity(String name, Formula formula, Expected expected) {}

    /** A number that should be read off a run. */
    record Read(String name, ReadOff readOff, Expected expected) {}

    /** Value of a state, by its scalar name. */
    record Start(String state, double value, Place place) {}

    /** Values of a state, by its scalar name, from low to high. */
    record Within(String state, double low, double high, Place place) {}

    /** An eigenvalue that should be there; with an imaginary part, a pair of them (1/model time). */
    record Pair(double real, double imaginary) {}

    /** A word that should come out, and for a known disagreement the word that does. */
    record Word(String value, Optional<String> instead) {}

    /**
     * Equations to look at.
     *
     * @param scenario parameters, indices and effects, as a scenario that can be bound
     * @param near where a search starts
     * @param time at which equations that depend on time are looked at (model time)
     */
    record Setting(Json.Object scenario, List<Start> near, double time) {
        public Setting {
            near = List.copyOf(near);
        }
    }

    /**
     * A steady state.
     *
     * @param neutral number of eigenvalues that are 0
     */
    record Equilibrium(
            Head head,
            Setting setting,
            List<Quantity> expected,
            Optional<Word> stability,
            List<Pair> eigenvalues,
            int neutral)
            implements Claim {
        public Equilibrium {
            expected = List.copyOf(expected);
            eigenvalues = List.copyOf(eigenvalues);
        }
    }

    /** How many steady states there are: all of them, and the stable ones. */
    record Equilibria(
            Head head, Setting setting, List<Within> within, Optional<Expected> all, Optional<Expected> stable)
            implements Claim {
        public Equilibria {
            within = List.copyOf(within);
        }
    }

    /**
     * A value of a parameter at which an equilibrium changes.
     *
     * @param kind fold, hopf or transcritical
     */
    record Bifurcation(Head head, Setting setting, String kind, Change change, Expected expected) implements Claim {}

    /** What is varied, from the first value to the second. */
    record Change(String name, double from, double to, Place place) {}

    /**
     * A value in a scenario at which the outcome of its run changes.
     *
     * @param change of the value at a path of the scenario
     * @param of what is read off the run
     * @param below whether the condition is {@code of < level}, else {@code of > level}
     */
    record RunThreshold(
            Head head, Course course, Change change, ReadOff of, boolean below, double level, Expected expected)
            implements Claim {}

    /**
     * A run.
     *
     * @param scenario complete, with the model's name
     * @param after when extrema, crossings and periods begin to count (model time)
     */
    record Course(Json.Object scenario, double after) {}

    /** Numbers of one run. */
    record Run(Head head, Course course, List<Read> expected) implements Claim {
        public Run {
            expected = List.copyOf(expected);
        }
    }

    /** A run and what it is called. */
    record Labeled(String label, Course course) {}

    /**
     * Which run comes out lower.
     *
     * @param of what is read off each run
     * @param expected labels from the smallest value to the largest
     * @param instead for a known disagreement the order that comes out, else empty
     */
    record Order(Head head, List<Labeled> runs, ReadOff of, List<String> expected, List<String> instead)
            implements Claim {
        public Order {
            runs = List.copyOf(runs);
            expected = List.copyOf(expected);
            instead = List.copyOf(instead);
        }
    }
}

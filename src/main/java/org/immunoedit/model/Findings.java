package org.immunoedit.model;

import java.util.HashSet;
import java.util.Set;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.problem.Severity;

/**
 * The faults found while one model is expanded. A formula of a family is looked at once per member, so that one fault
 * would be told many times: of those with the same place and code only the first is kept.
 */
final class Findings {
    private record Key(Place place, String code, String found) {}

    private final Problems problems;
    private final Set<Key> seen = new HashSet<>();
    private boolean errors;
    private long told;

    Findings(Problems problems) {
        this.problems = problems;
    }

    void error(String code, Place place, String found, String expected) {
        add(Problem.error(code, place, found, expected));
    }

    void add(Problem problem) {
        told++;
        if (seen.add(key(problem))) {
            problems.add(problem);
            errors |= problem.severity() == Severity.ERROR;
        }
    }

    /** In a command-line override all of a formula has one place: there the words tell faults apart. */
    private static Key key(Problem problem) {
        Place place = problem.place();
        return new Key(place, problem.code(), place.line() == 0 ? problem.found() : "");
    }

    /** How often something was told, also what was left out as a repetition. */
    long told() {
        return told;
    }

    boolean hasErrors() {
        return errors;
    }
}

package org.immunoedit.protocol;

import java.util.HashSet;
import java.util.Set;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.problem.Severity;

/**
 * Collects faults, but none of what reading has already refused, whole or in part, so that nothing is refused twice.
 */
final class Faults {
    private final Problems problems;
    private final Set<Place> refused = new HashSet<>();

    Faults(Problems problems) {
        this.problems = problems;
        problems.sorted().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> refused.add(problem.place()));
    }

    void error(String code, Place place, String found, String expected) {
        error(code, place, found, expected, "");
    }

    void error(String code, Place place, String found, String expected, String hint) {
        boolean told = refused.contains(place) || !place.pointer().isEmpty() && hasRefused(place.pointer());
        if (!told) {
            problems.add(Problem.error(code, place, found, expected).withHint(hint));
        }
    }

    /** Whether reading has refused something in the value that this pointer names. */
    boolean hasRefused(String pointer) {
        return refused.stream().anyMatch(place -> place.pointer().startsWith(pointer + "/"));
    }

    void warning(String code, Place place, String found, String hint) {
        problems.add(Problem.warning(code, place, found, "").withHint(hint));
    }
}

package org.immunoedit.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects the problems of a document while it is read; one thread, one document. */
public final class Problems {
    private final List<Problem> list = new ArrayList<>();

    /** Adds a problem. */
    public void add(Problem problem) {
        list.add(problem);
    }

    /** Adds an error without a hint. */
    public void error(String code, Place place, String found, String expected) {
        add(Problem.error(code, place, found, expected));
    }

    /** Adds a warning without a hint. */
    public void warning(String code, Place place, String found, String expected) {
        add(Problem.warning(code, place, found, expected));
    }

    /** Whether one of the problems is an error. */
    public boolean hasErrors() {
        return list.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    /** Whether an error has been found at exactly this place. */
    public boolean hasErrorAt(Place place) {
        return list.stream()
                .anyMatch(p -> p.severity() == Severity.ERROR && p.place().equals(place));
    }

    /** Changes every problem found so far. */
    public void replaceAll(UnaryOperator<Problem> change) {
        list.replaceAll(change);
    }

    /** All problems, ordered by their place. */
    public List<Problem> sorted() {
        return list.stream().sorted(Comparator.comparing(Problem::place)).toList();
    }

    /**
     * Ends the reading of bad input.
     *
     * @throws BadInput with all problems found so far, if one of them is an error
     */
    public void throwIfErrors() throws BadInput {
        if (hasErrors()) {
            throw new BadInput(sorted());
        }
    }
}

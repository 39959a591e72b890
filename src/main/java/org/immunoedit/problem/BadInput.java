package org.immunoedit.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be used; carries every problem found, ordered by place. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** All problems of the input, at least one of them an error. */
    public BadInput(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems of the input, ordered by place. */
    public List<Problem> problems() {
        return problems;
    }
}

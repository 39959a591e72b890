package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunoedit.ode.Statistics;
import org.immunoedit.outcome.Phase;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/**
 * A solution compared with a second one.
 *
 * @param first how the first solution was made
 * @param again how the second solution was made
 * @param failure why there is no second solution; empty if there is one
 * @param columns how far the solutions differ
 * @param unmatchedRows rows that only one of the solutions has
 * @param phase verdict of the first solution, if it was judged
 * @param phaseAgain verdict of the second solution
 */
record NumericsCheck(
        Solver first,
        Solver again,
        Optional<String> failure,
        List<Difference> columns,
        int unmatchedRows,
        Optional<Phase> phase,
        Optional<Phase> phaseAgain) {
    /** Code of its warnings. */
    static final String CODE = "numerics";
    /** Differences of this many relative tolerances are worth a warning. */
    private static final double MUCH = 100;

    NumericsCheck {
        columns = List.copyOf(columns);
    }

    /** How a solution was made: the method asked for, and what was done. */
    record Solver(String method, double rtol, Statistics statistics) {}

    /**
     * The largest difference in a column.
     *
     * @param relative as a share of the range; infinite when only one solution has a value
     * @param largest difference (unit of the column)
     * @param at its time (model time); NaN when there is no difference
     * @param range largest size of the first solution's values (unit of the column)
     */
    record Difference(String column, double relative, double largest, double at, double range) {}

    /** A check whose second solution failed. */
    static NumericsCheck failed(Solver first, Solver again, String failure) {
        return new NumericsCheck(first, again, Optional.of(failure), List.of(), 0, Optional.empty(), Optional.empty());
    }

    boolean verdictChanges() {
        return !phase.equals(phaseAgain);
    }

    /** What the user must know. */
    List<Problem> warnings(Place place) {
        List<String> texts = new ArrayList<>();
        String by = " when solved again by " + again.method() + " at rtol " + NumericsTable.number(again.rtol());
        failure.ifPresent(why -> texts.add("the check of the numerics failed" + by + ": " + why));
        columns.stream()
                .max(Comparator.comparingDouble(Difference::relative))
                .filter(worst -> worst.relative() > MUCH * first.rtol())
                .ifPresent(worst -> texts.add(tooFar(worst) + by + "; tighten \"rtol\" and \"atol\""));
        if (verdictChanges()) {
            texts.add("the verdict changes from " + phase.map(Phase::toString).orElse("none") + " to "
                    + phaseAgain.map(Phase::toString).orElse("none") + by);
        }
        if (unmatchedRows > 0) {
            texts.add(unmatchedRows + " rows are in only one of two solutions" + by);
        }
        return texts.stream()
                .map(text -> Problem.warning(CODE, place, text, ""))
                .toList();
    }

    private static String tooFar(Difference worst) {
        return String.format(Locale.ROOT, "%s differs by %.2g of its largest value", worst.column(), worst.relative());
    }
}

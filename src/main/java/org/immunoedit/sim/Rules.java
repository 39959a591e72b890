package org.immunoedit.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.protocol.Clause;
import org.immunoedit.protocol.Regimen;

/**
 * The treatment decisions of an experiment, as data.
 *
 * @param regimen what is prescribed, before any decision
 * @param clauses the rules in file order
 * @param questions for each clause what is asked at its assessments
 * @param tumor what images show; absent when no rule looks at images
 * @param baseline time of the first image (model time); absent when no rule looks at images
 */
public record Rules(
        Regimen regimen,
        List<Clause> clauses,
        List<Question> questions,
        Optional<Term> tumor,
        OptionalDouble baseline) {
    /** No rules. */
    public static final Rules NONE =
            new Rules(Regimen.NONE, List.of(), List.of(), Optional.empty(), OptionalDouble.empty());

    /** Parameter that holds the number of the response of the last image. */
    public static final String RESPONSE = "rule(recist)";
    /** Parameter that holds the diameter of the last image (mm). */
    public static final String DIAMETER = "rule(diameter)";
    /** Parameter that holds the diameter of the first image (mm). */
    public static final String BASELINE = "rule(baseline_diameter)";
    /** Parameter that holds the smallest diameter before the last image (mm). */
    public static final String NADIR = "rule(nadir_diameter)";

    public Rules {
        clauses = List.copyOf(clauses);
        questions = List.copyOf(questions);
        if (clauses.size() != questions.size() || tumor.isPresent() != baseline.isPresent()) {
            throw new IllegalArgumentException("rules do not fit together");
        }
    }

    /**
     * What one rule asks.
     *
     * @param holds 1 when its condition holds, else 0
     * @param sides what its condition compares, for the ledger
     * @param images whether it depends on images
     */
    public record Question(Term holds, List<Term> sides, boolean images) {
        public Question {
            sides = List.copyOf(sides);
        }
    }

    /** Whether there are any. */
    public boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** What has to be evaluated at an assessment: for each question its condition and its sides, then the tumor. */
    List<Term> formulas() {
        List<Term> formulas = new ArrayList<>();
        for (Question question : questions) {
            formulas.add(question.holds());
            formulas.addAll(question.sides());
        }
        tumor.ifPresent(formulas::add);
        return formulas;
    }
}

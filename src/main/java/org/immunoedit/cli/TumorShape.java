package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.outcome.Judge.Shape;
import org.immunoedit.sim.Experiment;

/** Finds out whether the tumor of an experiment is a state or a sum of states. */
final class TumorShape {
    private final Map<String, Integer> states = new HashMap<>();
    private final Map<String, Expr> terms = new HashMap<>();
    private final List<Integer> found = new ArrayList<>();

    private TumorShape(Equations equations) {
        for (Equations.State state : equations.states()) {
            states.put(state.name(), states.size());
        }
        Stream.concat(equations.definitions().stream(), equations.observables().stream())
                .forEach(term -> terms.put(term.name(), term.is()));
    }

    /** What can be known of the tumor and the end of an experiment's runs. */
    static Shape of(Term tumor, Experiment experiment) {
        TumorShape shape = new TumorShape(experiment.equations());
        boolean sum = shape.adds(tumor.is());
        OptionalDouble end = experiment.equations().events().stream().anyMatch(Equations.Happening::stop)
                ? OptionalDouble.empty()
                : OptionalDouble.of(experiment.horizon().end());
        return new Shape(sum ? shape.found : List.of(), end);
    }

    /** Adds the states of a formula, if it is nothing but a sum of states. */
    private boolean adds(Expr formula) {
        if (formula instanceof Reference name) {
            Integer state = states.get(name.name());
            if (state != null) {
                found.add(state);
            }
            return state != null || terms.containsKey(name.name()) && adds(terms.get(name.name()));
        }
        if (formula instanceof Binary sum && sum.operator() == Operator.ADD) {
            return adds(sum.left()) && adds(sum.right());
        }
        return formula instanceof Many sum
                && sum.fold() == Fold.SUM
                && sum.terms().stream().allMatch(this::adds);
    }
}

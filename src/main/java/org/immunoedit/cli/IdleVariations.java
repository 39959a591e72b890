package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.References;
import org.immunoedit.io.SweepPlan;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.problem.Problem;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sweep.Variation;

/** Finds varied parameters that nothing in the run depends on. */
final class IdleVariations {
    /** Code of the warnings. */
    static final String CODE = "no-effect";

    private static final String PARAMETERS = "parameters.";

    private IdleVariations() {}

    /** A warning for each. */
    static List<Problem> warnings(SweepPlan plan, Assembly base) {
        Set<String> used = new HashSet<>();
        addNames(base.ready().experiment(), used);
        base.ready().runIn().ifPresent(lead -> addNames(lead.experiment(), used));
        Equations equations = base.ready().experiment().equations();
        List<Problem> warnings = new ArrayList<>();
        for (int j = 0; j < plan.variations().size(); j++) {
            Variation variation = plan.variations().get(j);
            OptionalInt slot = variation.path().startsWith(PARAMETERS)
                    ? equations.slot(variation.path().substring(PARAMETERS.length()))
                    : OptionalInt.empty();
            if (slot.isPresent()
                    && !used.contains(
                            equations.parameters().get(slot.getAsInt()).name())) {
                warnings.add(Problem.warning(
                        CODE, plan.places().get(j), variation.path() + " has no effect on this scenario", ""));
            }
        }
        return warnings;
    }

    private static void addNames(Experiment experiment, Set<String> used) {
        Equations equations = experiment.equations();
        equations.rates().forEach(rate -> add(rate, used));
        terms(equations.definitions(), used);
        terms(equations.observables(), used);
        terms(experiment.columns(), used);
        terms(experiment.watched(), used);
        equations.states().forEach(state -> add(state.initial(), used));
        equations.events().forEach(event -> {
            add(event.when(), used);
            event.sets().forEach(set -> add(set.value(), used));
        });
    }

    private static void terms(List<Term> terms, Set<String> used) {
        terms.forEach(term -> add(term.is(), used));
    }

    private static void add(Expr expr, Set<String> used) {
        used.addAll(References.in(expr).names());
    }
}

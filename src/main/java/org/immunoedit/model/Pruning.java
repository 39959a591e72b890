package org.immunoedit.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.expr.Simplifier;
import org.immunoedit.model.Equations.Happening;
import org.immunoedit.model.Equations.NewValue;
import org.immunoedit.model.Equations.State;
import org.immunoedit.model.Equations.Term;

/**
 * Removes states that are 0 throughout: those that start at a literal 0, that nothing doses or sets, and whose rate
 * vanishes when they and all others of the kind are 0. The largest such set is found by starting with all candidates
 * and dropping those whose rate does not vanish, until none is dropped. Values of parameters play no part, for a sweep
 * or an event may change them.
 */
public final class Pruning {
    private final Equations equations;
    private final Set<String> zero;

    private Pruning(Equations equations, Set<String> zero) {
        this.equations = equations;
        this.zero = zero;
    }

    /**
     * Prunes.
     *
     * @param inputs states to keep: dosed, infused, or with a start that varies
     */
    public static Pruned prune(Equations equations, Set<String> inputs) {
        Pruning pruning = new Pruning(equations, candidates(equations, inputs));
        boolean shrunk = !pruning.zero.isEmpty();
        while (shrunk) {
            shrunk = pruning.dropFed();
        }
        return pruning.zero.isEmpty() ? new Pruned(equations, List.of()) : pruning.pruned();
    }

    private static Set<String> candidates(Equations equations, Set<String> inputs) {
        Set<String> candidates = new LinkedHashSet<>();
        for (State state : equations.states()) {
            if (state.initial() instanceof Num start && start.value() == 0 && !inputs.contains(state.name())) {
                candidates.add(state.name());
            }
        }
        for (Happening event : equations.events()) {
            if (!event.extinction()) {
                event.sets().forEach(set -> candidates.remove(set.target()));
            }
        }
        return candidates;
    }

    /** Drops the candidates whose rate does not vanish; whether there were any. */
    private boolean dropFed() {
        Substitution known = new Substitution(zero);
        equations.definitions().forEach(known::define);
        Set<String> fed = new LinkedHashSet<>();
        for (int k = 0; k < equations.states().size(); k++) {
            String name = equations.states().get(k).name();
            if (zero.contains(name) && !isZero(known.simple(equations.rates().get(k)))) {
                fed.add(name);
            }
        }
        return zero.removeAll(fed) && !zero.isEmpty();
    }

    private static boolean isZero(Expr expr) {
        return expr instanceof Num number && number.value() == 0;
    }

    private Pruned pruned() {
        Substitution known = new Substitution(zero);
        List<Term> definitions =
                equations.definitions().stream().map(known::define).toList();
        List<State> states = new ArrayList<>();
        List<Expr> rates = new ArrayList<>();
        for (int k = 0; k < equations.states().size(); k++) {
            if (!zero.contains(equations.states().get(k).name())) {
                states.add(equations.states().get(k));
                rates.add(known.simple(equations.rates().get(k)));
            }
        }
        List<Happening> events = equations.events().stream()
                .filter(event -> !event.extinction() || !zero.contains(event.label()))
                .map(event -> simple(event, known))
                .toList();
        List<Term> observables =
                equations.observables().stream().map(known::define).toList();
        Equations left = new Equations(
                equations.time(), states, equations.parameters(), definitions, rates, observables, events);
        return new Pruned(left, List.copyOf(zero));
    }

    private static Happening simple(Happening event, Substitution known) {
        List<NewValue> sets = event.sets().stream()
                .map(set -> new NewValue(set.target(), known.simple(set.value())))
                .toList();
        return new Happening(
                known.simple(event.when()),
                sets,
                event.label(),
                event.atStart(),
                event.once(),
                event.stop(),
                event.extinction(),
                event.place());
    }

    /** Puts in the numbers that states and terms have come to. */
    private static final class Substitution extends Rewrite {
        private final Map<String, Num> numbers = new HashMap<>();

        Substitution(Set<String> zero) {
            zero.forEach(name -> numbers.put(name, Num.ZERO));
        }

        Expr simple(Expr expr) {
            return Simplifier.simplify(of(expr));
        }

        /** Simplifies a term and remembers it if it is a number. */
        Term define(Term term) {
            Expr is = simple(term.is());
            if (is instanceof Num number) {
                numbers.put(term.name(), number);
            }
            return new Term(term.name(), is, term.unit(), term.about());
        }

        @Override
        public Expr reference(Reference node) {
            Num number = numbers.get(node.name());
            return number == null ? node : number;
        }
    }
}

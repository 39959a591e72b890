package org.immunoedit.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Expr.Relation;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.model.Equations.Happening;
import org.immunoedit.model.Equations.Parameter;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Switched.Atom;

/**
 * Takes conditions out of rates and events, so that an integrator sees smooth pieces and is told where they end.
 *
 * <p>Comparisons that depend on time or states become atoms; in event conditions every comparison does. Equal atoms are
 * one. What {@code min}, {@code max} and {@code abs} do is continuous, and {@code floor} and {@code ceil} jump without
 * end: both stay, and the step control gets over them. (A population that is noise around 0 would cross the kink of
 * {@code max(T, 0)} at every step.)
 */
public final class Switching {
    private final Equations live;
    private final Dependence dependence;
    private final Map<Comparison, Integer> numbers = new LinkedHashMap<>();
    private final List<Atom> atoms = new ArrayList<>();

    private Switching(Equations live) {
        this.live = live;
        this.dependence = new Dependence(live);
    }

    /** Separates the conditions of these equations. */
    public static Switched of(Equations equations) {
        return new Switching(equations).switched();
    }

    private Switched switched() {
        Map<String, Term> terms = new LinkedHashMap<>();
        live.definitions().forEach(term -> terms.put(term.name(), term));
        Set<String> inRates = Dependence.closure(live.rates(), terms);
        live.observables().forEach(term -> terms.put(term.name(), term));
        Set<String> inEvents =
                Dependence.closure(live.events().stream().map(Happening::when).toList(), terms);

        Freezer ofRates = new Freezer(true);
        Freezer ofGuards = new Freezer(false);
        List<Term> definitions = new ArrayList<>();
        List<Term> observables = new ArrayList<>();
        for (Term term : live.definitions()) {
            boolean plain = !inRates.contains(term.name()) && !inEvents.contains(term.name());
            definitions.add(plain ? term : frozen(term, inRates.contains(term.name()) ? ofRates : ofGuards));
        }
        List<Expr> rates = live.rates().stream().map(ofRates::of).toList();
        for (Term term : live.observables()) {
            if (inEvents.contains(term.name())) {
                definitions.add(frozen(term, ofGuards));
            } else {
                observables.add(term);
            }
        }
        Freezer ofConditions = new Freezer(false, true);
        List<Expr> conditions = live.events().stream()
                .map(event -> ofConditions.of(event.when()))
                .toList();
        Equations frozen = new Equations(
                live.time(), live.states(), withSwitches(), definitions, rates, observables, live.events());
        return new Switched(live, frozen, atoms, conditions);
    }

    private static Term frozen(Term term, Freezer freezer) {
        return new Term(term.name(), freezer.of(term.is()), term.unit(), term.about());
    }

    private List<Parameter> withSwitches() {
        List<Parameter> parameters = new ArrayList<>(live.parameters());
        for (int k = 0; k < atoms.size(); k++) {
            parameters.add(new Parameter(Switched.name(k), 0, "1", "truth of a condition"));
        }
        return parameters;
    }

    /** The condition that stands for a comparison; its sides are frozen already. */
    private Expr atom(Comparison comparison, Dependence.On on, boolean rates) {
        Integer known = numbers.get(comparison);
        if (known == null) {
            known = atoms.size();
            numbers.put(comparison, known);
            atoms.add(new Atom(difference(comparison), comparison.relation(), rates, !on.states()));
        } else if (rates && !atoms.get(known).inRates()) {
            Atom atom = atoms.get(known);
            atoms.set(known, new Atom(atom.guard(), atom.relation(), true, atom.timeOnly()));
        }
        return new Comparison(Relation.GREATER, Reference.to(Switched.name(known)), new Num(0.5));
    }

    private static Expr difference(Comparison comparison) {
        boolean bare = comparison.right() instanceof Num number && number.value() == 0;
        return bare ? comparison.left() : new Binary(Operator.SUBTRACT, comparison.left(), comparison.right());
    }

    /** Replaces the comparisons of a formula by switches. */
    private final class Freezer extends Rewrite {
        private final boolean rates;
        private final boolean all;

        Freezer(boolean rates) {
            this(rates, false);
        }

        /**
         * @param rates whether it is rates that depend on the atoms
         * @param all whether comparisons of parameters become atoms too
         */
        Freezer(boolean rates, boolean all) {
            this.rates = rates;
            this.all = all;
        }

        @Override
        public Expr comparison(Comparison node) {
            Comparison inner = (Comparison) super.comparison(node);
            Dependence.On on = dependence.of(node);
            return on.nothing() && !all ? inner : atom(inner, on, rates);
        }
    }
}

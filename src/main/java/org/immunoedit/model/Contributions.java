package org.immunoedit.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunoedit.expr.Algebra;
import org.immunoedit.expr.Derivative;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Negation;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Printer;
import org.immunoedit.expr.References;
import org.immunoedit.expr.Rewrite;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Summands.Summand;

/**
 * What makes a quantity change: the rate of each of its states, split into its parts, times the derivative of the
 * quantity by that state. Members of a family are added up.
 */
public final class Contributions {
    private static final int LONGEST = 40;

    private final Equations equations;
    private final Map<String, Term> terms = new HashMap<>();
    private final Set<String> states = new LinkedHashSet<>();
    private final Set<String> own = new LinkedHashSet<>();
    private final Map<String, List<Named>> found = new LinkedHashMap<>();

    private Contributions(Equations equations) {
        this.equations = equations;
        equations.definitions().forEach(term -> terms.put(term.name(), term));
        equations.observables().forEach(term -> terms.put(term.name(), term));
        equations.states().forEach(state -> states.add(state.name()));
    }

    /** A part before those of one label are added up. */
    private record Named(String label, String about, boolean gain, Expr rate) {}

    /**
     * The contributions to a quantity, in the order of its states and their rates; empty when it depends on no state.
     *
     * @param quantity a formula over the names of the equations
     */
    public static List<Contribution> of(Equations equations, Expr quantity) {
        return new Contributions(equations).split(quantity);
    }

    private List<Contribution> split(Expr quantity) {
        Expr inlined = new Inlining().of(quantity);
        Map<Integer, Expr> weights = new LinkedHashMap<>();
        for (int i = 0; i < equations.states().size(); i++) {
            String state = equations.states().get(i).name();
            Expr weight = Derivative.of(inlined, name -> name.equals(state) ? Num.ONE : Num.ZERO, Num.ZERO);
            if (!Algebra.is(weight, 0)) {
                weights.put(i, weight);
                own.add(state);
            }
        }
        Summands summands = new Summands(terms);
        weights.forEach((state, weight) -> {
            for (Summand summand : summands.of(equations.rates().get(state))) {
                if (!Algebra.is(summand.size(), 0)) {
                    add(summand, weight);
                }
            }
        });
        List<Contribution> all = new ArrayList<>();
        found.forEach((label, parts) -> all.add(sum(label, parts)));
        return all;
    }

    private void add(Summand summand, Expr weight) {
        boolean turned = weight instanceof Num number && number.value() < 0;
        Expr factor = turned ? Algebra.negation(weight) : weight;
        boolean gain = summand.loss() == turned;
        Expr size = Algebra.product(factor, summand.size());
        Named named = named(summand.size(), gain, gain ? size : Algebra.negation(size));
        boolean taken = found.containsKey(named.label())
                && found.get(named.label()).get(0).gain() != gain;
        String label = taken ? named.label() + (gain ? " (gain)" : " (loss)") : named.label();
        found.computeIfAbsent(label, l -> new ArrayList<>()).add(named);
    }

    private static Contribution sum(String label, List<Named> parts) {
        Expr rate = parts.get(0).rate();
        for (Named part : parts.subList(1, parts.size())) {
            rate = Algebra.sum(rate, part.rate());
        }
        Set<String> abouts = parts.stream().map(Named::about).collect(Collectors.toCollection(LinkedHashSet::new));
        String about = String.join(", ", abouts);
        return new Contribution(
                label,
                about.length() > LONGEST && abouts.size() > 1 ? parts.get(0).about() : about,
                parts.get(0).gain(),
                rate);
    }

    private Named named(Expr size, boolean gain, Expr rate) {
        List<Expr> factors = new ArrayList<>();
        collect(size, factors);
        List<Term> named = factors.stream()
                .filter(Reference.class::isInstance)
                .map(factor -> terms.get(((Reference) factor).name()))
                .filter(term -> term != null
                        && (factors.size() == 1 || !foreign(term.is()).isEmpty()))
                .toList();
        String formula = family(Printer.print(size));
        if (!named.isEmpty()) {
            String label = named.stream().map(term -> family(term.name())).collect(Collectors.joining("*"));
            String about = named.get(0).about();
            return new Named(label, about.isEmpty() ? formula : about, gain, rate);
        }
        if (factors.size() == 1 && factors.get(0) instanceof Reference reference && isInput(reference.name())) {
            return new Named("infusion", "", gain, rate);
        }
        Set<String> others = foreign(size);
        if (!others.isEmpty()) {
            String by = others.stream().map(Contributions::spoken).distinct().collect(Collectors.joining(", "));
            return new Named((gain ? "gain by " : "loss by ") + by, formula, gain, rate);
        }
        long crowded = factors.stream().filter(this::dependsOnOwn).count();
        String loss = crowded > 1 ? "saturation" : "death";
        return new Named(gain ? "growth" : loss, formula, gain, rate);
    }

    /** The factors of a product, without its denominator and without numbers. */
    private static void collect(Expr expr, List<Expr> factors) {
        if (expr instanceof Binary binary && binary.operator() == Operator.MULTIPLY) {
            collect(binary.left(), factors);
            collect(binary.right(), factors);
        } else if (expr instanceof Binary binary && binary.operator() == Operator.DIVIDE) {
            collect(binary.left(), factors);
        } else if (expr instanceof Binary binary && isSquare(binary)) {
            factors.add(binary.left());
            factors.add(binary.left());
        } else if (expr instanceof Negation negation) {
            collect(negation.operand(), factors);
        } else if (!(expr instanceof Num)) {
            factors.add(expr);
        }
    }

    private static boolean isSquare(Binary binary) {
        return binary.operator() == Operator.POWER && binary.right() instanceof Num power && power.value() > 1;
    }

    private static boolean isInput(String name) {
        return name.startsWith("input(");
    }

    private boolean dependsOnOwn(Expr expr) {
        return reached(expr).stream().anyMatch(own::contains);
    }

    /** The states that a formula depends on and the quantity does not. */
    private Set<String> foreign(Expr expr) {
        Set<String> names = new LinkedHashSet<>(reached(expr));
        names.retainAll(states);
        names.removeAll(own);
        return names;
    }

    private Set<String> reached(Expr expr) {
        Set<String> names = new LinkedHashSet<>(References.in(expr).names());
        Dependence.closure(List.of(expr), terms)
                .forEach(
                        name -> names.addAll(References.in(terms.get(name).is()).names()));
        return names;
    }

    /** {@code kill[2]} is one of the family kill. */
    private static String family(String name) {
        return name.replaceAll("\\[[^\\]]*\\]", "");
    }

    /** A state of an agent is the agent. */
    private static String spoken(String state) {
        int dot = state.indexOf('.');
        return family(dot < 0 ? state : state.substring(0, dot));
    }

    /** Puts in the formulas of definitions and observables. */
    private final class Inlining extends Rewrite {
        @Override
        public Expr reference(Reference node) {
            Term term = terms.get(node.name());
            return term == null ? node : of(term.is());
        }
    }
}

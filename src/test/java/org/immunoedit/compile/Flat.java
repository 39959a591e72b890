package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.immunoedit.expr.Evaluator;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Binary;
import org.immunoedit.expr.Expr.Fold;
import org.immunoedit.expr.Expr.Many;
import org.immunoedit.expr.Expr.Num;
import org.immunoedit.expr.Expr.Operator;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.Equations;

/** Equations made by hand for tests. */
final class Flat {
    private final List<Equations.State> states = new ArrayList<>();
    private final List<Equations.Parameter> parameters = new ArrayList<>();
    private final List<Equations.Term> definitions = new ArrayList<>();
    private final List<Equations.Term> observables = new ArrayList<>();
    private final List<Expr> rates = new ArrayList<>();

    Flat state(String name, Expr rate) {
        states.add(new Equations.State(name, "", "", Num.ZERO, true, OptionalDouble.empty()));
        rates.add(rate);
        return this;
    }

    Flat parameter(String name, double value) {
        parameters.add(new Equations.Parameter(name, value, "", ""));
        return this;
    }

    Flat define(String name, Expr is) {
        definitions.add(new Equations.Term(name, is, "", ""));
        return this;
    }

    Flat observe(String name, Expr is) {
        observables.add(new Equations.Term(name, is, "", ""));
        return this;
    }

    Equations equations() {
        return new Equations("d", states, parameters, definitions, rates, observables, List.of());
    }

    double[] values() {
        return parameters.stream().mapToDouble(Equations.Parameter::value).toArray();
    }

    /** The value of every name, by the evaluator of trees. */
    static Map<String, Double> names(Equations equations, double t, double[] y, double[] parameters) {
        Map<String, Double> names = new HashMap<>();
        for (int k = 0; k < y.length; k++) {
            names.put(equations.states().get(k).name(), y[k]);
        }
        for (int k = 0; k < parameters.length; k++) {
            names.put(equations.parameters().get(k).name(), parameters[k]);
        }
        for (Equations.Term term : equations.definitions()) {
            names.put(term.name(), Evaluator.value(term.is(), t, names::get));
        }
        for (Equations.Term term : equations.observables()) {
            names.put(term.name(), Evaluator.value(term.is(), t, names::get));
        }
        return names;
    }

    /**
     * Growth of n clones with shared capacity, killed by effectors E: the right-hand side needs two sums over clones.
     */
    static Flat clones(int n) {
        Flat flat = new Flat()
                .parameter("K", 1e9)
                .parameter("k", 200)
                .parameter("h", 1e7)
                .parameter("mu", 1e-3)
                .parameter("sE", 1.3e4)
                .parameter("p", 0.12)
                .parameter("g", 2e7)
                .parameter("m", 0.02)
                .parameter("d", 0.0412);
        List<Expr> sizes = new ArrayList<>();
        List<Expr> antigens = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            double antigenicity = n == 1 ? 1 : 0.05 + 0.95 * (i - 1) / (n - 1);
            flat.parameter("al[" + i + "]", antigenicity).parameter("r[" + i + "]", 0.18 - 0.06 * (1 - antigenicity));
            sizes.add(name("T[" + i + "]"));
            antigens.add(times(name("al[" + i + "]"), name("T[" + i + "]")));
        }
        flat.define("S", new Many(Fold.SUM, sizes))
                .define("A", new Many(Fold.SUM, antigens))
                .define("room", minus(num(1), over(name("S"), name("K"))))
                .define("attack", over(times(name("k"), name("E")), plus(name("h"), name("S"))))
                .define("drift", over(times(name("mu"), name("S")), num(n)));
        for (int i = 1; i <= n; i++) {
            Expr growth = times(name("r[" + i + "]"), name("room"));
            Expr net = minus(minus(growth, times(name("al[" + i + "]"), name("attack"))), name("mu"));
            flat.state("T[" + i + "]", plus(times(name("T[" + i + "]"), net), name("drift")));
        }
        Expr stimulus = over(times(times(name("p"), name("E")), name("A")), plus(name("g"), name("A")));
        Expr loss = over(times(times(name("m"), name("E")), name("S")), plus(name("K"), name("S")));
        return flat.state("E", minus(minus(plus(name("sE"), stimulus), loss), times(name("d"), name("E"))));
    }

    /** A state inside the range of {@link #clones}. */
    static double[] populations(int n) {
        double[] y = new double[n + 1];
        for (int i = 0; i < n; i++) {
            y[i] = 1e6 / n * (1 + 0.3 * Math.sin(i));
        }
        y[n] = 1e4;
        return y;
    }

    static Expr name(String name) {
        return Reference.to(name);
    }

    static Expr num(double value) {
        return new Num(value);
    }

    static Expr plus(Expr a, Expr b) {
        return new Binary(Operator.ADD, a, b);
    }

    static Expr minus(Expr a, Expr b) {
        return new Binary(Operator.SUBTRACT, a, b);
    }

    static Expr times(Expr a, Expr b) {
        return new Binary(Operator.MULTIPLY, a, b);
    }

    static Expr over(Expr a, Expr b) {
        return new Binary(Operator.DIVIDE, a, b);
    }

    static Expr power(Expr a, Expr b) {
        return new Binary(Operator.POWER, a, b);
    }
}

package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Expr;
import org.immunoedit.model.Equations;
import org.immunoedit.ode.Program;

/**
 * Makes equations executable. The three ways give the same bits for the same parameters, time and state; they differ in
 * when their cost falls due.
 *
 * <p>Formulas of the groups are numbers or truth values (1 and 0) of states, parameters, definitions, observables and
 * time. Rates, Jacobian, time derivative and each group are planned and compiled when a system or formulas for them are
 * first asked for, so that what a run does not use costs it nothing.
 */
public final class Compiler {
    private Compiler() {}

    /**
     * Bytecode from the first call on: for long runs and sweeps.
     *
     * @throws IllegalArgumentException for a name that is not known, or formulas that are not expanded
     */
    public static Program compile(Equations equations, List<List<Expr>> groups) {
        return program(equations, groups, Execution.COMPILED);
    }

    /**
     * A flat interpreter: for a few thousand calls.
     *
     * @throws IllegalArgumentException for a name that is not known, or formulas that are not expanded
     */
    public static Program interpret(Equations equations, List<List<Expr>> groups) {
        return program(equations, groups, Execution.INTERPRETED);
    }

    /**
     * Interpreted at first; each of rates, Jacobian and groups changes to bytecode when it has been called so often
     * that making the class pays.
     *
     * @throws IllegalArgumentException for a name that is not known, or formulas that are not expanded
     */
    public static Program adaptive(Equations equations, List<List<Expr>> groups) {
        return program(equations, groups, Execution.ADAPTIVE);
    }

    static GraphProgram program(Equations equations, List<List<Expr>> groups, Execution execution) {
        Graph graph = new Graph();
        Map<String, Integer> nodes = new HashMap<>();
        for (int k = 0; k < equations.states().size(); k++) {
            nodes.put(equations.states().get(k).name(), graph.state(k));
        }
        for (int k = 0; k < equations.parameters().size(); k++) {
            nodes.put(equations.parameters().get(k).name(), graph.parameter(k));
        }
        Translation translation = new Translation(graph, name -> known(nodes, name));
        for (Equations.Term term : equations.definitions()) {
            nodes.put(term.name(), translation.node(term.is()));
        }
        for (Equations.Term term : equations.observables()) {
            nodes.put(term.name(), translation.node(term.is()));
        }
        List<int[]> groupNodes = new ArrayList<>(groups.size());
        for (List<Expr> group : groups) {
            groupNodes.add(nodes(translation, group));
        }
        int[] rates = nodes(translation, equations.rates());
        return new GraphProgram(graph, execution, equations.parameters().size(), rates, groupNodes);
    }

    private static int known(Map<String, Integer> nodes, String name) {
        Integer node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("\"" + name + "\" is not a name of these equations");
        }
        return node;
    }

    private static int[] nodes(Translation translation, List<Expr> formulas) {
        int[] nodes = new int[formulas.size()];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = translation.node(formulas.get(k));
        }
        return nodes;
    }
}

package org.immunoedit.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.immunoedit.ode.Formulas;
import org.immunoedit.ode.LaneSystem;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Program;

/** Equations as a graph; what is computed from it is planned when it is first asked for. */
final class GraphProgram implements Program {
    private final Graph graph;
    private final Execution execution;
    private final int parameters;
    private final int[] rateNodes;
    private final List<int[]> groupNodes;
    private final List<Routine<double[]>> groups;
    private Routine<double[]> rates;
    private LaneCodes lanes;
    private Routine<double[][]> jacobian;
    private Routine<double[]> timeDerivative;

    /**
     * A program.
     *
     * @param graph not changed from now on
     * @param rates nodes of the rates
     * @param groups nodes of each group of formulas
     */
    GraphProgram(Graph graph, Execution execution, int parameters, int[] rates, List<int[]> groups) {
        this.graph = graph;
        this.execution = execution;
        this.parameters = parameters;
        rateNodes = rates;
        groupNodes = groups;
        this.groups = new ArrayList<>(Collections.nCopies(groups.size(), null));
    }

    @Override
    public int dimension() {
        return rateNodes.length;
    }

    @Override
    public int parameterCount() {
        return parameters;
    }

    @Override
    public OdeSystem system(double[] values) {
        requireAll(values);
        return new GraphSystem(this, rates(), values);
    }

    @Override
    public Formulas formulas(int group, double[] values) {
        requireAll(values);
        return new GraphFormulas(graph, groupNodes.get(group), group(group), values);
    }

    @Override
    public Optional<LaneSystem> lanes(int width) {
        Plan plan = rates().plan();
        return LaneCode.fits(plan) ? Optional.of(new GraphLanes(this, plan, laneCodes(), width)) : Optional.empty();
    }

    private synchronized LaneCodes laneCodes() {
        if (lanes == null) {
            lanes = new LaneCodes(rates().plan());
        }
        return lanes;
    }

    private void requireAll(double[] values) {
        if (values.length != parameters) {
            throw new IllegalArgumentException(values.length + " values for " + parameters + " parameters");
        }
    }

    synchronized Routine<double[]> rates() {
        if (rates == null) {
            rates = new Routine<>(ratesPlan(), execution);
        }
        return rates;
    }

    synchronized Routine<double[]> group(int group) {
        if (groups.get(group) == null) {
            groups.set(group, routine(graph, Outputs.vector(groupNodes.get(group))));
        }
        return groups.get(group);
    }

    synchronized Routine<double[][]> jacobian() {
        if (jacobian == null) {
            jacobian = new Routine<>(jacobianPlan(), execution);
        }
        return jacobian;
    }

    synchronized Routine<double[]> timeDerivative() {
        if (timeDerivative == null) {
            Derivation derivation = new Derivation(graph.copy(), rateNodes);
            Outputs outputs = derivation.byTime();
            timeDerivative = routine(derivation.graph(), outputs);
        }
        return timeDerivative;
    }

    /** How the rates are computed. */
    Plan ratesPlan() {
        return plan(graph, Outputs.vector(rateNodes));
    }

    /** How the Jacobian is computed. */
    Plan jacobianPlan() {
        Derivation derivation = new Derivation(graph.copy(), rateNodes);
        Outputs outputs = derivation.byStates();
        return plan(derivation.graph(), outputs);
    }

    private Plan plan(Graph nodes, Outputs outputs) {
        return new Plan(nodes, parameters, outputs);
    }

    private <O> Routine<O> routine(Graph nodes, Outputs outputs) {
        return new Routine<>(plan(nodes, outputs), execution);
    }
}

package org.immunoedit.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunoedit.compile.Flat.minus;
import static org.immunoedit.compile.Flat.name;
import static org.immunoedit.compile.Flat.num;
import static org.immunoedit.compile.Flat.over;
import static org.immunoedit.compile.Flat.plus;
import static org.immunoedit.compile.Flat.power;
import static org.immunoedit.compile.Flat.times;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Call;
import org.immunoedit.expr.Expr.Comparison;
import org.immunoedit.expr.Expr.Function;
import org.immunoedit.expr.Expr.If;
import org.immunoedit.expr.Expr.Relation;
import org.junit.jupiter.api.Test;

/** What is computed, how often and where. */
class PlanTest {
    private final Graph graph = new Graph();
    private final Map<String, Integer> nodes = new HashMap<>();

    PlanTest() {
        nodes.put("x", graph.state(0));
        nodes.put("y", graph.state(1));
        nodes.put("a", graph.parameter(0));
        nodes.put("b", graph.parameter(1));
    }

    private int node(Expr expr) {
        return new Translation(graph, nodes::get).node(expr);
    }

    private Plan plan(Expr... outputs) {
        int[] roots = new int[outputs.length];
        for (int k = 0; k < roots.length; k++) {
            roots[k] = node(outputs[k]);
        }
        return new Plan(graph, 2, Outputs.vector(roots));
    }

    private static Expr exp(Expr of) {
        return new Call(Function.EXP, List.of(of));
    }

    @Test
    void a_shared_term_is_computed_once_also_across_definitions_and_with_factors_exchanged() {
        nodes.put("kill", node(times(name("x"), name("y"))));
        Plan plan = plan(exp(name("kill")), exp(times(name("y"), name("x"))), plus(name("kill"), exp(name("kill"))));
        assertThat(plan.body().operations()).as("product, exponential, sum").isEqualTo(3);
    }

    @Test
    void a_definition_that_nothing_needs_costs_nothing() {
        node(exp(exp(name("x"))));
        assertThat(plan(name("x")).body().operations()).isZero();
    }

    @Test
    void what_depends_on_parameters_only_is_computed_once_per_set_of_parameters() {
        Plan plan = plan(times(name("x"), power(name("a"), name("b"))), exp(name("a")));
        assertThat(plan.body().operations()).isEqualTo(1);
        assertThat(plan.slots(new double[] {2, 5})).containsExactly(2, 5, 32, Math.exp(2));
    }

    @Test
    void hoisting_a_value_that_is_not_a_number_harms_nothing_unless_it_is_chosen() {
        Expr negative = new Comparison(Relation.LESS, name("a"), num(0));
        Expr root = new Call(Function.SQRT, List.of(name("a")));
        Plan plan = plan(new If(negative, name("x"), times(root, name("x"))));
        double[] out = new double[1];
        new TapeKernel<double[]>(plan).evaluate(0, new double[] {7, 0}, plan.slots(new double[] {-4, 0}), out);
        assertThat(out).containsExactly(7);
    }

    @Test
    void squares_and_cubes_are_products() {
        assertThat(node(power(name("x"), num(2)))).isEqualTo(node(times(name("x"), name("x"))));
        assertThat(node(power(name("x"), num(3)))).isEqualTo(node(times(times(name("x"), name("x")), name("x"))));
    }

    @Test
    void zero_and_minus_zero_are_different_constants() {
        assertThat(graph.constant(0.0)).isNotEqualTo(graph.constant(-0.0));
        assertThat(graph.value(graph.constant(-0.0))).isEqualTo(-0.0);
    }

    @Test
    void differences_are_not_exchanged() {
        assertThat(node(minus(name("x"), name("y")))).isNotEqualTo(node(minus(name("y"), name("x"))));
        assertThat(node(over(name("x"), name("y")))).isNotEqualTo(node(over(name("y"), name("x"))));
    }

    @Test
    void a_branch_is_computed_inside_of_its_choice_and_what_is_shared_outside() {
        Expr shared = exp(name("y"));
        Expr exclusive = exp(exp(name("x")));
        Expr then = times(plus(exclusive, shared), exclusive);
        Plan plan = plan(new If(new Comparison(Relation.LESS, name("x"), num(1)), then, num(0)), shared);
        int choice = plan.outputs().nodes()[0];
        Regions regions = plan.regions();
        assertThat(regions.statements(Regions.OUTERMOST).toArray()).containsExactly(node(shared), choice, ~0, ~1);
        assertThat(regions.statements(regions.branch(choice, 1)).toArray()).containsExactly(node(exclusive));
        assertThat(regions.statements(regions.branch(choice, 2)).toArray()).isEmpty();
    }

    @Test
    void a_term_of_two_inner_branches_is_computed_in_their_outer_branch() {
        Expr term = exp(name("x"));
        Expr inner = new If(new Comparison(Relation.LESS, name("y"), num(2)), times(term, name("y")), term);
        Plan plan = plan(new If(new Comparison(Relation.LESS, name("x"), num(1)), inner, num(0)));
        int outer = plan.outputs().nodes()[0];
        Regions regions = plan.regions();
        assertThat(regions.statements(regions.branch(outer, 1)).toArray()).containsExactly(node(term), node(inner));
        assertThat(regions.statements(regions.branch(node(inner), 1)).toArray()).isEmpty();
    }
}

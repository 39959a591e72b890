package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.immunoedit.analysis.Equilibrium;
import org.immunoedit.analysis.EquilibriumSearch;
import org.immunoedit.analysis.Field;
import org.immunoedit.cli.ClaimBench.Fixed;
import org.immunoedit.compile.Compiler;
import org.immunoedit.expr.Expr;
import org.immunoedit.io.Claim;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.ode.OdeSystem;
import org.immunoedit.ode.Program;

/** The compiled equations of a claim about steady states. */
final class SteadyBench {
    private final Equations equations;
    private final Claim.Setting setting;
    private final Program program;
    private final double[] slots;
    private final boolean[] signed;

    SteadyBench(Fixed fixed, Claim.Setting setting) {
        equations = fixed.bound().equations();
        this.setting = setting;
        List<Expr> formulas = fixed.terms().stream().map(Term::is).toList();
        program = Compiler.adaptive(equations, List.of(formulas));
        slots = equations.parameters().stream()
                .mapToDouble(Equations.Parameter::value)
                .toArray();
        signed = new boolean[equations.states().size()];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = equations.states().get(i).signed();
        }
    }

    List<String> states() {
        return equations.states().stream().map(Equations.State::name).toList();
    }

    List<String> parameters() {
        return equations.parameters().stream().map(Equations.Parameter::name).toList();
    }

    OptionalInt slot(String parameter) {
        return equations.slot(parameter.replace(" ", ""));
    }

    /** Where the search starts: the claim's values, else the model's initial ones. */
    List<Double> start() {
        double[] start = Preparation.initial(equations);
        List<String> states = states();
        setting.near().forEach(near -> start[states.indexOf(near.state())] = near.value());
        return Arrays.stream(start).boxed().toList();
    }

    EquilibriumSearch search() {
        return new EquilibriumSearch(new Field(program.system(slots), setting.time()), signed);
    }

    /** The search with another value of a parameter. */
    EquilibriumSearch with(int slot, double value) {
        return new EquilibriumSearch(new Field(system(slot, value), setting.time()), signed);
    }

    /** The system with another value of a parameter. */
    OdeSystem system(int slot, double value) {
        double[] changed = slots.clone();
        changed[slot] = value;
        return program.system(changed);
    }

    /** The claim's formulas at an equilibrium. */
    double[] values(Equilibrium equilibrium) {
        var formulas = program.formulas(0, slots);
        double[] values = new double[formulas.size()];
        double[] y =
                equilibrium.state().stream().mapToDouble(Double::doubleValue).toArray();
        formulas.evaluate(setting.time(), y, values);
        return values;
    }

    /** Sizes of the states near an equilibrium; a state at 0 is taken to be of the smallest size among the others. */
    List<Double> typical(Equilibrium equilibrium) {
        List<Double> start = start();
        List<Double> sizes = new ArrayList<>();
        for (int i = 0; i < start.size(); i++) {
            sizes.add(Math.max(
                    Math.abs(start.get(i)), Math.abs(equilibrium.state().get(i))));
        }
        double smallest =
                sizes.stream().filter(size -> size > 0).min(Double::compare).orElse(1.0);
        return sizes.stream().map(size -> size > 0 ? size : smallest).toList();
    }
}

package org.immunoedit.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.immunoedit.cli.Binding.Bound;
import org.immunoedit.compile.Compiler;
import org.immunoedit.engine.Methods;
import org.immunoedit.expr.Evaluator;
import org.immunoedit.io.Scenario;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Switching;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Method;
import org.immunoedit.ode.Statistics;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.sim.Experiment;
import org.immunoedit.sim.Horizon;
import org.immunoedit.sim.Programs;
import org.immunoedit.sim.Rules;

/** Makes a bound scenario an experiment: columns, tolerances, method, compiled equations. */
final class Preparation {
    /** States above which a matrix of all pairs takes more memory than any run should (200 MB). */
    private static final int MOST_WITH_MATRIX = 5000;

    private static final Set<String> WITH_MATRIX = Set.of("auto", "rodas");

    private final Scenario scenario;
    private final Function<Experiment, Programs> compiler;
    private final Problems problems;

    /** @param compiler makes programs of experiments */
    Preparation(Scenario scenario, Function<Experiment, Programs> compiler, Problems problems) {
        this.scenario = scenario;
        this.compiler = compiler;
        this.problems = problems;
    }

    /**
     * What is ready to run.
     *
     * @param scaling what the tolerances would be from another start
     */
    record Ready(Experiment experiment, Programs programs, Method method, Optional<RunIn> runIn, Scaling scaling) {
        private static final double TIGHTER = 10;

        /**
         * The same for a second, independent solution: ten times tighter, and by the Rosenbrock method what was solved
         * explicitly for the greater part, explicitly what was not.
         *
         * @param first cost of the first solution
         */
        Ready forCheckOf(Statistics first) {
            long stiff = first.methods().getOrDefault("rodas", 0L);
            boolean explicit =
                    2 * stiff > first.steps() || experiment.equations().states().size() > MOST_WITH_MATRIX;
            String other = !explicit ? "rodas" : method.name().equals("dopri5") ? "tsit5" : "dopri5";
            Method by = Methods.named(other).orElseThrow();
            Tolerances tolerances = experiment.tolerances().tightened(TIGHTER);
            // errors of order 4 and 5: ten times tighter is less than twice the steps
            Limits limits = new Limits(2 * experiment.limits().maxSteps());
            return new Ready(
                    experiment.within(tolerances, limits),
                    programs,
                    method instanceof TimedMethod timed ? new TimedMethod(by, timed.seconds()) : by,
                    runIn.map(lead -> lead.within(tolerances, limits)),
                    scaling);
        }
    }

    /**
     * Prepares.
     *
     * @param watched what observers of the run look at
     * @param rules decisions about the treatment
     * @return empty after an error
     */
    Optional<Ready> ready(Bound bound, List<Term> watched, Rules rules) {
        // after another fault it is not known whether there will be a verdict
        boolean judged = !watched.isEmpty() || problems.hasErrors();
        List<Term> columns = new Columns(bound, judged).of(scenario.output(), problems);
        Optional<Method> method = method(bound.equations().states().size());
        Scaling scaling = scaling(bound);
        if (problems.hasErrors() || method.isEmpty()) {
            return Optional.empty();
        }
        Experiment fixed = new Experiment(
                bound.equations(),
                Switching.of(bound.equations()),
                bound.timeline(),
                new Horizon(bound.clock().start(), bound.clock().end()),
                new Experiment.Request(
                        columns,
                        watched,
                        bound.clock().grid(),
                        scenario.output().bothSides()),
                new Experiment.Settings(
                        scaling.from(initial(bound.equations())),
                        new Limits(scenario.solver().maxSteps())));
        Experiment experiment = rules.isEmpty() ? fixed : fixed.with(rules);
        Optional<RunIn> runIn = bound.runIn().map(equations -> runIn(experiment, equations, bound));
        return Optional.of(new Ready(experiment, compiler.apply(experiment), method.get(), runIn, scaling));
    }

    /** Programs for a single run. */
    static Programs adaptive(Experiment experiment) {
        return Programs.of(experiment, (equations, formulas) -> Compiler.adaptive(equations, formulas.groups()));
    }

    private RunIn runIn(Experiment run, Equations equations, Bound bound) {
        Scenario.RunIn wanted = scenario.runIn().orElseThrow();
        double limit = Clock.in(bound.composed().time(), wanted.limit());
        Experiment experiment = RunIn.experiment(run, equations, limit);
        return new RunIn(experiment, compiler.apply(experiment), bound.clock().every(), wanted.keep());
    }

    private Optional<Method> method(int states) {
        String name = scenario.solver().method();
        Optional<Method> method = Methods.named(name);
        if (method.isEmpty()) {
            List<String> known =
                    Methods.all().stream().map(entry -> entry.method().name()).toList();
            problems.add(Problem.error(
                            "method",
                            scenario.solver().methodPlace(),
                            "\"" + name + "\" is not a method of this program",
                            "one of " + String.join(", ", known))
                    .withHint(Nearest.hint(name, known)));
        }
        if (states > MOST_WITH_MATRIX
                && method.map(Method::name).filter(WITH_MATRIX::contains).isPresent()) {
            problems.error(
                    "too-many",
                    scenario.solver().methodPlace(),
                    "the method \"" + name + "\" keeps a matrix of all pairs of the " + states + " states",
                    "at most " + MOST_WITH_MATRIX + " states, or \"method\": \"tsit5\"");
        }
        OptionalDouble seconds = scenario.solver().maxSeconds();
        return seconds.isPresent() ? method.map(m -> new TimedMethod(m, seconds.getAsDouble())) : method;
    }

    private Scaling scaling(Bound bound) {
        List<OptionalDouble> given = new ArrayList<>(Collections.nCopies(
                bound.equations().states().size(), scenario.solver().atol()));
        scenario.solver().perState().forEach(tolerance -> set(tolerance, bound, given));
        return new Scaling(
                bound.equations(),
                bound.guidance().plan().regimen().foreseeable(),
                scenario.solver().rtol(),
                given);
    }

    /** Sets the tolerance of one state, or of all members of a family. */
    private void set(Scenario.StateTolerance tolerance, Bound bound, List<OptionalDouble> given) {
        List<Equations.State> states = bound.equations().states();
        String name = Binding.scalar(tolerance.state());
        boolean found = bound.zero().contains(name);
        for (int i = 0; i < states.size(); i++) {
            String state = states.get(i).name();
            if (state.equals(name) || state.startsWith(name + "[")) {
                given.set(i, OptionalDouble.of(tolerance.atol()));
                found = true;
            }
        }
        if (!found) {
            List<String> known = states.stream().map(Equations.State::name).toList();
            problems.add(Problem.error(
                            "unknown-state",
                            tolerance.place(),
                            "\"" + name + "\" is not a state",
                            "a state of the model")
                    .withHint(Nearest.hint(name, known)));
        }
    }

    /** The initial values of equations with their own parameters, one per state. */
    static double[] initial(Equations equations) {
        Map<String, Double> values = new HashMap<>();
        equations.parameters().forEach(p -> values.put(p.name(), p.value()));
        Map<String, Equations.Term> definitions = new HashMap<>();
        equations.definitions().forEach(term -> definitions.put(term.name(), term));
        return equations.states().stream()
                .mapToDouble(state -> Evaluator.value(state.initial(), 0, name -> value(name, values, definitions)))
                .toArray();
    }

    private static double value(String name, Map<String, Double> values, Map<String, Equations.Term> definitions) {
        Double known = values.get(name);
        if (known == null) {
            known = Evaluator.value(definitions.get(name).is(), 0, other -> value(other, values, definitions));
            values.put(name, known);
        }
        return known;
    }
}

package org.immunoedit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.compile.Compiler;
import org.immunoedit.engine.Methods;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Parser;
import org.immunoedit.model.Equations;
import org.immunoedit.model.Equations.Happening;
import org.immunoedit.model.Equations.NewValue;
import org.immunoedit.model.Equations.Term;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Switching;
import org.immunoedit.ode.Limits;
import org.immunoedit.ode.Tolerances;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Clause;
import org.immunoedit.protocol.Clause.Act;
import org.immunoedit.protocol.Patient;
import org.immunoedit.protocol.Regimen;
import org.immunoedit.protocol.Schedule;
import org.immunoedit.protocol.Targets;
import org.immunoedit.protocol.Targets.Target;
import org.immunoedit.protocol.Therapy;
import org.immunoedit.sim.Rules.Question;
import org.immunoedit.unit.Unit;

/** Experiments written in texts, in days and without units, that run without the program around them. */
final class Bench {
    private static final Place PLACE = Place.startOf("test");

    private final List<Equations.State> states = new ArrayList<>();
    private final List<Expr> rates = new ArrayList<>();
    private final List<Equations.Parameter> parameters = new ArrayList<>();
    private final List<Happening> events = new ArrayList<>();
    private final List<Therapy> therapies = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Horizon horizon = new Horizon(0, 4);
    private Optional<Grid> grid = Optional.empty();
    private OptionalDouble baseline = OptionalDouble.empty();
    private Limits limits = Limits.DEFAULT;
    private Assessor assessor = Assessor.BLIND;

    /** A row of the table. */
    record Row(double time, RowSink.Side side, double x) {}

    /** What came of a run: its rows show the first state, and what an observer was told beside them. */
    record Run(Report report, List<Row> rows, List<String> told, double[] end) {
        List<String> happenings() {
            return report.happenings().stream()
                    .map(h -> h.label() + " at " + h.time())
                    .toList();
        }
    }

    /** A signed state. */
    Bench state(String name, double initial, String rate) {
        return state(name, initial, rate, true);
    }

    Bench state(String name, double initial, String rate, boolean signed) {
        states.add(new Equations.State(name, "1", "", new Expr.Num(initial), signed, OptionalDouble.empty()));
        rates.add(parsed(rate));
        return this;
    }

    Bench parameter(String name, double value) {
        parameters.add(new Equations.Parameter(name, value, "1", ""));
        return this;
    }

    /** How an event fires beside its condition. */
    enum Kind {
        USUAL,
        AT_START,
        ONCE,
        STOP
    }

    /** An event; a setting is {@code x = 1}. */
    Bench event(Kind kind, String label, String when, String... sets) {
        List<NewValue> values = Arrays.stream(sets)
                .map(set -> set.split(" = "))
                .map(set -> new NewValue(set[0], parsed(set[1])))
                .toList();
        events.add(new Happening(
                parsed(when),
                values,
                label,
                kind == Kind.AT_START,
                kind == Kind.ONCE,
                kind == Kind.STOP,
                false,
                PLACE));
        return this;
    }

    /** Doses into a state, from a time on. */
    Bench doses(String state, double amount, double start, double every, int count) {
        therapies.add(new Therapy(
                Optional.empty(),
                Optional.of(Expr.Reference.to(state)),
                number(amount),
                Optional.empty(),
                Optional.empty(),
                number(start),
                number(every),
                OptionalInt.of(count),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PLACE));
        return this;
    }

    /** A rule that is asked at these times. */
    Bench rule(String when, boolean images, List<Double> times, Act... acts) {
        clauses.add(new Clause(clauses.size(), "", times, 1, List.of(acts), Integer.MAX_VALUE));
        questions.add(new Question(term("when", "if(" + when + ", 1, 0)"), List.of(), images));
        return this;
    }

    /** Images of the first state from a time on. */
    Bench images(double first, Assessor by) {
        baseline = OptionalDouble.of(first);
        assessor = by;
        for (String slot : List.of(Rules.RESPONSE, Rules.DIAMETER, Rules.BASELINE, Rules.NADIR)) {
            parameter(slot, 0);
        }
        return this;
    }

    Bench time(double start, double end) {
        horizon = new Horizon(start, end);
        return this;
    }

    Bench steps(long most) {
        limits = new Limits(most);
        return this;
    }

    /** Rows at these times, both sides of jumps. */
    Bench rows(Double... times) {
        grid = Optional.of(Grid.at(List.of(times)));
        return this;
    }

    Experiment experiment() {
        Equations equations = new Equations("d", states, parameters, List.of(), rates, List.of(), events);
        Regimen regimen = regimen();
        Term first = term("x", states.get(0).name());
        Experiment experiment = new Experiment(
                equations,
                Switching.of(equations),
                regimen.timeline(),
                horizon,
                new Experiment.Request(
                        List.of(first),
                        List.of(first),
                        grid.orElseGet(() -> Grid.points(horizon.start(), horizon.end(), 2)),
                        true),
                new Experiment.Settings(tolerances(), limits));
        Optional<Term> tumor = baseline.isPresent() ? Optional.of(first) : Optional.empty();
        return clauses.isEmpty()
                ? experiment
                : experiment.with(new Rules(regimen, clauses, questions, tumor, baseline));
    }

    private Tolerances tolerances() {
        double[] absolute = new double[states.size()];
        Arrays.fill(absolute, 1e-9);
        boolean[] signed = new boolean[states.size()];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = states.get(i).signed();
        }
        return new Tolerances(1e-9, absolute, signed);
    }

    private Regimen regimen() {
        Map<String, Target> dosed = new LinkedHashMap<>();
        states.forEach(state -> dosed.put(state.name(), Target.state(state.name(), Unit.ONE)));
        Problems problems = new Problems();
        Unit day = Unit.parse("d", PLACE, problems).orElseThrow();
        Schedule.Setting setting = new Schedule.Setting(
                new Targets(Map.of(), dosed),
                Patient.UNKNOWN,
                new org.immunoedit.protocol.Horizon(horizon.start(), horizon.end(), day));
        Regimen regimen = Schedule.plan(therapies, List.of(), setting, problems).regimen();
        assertThat(problems.sorted()).isEmpty();
        return regimen;
    }

    Run run() {
        return run(experiment());
    }

    Run run(Experiment experiment) {
        Programs programs =
                Programs.of(experiment, (equations, formulas) -> Compiler.interpret(equations, formulas.groups()));
        List<Row> rows = new ArrayList<>();
        Rows table = new Rows(experiment, (time, values, side) -> rows.add(new Row(time, side, values[0])));
        double[] end = new double[states.size()];
        Simulation simulation = new Simulation(
                experiment,
                programs,
                Methods.named("tsit5").orElseThrow(),
                Observer.all(List.of(table, new Teller(end))),
                assessor);
        Report report = simulation.run();
        return new Run(report, rows, told, end);
    }

    /** Writes down what an observer is told; numbers in thousandths. */
    private final class Teller implements Observer {
        private final double[] last;

        Teller(double[] last) {
            this.last = last;
        }

        @Override
        public void start(double t, double[] y, Views views) {
            told.add("start " + t + " " + text(y));
        }

        @Override
        public void stretch(double t, double[] y, Views views) {
            told.add("stretch " + t + " " + text(y));
        }

        @Override
        public void jump(double t, double[] before, double[] after) {
            told.add("jump " + t + " " + text(before) + " to " + text(after));
        }

        @Override
        public void end(double t, double[] y, Views views, Report report) {
            told.add("end " + t + " " + text(y));
            System.arraycopy(y, 0, last, 0, last.length);
        }

        private String text(double[] y) {
            return Arrays.toString(
                    Arrays.stream(y).map(v -> Math.rint(v * 1e3) / 1e3).toArray());
        }
    }

    static Term term(String name, String formula) {
        return new Term(name, parsed(formula), "", formula);
    }

    private static Optional<Literal> number(double value) {
        return Optional.of(new Literal(value, Optional.empty(), PLACE));
    }

    private static Expr parsed(String text) {
        Problems problems = new Problems();
        Optional<Expr> expr = Parser.parse(text, PLACE, problems);
        assertThat(problems.sorted()).as(text).isEmpty();
        return expr.orElseThrow();
    }
}

package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.io.Scenario.Column;
import org.immunoedit.io.Scenario.ModelName;
import org.immunoedit.io.Scenario.Output;
import org.immunoedit.io.Scenario.RunIn;
import org.immunoedit.io.Scenario.Solver;
import org.immunoedit.io.Scenario.StateTolerance;
import org.immunoedit.io.Scenario.TimeGrid;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Effect;
import org.immunoedit.model.Event;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Setting;
import org.immunoedit.model.Values;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Patient;
import org.immunoedit.unit.Unit;

/**
 * Reads a scenario. Checks the shape of the document, its formulas' grammar, its quantities and what can be known without
 * the model; names are checked when the scenario is bound to its model. Defaults are documented at {@link Scenario}.
 */
public final class ScenarioReader {
    private final Function<String, Optional<AgentDocument>> agents;
    private final Problems problems;

    private ScenarioReader(Function<String, Optional<AgentDocument>> agents, Problems problems) {
        this.agents = agents;
        this.problems = problems;
    }

    /**
     * Reads a scenario.
     *
     * @param agents finds an agent document of the library by its name, for named regimens
     * @return empty if the document is unusable; after errors the result may lack the faulty parts
     */
    public static Optional<Scenario> read(
            Json json, Function<String, Optional<AgentDocument>> agents, Problems problems) {
        return Fields.of(json, "a scenario", problems)
                .flatMap(f -> new ScenarioReader(agents, problems).scenario(f));
    }

    private Optional<Scenario> scenario(Fields f) {
        f.text("$schema", "the address of a schema");
        String name = f.text("name", "one line for people");
        String description = f.text("description", "a few sentences");
        Optional<ModelName> model = f.need("model", "a catalogue name or the path of a model document")
                .flatMap(json -> Shape.name(json, "a catalogue name or a path", problems))
                .map(text -> new ModelName(text.value(), text.place()));
        Map<String, Integer> indices = ModelReader.indices(f, problems);
        Patient patient = patient(f);
        List<Setting> parameters = settings(f, "parameters");
        List<Setting> initial = settings(f, "initial");
        List<Treatment> therapies = therapies(f);
        List<Effect> effects = effects(f);
        List<Event> events = new EventReader(problems).read(f);
        rules(f);
        Optional<RunIn> runIn = f.get("run_in").flatMap(this::runIn);
        Optional<TimeGrid> time = f.need("time", "an object such as {\"end\": \"2 y\", \"every\": \"1 d\"}")
                .flatMap(json -> new TimeReader(problems).read(json));
        Solver solver = solver(f);
        Output output = output(f);
        Optional<Json.Object> outcome = f.object("outcome", "an object such as {\"tumor\": \"T\"}");
        Optional<Json.Object> sweep = f.object("sweep", "an object such as {\"vary\": {}}");
        Optional<Json> expect = f.get("expect");
        f.finish();
        return model.flatMap(m -> time.map(grid -> new Scenario(
                name, description, m, indices, patient, parameters, initial, therapies, effects, events, runIn, grid,
                solver, output, outcome, sweep, expect, f.place())));
    }

    private Patient patient(Fields document) {
        return document.get("patient")
                .flatMap(json -> Fields.of(json, "an object such as {\"weight\": \"70 kg\"}", problems))
                .map(f -> {
                    Optional<Literal> weight = f.get("weight").flatMap(json -> Measure.WEIGHT.read(json, problems));
                    Optional<Literal> surface = f.get("bsa").flatMap(json -> Measure.SURFACE.read(json, problems));
                    f.finish();
                    return new Patient(weight, surface);
                })
                .orElse(Patient.UNKNOWN);
    }

    private List<Setting> settings(Fields document, String key) {
        Declarations parts = new Declarations(problems, false);
        List<Setting> settings = new ArrayList<>();
        for (Json.Member member : document.members(key, "an object such as {\"a\": 0.2}")) {
            Optional<Reference> target = Terms.target(member, problems);
            Optional<Values> values = parts.values(member.value(), Measure.VALUE);
            target.ifPresent(t -> values.ifPresent(v -> settings.add(new Setting(t, v, Declarations.name(member)))));
        }
        return settings;
    }

    private List<Treatment> therapies(Fields document) {
        TherapyReader reader = new TherapyReader(agents, problems);
        List<Treatment> therapies = new ArrayList<>();
        document.list("therapies", "a list of therapies")
                .forEach(json -> reader.read(json).ifPresent(therapies::add));
        document.get("doses_file")
                .flatMap(json -> Shape.name(json, "a path relative to the scenario such as \"doses.csv\"", problems))
                .ifPresent(path -> therapies.add(new Treatment.FromFile(
                        path.value(), Optional.empty(), Optional.empty(), path.place())));
        return therapies;
    }

    private List<Effect> effects(Fields document) {
        List<Effect> effects = new ArrayList<>();
        for (Json json : document.list("effects", "a list of effects")) {
            Fields.of(json, "an object such as {\"parameter\": \"m\", \"becomes\": \"0.5*m\"}", problems)
                    .ifPresent(f -> effect(f).ifPresent(effects::add));
        }
        return effects;
    }

    private Optional<Effect> effect(Fields f) {
        Optional<Json> name = f.need("parameter", "the name of a parameter");
        Optional<Reference> parameter =
                name.flatMap(json -> Terms.target(json, "the name of a parameter", problems));
        Optional<Formula> becomes =
                f.need("becomes", "a formula such as \"0.5*m\"").flatMap(json -> Terms.formula(json, problems));
        f.text("about", "a few words");
        f.finish();
        Place place = name.map(Json::place).orElse(f.place()).right(1);
        return parameter.flatMap(p -> becomes.map(formula -> new Effect(p, formula, place)));
    }

    private void rules(Fields document) {
        for (Json rule : document.list("rules", "a list of rules")) {
            problems.error("unsupported", rule.place(), "rules are not supported by this version", "");
        }
    }

    private Optional<RunIn> runIn(Json json) {
        return Fields.of(json, "an object such as {\"until\": \"T >= 1e10\", \"limit\": \"20 y\"}", problems)
                .flatMap(f -> {
                    Optional<Formula> until = f.need("until", "a condition such as \"T >= 1e10\"")
                            .flatMap(text -> Terms.condition(text, problems));
                    Literal limit = f.get("limit")
                            .flatMap(text -> Measure.INTERVAL.read(text, problems))
                            .orElseGet(() -> new Literal(100, Unit.parse("y", f.place(), problems), f.place()));
                    boolean keep = f.flag("keep");
                    f.finish();
                    return until.map(condition -> new RunIn(condition, limit, keep, f.place()));
                });
    }

    private Solver solver(Fields document) {
        Optional<Fields> fields = document.get("solver")
                .flatMap(json -> Fields.of(json, "an object such as {\"rtol\": 1e-8}", problems));
        if (fields.isEmpty()) {
            return new Solver("auto", document.place(), Solver.RTOL, OptionalDouble.empty(), List.of(), Solver.MAX_STEPS);
        }
        Fields f = fields.get();
        Optional<Json.Text> method =
                f.get("method").flatMap(json -> Shape.name(json, "\"auto\" or the name of a method", problems));
        OptionalDouble rtol = f.get("rtol").map(this::relative).orElse(OptionalDouble.empty());
        List<StateTolerance> perState = new ArrayList<>();
        OptionalDouble atol = f.get("atol").map(json -> absolute(json, perState)).orElse(OptionalDouble.empty());
        int steps = f.whole("max_steps", 1).orElse(Solver.MAX_STEPS);
        f.finish();
        return new Solver(
                method.map(Json.Text::value).orElse("auto"),
                method.map(Json.Text::place).orElse(f.place()),
                rtol.orElse(Solver.RTOL),
                atol,
                perState,
                steps);
    }

    private OptionalDouble relative(Json json) {
        OptionalDouble rtol = positive(json, "a relative tolerance such as 1e-8");
        if (rtol.isPresent() && !(rtol.getAsDouble() < 1)) {
            problems.error("range", json.place(), json.shown() + " is too large", "a relative tolerance below 1");
        }
        return rtol;
    }

    private OptionalDouble absolute(Json json, List<StateTolerance> perState) {
        if (!(json instanceof Json.Object object)) {
            return positive(json, "an absolute tolerance such as 1e-6, or an object of states");
        }
        OptionalDouble common = OptionalDouble.empty();
        for (Json.Member member : object.members().values()) {
            OptionalDouble atol = positive(member.value(), "an absolute tolerance such as 1e-6");
            if (member.key().equals("default")) {
                common = atol;
            } else {
                Terms.target(member, problems)
                        .filter(state -> atol.isPresent())
                        .ifPresent(state -> perState.add(
                                new StateTolerance(state, atol.getAsDouble(), Declarations.name(member))));
            }
        }
        return common;
    }

    private OptionalDouble positive(Json json, String expected) {
        Optional<Json.Number> number = Shape.number(json, expected, problems);
        if (number.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!(number.get().value() > 0)) {
            problems.error("range", json.place(), json.shown() + " is not above 0", expected);
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number.get().value());
    }

    private Output output(Fields document) {
        Optional<Fields> fields = document.get("output")
                .flatMap(json -> Fields.of(json, "an object such as {\"columns\": [\"T\"]}", problems));
        if (fields.isEmpty()) {
            return new Output(Optional.empty(), false);
        }
        Fields f = fields.get();
        Optional<List<Column>> columns = f.get("columns")
                .flatMap(json -> Shape.list(json, "a list of names such as [\"T\", \"E\"]", problems))
                .map(this::columns);
        Optional<Json> sides = f.get("sides");
        String side = sides.flatMap(json -> Shape.text(json, "\"after\" or \"both\"", problems))
                .map(Json.Text::value)
                .orElse("after");
        if (!side.equals("after") && !side.equals("both")) {
            problems.error("value", sides.get().place(), sides.get().shown() + " is not known here", "\"after\" or \"both\"");
        }
        f.finish();
        return new Output(columns, side.equals("both"));
    }

    private List<Column> columns(Json.Array list) {
        List<Column> columns = new ArrayList<>();
        for (Json item : list.items()) {
            Shape.name(item, "the name of a state, observable or definition", problems).ifPresent(text -> {
                if (columns.stream().anyMatch(c -> c.name().equals(text.value()))) {
                    problems.error("conflict", text.place(), text.shown() + " is named twice", "each column once");
                }
                columns.add(new Column(text.value(), text.place()));
            });
        }
        return columns;
    }
}

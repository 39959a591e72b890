package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.io.Scenario.ModelName;
import org.immunoedit.io.Scenario.RunIn;
import org.immunoedit.io.Scenario.TimeGrid;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Effect;
import org.immunoedit.model.Literal;
import org.immunoedit.model.Setting;
import org.immunoedit.model.Values;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Patient;
import org.immunoedit.unit.Unit;

/**
 * Reads a scenario. Checks the shape of the document, its formulas' grammar, its quantities and what can be known
 * without the model; names are checked when the scenario is bound to its model. Defaults are documented at
 * {@link Scenario}.
 */
public final class ScenarioReader {
    /** Longest run-in when the scenario does not say (y). */
    static final int RUN_IN_YEARS = 100;

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
        if (json instanceof Json.Object object && object.get("rates").isPresent()) {
            String found = "this is the document of a model or an agent, not a scenario";
            problems.error("kind", json.place(), found, "a document with \"model\" and \"time\" that names it");
            return Optional.empty();
        }
        return Fields.of(json, "a scenario", problems).flatMap(f -> new ScenarioReader(agents, problems).scenario(f));
    }

    /** What the doses of a scenario follow from. */
    public record Prescription(List<Treatment> therapies, Patient patient) {
        public Prescription {
            therapies = List.copyOf(therapies);
        }
    }

    /**
     * Reads the therapies and the patient of a scenario only.
     *
     * @param agents finds an agent document of the library by its name, for named regimens
     */
    public static Optional<Prescription> prescription(
            Json.Object scenario, Function<String, Optional<AgentDocument>> agents, Problems problems) {
        ScenarioReader reader = new ScenarioReader(agents, problems);
        return Fields.of(scenario, "a scenario", problems)
                .map(f -> new Prescription(reader.therapies(f), reader.patient(f)));
    }

    private Optional<Scenario> scenario(Fields f) {
        f.text("$schema", "the address of a schema");
        Optional<ModelName> model = f.need("model", "a catalogue name or the path of a model document")
                .flatMap(json -> Shape.name(json, "a catalogue name or a path", problems))
                .map(text -> new ModelName(text.value(), text.place()));
        Optional<TimeGrid> time = f.need("time", "an object such as {\"end\": \"2 y\", \"every\": \"1 d\"}")
                .flatMap(json -> new TimeReader(problems).read(json));
        Optional<Scenario> scenario = with(f, model, time);
        f.finish();
        return scenario;
    }

    /** Reads the rest even when model or time are unusable, so that all faults are found at once. */
    private Optional<Scenario> with(Fields f, Optional<ModelName> model, Optional<TimeGrid> time) {
        SolverReader solver = new SolverReader(problems);
        Scenario scenario = new Scenario(
                f.text("name", "one line for people"),
                f.text("description", "a few sentences"),
                model.orElseGet(() -> new ModelName("", f.place())),
                ModelReader.indices(f, problems),
                patient(f),
                settings(f, "parameters"),
                settings(f, "initial"),
                therapies(f),
                effects(f),
                new EventReader(problems).read(f),
                new RulesReader(new TherapyReader(agents, problems), problems).read(f),
                f.get("run_in").flatMap(this::runIn),
                time.orElseGet(() -> TimeReader.nothing(f.place())),
                solver.solver(f),
                solver.output(f),
                f.object("outcome", "an object such as {\"tumor\": \"T\"}"),
                f.object("sweep", "an object such as {\"vary\": {}}"),
                f.get("expect"),
                f.place());
        return model.isPresent() ? Optional.of(scenario) : Optional.empty();
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
                .ifPresent(path -> therapies.add(
                        new Treatment.FromFile(path.value(), Optional.empty(), Optional.empty(), path.place())));
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
        Optional<Reference> parameter = name.flatMap(json -> Terms.target(json, "the name of a parameter", problems));
        Optional<Formula> becomes =
                f.need("becomes", "a formula such as \"0.5*m\"").flatMap(json -> Terms.formula(json, problems));
        f.text("about", "a few words");
        f.finish();
        Place place = name.map(Json::place).orElse(f.place()).right(1);
        return parameter.flatMap(p -> becomes.map(formula -> new Effect(p, formula, place)));
    }

    private Optional<RunIn> runIn(Json json) {
        return Fields.of(json, "an object such as {\"until\": \"T >= 1e10\", \"limit\": \"20 y\"}", problems)
                .flatMap(f -> {
                    Optional<Formula> until = f.need("until", "a condition such as \"T >= 1e10\"")
                            .flatMap(text -> Terms.condition(text, problems));
                    Literal limit = f.get("limit")
                            .flatMap(text -> Measure.INTERVAL.read(text, problems))
                            .orElseGet(
                                    () -> new Literal(RUN_IN_YEARS, Unit.parse("y", f.place(), problems), f.place()));
                    boolean keep = f.flag("keep");
                    f.finish();
                    return until.map(condition -> new RunIn(condition, limit, keep, f.place()));
                });
    }
}

package org.immunoedit.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.model.AgentDeclaration;
import org.immunoedit.model.FunctionDeclaration;
import org.immunoedit.model.Hook;
import org.immunoedit.model.Model;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Dimension;
import org.immunoedit.unit.Unit;

/**
 * Reads a model document. Checks the shape of the document, its formulas' grammar and its units' spelling; names and
 * dimensions are checked when the model is expanded.
 *
 * <p>Defaults: a state without {@code initial} starts at 0; everything but {@code name}, {@code time}, {@code states}
 * and {@code rates} may be left out; with {@code "units": "unchecked"} a symbol without a unit has unit 1, otherwise an
 * undeclared one, which is warned of.
 */
public final class ModelReader {
    /** Largest number of members of an index. */
    static final int MAX_MEMBERS = 100_000;

    private final Problems problems;

    private ModelReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a model document.
     *
     * @return empty if the document is unusable; after errors the result may lack the faulty parts
     */
    public static Optional<ModelDocument> read(Json json, Problems problems) {
        return Fields.of(json, "a model", problems).flatMap(f -> new ModelReader(problems).document(f));
    }

    private Optional<ModelDocument> document(Fields f) {
        f.text("$schema", "the address of a schema");
        Optional<Json.Text> name = f.need("name", "a name such as \"kuznetsov-1994\"")
                .flatMap(json -> Shape.name(json, "a name such as \"kuznetsov-1994\"", problems));
        String title = f.text("title", "one line for people");
        f.text("description", "a few sentences");
        boolean unchecked = unchecked(f);
        String reason = f.text("units_reason", "why units are not checked");
        Optional<Unit> time = f.need("time", "the unit of time such as \"d\"").flatMap(json -> time(json, unchecked));
        Optional<Model> model =
                model(f, new Declarations(problems, unchecked), new Head(name, title, time, unchecked, reason));
        Optional<Json.Array> claims = f.get("claims").flatMap(claim -> Shape.list(claim, "a list of claims", problems));
        Optional<Json.Object> outcome = f.object("outcome", "an object such as {\"tumor\": \"T\"}");
        f.finish();
        return model.map(m -> new ModelDocument(m, claims, outcome));
    }

    private Optional<Model> model(Fields f, Declarations parts, Head head) {
        f.need("states", "an object of states");
        f.need("rates", "an object of formulas, one per state");
        var source = parts.source(f);
        var indices = indices(f, problems);
        var states = parts.states(f);
        var parameters = parts.parameters(f);
        var functions = functions(f);
        var definitions = parts.definitions(f, "definitions");
        var rates = parts.rates(f);
        var observables = parts.definitions(f, "observables");
        var hooks = hooks(f, parts);
        var agents = agents(f);
        var events = new EventReader(problems).read(f);
        parts.tellWithoutUnit();
        if (head.name().isEmpty() || head.time().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Model(
                head.name().get().value(),
                head.title(),
                source,
                head.time().get(),
                head.unchecked() || parts.lacksUnits(),
                head.reason(),
                indices,
                states,
                parameters,
                functions,
                definitions,
                rates,
                observables,
                hooks,
                agents,
                events,
                f.place()));
    }

    private boolean unchecked(Fields f) {
        Optional<Json> units = f.get("units");
        if (units.isEmpty()) {
            return false;
        }
        boolean unchecked =
                units.get() instanceof Json.Text text && text.value().equals("unchecked");
        boolean checked = units.get() instanceof Json.Text text && text.value().equals("checked");
        if (!unchecked && !checked) {
            Place place = units.get().place();
            problems.error("value", place, units.get().shown() + " is not known here", "\"checked\" or \"unchecked\"");
        }
        return unchecked;
    }

    private Optional<Unit> time(Json json, boolean unchecked) {
        Optional<Unit> unit = Terms.unit(json, problems);
        boolean fits = unit.isEmpty()
                || Measure.isTime(unit.get())
                || unchecked && unit.get().dimension().equals(Dimension.NONE);
        if (!fits) {
            problems.error(
                    "unit", json.place(), json.shown() + " is not a unit of time", "one of s, min, h, d, wk, mo, y");
            return Optional.empty();
        }
        return unit;
    }

    /** Sizes of index families, of a model or as a scenario changes them. */
    static Map<String, Integer> indices(Fields f, Problems problems) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Json.Member member : f.members("indices", "an object such as {\"i\": 3}")) {
            Optional<Reference> name = Terms.plainName(member, problems);
            OptionalInt size = Shape.whole(member.value(), 1, problems);
            if (size.isPresent() && size.getAsInt() > MAX_MEMBERS) {
                Place place = member.value().place();
                problems.error("range", place, size.getAsInt() + " members are too many", "at most " + MAX_MEMBERS);
            } else if (size.isPresent() && name.isPresent()) {
                sizes.put(name.get().name(), size.getAsInt());
            }
        }
        return sizes;
    }

    private List<FunctionDeclaration> functions(Fields f) {
        List<FunctionDeclaration> functions = new ArrayList<>();
        for (Json.Member member : f.members("functions", "an object such as {\"hill(x, k)\": \"x/(k + x)\"}")) {
            Terms.function(member, problems).ifPresent(functions::add);
        }
        return functions;
    }

    private List<Hook> hooks(Fields f, Declarations parts) {
        List<Hook> hooks = new ArrayList<>();
        for (Json.Member member : f.members("hooks", "an object such as {\"pd1\": {\"unit\": \"1\"}}")) {
            Optional<Reference> name = Terms.plainName(member, problems);
            Optional<Fields> inner = Fields.of(member.value(), "an object such as {\"unit\": \"1\"}", problems);
            inner.ifPresent(h -> {
                Unit unit = parts.unit(h);
                String about = h.text("about", "a few words");
                h.finish();
                name.ifPresent(n -> hooks.add(new Hook(n.name(), unit, about, Declarations.name(member))));
            });
        }
        return hooks;
    }

    private List<AgentDeclaration> agents(Fields f) {
        List<AgentDeclaration> agents = new ArrayList<>();
        for (Json.Member member : f.members("agents", "an object such as {\"IL-2\": {\"into\": \"I\"}}")) {
            Fields.of(member.value(), "an object such as {\"into\": \"I\"}", problems)
                    .ifPresent(a -> agent(a, member).ifPresent(agents::add));
        }
        return agents;
    }

    private Optional<AgentDeclaration> agent(Fields a, Json.Member member) {
        String expected = "the state that receives the doses";
        Optional<Reference> into = a.need("into", expected).flatMap(json -> Terms.target(json, expected, problems));
        Optional<Unit> unit = a.get("unit").flatMap(json -> Terms.unit(json, problems));
        String about = a.text("about", "a few words");
        a.finish();
        if (member.key().isBlank()) {
            problems.add(Problem.error("empty", member.place(), "this name is empty", "the name of an agent"));
            return Optional.empty();
        }
        return into.map(i -> new AgentDeclaration(member.key(), i, unit, about, Declarations.name(member)));
    }

    private record Head(
            Optional<Json.Text> name, String title, Optional<Unit> time, boolean unchecked, String reason) {}
}

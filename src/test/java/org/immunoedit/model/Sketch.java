package org.immunoedit.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.KeyParser;
import org.immunoedit.expr.Parser;
import org.immunoedit.expr.Signature;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.unit.Unit;

/**
 * Writes a model in a few lines. Each call is one line of the document {@code m.json}: names stand in column 5,
 * formulas and values begin in column 20.
 */
final class Sketch {
    private final List<StateDeclaration> states = new ArrayList<>();
    private final List<ParameterDeclaration> parameters = new ArrayList<>();
    private final List<FunctionDeclaration> functions = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Rate> rates = new ArrayList<>();
    private final List<Definition> observables = new ArrayList<>();
    private final List<Hook> hooks = new ArrayList<>();
    private final List<AgentDeclaration> agents = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Integer> indices = new LinkedHashMap<>();
    private final Map<String, Formula> acts = new LinkedHashMap<>();
    private final String time;
    private final String file;
    private boolean unchecked;
    private int line;

    private Sketch(String time, String file) {
        this.time = time;
        this.file = file;
    }

    static Sketch in(String time) {
        return new Sketch(time, "m.json");
    }

    static Sketch agent() {
        return new Sketch("d", "agent.json");
    }

    Sketch unchecked() {
        unchecked = true;
        return this;
    }

    Sketch index(String name, int size) {
        indices.put(name, size);
        return this;
    }

    private Place key(String section, String name) {
        line++;
        return new Place(file, line, 5, "/" + section + "/" + name);
    }

    private Place value(String section, String name) {
        return new Place(file, line, 20, "/" + section + "/" + name);
    }

    /** A state; a start that is no number or list is a formula. */
    Sketch state(String target, String unit, String start) {
        return state(target, unit, start, false, OptionalDouble.empty());
    }

    Sketch state(String target, String unit, String start, boolean signed, OptionalDouble extinctBelow) {
        Place place = key("states", target);
        Place at = value("states", target);
        boolean given = start.matches("[-\\[0-9].*");
        Initial initial = given ? new Initial.Given(values(start, at)) : new Initial.Computed(formula(start, at));
        states.add(new StateDeclaration(target(target), unit(unit), initial, target, signed, extinctBelow, place));
        return this;
    }

    Sketch parameter(String target, String unit, String value) {
        Place place = key("parameters", target);
        Values values = values(value, value("parameters", target));
        parameters.add(
                new ParameterDeclaration(target(target), values, unit(unit), target, "", Optional.empty(), place));
        return this;
    }

    Sketch function(String signature, String body) {
        Place place = key("functions", signature);
        Signature parsed = must(problems -> KeyParser.parseSignature(signature, place, problems));
        Formula formula = formula(body, value("functions", signature));
        functions.add(new FunctionDeclaration(parsed.name(), parsed.arguments(), formula, place));
        return this;
    }

    Sketch definition(String target, String is) {
        return definition(target, is, null);
    }

    Sketch definition(String target, String is, String unit) {
        definitions.add(term("definitions", target, is, unit));
        return this;
    }

    Sketch observable(String target, String is, String unit) {
        observables.add(term("observables", target, is, unit));
        return this;
    }

    private Definition term(String section, String target, String is, String unit) {
        Place place = key(section, target);
        Optional<Unit> parsed = Optional.ofNullable(unit).map(Sketch::unit);
        return new Definition(target(target), formula(is, value(section, target)), parsed, target, place);
    }

    Sketch rate(String target, String is) {
        Place place = key("rates", target);
        rates.add(new Rate(target(target), formula(is, value("rates", target)), place));
        return this;
    }

    Sketch hook(String name, String unit) {
        hooks.add(new Hook(name, unit(unit), name, key("hooks", name)));
        return this;
    }

    Sketch act(String hook, String is) {
        key("acts", hook);
        acts.put(hook, formula(is, value("acts", hook)));
        return this;
    }

    Sketch ownAgent(String name, String into) {
        agents.add(new AgentDeclaration(name, target(into), Optional.empty(), "", key("agents", name)));
        return this;
    }

    /** An event that sets one name. */
    Sketch event(String when, String target, String value) {
        events.add(happens(file, when, target, value, ++line));
        return this;
    }

    static Event happens(String file, String when, String target, String value, int line) {
        Place place = new Place(file, line, 5, "/events/" + line);
        Place at = new Place(file, line, 20, "/events/" + line);
        Event.Assignment set = new Event.Assignment(target(target), formula(value, at.right(40)), place.child("set"));
        return new Event(formula(when, at), List.of(set), "", false, false, false, place);
    }

    Model model() {
        return new Model(
                "sketch",
                "",
                Source.NONE,
                unit(time),
                unchecked,
                "",
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
                Place.startOf(file));
    }

    Agent agent(String name, String into) {
        return new Agent(
                name,
                "",
                "",
                unit("mg"),
                Source.NONE,
                parameters,
                states,
                definitions,
                rates,
                target(into),
                acts,
                Optional.empty(),
                Place.startOf(file));
    }

    static Options options() {
        return Options.none(Place.startOf("s.json"));
    }

    /** A setting on line 1 of the scenario, value in column 20. */
    static Setting setting(String target, String value) {
        Place place = new Place("s.json", 1, 20, "/" + target);
        return new Setting(target(target), values(value, place), place);
    }

    static Effect effect(String target, String becomes) {
        Place place = new Place("s.json", 1, 5, "/effects/0");
        return new Effect(target(target), formula(becomes, new Place("s.json", 1, 20, "/effects/0/becomes")), place);
    }

    static Reference target(String text) {
        return must(problems -> KeyParser.parseTarget(text, Place.startOf("target"), problems));
    }

    static Formula formula(String text, Place place) {
        return new Formula(must(problems -> Parser.parse(text, place, problems)), place);
    }

    static Unit unit(String text) {
        return must(problems -> Unit.parse(text, Place.startOf("unit"), problems));
    }

    /** A number, a number with a unit, or a list of these in brackets. */
    private static Values values(String text, Place place) {
        if (text.startsWith("[")) {
            return new Values.Row(
                    split(text).stream().map(item -> values(item, place)).toList(), place);
        }
        int space = text.indexOf(' ');
        Optional<Unit> unit = space < 0 ? Optional.empty() : Optional.of(unit(text.substring(space + 1)));
        return new Literal(Double.parseDouble(space < 0 ? text : text.substring(0, space)), unit, place);
    }

    private static List<String> split(String list) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int from = 1;
        for (int k = 0; k < list.length(); k++) {
            char c = list.charAt(k);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 1 || c == ']' && depth == 0) {
                items.add(list.substring(from, k).strip());
                from = k + 1;
            }
        }
        items.removeIf(String::isEmpty);
        return items;
    }

    private interface Reading<T> {
        Optional<T> read(Problems problems);
    }

    private static <T> T must(Reading<T> reading) {
        Problems problems = new Problems();
        return reading.read(problems)
                .orElseThrow(
                        () -> new IllegalArgumentException(problems.sorted().toString()));
    }

    static List<String> lines(Problems problems) {
        return problems.sorted().stream().map(Problem::toString).toList();
    }
}

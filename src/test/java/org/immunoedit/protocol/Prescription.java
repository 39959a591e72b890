package org.immunoedit.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.expr.Expr;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Targets.Target;
import org.immunoedit.protocol.Therapy.Cycle;
import org.immunoedit.unit.Quantity;
import org.immunoedit.unit.Unit;

/** Builds therapies from texts as in a scenario and schedules them in a run of a model in days. */
final class Prescription {
    private final List<Therapy> therapies = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Target> agents = new LinkedHashMap<>();
    private final Map<String, Target> states = new LinkedHashMap<>();
    private final Problems problems = new Problems();
    private Patient patient = Patient.UNKNOWN;
    private String time = "d";
    private double start;
    private double end = 100;

    Prescription() {
        states.put("E", Target.state("E", unit("cell")));
        states.put("T[2]", Target.state("T[2]", unit("cell")));
        states.put("x", Target.state("x", Unit.ONE));
        agents.put("antibody", new Target("antibody.central", unit("mg"), unit("mg"), Optional.empty()));
        Optional<Quantity> potency = Optional.of(new Quantity(2e7, unit("IU/mg")));
        agents.put("cytokine", new Target("cytokine.central", unit("ug"), unit("mg"), potency));
        agents.put("units", new Target("units.central", unit("IU"), unit("IU"), Optional.empty()));
        agents.put("car-t", new Target("C", unit("cell/uL"), unit("cell/uL"), Optional.empty()));
        agents.put("lost", new Target("C", unit("cell/uL"), unit("mg"), Optional.empty()));
    }

    static Unit unit(String text) {
        return Unit.parse(text, Place.startOf("test"), new Problems()).orElseThrow();
    }

    Prescription run(double from, double to, String timeUnit) {
        start = from;
        end = to;
        time = timeUnit;
        return this;
    }

    Prescription end(double to) {
        end = to;
        return this;
    }

    Prescription patient(String weight, String surface) {
        patient = new Patient(
                Optional.ofNullable(weight).map(text -> literal("/patient/weight", text)),
                Optional.ofNullable(surface).map(text -> literal("/patient/bsa", text)));
        return this;
    }

    /** Adds a therapy: {@code "agent", "antibody", "amount", "200 mg", "every", "3 wk"}, and so on. */
    Prescription give(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        therapies.add(therapy(fields, "/therapies/" + therapies.size()));
        return this;
    }

    private static Therapy therapy(Map<String, String> fields, String at) {
        return new Therapy(
                Optional.ofNullable(fields.get("agent")),
                Optional.ofNullable(fields.get("into")).map(Prescription::reference),
                field(fields, "amount", at),
                field(fields, "duration", at),
                field(fields, "rate", at),
                field(fields, "start", at),
                field(fields, "every", at),
                fields.containsKey("doses")
                        ? OptionalInt.of(Integer.parseInt(fields.get("doses")))
                        : OptionalInt.empty(),
                field(fields, "until", at),
                Optional.ofNullable(fields.get("cycle")).map(text -> cycle(text, at + "/cycle")),
                field(fields, "lag", at),
                field(fields, "bioavailability", at),
                place(at));
    }

    /** Forgets the therapies. */
    Prescription clear() {
        therapies.clear();
        return this;
    }

    /** Adds a rule; an order is {@code stop antibody} and so on, or {@code give}, which is always the same doses. */
    Prescription rule(String start, String every, Integer count, String until, String... orders) {
        return rule(start, every, count == null ? OptionalInt.empty() : OptionalInt.of(count), until, -1, orders);
    }

    /** Adds a rule that is asked every day and acts so often. */
    Prescription ruleAtMost(int most, String... orders) {
        return rule("0", "1", OptionalInt.empty(), null, most, orders);
    }

    private Prescription rule(String start, String every, OptionalInt count, String until, int most, String... orders) {
        String at = "/rules/" + rules.size();
        Rule.Assessed assessed = new Rule.Assessed(
                Optional.ofNullable(start).map(text -> literal(at + "/at/start", text)),
                Optional.ofNullable(every).map(text -> literal(at + "/at/every", text)),
                count,
                Optional.ofNullable(until).map(text -> literal(at + "/at/until", text)),
                place(at + "/at"));
        List<Rule.Order> all =
                Arrays.stream(orders).map(order -> order(order, at + "/do")).toList();
        OptionalInt bound = most < 0 ? OptionalInt.empty() : OptionalInt.of(most);
        Formula when = new Formula(Reference.to("E"), place(at + "/when"));
        rules.add(new Rule("", assessed, when, 1, all, bound, place(at)));
        return this;
    }

    private static Rule.Order order(String text, String at) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return new Rule.Order.Give(therapy(
                    Map.of("agent", "cytokine", "amount", "1 mg", "start", "5", "every", "20", "doses", "3"), at));
        }
        Rule.Verb verb = Rule.Verb.valueOf(text.substring(0, space).toUpperCase(Locale.ROOT));
        return new Rule.Order.Change(verb, text.substring(space + 1), place(at));
    }

    Schedule.Plan plan() {
        Schedule.Setting setting =
                new Schedule.Setting(new Targets(agents, states), patient, new Horizon(start, end, unit(time)));
        return Schedule.plan(therapies, rules, setting, problems);
    }

    /** What is wrong about therapies and rules together. */
    List<String> planFaults() {
        plan();
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    Timeline timeline() {
        return Schedule.timeline(
                therapies, new Targets(agents, states), patient, new Horizon(start, end, unit(time)), problems);
    }

    /** The timeline of a scenario without any fault. */
    Timeline faultless() {
        Timeline timeline = timeline();
        if (!problems.sorted().isEmpty()) {
            throw new AssertionError(problems.sorted());
        }
        return timeline;
    }

    List<Double> times() {
        return faultless().doses().stream().map(Timeline.Dose::time).toList();
    }

    List<String> faults() {
        timeline();
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    Problems problems() {
        return problems;
    }

    /** {@code 14 d; 1 2 3; 0 h, 8 h; 2} is length; days; times; count. */
    private static Cycle cycle(String text, String at) {
        String[] parts = text.split(";", -1);
        List<Integer> days = new ArrayList<>();
        for (String day : parts[1].trim().split(" ")) {
            if (!day.isEmpty()) {
                days.add(Integer.valueOf(day));
            }
        }
        List<Literal> times = new ArrayList<>();
        for (String hour : parts[2].split(",")) {
            if (!hour.isBlank()) {
                times.add(literal(at + "/times", hour.trim()));
            }
        }
        Literal length = literal(at + "/length", parts[0].trim());
        return new Cycle(length, days, times, Integer.parseInt(parts[3].trim()), place(at));
    }

    private static Reference reference(String text) {
        int bracket = text.indexOf('[');
        if (bracket < 0) {
            return Reference.to(text);
        }
        String index = text.substring(bracket + 1, text.length() - 1);
        Expr member =
                Character.isDigit(index.charAt(0)) ? new Expr.Num(Double.parseDouble(index)) : Reference.to(index);
        return new Reference(text.substring(0, bracket), List.of(member), 0);
    }

    private static Optional<Literal> field(Map<String, String> fields, String key, String at) {
        return Optional.ofNullable(fields.get(key)).map(text -> literal(at + "/" + key, text));
    }

    /** A bare number, or a quantity when a unit follows. */
    private static Literal literal(String pointer, String text) {
        if (text.matches("[-+.0-9eE]+")) {
            return new Literal(Double.parseDouble(text), Optional.empty(), place(pointer));
        }
        Quantity quantity = Quantity.parse(text, place(pointer), new Problems()).orElseThrow();
        return new Literal(quantity.value(), Optional.of(quantity.unit()), place(pointer));
    }

    private static Place place(String pointer) {
        return new Place("s.json", 0, 0, pointer);
    }
}

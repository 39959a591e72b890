package org.immunoedit.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Rule;
import org.immunoedit.protocol.Rule.Assessed;
import org.immunoedit.protocol.Rule.Order;
import org.immunoedit.protocol.Rule.Verb;
import org.immunoedit.protocol.Therapy;

/**
 * Reads the {@code rules} of a scenario. What {@code give} says is read like a therapy; only a start of its own is
 * refused, since its doses count from the decision.
 */
final class RulesReader {
    private static final String ORDERS = "an object such as {\"stop\": [\"pembrolizumab\"]}";
    private static final List<String> STARTS = List.of("start", "time");

    private final TherapyReader therapies;
    private final Problems problems;

    RulesReader(TherapyReader therapies, Problems problems) {
        this.therapies = therapies;
        this.problems = problems;
    }

    List<Rule> read(Fields document) {
        List<Rule> rules = new ArrayList<>();
        for (Json json : document.list("rules", "a list of rules")) {
            Fields.of(json, "an object such as {\"at\": {\"every\": \"8 wk\"}, \"when\": \"recist == PD\"}", problems)
                    .ifPresent(f -> rule(f).ifPresent(rules::add));
        }
        return rules;
    }

    private Optional<Rule> rule(Fields f) {
        Optional<Assessed> at = f.need("at", "when to assess, such as {\"start\": \"8 wk\", \"every\": \"8 wk\"}")
                .flatMap(this::at);
        Optional<Formula> when =
                f.need("when", "a condition such as \"recist == PD\"").flatMap(json -> Terms.condition(json, problems));
        OptionalInt confirm = f.whole("confirm", 1);
        List<Order> orders = f.need("do", ORDERS).map(this::orders).orElse(List.of());
        String label = f.text("label", "a few words that name the decision");
        OptionalInt most = f.whole("most", 1);
        f.text("about", "a few words");
        f.finish();
        return at.flatMap(a -> when.map(w -> new Rule(label, a, w, confirm.orElse(1), orders, most, f.place())));
    }

    private Optional<Assessed> at(Json json) {
        return Fields.of(json, "an object such as {\"start\": \"8 wk\", \"every\": \"8 wk\"}", problems)
                .flatMap(f -> {
                    Optional<Literal> start = f.get("start").flatMap(value -> Measure.TIME.read(value, problems));
                    Optional<Literal> every = f.get("every").flatMap(value -> Measure.INTERVAL.read(value, problems));
                    Optional<Literal> until = f.get("until").flatMap(value -> Measure.TIME.read(value, problems));
                    OptionalInt count = f.whole("count", 1);
                    f.finish();
                    return consistent(f)
                            ? Optional.of(new Assessed(start, every, count, until, f.place()))
                            : Optional.empty();
                });
    }

    private boolean consistent(Fields f) {
        if (!f.has("start") && !f.has("every")) {
            problems.error("missing-key", f.place(), "neither \"start\" nor \"every\" is given", "when to assess");
            return false;
        }
        if (f.has("until") && f.has("count")) {
            problems.error("conflict", place(f, "count"), "\"count\" together with \"until\"", "only one of them");
            return false;
        }
        for (String key : List.of("count", "until")) {
            if (f.has(key) && !f.has("every")) {
                String found = "\"" + key + "\" without \"every\"";
                problems.error("conflict", place(f, key), found, "the time from assessment to assessment");
                return false;
            }
        }
        return true;
    }

    private static Place place(Fields f, String key) {
        return f.get(key).map(Json::place).orElse(f.place());
    }

    private List<Order> orders(Json json) {
        List<Order> orders = new ArrayList<>();
        Optional<Fields> fields = Fields.of(json, ORDERS, problems);
        if (fields.isEmpty()) {
            return orders;
        }
        Fields f = fields.get();
        Map<String, Verb> said = new HashMap<>();
        for (Verb verb : List.of(Verb.STOP, Verb.HOLD, Verb.RESUME)) {
            changes(f, verb, said, orders);
        }
        f.get("give")
                .ifPresent(gifts -> gifts(gifts).forEach(therapy -> {
                    String name = therapy.agent()
                            .or(() -> therapy.into().map(Printer::print))
                            .orElse("");
                    Verb other = said.get(name);
                    if (other == Verb.STOP || other == Verb.HOLD) {
                        contradiction(name, Verb.GIVE, other, therapy.place());
                    }
                    orders.add(new Order.Give(therapy));
                }));
        f.finish();
        boolean names = List.of("stop", "hold", "resume", "give").stream().anyMatch(f::has);
        if (!names) {
            problems.error("missing-key", f.place(), "nothing to do", "one of stop, hold, resume, give");
        }
        return orders;
    }

    private void changes(Fields f, Verb verb, Map<String, Verb> said, List<Order> orders) {
        Optional<Json> value = f.get(verb.toString());
        List<Json> names = f.list(verb.toString(), "a list of agents such as [\"pembrolizumab\"]");
        if (value.isPresent() && value.get() instanceof Json.Array && names.isEmpty()) {
            problems.error("empty", value.get().place(), "this list is empty", "at least one agent");
        }
        for (Json item : names) {
            Shape.name(item, "the name of an agent, or of a state that is dosed", problems)
                    .ifPresent(name -> {
                        Verb other = said.put(name.value(), verb);
                        if (other != null) {
                            contradiction(name.value(), verb, other, name.place());
                        }
                        orders.add(new Order.Change(verb, name.value(), name.place()));
                    });
        }
    }

    private void contradiction(String name, Verb verb, Verb other, Place place) {
        String found = verb == other
                ? "\"" + name + "\" is named twice"
                : "\"" + name + "\" under \"" + verb + "\" and under \"" + other + "\"";
        problems.error("conflict", place, found, "only one of them");
    }

    /** One therapy, or a list of them. */
    private List<Therapy> gifts(Json json) {
        List<Therapy> gifts = new ArrayList<>();
        List<Json> items = json instanceof Json.Array list ? list.items() : List.of(json);
        if (items.isEmpty()) {
            problems.error("empty", json.place(), "this list is empty", "at least one therapy");
        }
        for (Json item : items) {
            if (item instanceof Json.Object object) {
                refuse(object);
            }
            therapies.read(item).ifPresent(treatment -> {
                if (treatment instanceof Treatment.Prescribed prescribed) {
                    gifts.add(prescribed.therapy());
                }
            });
        }
        return gifts;
    }

    private void refuse(Json.Object gift) {
        for (String key : STARTS) {
            if (gift.members().containsKey(key)) {
                String found = "\"" + key + "\" in what a rule gives; it begins with the decision";
                problems.error("conflict", gift.members().get(key).place(), found, "\"lag\" to give it later");
            }
        }
        if (gift.members().containsKey("doses_file")) {
            String found = "\"doses_file\" in what a rule gives";
            problems.error("conflict", gift.members().get("doses_file").place(), found, "the doses themselves");
        }
    }
}

package org.immunoedit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.io.Scenario.Treatment;
import org.immunoedit.model.Literal;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;
import org.immunoedit.protocol.Therapy;
import org.immunoedit.protocol.Therapy.Cycle;

/** Reads one entry of {@code therapies}. */
final class TherapyReader {
    private static final String AGENT = "the name of an agent";
    private static final String INTO = "the name of a state";
    private static final String FILE = "a path relative to the scenario such as \"doses.csv\"";

    private final Function<String, Optional<AgentDocument>> agents;
    private final Problems problems;

    TherapyReader(Function<String, Optional<AgentDocument>> agents, Problems problems) {
        this.agents = agents;
        this.problems = problems;
    }

    Optional<Treatment> read(Json json) {
        Optional<Json.Object> object =
                Shape.object(json, "an object such as {\"agent\": \"IL-2\", \"amount\": 1e6}", problems);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = new ArrayList<>(List.of("agent", "into", "regimen", "doses_file"));
        known.addAll(TherapyFields.REGIMEN_KEYS);
        TherapyFields.checkKeys(object.get(), known, problems);
        Map<String, Json.Member> own = TherapyFields.canonical(object.get(), problems);
        if (own.containsKey("doses_file")) {
            return fromFile(own);
        }
        target(own, json.place());
        return therapy(withRegimen(own), json.place()).map(Treatment.Prescribed::new);
    }

    private Optional<Treatment> fromFile(Map<String, Json.Member> own) {
        for (Json.Member member : own.values()) {
            if (!List.of("doses_file", "agent", "into", "about").contains(member.key())) {
                String found = "\"" + member.key() + "\" together with \"doses_file\"";
                problems.error("conflict", member.place(), found, "it in the file only");
            }
        }
        value(own, "agent").ifPresent(json -> Shape.name(json, AGENT, problems));
        Optional<String> agent = agent(own);
        Optional<Reference> into = into(own);
        return value(own, "doses_file")
                .flatMap(json -> Shape.name(json, FILE, problems))
                .map(path -> new Treatment.FromFile(path.value(), agent, into, path.place()));
    }

    private void target(Map<String, Json.Member> own, Place place) {
        value(own, "agent").ifPresent(json -> Shape.name(json, AGENT, problems));
        if (!own.containsKey("agent") && !own.containsKey("into")) {
            problems.error("missing-key", place, "neither \"agent\" nor \"into\" is given", "what is dosed");
        }
    }

    /** Fills in the fields of a named regimen. */
    private Map<String, Json.Member> withRegimen(Map<String, Json.Member> own) {
        Optional<Json.Text> regimen = value(own, "regimen")
                .flatMap(json -> Shape.name(json, "the name of a regimen such as \"200 mg q3w\"", problems));
        Optional<String> agent = agent(own);
        if (regimen.isEmpty()) {
            return own;
        }
        if (agent.isEmpty()) {
            problems.error(
                    "conflict", regimen.get().place(), "a regimen without an agent", "\"agent\" beside \"regimen\"");
            return own;
        }
        Optional<AgentDocument> document = agents.apply(agent.get());
        if (document.isEmpty()) {
            String found = "the library has no agent \"" + agent.get() + "\", so no regimen of it";
            problems.error("name", regimen.get().place(), found, "an agent of `immunoedit agents`");
            return own;
        }
        return merged(own, regimen.get(), document.get());
    }

    private Map<String, Json.Member> merged(Map<String, Json.Member> own, Json.Text regimen, AgentDocument document) {
        Json.Object found = document.regimens().get(regimen.value());
        if (found == null) {
            List<String> names = List.copyOf(document.regimens().keySet());
            String text =
                    regimen.shown() + " is no regimen of " + document.agent().name();
            String expected =
                    names.isEmpty() ? "no regimen, it has none" : "one of \"" + String.join("\", \"", names) + "\"";
            problems.add(Problem.error("name", regimen.place(), text, expected)
                    .withHint(Nearest.hint(regimen.value(), names)));
            return own;
        }
        return TherapyFields.over(TherapyFields.canonical(found, problems), own);
    }

    private Optional<Therapy> therapy(Map<String, Json.Member> fields, Place place) {
        Optional<Json> amountText = value(fields, "amount");
        if (amountText.isEmpty() && !fields.containsKey("regimen")) {
            problems.error("missing-key", place, "\"amount\" is missing", "a dose such as \"200 mg\"");
        }
        Measure dose = fields.containsKey("into") ? Measure.AMOUNT : Measure.DOSE;
        Optional<Literal> every = read(fields, "every", Measure.INTERVAL);
        Optional<Cycle> cycle = value(fields, "cycle").flatMap(this::cycle);
        OptionalInt doses = doses(fields);
        Optional<Literal> until = read(fields, "until", Measure.TIME);
        // doses without a rhythm are told of here, once: what plans them sees a single dose
        boolean repeated = every.isPresent() || cycle.isPresent();
        Therapy therapy = new Therapy(
                agent(fields),
                into(fields),
                read(fields, "amount", dose),
                read(fields, "duration", Measure.DURATION),
                read(fields, "rate", Measure.RATE),
                read(fields, "start", Measure.TIME),
                every,
                repeated ? doses : OptionalInt.empty(),
                repeated ? until : Optional.empty(),
                cycle,
                read(fields, "lag", Measure.DURATION),
                read(fields, "bioavailability", Measure.SHARE),
                place);
        value(fields, "about").ifPresent(json -> Shape.text(json, "a few words", problems));
        repeats(fields);
        return Optional.of(therapy);
    }

    /** A number of doses, or an end, means nothing without an interval. */
    private void repeats(Map<String, Json.Member> fields) {
        if (fields.keySet().stream().anyMatch(TherapyReader::isRhythm)) {
            return;
        }
        for (String key : List.of("doses", "until")) {
            Json.Member member = fields.get(key);
            if (member != null && !isSingle(member)) {
                String found = "\"" + member.key() + "\" without \"every\"";
                problems.error("conflict", member.place(), found, "the time from dose to dose");
            }
        }
    }

    /** Whether a key says when doses are repeated, or is told of as misspelt and may be meant to. */
    private static boolean isRhythm(String key) {
        List<String> rhythms = List.of("every", "cycle");
        return rhythms.contains(key)
                || !TherapyFields.REGIMEN_KEYS.contains(key)
                        && Nearest.of(key, TherapyFields.REGIMEN_KEYS).stream()
                                .anyMatch(near -> near.equals("ii") || rhythms.contains(near));
    }

    private static boolean isSingle(Json.Member member) {
        double one = member.key().equals("addl") ? 0 : 1;
        return !member.key().equals("until") && member.value() instanceof Json.Number n && n.value() == one;
    }

    private OptionalInt doses(Map<String, Json.Member> fields) {
        Json.Member member = fields.get("doses");
        if (member == null) {
            return OptionalInt.empty();
        }
        boolean additional = member.key().equals("addl");
        OptionalInt count = Shape.whole(member.value(), additional ? 0 : 1, problems);
        return additional && count.isPresent() ? OptionalInt.of(count.getAsInt() + 1) : count;
    }

    private Optional<Cycle> cycle(Json json) {
        return Fields.of(json, "an object such as {\"length\": \"2 wk\", \"days\": [1, 8], \"count\": 4}", problems)
                .flatMap(f -> {
                    Optional<Literal> length = f.need("length", "the time from cycle to cycle such as \"2 wk\"")
                            .flatMap(value -> Measure.INTERVAL.read(value, problems));
                    List<Integer> days = days(f);
                    List<Literal> times = new ArrayList<>();
                    f.list("times", "a list of times such as [\"0 h\", \"8 h\"]")
                            .forEach(value -> Measure.TIME.read(value, problems).ifPresent(times::add));
                    f.need("count", "the number of cycles");
                    OptionalInt count = f.whole("count", 1);
                    f.finish();
                    return count.isEmpty()
                            ? Optional.empty()
                            : length.map(l -> new Cycle(l, days, times, count.getAsInt(), f.place()));
                });
    }

    /** Days of a cycle, each once; only the first when none are named. */
    private List<Integer> days(Fields f) {
        List<Integer> days = new ArrayList<>();
        for (Json item : f.list("days", "a list of days such as [1, 8]")) {
            OptionalInt day = Shape.whole(item, 1, problems);
            if (day.isPresent() && days.contains(day.getAsInt())) {
                problems.error("conflict", item.place(), "day " + day.getAsInt() + " is named twice", "each day once");
            }
            day.ifPresent(days::add);
        }
        return f.has("days") ? days : List.of(1);
    }

    private Optional<String> agent(Map<String, Json.Member> fields) {
        return value(fields, "agent")
                .flatMap(json -> json instanceof Json.Text text && !text.value().isBlank()
                        ? Optional.of(text.value())
                        : Optional.empty());
    }

    private Optional<Reference> into(Map<String, Json.Member> fields) {
        return value(fields, "into").flatMap(json -> Terms.target(json, INTO, problems));
    }

    private Optional<Literal> read(Map<String, Json.Member> fields, String key, Measure measure) {
        return value(fields, key).flatMap(json -> measure.read(json, problems));
    }

    private static Optional<Json> value(Map<String, Json.Member> fields, String key) {
        return Optional.ofNullable(fields.get(key)).map(Json.Member::value);
    }
}

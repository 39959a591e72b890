package org.immunoedit.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.expr.Expr.Reference;
import org.immunoedit.expr.Formula;
import org.immunoedit.expr.Parser;
import org.immunoedit.expr.Printer;
import org.immunoedit.io.Claim.Expected;
import org.immunoedit.io.Claim.Head;
import org.immunoedit.io.Claim.Pair;
import org.immunoedit.io.Claim.Quantity;
import org.immunoedit.io.Claim.Setting;
import org.immunoedit.io.Claim.Start;
import org.immunoedit.io.Claim.Within;
import org.immunoedit.io.Claim.Word;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/** Reads claims about steady states. */
final class SteadyClaimReader {
    /** Keys of a scenario that change equations without running them. */
    private static final List<String> CHANGES = List.of("parameters", "indices", "effects");

    private static final List<String> STABILITIES = List.of(
            "stable node",
            "stable spiral",
            "center",
            "saddle",
            "unstable node",
            "unstable spiral",
            "stable",
            "unstable");

    private final Fields f;
    private final ClaimTerms terms;
    private final String model;
    private final Problems problems;

    SteadyClaimReader(Fields f, ClaimTerms terms, String model, Problems problems) {
        this.f = f;
        this.terms = terms;
        this.model = model;
        this.problems = problems;
    }

    Optional<Claim> equilibrium(Head head) {
        Setting setting = setting(true);
        List<Quantity> expected = new ArrayList<>();
        for (Json.Member member : terms.members("expect")) {
            Optional<Formula> formula = Parser.number(member.key(), Declarations.name(member), problems);
            Optional<Expected> value = terms.expected(member);
            formula.ifPresent(what -> value.ifPresent(v -> expected.add(new Quantity(member.key(), what, v))));
        }
        Optional<Word> stability = f.get("stability")
                .flatMap(this::stability)
                .map(word -> new Word(word, terms.computed("stability").flatMap(this::stability)));
        List<Pair> eigenvalues = new ArrayList<>();
        f.list("eigenvalues", "a list of numbers and pairs")
                .forEach(json -> eigenvalue(json).ifPresent(eigenvalues::add));
        int neutral = f.whole("neutral", 0).orElse(0);
        return Optional.of(new Claim.Equilibrium(head, setting, expected, stability, eigenvalues, neutral));
    }

    Optional<Claim> equilibria(Head head) {
        Setting setting = setting(false);
        List<Within> within = new ArrayList<>();
        for (Json.Member member : f.members("within", "an object such as {\"T\": [1, 1e9]}")) {
            Optional<String> state = name(member);
            Optional<double[]> ends = terms.ends(member.value());
            if (ends.isPresent() && !(ends.get()[0] < ends.get()[1])) {
                problems.error("range", member.value().place(), "this range is empty", "the lower end first");
            }
            state.ifPresent(s -> ends.filter(e -> e[0] < e[1])
                    .ifPresent(e -> within.add(new Within(s, e[0], e[1], Declarations.name(member)))));
        }
        Map<String, Expected> counts = new LinkedHashMap<>();
        for (Json.Member member : terms.members("expect")) {
            if (!List.of("all", "stable").contains(member.key())) {
                problems.error("unknown-key", member.place(), "\"" + member.key() + "\" is no count", "all, stable");
            }
            terms.expected(member).ifPresent(value -> counts.put(member.key(), value));
        }
        return Optional.of(new Claim.Equilibria(
                head,
                setting,
                within,
                Optional.ofNullable(counts.get("all")),
                Optional.ofNullable(counts.get("stable"))));
    }

    Optional<Claim> bifurcation(String kind, Head head) {
        Setting setting = setting(true);
        Optional<Claim.Change> change = terms.change("parameter", "the name of a parameter");
        Optional<Expected> expected = terms.expected();
        return change.flatMap(c -> expected.map(e -> new Claim.Bifurcation(head, setting, kind, c, e)));
    }

    private Setting setting(boolean withStart) {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        Place place = f.place();
        for (String key : CHANGES) {
            f.get(key).ifPresent(value -> members.put(key, new Json.Member(key, value, value.place())));
        }
        // binding wants a scenario; nothing is run
        Json.Member end = new Json.Member("end", new Json.Number(1, "1", place), place);
        members.put("time", new Json.Member("time", new Json.Object(Map.of("end", end), place), place));
        List<Start> near = new ArrayList<>();
        if (withStart) {
            f.need("near", "where the search starts, such as {\"T\": 1e6}");
            for (Json.Member member : f.members("near", "an object such as {\"T\": 1e6}")) {
                Optional<Json.Number> value = Shape.number(member.value(), "a number", problems);
                name(member)
                        .ifPresent(state ->
                                value.ifPresent(v -> near.add(new Start(state, v.value(), Declarations.name(member)))));
            }
        }
        double time = terms.number("time").orElse(0.0);
        return new Setting(ClaimReader.withModel(members, model, place), near, time);
    }

    private Optional<String> name(Json.Member member) {
        Optional<Reference> target = Terms.target(member, problems);
        return target.map(Printer::print);
    }

    private Optional<String> stability(Json json) {
        Optional<String> word =
                Shape.text(json, "a kind of stability", problems).map(Json.Text::value);
        if (word.isPresent() && !STABILITIES.contains(word.get())) {
            problems.add(Problem.error(
                            "claim",
                            json.place(),
                            json.shown() + " is no kind of stability",
                            "one of " + String.join(", ", STABILITIES))
                    .withHint(Nearest.hint(word.get(), STABILITIES)));
            return Optional.empty();
        }
        return word;
    }

    private Optional<Pair> eigenvalue(Json json) {
        if (json instanceof Json.Number number) {
            return Optional.of(new Pair(number.value(), 0));
        }
        if (json instanceof Json.Array pair
                && pair.items().size() == 2
                && pair.items().get(0) instanceof Json.Number real
                && pair.items().get(1) instanceof Json.Number imaginary) {
            return Optional.of(new Pair(real.value(), Math.abs(imaginary.value())));
        }
        problems.error("claim", json.place(), json.shown() + " is no eigenvalue", "a number or [real, imaginary]");
        return Optional.empty();
    }
}

package org.immunoedit.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.io.Claim.Course;
import org.immunoedit.io.Claim.Expected;
import org.immunoedit.io.Claim.Head;
import org.immunoedit.io.Claim.Labeled;
import org.immunoedit.io.Claim.Read;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/**
 * Reads the claims of a model document. Checks their shape and the grammar of what they read off; names are checked
 * when the claims are bound to the model.
 */
public final class ClaimReader {
    private static final List<String> KINDS = List.of("equilibrium", "equilibria", "threshold", "run", "order");

    private final String model;
    private final Problems problems;

    private ClaimReader(String model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /**
     * Reads all claims of a document.
     *
     * @return in file order; after errors the faulty ones are missing
     */
    public static List<Claim> read(ModelDocument document, Problems problems) {
        List<Claim> claims = new ArrayList<>();
        ClaimReader reader = new ClaimReader(document.model().name(), problems);
        for (Json json : document.claims().map(Json.Array::items).orElse(List.of())) {
            Fields.of(json, "a claim", problems).flatMap(reader::claim).ifPresent(claims::add);
        }
        return claims;
    }

    private Optional<Claim> claim(Fields f) {
        Optional<Json.Text> about =
                f.need("about", "the claim in words").flatMap(json -> Shape.name(json, "the claim in words", problems));
        List<String> kinds = KINDS.stream().filter(f::has).toList();
        if (kinds.size() != 1) {
            String found = kinds.isEmpty() ? "nothing is computed" : String.join(" and ", kinds) + " in one claim";
            problems.error("claim", f.place(), found, "one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        String kind = kinds.get(0);
        if (kind.equals("run")) {
            ClaimTerms terms = new ClaimTerms(f, Optional.empty(), problems);
            Optional<Claim> run = run(f, terms, terms.head(about));
            terms.finish();
            return run;
        }
        Optional<Fields> inner = Fields.of(f.get(kind).orElseThrow(), "an object", problems);
        return inner.flatMap(i -> {
            ClaimTerms terms = new ClaimTerms(i, Optional.of(f), problems);
            Optional<Claim> claim = inner(kind, i, terms, terms.head(about));
            terms.finish();
            return claim;
        });
    }

    private Optional<Claim> inner(String kind, Fields f, ClaimTerms terms, Head head) {
        SteadyClaimReader steady = new SteadyClaimReader(f, terms, model, problems);
        return switch (kind) {
            case "equilibrium" -> steady.equilibrium(head);
            case "equilibria" -> steady.equilibria(head);
            case "order" -> order(f, terms, head);
            default -> threshold(f, terms, steady, head);
        };
    }

    private Optional<Claim> run(Fields f, ClaimTerms terms, Head head) {
        Optional<Course> course =
                f.get("run").flatMap(json -> course(json, terms.number("after").orElse(0.0)));
        List<Read> expected = new ArrayList<>();
        for (Json.Member member : terms.members("expect")) {
            Optional<ReadOff> readOff = ReadOffReader.read(member.key(), Declarations.name(member), problems);
            Optional<Expected> value = terms.expected(member);
            readOff.ifPresent(r -> value.ifPresent(v -> expected.add(new Read(member.key(), r, v))));
        }
        return course.map(c -> new Claim.Run(head, c, expected));
    }

    /** A scenario without its model, made complete. */
    private Optional<Course> course(Json json, double after) {
        return Shape.object(json, "a scenario without its model", problems)
                .map(object -> new Course(complete(object), after));
    }

    private Json.Object complete(Json.Object scenario) {
        Place place = scenario.place();
        for (String foreign : List.of("model", "sweep", "expect")) {
            if (scenario.members().containsKey(foreign)) {
                Place there = scenario.members().get(foreign).place();
                problems.error("unknown-key", there, "\"" + foreign + "\" is not a key of a claim's run", "");
            }
        }
        return withModel(scenario.members(), model, place);
    }

    /** A scenario of a model. */
    static Json.Object withModel(Map<String, Json.Member> members, String model, Place place) {
        Map<String, Json.Member> all = new LinkedHashMap<>(members);
        all.put("model", new Json.Member("model", new Json.Text(model, place), place));
        return new Json.Object(all, place);
    }

    private Optional<Claim> threshold(Fields f, ClaimTerms terms, SteadyClaimReader steady, Head head) {
        String kind = f.need("kind", "fold, hopf, transcritical or run")
                .flatMap(json -> Shape.text(json, "fold, hopf, transcritical or run", problems))
                .map(Json.Text::value)
                .orElse("");
        return switch (kind) {
            case "" -> Optional.empty();
            case "fold", "hopf", "transcritical" -> steady.bifurcation(kind, head);
            case "run" -> runThreshold(f, terms, head);
            default -> {
                Place place = f.get("kind").orElseThrow().place();
                problems.error(
                        "claim", place, "\"" + kind + "\" is no kind of threshold", "fold, hopf, transcritical or run");
                yield Optional.empty();
            }
        };
    }

    private Optional<Claim> runThreshold(Fields f, ClaimTerms terms, Head head) {
        Optional<Claim.Change> change = terms.change("vary", "a path such as \"therapies[0].amount\"");
        Optional<Course> course = f.need("run", "a scenario without its model")
                .flatMap(json -> course(json, terms.number("after").orElse(0.0)));
        Optional<ReadOff> of = readOff(f);
        boolean below = f.has("below");
        if (below == f.has("above")) {
            problems.error("claim", f.place(), "the condition is not clear", "either \"below\" or \"above\"");
        }
        Optional<Double> level = terms.number(below ? "below" : "above");
        Optional<Expected> expected = terms.expected();
        return change.flatMap(c -> course.flatMap(run -> of.flatMap(
                o -> level.flatMap(l -> expected.map(e -> new Claim.RunThreshold(head, run, c, o, below, l, e))))));
    }

    private Optional<ReadOff> readOff(Fields f) {
        return f.need("of", "what is read off, such as \"T@end\"")
                .flatMap(json -> Shape.name(json, "what is read off, such as \"T@end\"", problems))
                .flatMap(text -> ReadOffReader.read(text.value(), text.inside(), problems));
    }

    private Optional<Claim> order(Fields f, ClaimTerms terms, Head head) {
        double after = terms.number("after").orElse(0.0);
        Optional<ReadOff> of = readOff(f);
        List<Labeled> runs = new ArrayList<>();
        for (Json.Member member : f.members("runs", "an object of runs")) {
            course(member.value(), after).ifPresent(run -> runs.add(new Labeled(member.key(), run)));
        }
        List<String> labels = runs.stream().map(Labeled::label).toList();
        Optional<Json> expect = f.need("expect", "the names of the runs, smallest first");
        List<String> expected = expect.map(json -> labels(json, labels)).orElse(List.of());
        List<String> instead =
                terms.computed().map(json -> labels(json, labels)).orElse(List.of());
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        return of.map(o -> new Claim.Order(head, runs, o, expected, instead));
    }

    /** The names of all runs in some order. */
    private List<String> labels(Json json, List<String> known) {
        List<String> labels = new ArrayList<>();
        Shape.list(json, "the names of the runs", problems)
                .map(Json.Array::items)
                .orElse(List.of())
                .forEach(item ->
                        Shape.text(item, "the name of a run", problems).ifPresent(text -> labels.add(text.value())));
        boolean all = labels.size() >= 2
                && labels.size() == known.size()
                && new LinkedHashSet<>(labels).equals(new LinkedHashSet<>(known));
        if (!all) {
            String names = known.size() < 2 ? "at least two runs" : "each of " + String.join(", ", known) + " once";
            problems.error("claim", json.place(), "these are not the names of the runs", names);
        }
        return all ? labels : List.of();
    }
}

package org.immunoedit.io;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunoedit.io.Claim.Change;
import org.immunoedit.io.Claim.Expected;
import org.immunoedit.io.Claim.Head;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * The parts that claims share: tolerances, expected values and known disagreements. They may stand in the object that
 * is computed or beside it.
 */
final class ClaimTerms {
    private static final double RTOL = 1e-3;
    private static final String NONE = "none";

    private final Fields inner;
    private final Optional<Fields> outer;
    private final Problems problems;
    private final Optional<Json> computed;
    private final Optional<Fields> disagreement;
    private final Set<String> used = new LinkedHashSet<>();
    private double rtol = RTOL;
    private double atol;

    /**
     * @param inner what is computed
     * @param outer the claim around it, if it is another object
     */
    ClaimTerms(Fields inner, Optional<Fields> outer, Problems problems) {
        this.inner = inner;
        this.outer = outer;
        this.problems = problems;
        disagreement =
                get("disagrees").flatMap(json -> Fields.of(json, "an object with computed and reason", problems));
        computed = disagreement.flatMap(d -> d.need("computed", "what comes out instead"));
    }

    /** What every claim has. */
    Head head(Optional<Json.Text> about) {
        rtol = tolerance("rtol").orElse(RTOL);
        atol = tolerance("atol").orElse(0.0);
        String reason = disagreement
                .flatMap(d -> d.need("reason", "why the equations contradict the paper"))
                .flatMap(json -> Shape.name(json, "a few words", problems))
                .map(Json.Text::value)
                .orElse("");
        return new Head(
                about.map(Json.Text::value).orElse(""),
                rtol,
                atol,
                reason,
                outer.orElse(inner).place());
    }

    /** A value of the inner object, else of the outer one; both is an error. */
    private Optional<Json> get(String key) {
        Optional<Json> within = inner.get(key);
        Optional<Json> beside = outer.flatMap(o -> o.get(key));
        if (within.isPresent() && beside.isPresent()) {
            problems.error("conflict", beside.get().place(), "\"" + key + "\" stands here and inside", "one of them");
        }
        return within.or(() -> beside);
    }

    private Optional<Double> tolerance(String key) {
        Optional<Double> number = number(key);
        if (number.isPresent() && !(number.get() >= 0)) {
            problems.error("range", get(key).orElseThrow().place(), "a tolerance below 0", "0 or more");
        }
        return number;
    }

    /** A number that may be absent. */
    Optional<Double> number(String key) {
        return get(key).flatMap(json -> Shape.number(json, "a number", problems))
                .map(Json.Number::value);
    }

    /** The members of an object that must not be empty. */
    List<Json.Member> members(String key) {
        Optional<Json> json = get(key);
        List<Json.Member> members = json.flatMap(j -> Shape.object(j, "an object of expected values", problems))
                .map(object -> List.copyOf(object.members().values()))
                .orElse(List.of());
        if (json.isEmpty() || members.isEmpty() && json.get() instanceof Json.Object) {
            Place place = json.map(Json::place).orElse(inner.place());
            problems.error(
                    "missing-key", place, "nothing is expected", "an object of expected values in \"" + key + "\"");
        }
        return members;
    }

    /** What comes out instead of what is claimed, as a whole. */
    Optional<Json> computed() {
        return computed;
    }

    /** What comes out instead of one of several claimed values. */
    Optional<Json> computed(String key) {
        used.add(key);
        return computed.filter(Json.Object.class::isInstance).flatMap(json -> ((Json.Object) json).get(key));
    }

    /** The expected value of a member. */
    Optional<Expected> expected(Json.Member member) {
        return expected(member.value(), computed(member.key()));
    }

    /** The one expected value of a claim. */
    Optional<Expected> expected() {
        Optional<Json> json = get("expect");
        if (json.isEmpty()) {
            problems.error("missing-key", inner.place(), "\"expect\" is missing", "the expected value, or \"none\"");
        }
        return json.flatMap(j -> expected(j, computed));
    }

    private Optional<Expected> expected(Json json, Optional<Json> instead) {
        Optional<OptionalDouble> value = value(json);
        Optional<OptionalDouble> other = instead.flatMap(this::value);
        if (value.isPresent() && other.isPresent() && same(value.get(), other.get())) {
            problems.error(
                    "claim",
                    instead.orElseThrow().place(),
                    "this agrees with the claimed value within its tolerance",
                    "a claim without \"disagrees\", or a smaller rtol");
        }
        boolean good = value.isPresent() && instead.isPresent() == other.isPresent();
        return good ? Optional.of(new Expected(value.get(), other)) : Optional.empty();
    }

    private boolean same(OptionalDouble a, OptionalDouble b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty();
        }
        double allowed = a.getAsDouble() == 0 ? atol : rtol * Math.abs(a.getAsDouble());
        return Math.abs(a.getAsDouble() - b.getAsDouble()) <= allowed;
    }

    private Optional<OptionalDouble> value(Json json) {
        if (json instanceof Json.Number number) {
            return Optional.of(OptionalDouble.of(number.value()));
        }
        if (json instanceof Json.Text text && text.value().equals(NONE)) {
            return Optional.of(OptionalDouble.empty());
        }
        problems.error("type", json.place(), json.shown() + " is not a number", "a number, or \"none\"");
        return Optional.empty();
    }

    /** What is varied between which values. */
    Optional<Change> change(String key, String expected) {
        Optional<Json.Text> name = inner.need(key, expected).flatMap(json -> Shape.name(json, expected, problems));
        Optional<double[]> ends = inner.need("between", "two numbers").flatMap(this::ends);
        return name.flatMap(n -> ends.map(e -> new Change(n.value(), e[0], e[1], n.inside())));
    }

    /** Two different numbers. */
    Optional<double[]> ends(Json json) {
        double[] ends = Shape.list(json, "two numbers", problems).map(Json.Array::items).orElse(List.of()).stream()
                .filter(Json.Number.class::isInstance)
                .mapToDouble(item -> ((Json.Number) item).value())
                .toArray();
        if (ends.length != 2 || ends[0] == ends[1]) {
            problems.error("range", json.place(), "these are not two different numbers", "such as [0, 1]");
            return Optional.empty();
        }
        return Optional.of(ends);
    }

    /** Reports keys that mean nothing, and disagreements about what is not claimed. */
    void finish() {
        if (computed.isPresent() && computed.get() instanceof Json.Object object) {
            Map<String, Json.Member> left = new LinkedHashMap<>(object.members());
            left.keySet().removeAll(used);
            left.values()
                    .forEach(member -> problems.add(
                            Problem.error("unknown-key", member.place(), "\"" + member.key() + "\" is not claimed", "")
                                    .withHint(Nearest.hint(member.key(), used))));
        }
        disagreement.ifPresent(Fields::finish);
        inner.finish();
        outer.ifPresent(Fields::finish);
    }
}

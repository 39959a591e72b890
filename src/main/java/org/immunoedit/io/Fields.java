package org.immunoedit.io;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.immunoedit.problem.Nearest;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.problem.Problems;

/**
 * The keys of one object while it is read. Every key asked for counts as known; {@link #finish} reports the others.
 * Faults are collected, the reader goes on with what is left.
 */
final class Fields {
    private final Json.Object object;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Json.Object object, Problems problems) {
        this.object = object;
        this.problems = problems;
    }

    /** Opens an object; anything else is an error that says what was expected. */
    static Optional<Fields> of(Json json, String expected, Problems problems) {
        return Shape.object(json, expected, problems).map(object -> new Fields(object, problems));
    }

    /** Where the object stands. */
    Place place() {
        return object.place();
    }

    Problems problems() {
        return problems;
    }

    /** The value of a key, if it is there. */
    Optional<Json> get(String key) {
        known.add(key);
        return object.get(key);
    }

    /** Whether a key is there. */
    boolean has(String key) {
        return get(key).isPresent();
    }

    /** The value of a key that must be there. */
    Optional<Json> need(String key, String expected) {
        Optional<Json> value = get(key);
        if (value.isEmpty()) {
            problems.error("missing-key", place(), "\"" + key + "\" is missing", expected);
        }
        return value;
    }

    /** A text; empty when absent or wrong. */
    String text(String key, String expected) {
        return get(key).flatMap(json -> Shape.text(json, expected, problems))
                .map(Json.Text::value)
                .orElse("");
    }

    /** A number; empty when absent or wrong. */
    OptionalDouble number(String key, String expected) {
        Optional<Json.Number> number = get(key).flatMap(json -> Shape.number(json, expected, problems));
        return number.isPresent() ? OptionalDouble.of(number.get().value()) : OptionalDouble.empty();
    }

    /** A whole number of at least {@code least}; empty when absent or wrong. */
    OptionalInt whole(String key, int least) {
        Optional<Json> json = get(key);
        return json.isPresent() ? Shape.whole(json.get(), least, problems) : OptionalInt.empty();
    }

    /** true or false; false when absent or wrong. */
    boolean flag(String key) {
        return get(key).flatMap(json -> Shape.flag(json, problems)).orElse(false);
    }

    /** The items of a list; none when absent or wrong. */
    List<Json> list(String key, String expected) {
        return get(key).flatMap(json -> Shape.list(json, expected, problems))
                .map(Json.Array::items)
                .orElse(List.of());
    }

    /** The members of an object; none when absent or wrong. */
    List<Json.Member> members(String key, String expected) {
        return get(key).flatMap(json -> Shape.object(json, expected, problems))
                .map(found -> List.copyOf(found.members().values()))
                .orElse(List.of());
    }

    /** An object that is kept as it stands; empty when absent or wrong. */
    Optional<Json.Object> object(String key, String expected) {
        return get(key).flatMap(json -> Shape.object(json, expected, problems));
    }

    /** Reports the keys that nobody asked for, each with the nearest known name. */
    void finish() {
        for (Json.Member member : object.members().values()) {
            if (!known.contains(member.key())) {
                String hint = Nearest.hint(member.key(), known);
                String expected = hint.isEmpty() ? "one of " + String.join(", ", known) : "";
                problems.add(Problem.error(
                                "unknown-key", member.place(), "\"" + member.key() + "\" is not a known key", expected)
                        .withHint(hint));
            }
        }
    }
}

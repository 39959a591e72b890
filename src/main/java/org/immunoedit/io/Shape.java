package org.immunoedit.io;

import java.util.Optional;
import java.util.OptionalInt;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** Asks whether a value is a text, a number, a list …; if not, a problem with code {@code type} says so. */
final class Shape {
    private Shape() {}

    static Optional<Json.Text> text(Json json, String expected, Problems problems) {
        return as(Json.Text.class, json, "a text", expected, problems);
    }

    /** A text that is not empty. */
    static Optional<Json.Text> name(Json json, String expected, Problems problems) {
        Optional<Json.Text> text = text(json, expected, problems);
        if (text.isPresent() && text.get().value().isBlank()) {
            problems.error("empty", json.place(), "this text is empty", expected);
            return Optional.empty();
        }
        return text;
    }

    static Optional<Json.Number> number(Json json, String expected, Problems problems) {
        return as(Json.Number.class, json, "a number", expected, problems);
    }

    static Optional<Boolean> flag(Json json, Problems problems) {
        return as(Json.Bool.class, json, "true or false", "true or false", problems)
                .map(Json.Bool::value);
    }

    static Optional<Json.Array> list(Json json, String expected, Problems problems) {
        return as(Json.Array.class, json, "a list", expected, problems);
    }

    static Optional<Json.Object> object(Json json, String expected, Problems problems) {
        return as(Json.Object.class, json, "an object", expected, problems);
    }

    /** A whole number of at least {@code least} that an int holds. */
    static OptionalInt whole(Json json, int least, Problems problems) {
        String expected = "a whole number of at least " + least;
        boolean fits = json instanceof Json.Number n && n.isWhole() && n.value() >= least && n.value() <= 1e9;
        if (!fits) {
            Place place = json.place();
            boolean large = json instanceof Json.Number n && n.value() > 1e9;
            String found = json.shown() + (large ? " is too large" : " is not " + expected);
            problems.error(json instanceof Json.Number ? "range" : "type", place, found, large ? "at most 1e9" : "");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) ((Json.Number) json).value());
    }

    private static <J extends Json> Optional<J> as(
            Class<J> type, Json json, String noun, String expected, Problems problems) {
        if (type.isInstance(json)) {
            return Optional.of(type.cast(json));
        }
        problems.error("type", json.place(), json.shown() + " is not " + noun, expected.equals(noun) ? "" : expected);
        return Optional.empty();
    }
}

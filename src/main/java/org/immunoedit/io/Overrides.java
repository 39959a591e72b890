package org.immunoedit.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/**
 * Command-line overrides {@code PATH=VALUE} of a document, applied to its tree before it is read.
 *
 * <p>A path names keys separated by dots and list items in brackets: {@code therapies[0].amount}. Inside an object
 * whose keys are names of a model (such as {@code parameters}, {@code initial}, {@code solver.atol}) the rest of the
 * path is one key: {@code parameters.antigenicity[2]}, {@code parameters.pembrolizumab.CL}. Objects that are missing on
 * the way are created; a list may grow by one item at its end. The value is JSON if it reads as JSON, else a text.
 */
public final class Overrides {
    /** Paths (list positions written as *) of objects whose keys are names of a model. */
    private static final List<String> NAMED = List.of(
            "parameters", "initial", "indices", "solver.atol", "events.*.set", "sweep.vary", "sweep.correlation");

    private final String file;
    private final String text;
    private final Json value;
    private final Problems problems;
    /** Where the override stands, if it is part of a document. */
    private final Optional<Place> origin;

    private Overrides(String file, String text, String value, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
        origin = Optional.empty();
        Problems faults = new Problems();
        Optional<Json> parsed = JsonReader.parse(value, file, faults);
        this.value = parsed.filter(json -> !faults.hasErrors()).orElseGet(() -> new Json.Text(value, place("")));
    }

    private Overrides(Json.Member setting, Problems problems) {
        file = setting.place().file();
        text = setting.key().strip();
        value = setting.value();
        origin = Optional.of(setting.place());
        this.problems = problems;
    }

    /**
     * The document with overrides that are themselves part of a document: each key is a path, each value is merged into
     * what is there (RFC 7396): objects key by key, {@code null} takes away, anything else replaces.
     *
     * @param problems receives errors with code {@code set}; the faulty override is left out
     */
    static Json merge(Json document, Iterable<Json.Member> settings, Problems problems) {
        Json result = document;
        for (Json.Member setting : settings) {
            result = new Overrides(setting, problems).applyTo(result).orElse(result);
        }
        return result;
    }

    /**
     * The document with all overrides, in their order.
     *
     * @param settings texts {@code PATH=VALUE}
     * @param problems receives errors with code {@code set}; the faulty override is left out
     */
    public static Json apply(Json document, List<String> settings, Problems problems) {
        Json result = document;
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals <= 0) {
                Place place = new Place("--set " + setting, 0, 0, "");
                problems.error("set", place, "this is not an override", "PATH=VALUE such as parameters.a=0.2");
                continue;
            }
            String path = setting.substring(0, equals).strip();
            String value = setting.substring(equals + 1);
            Overrides override = new Overrides("--set " + path, path, value, problems);
            result = override.applyTo(result).orElse(result);
        }
        return result;
    }

    private Optional<Json> applyTo(Json document) {
        return steps().flatMap(steps -> with(document, steps, ""));
    }

    /** One key or one list position per step. */
    private Optional<List<Step>> steps() {
        if (text.isEmpty()) {
            return wrong("the path is empty", "keys separated by dots such as therapies[0].amount");
        }
        List<Step> steps = new ArrayList<>();
        StringBuilder above = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (NAMED.contains(above.toString())) {
                steps.add(new Step(text.substring(at), -1));
                return Optional.of(steps);
            }
            int end = endOfKey(at);
            if (end == at) {
                return wrong("the path has an empty key", "keys separated by dots such as therapies[0].amount");
            }
            String key = text.substring(at, end);
            steps.add(new Step(key, -1));
            above.append(above.isEmpty() ? "" : ".").append(key);
            at = positions(end, steps, above);
            if (at < 0 || at == text.length() - 1) {
                return wrong("the path cannot be read", "keys and positions such as therapies[0].amount");
            }
            at++;
        }
        return Optional.of(steps);
    }

    private int endOfKey(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    /** Reads {@code [0]} after a key; the offset of the dot behind, of the end, or −1 for a fault. */
    private int positions(int from, List<Step> steps, StringBuilder above) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '[') {
            int close = text.indexOf(']', at);
            if (close < 0 || !text.substring(at + 1, close).matches("[0-9]{1,6}")) {
                return -1;
            }
            steps.add(new Step("", Integer.parseInt(text.substring(at + 1, close))));
            above.append(".*");
            at = close + 1;
        }
        return at == text.length() || text.charAt(at) == '.' ? at : -1;
    }

    private Optional<Json> with(Json old, List<Step> steps, String pointer) {
        if (steps.isEmpty()) {
            return Optional.of(
                    origin.isPresent() ? Patch.merge(Optional.ofNullable(old), value) : moved(value, pointer));
        }
        Step step = steps.get(0);
        List<Step> rest = steps.subList(1, steps.size());
        return step.position() < 0 ? member(old, step.key(), rest, pointer) : item(old, step.position(), rest, pointer);
    }

    private Optional<Json> member(Json old, String key, List<Step> rest, String pointer) {
        if (old != null && !(old instanceof Json.Object)) {
            return wrong(old.shown() + " at " + named(pointer) + " has no keys", "an object");
        }
        Json.Object object = old == null ? new Json.Object(Map.of(), place(pointer)) : (Json.Object) old;
        Json.Member had = object.members().get(key);
        String below = new Place(file, 0, 0, pointer).child(key).pointer();
        return with(had == null ? null : had.value(), rest, below).map(changed -> {
            Map<String, Json.Member> members = new LinkedHashMap<>(object.members());
            if (origin.isPresent() && changed instanceof Json.Null) {
                members.remove(key);
            } else {
                members.put(key, new Json.Member(key, changed, had == null ? place(below) : had.place()));
            }
            return new Json.Object(members, object.place());
        });
    }

    private Optional<Json> item(Json old, int position, List<Step> rest, String pointer) {
        if (old != null && !(old instanceof Json.Array)) {
            return wrong(old.shown() + " at " + named(pointer) + " has no items", "a list");
        }
        Json.Array array = old == null ? new Json.Array(List.of(), place(pointer)) : (Json.Array) old;
        int size = array.items().size();
        if (position > size) {
            String found = "there is no item " + position + " in " + named(pointer);
            return wrong(found, size == 0 ? "0, since the list is empty" : "0 to " + size + ", positions count from 0");
        }
        Json had = position < size ? array.items().get(position) : null;
        return with(had, rest, pointer + "/" + position).map(changed -> {
            List<Json> items = new ArrayList<>(array.items());
            if (had == null) {
                items.add(changed);
            } else {
                items.set(position, changed);
            }
            return new Json.Array(items, array.place());
        });
    }

    /** A value of the command line, with all its places there. */
    private Json moved(Json json, String pointer) {
        Place place = place(pointer);
        if (json instanceof Json.Text v) {
            return new Json.Text(v.value(), place);
        }
        if (json instanceof Json.Number v) {
            return new Json.Number(v.value(), v.source(), place);
        }
        if (json instanceof Json.Bool v) {
            return new Json.Bool(v.value(), place);
        }
        if (json instanceof Json.Array v) {
            List<Json> items = new ArrayList<>();
            v.items().forEach(item -> items.add(moved(item, pointer + "/" + items.size())));
            return new Json.Array(items, place);
        }
        if (json instanceof Json.Object v) {
            Map<String, Json.Member> members = new LinkedHashMap<>();
            for (Json.Member member : v.members().values()) {
                String below = place.child(member.key()).pointer();
                members.put(member.key(), new Json.Member(member.key(), moved(member.value(), below), place(below)));
            }
            return new Json.Object(members, place);
        }
        return new Json.Null(place);
    }

    private Place place(String pointer) {
        return origin.orElseGet(() -> new Place(file, 0, 0, pointer));
    }

    private static String named(String pointer) {
        return pointer.isEmpty() ? "the top of the document" : pointer;
    }

    private <R> Optional<R> wrong(String found, String expected) {
        problems.error("set", place(""), found, expected);
        return Optional.empty();
    }

    private record Step(String key, int position) {}
}

package org.immunoedit.io;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;
import org.immunoedit.unit.Unit;

/**
 * Turns results into JSON trees. A record becomes an object with its components in their order, named in snake case
 * ({@code neededHorizon} → {@code needed_horizon}); so what a sidecar holds is what the records say. Empty optionals
 * are left out, numbers that are not finite become null, constants of an enum small letters, units their text, problems
 * the flat objects of the diagnostics.
 */
public final class Tree {
    private static final Place NOWHERE = new Place("", 0, 0, "");

    private Tree() {}

    /**
     * The tree of a value.
     *
     * @param value null, a {@link Json}, text, number, truth value, enum constant, optional, list, map with text keys,
     *     record
     * @throws IllegalArgumentException for anything else
     */
    public static Json of(Object value) {
        if (value == null) {
            return new Json.Null(NOWHERE);
        }
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return new Json.Bool(flag, NOWHERE);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Enum<?> constant) {
            return text(constant.name().toLowerCase(Locale.ROOT));
        }
        return value instanceof String text ? text(text) : composed(value);
    }

    private static Json composed(Object value) {
        if (value instanceof List<?> list) {
            return new Json.Array(list.stream().map(Tree::of).toList(), NOWHERE);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Json.Member> members = new LinkedHashMap<>();
            map.forEach((key, item) -> put(members, (String) key, item));
            return new Json.Object(members, NOWHERE);
        }
        if (value instanceof Unit unit) {
            return text(unit.text());
        }
        if (value instanceof Problem problem) {
            return problem(problem);
        }
        if (value instanceof Record fields) {
            return fields(fields);
        }
        throw new IllegalArgumentException("no tree for " + value.getClass().getName());
    }

    private static Json number(Number number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            return new Json.Null(NOWHERE);
        }
        boolean whole = number instanceof Integer || number instanceof Long;
        return new Json.Number(value, whole ? number.toString() : NumberText.of(value), NOWHERE);
    }

    private static Json text(String value) {
        return new Json.Text(value, NOWHERE);
    }

    private static Json fields(Record value) {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            put(members, snake(component.getName()), read(value, component));
        }
        return new Json.Object(members, NOWHERE);
    }

    private static Object read(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("cannot read " + component, e);
        }
    }

    private static void put(Map<String, Json.Member> members, String key, Object value) {
        content(value).ifPresent(found -> members.put(key, new Json.Member(key, of(found), NOWHERE)));
    }

    /** The value, or what an optional holds. A null stays: it is written as null. */
    private static Optional<Object> content(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> inner);
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        }
        return Optional.of(value == null ? new Json.Null(NOWHERE) : value);
    }

    private static Json problem(Problem problem) {
        Place place = problem.place();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", place.file());
        fields.put("line", place.line());
        fields.put("column", place.column());
        fields.put("severity", problem.severity());
        fields.put("code", problem.code());
        fields.put("pointer", place.pointer());
        fields.put("found", problem.found());
        fields.put("expected", problem.expected());
        fields.put("hint", problem.hint());
        return of(fields);
    }

    private static String snake(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) {
                out.append('_');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }
}

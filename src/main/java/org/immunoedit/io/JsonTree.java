package org.immunoedit.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunoedit.problem.Place;

/** Builds trees that are to be written. */
final class JsonTree {
    private static final Place NOWHERE = Place.startOf("");

    private JsonTree() {}

    static Json text(String value) {
        return new Json.Text(value, NOWHERE);
    }

    static Json whole(long value) {
        return new Json.Number(value, Long.toString(value), NOWHERE);
    }

    /** A number; {@code null} for NaN. */
    static Json number(double value) {
        return Double.isNaN(value) ? new Json.Null(NOWHERE) : new Json.Number(value, NumberText.of(value), NOWHERE);
    }

    static Json list(List<Json> items) {
        return new Json.Array(items, NOWHERE);
    }

    /** An object whose members keep their order. */
    static Json.Object object(Map<String, ? extends Json> values) {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        values.forEach((key, value) -> members.put(key, new Json.Member(key, value, NOWHERE)));
        return new Json.Object(members, NOWHERE);
    }
}
